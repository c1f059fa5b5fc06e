import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readSheets } from '#electron/workers/read-sheets.ts';
import { readPriceList } from '#shared/domain/imports/read-price-list.ts';
import { areaToDecimal, sumArea } from '#shared/kernel/area.ts';
import { sharedDataFile } from '#tests/support/shared-data.ts';

const dirty = sharedDataFile('dirty/EXPECT.json');
const expectation = z.object({
  file: z.string(),
  import_equals: z.string().optional(),
  untouched_rows: z.number().optional(),
  expect: z.object({ rows: z.number(), gross_area: z.string(), inner_area: z.string(), total: z.string() }).optional(),
});

describe.skipIf(dirty === undefined)('The dirty lists of the shared data', () => {
  const { files } = z
    .object({ files: z.array(expectation) })
    .parse(JSON.parse(dirty === undefined ? '{"files":[]}' : readFileSync(dirty, 'utf8')));
  const read = async (name: string) => {
    const sheets = await readSheets(name, readFileSync(sharedDataFile(`dirty/${name}`) ?? ''));
    return sheets.map(({ rows }) => readPriceList(rows));
  };

  it.each(files.filter(({ import_equals: equals }) => equals === 'clean'))(
    '$file reads as the clean list',
    async (file) => {
      const [best] = (await read(file.file)).toSorted((a, b) => b.units.length - a.units.length);
      expect(best?.units.length).toBe(file.expect?.rows);
      expect(areaToDecimal(best?.builtArea ?? sumArea([]))).toBe(file.expect?.gross_area);
      expect(areaToDecimal(sumArea((best?.units ?? []).map(({ innerArea }) => innerArea ?? sumArea([]))))).toBe(
        file.expect?.inner_area,
      );
      expect((best?.total ?? 0) / 100).toBe(Number(file.expect?.total));
      expect(best?.problems).toEqual([]);
    },
  );

  it.each(['14_text_numbers_suffixes.csv', '14_text_numbers_suffixes.xlsx', '15_room_as_number_format00.xlsx'])(
    '%s gives the same sums',
    async (name) => {
      const [best] = await read(name);
      expect([best?.units.length, areaToDecimal(best?.builtArea ?? sumArea([])), best?.total]).toEqual([
        116,
        '12725.20',
        64_320_701_300,
      ]);
      expect(best?.units.every(({ floorName }) => /^\d+$/.test(floorName))).toBe(true);
    },
  );

  it.each(['09_duplicates.csv', '09_duplicates.xlsx'])('%s gives each unit once and names the others', async (name) => {
    const [best] = await read(name);
    expect(best?.units).toHaveLength(116);
    expect(best?.problems.map(({ row: at, code }) => `${at} ${code}`)).toEqual(
      [118, 119, 120, 121, 122].map((at) => `${at} IMPORT_DUPLICATE_ROW`),
    );
  });

  it.each(['10_missing_values.csv', '10_missing_values.xlsx'])('%s names every cell that was spoilt', async (name) => {
    const [best] = await read(name);
    const spoilt = [7, 10, 13, 16, 19, 22, 25, 28, 31, 34, 37, 40, 43, 46];
    expect([...new Set(best?.problems.map(({ row: at }) => at))]).toEqual(spoilt);
    const clean = best?.units.filter(({ row: at }) => !spoilt.includes(at));
    expect(clean).toHaveLength(102);
    expect(best?.units.every(({ builtArea, total }) => builtArea > 0 && total !== 0)).toBe(true);
  });

  it.each(['11_total_mismatch.csv', '11_total_mismatch.xlsx'])(
    '%s warns of contradictions and tolerates a yuan',
    async (name) => {
      const [best] = await read(name);
      expect(best?.problems.map(({ row: at, code }) => `${at} ${code}`)).toEqual([
        '26 IMPORT_TOTAL_DIFFERS',
        ...(best?.problems.some(({ row: at }) => at === 28) ? ['28 IMPORT_TOTAL_DIFFERS'] : []),
        '30 IMPORT_TOTAL_DIFFERS',
        '32 IMPORT_TOTAL_DIFFERS',
        '34 IMPORT_INNER_ABOVE_BUILT',
        '36 IMPORT_TOTAL_DIFFERS',
      ]);
    },
  );

  it('formulas without stored values are computed from the price, never zero', async () => {
    const [best] = await read('13_formulas_not_cached.xlsx');
    expect(best?.units).toHaveLength(116);
    expect(best?.units.every(({ total }) => (total ?? 0) > 100_000)).toBe(true);
    expect(best?.problems.filter(({ code }) => code === 'IMPORT_TOTAL_COMPUTED')).toHaveLength(116);
  });

  it('hidden sheets are never read, hidden rows are', async () => {
    const lists = await read('17_many_sheets_hidden.xlsx');
    expect(lists).toHaveLength(3);
    expect(lists.map(({ units }) => units.length)).toEqual([0, 58, 58]);
    expect(lists.reduce((sum, { total }) => sum + total, 0)).toBe(64_320_701_300);
  });

  it('empty, blank, truncated and foreign files end in words', async () => {
    await expect(read('24_empty.csv')).rejects.toMatchObject({ code: 'IMPORT_FILE_EMPTY' });
    await expect(read('26_truncated.xlsx')).rejects.toMatchObject({ code: 'IMPORT_FILE_DAMAGED' });
    expect((await read('25_header_only.csv'))[0]).toMatchObject({ units: [], problems: [] });
    expect((await read('28_blank_sheet.xlsx'))[0]?.units).toEqual([]);
    expect((await read('29_wrong_table.csv'))[0]?.problems.map(({ code }) => code)).toContain('IMPORT_COLUMN_MISSING');
  });
});

const songfeng = sharedDataFile('units/sz_songfeng_3dong.csv');
describe.skipIf(songfeng === undefined)('The real lists of the shared data', () => {
  const read = async (name: string) => {
    const [sheet] = await readSheets(name, readFileSync(sharedDataFile(`units/${name}`) ?? ''));
    return readPriceList(sheet?.rows ?? []);
  };

  it('Songfeng 3: 116 units, the sums of the list, not one warning', async () => {
    const { units, total, builtArea, problems } = await read('sz_songfeng_3dong.csv');
    expect([units.length, areaToDecimal(builtArea), total, problems]).toEqual([116, '12725.20', 64_320_701_300, []]);
  });

  it('Chengdu: 2000 units of twelve developments', async () => {
    const { units, total, builtArea } = await read('chengdu_semireal_units_2k.csv');
    expect(areaToDecimal(builtArea)).toBe('247102.92');
    expect([units.length, total]).toEqual([2000, 445_030_540_200]);
  });

  it('Hefei: floors below the ground and rooms with names are understood; areas are asked for', async () => {
    const { header, problems } = await read('hefei_jingtingli_6zhuang_stack.csv');
    const fields = header.columns.map(({ field }) => field);
    expect(fields.slice(1, 4)).toEqual(['building', 'floor', 'roomNo']);
    expect(problems.map(({ field, code }) => `${field} ${code}`)).toEqual(['builtArea IMPORT_COLUMN_MISSING']);
  });
});
