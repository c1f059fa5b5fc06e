import { readXlsx, writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import type { ExportedTable } from '#renderer/components/data-table-model.ts';
import { sheetOf, workbookOf } from '#renderer/components/table-export.ts';
import { instantOf, localDate } from '#shared/kernel/local-date.ts';

const table: ExportedTable = {
  ids: [],
  columns: [
    { id: 'unit', header: '房号', kind: 'text' },
    { id: 'price', header: '成交价 元', kind: 'money' },
    { id: 'area', header: '面积 m²', kind: 'area' },
    { id: 'share', header: '份额', kind: 'percent' },
    { id: 'on', header: '认购日', kind: 'date' },
    { id: 'at', header: '收款时间', kind: 'datetime' },
  ],
  rows: [
    ['01', 150_507_949, 9_842, 333_334, '2026-11-23', instantOf(localDate('2026-11-23'), 600)],
    ['=1+1', null, null, null, null, null],
  ],
};

describe('A list saved as an Excel file', () => {
  it('holds amounts in yuan, areas in m², shares of one and days as days, and never a formula', async () => {
    const written = await writeXlsx({ sheets: [sheetOf('认购清单', table)] });
    const [sheet] = (await readXlsx(new Uint8Array(written))).sheets;
    expect(sheet?.name).toBe('认购清单');
    expect(sheet?.rows[0]).toEqual(['房号', '成交价 元', '面积 m²', '份额', '认购日', '收款时间']);
    expect(sheet?.rows[1]).toEqual([
      '01',
      1_505_079.49,
      98.42,
      0.333334,
      new Date('2026-11-23T00:00:00Z'),
      new Date('2026-11-23T10:00:00Z'),
    ]);
    expect(sheet?.rows[2]?.[0]).toBe('=1+1');
  });

  it('says on a sheet of its own and on every printed page who took it along, when, and under which number', async () => {
    const facts = { title: '认购清单', number: 'DC-2026-0007', by: '周宁', at: '2026-11-23 10:00' };
    const words = { sheet: '导出说明', lines: [['导出人', '周宁'] as const] };
    const book = workbookOf(facts, table, words);
    expect(book.sheets[0]?.headerFooter?.oddFooter).toContain('DC-2026-0007  周宁  2026-11-23 10:00');
    const read = await readXlsx(new Uint8Array(await writeXlsx(book)));
    expect(read.sheets.map(({ name }) => name)).toEqual(['认购清单', '导出说明']);
    expect(read.sheets[1]?.rows).toEqual([['导出人', '周宁']]);
    expect(read.properties).toMatchObject({ creator: '周宁', keywords: 'DC-2026-0007' });
  });

  it('takes any title for the name of its sheet', () => {
    expect(sheetOf('收款簿 [2026/11]：一个非常长的标题会被截到三十一个字以内不然打不开', table).name).toHaveLength(31);
    expect(sheetOf('a/b', { columns: [], rows: [], ids: [] }).name).toBe('a b');
  });
});
