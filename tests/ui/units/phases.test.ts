import { expect, it } from 'vitest';
import { ofPhase, phasesOf } from '#renderer/features/units/board/phases.ts';

const building = (id: number, phase: string | null) => ({ id, name: `${id}栋`, phase, permitNumber: null });
const buildings = [building(1, '一期'), building(2, '一期'), building(3, '二期'), building(4, null)];

it('The board offers each phase once, in the order of its buildings', () => {
  expect(phasesOf(buildings)).toEqual(['一期', '二期']);
  expect(phasesOf([building(4, null)])).toEqual([]);
});

it('The board shows the buildings of the chosen phase, and all of them where no building has it', () => {
  expect(ofPhase(buildings, '一期').map(({ id }) => id)).toEqual([1, 2]);
  expect(ofPhase(buildings, undefined)).toHaveLength(4);
  expect(ofPhase(buildings, '三期')).toHaveLength(4);
});
