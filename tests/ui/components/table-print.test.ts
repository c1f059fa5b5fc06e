import { describe, expect, it } from 'vitest';
import { type Column, exportTable } from '#renderer/components/data-table-model.ts';
import { countsOf, paperText } from '#renderer/components/table-print.ts';
import { instantOf, localDate } from '#shared/kernel/local-date.ts';
import { maskPhone } from '#shared/kernel/phone.ts';

type Customer = { id: number; name: string; phone: string; rating: string };

const columns: Column<Customer>[] = [
  { id: 'name', header: '客户', value: ({ name }) => name },
  { id: 'phone', header: '手机', value: ({ phone }) => phone, onPaper: ({ phone }) => maskPhone(phone) },
  { id: 'rating', header: '等级', value: ({ rating }) => rating },
  { id: 'due', header: '到期', cell: () => '今天' },
];
const rows: Customer[] = [
  { id: 1, name: '褚遂良', phone: '10012345678', rating: 'B 有意向' },
  { id: 2, name: '欧阳询', phone: '02355500199*12', rating: 'A 急购' },
  { id: 3, name: '薛稷', phone: '138****5678', rating: 'B 有意向' },
];

describe('A list on paper', () => {
  it('hides the phones that a file tells, and leaves alone what is hidden already', () => {
    const phones = (form: 'file' | 'paper') =>
      exportTable(columns, rows, ({ id }) => id, form).rows.map(([, phone]) => phone);
    expect(phones('paper')).toEqual(['100****5678', '023****0199', '138****5678']);
    expect(phones('file')).toEqual(['10012345678', '02355500199*12', '138****5678']);
  });

  it('counts its rows by what a column says, in order', () => {
    const table = exportTable(columns, rows, ({ id }) => id, 'paper');
    expect(countsOf(table, 'rating')).toEqual(['A 急购 1', 'B 有意向 2']);
    expect(countsOf(table, 'due')).toEqual([]);
  });

  it('says money in yuan, days and minutes of the office, and strikes what nobody has said', () => {
    expect(paperText('money', 150_507_949)).toBe('1,505,079.49');
    expect(paperText('date', '2026-11-23')).toBe('2026-11-23');
    expect(paperText('datetime', instantOf(localDate('2026-11-23'), 600))).toBe('2026-11-23 10:00');
    expect(paperText('text', null)).toBe('–');
  });
});
