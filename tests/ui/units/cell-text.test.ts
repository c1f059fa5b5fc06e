import { describe, expect, it } from 'vitest';
import { type CellLook, cellText } from '#renderer/features/units/board/cell-text.ts';
import { instantOf, localDate } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';
import { buildCell } from './cells.ts';

const today = localDate('2026-11-23');
const look: CellLook = { figure: 'total', language: 'zh-CN', today, now: instantOf(today, 600), seized: '查封' };
const seized = { encumbrance: 'seized' } as const;

describe('What a cell of the board says', () => {
  it('is area and price of a free home, and the days that are left of one that is kept', () => {
    expect(cellText(buildCell(1, 18, '01'), look)).toEqual({ left: '100.00', right: '100.0', due: undefined });
    const held = buildCell(1, 18, '01', { state: 'held', by: '赵敏', until: instantOf(localDate('2026-11-25'), 600) });
    expect(cellText(held, look).due).toEqual({ tone: 'amber', text: '余2天' });
  });

  it('is a price of eight digits without its decimal, for which the cell has no room beside the area', () => {
    const dear = (price: number) => cellText(buildCell(1, 18, '01', { listPrice: yuan(price) }), look).right;
    expect(dear(9_876_543)).toBe('987.7');
    expect(dear(12_345_678)).toBe('1,235');
    expect(dear(99_999_999)).toBe('10,000');
  });

  it('is who has it locked, and for how long', () => {
    const locked = buildCell(1, 18, '01', { state: 'locked', by: '赵敏', until: look.now + 272_000 });
    expect(cellText(locked, look)).toEqual({ left: '赵敏', right: '4:32', due: undefined });
  });

  it('is before all else that a court has seized it, whatever its state', () => {
    const tag = { tone: 'seal', text: '查封' };
    expect(cellText(buildCell(1, 18, '01', seized), look).due).toEqual(tag);
    const held = buildCell(1, 18, '01', { ...seized, state: 'held', until: look.now });
    expect(cellText(held, look).due).toEqual(tag);
    const locked = buildCell(1, 18, '01', { ...seized, state: 'locked', by: '赵敏', until: look.now + 60_000 });
    expect(cellText(locked, look)).toMatchObject({ left: '赵敏', due: tag });
  });
});
