import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildHomes } from '#tests/support/builders.ts';
import { buildBuyer, subscribeHome } from '#tests/support/deal-builders.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

describe('The buyers on the board', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  it('are named of one building, to whoever may open their deals', async () => {
    const [mine = 0, others = 0] = await buildHomes(desk, { name: '1栋' });
    const [elsewhere = 0] = await buildHomes(desk, { name: '2栋' });
    const consultant = desk.as('consultant');
    const colleague = desk.as('consultant');
    await subscribeHome(consultant, mine, await buildBuyer(consultant, '欧阳询'));
    await subscribeHome(colleague, others, await buildBuyer(colleague, '颜真卿'));
    await subscribeHome(colleague, elsewhere, await buildBuyer(colleague, '柳公权'));
    const { buildings } = await consultant.units.board({});
    const buildingId = buildings.find(({ name }) => name === '1栋')?.id ?? 0;
    const seenBy = async (client: typeof consultant, at: number | null = null) =>
      (await client.units.buyers({ buildingId, at })).rows.map(({ unitId, names }) => [unitId, ...names]);
    expect(await seenBy(consultant)).toEqual([[mine, '欧阳询']]);
    expect(await seenBy(desk.as('manager'))).toEqual([
      [mine, '欧阳询'],
      [others, '颜真卿'],
    ]);
    expect(await seenBy(desk.as('manager'), desk.clock() - 86_400_000)).toEqual([]);
    await expectRefusal(desk.as('administrator').units.buyers({ buildingId, at: null }), 'FORBIDDEN');
  });
});
