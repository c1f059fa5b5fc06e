import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readDecimal } from '#shared/domain/imports/decimals.ts';
import { priceListTable } from '#shared/domain/imports/fields.ts';
import { readPriceList } from '#shared/domain/imports/read-price-list.ts';
import { readStatus } from '#shared/domain/imports/status-words.ts';
import { fieldOfHeading } from '#shared/domain/imports/table.ts';
import { sharedDataFile } from '#tests/support/shared-data.ts';

const statusWords = sharedDataFile('vectors/status_words.json');
describe.skipIf(statusWords === undefined)('The status words of authorities and peers', () => {
  const statuses = z.union([
    z.record(z.string(), z.string()).transform((map) => Object.keys(map)),
    z.array(z.string()),
  ]);
  const cases = z
    .array(z.object({ source: z.string(), statuses, sellable: z.array(z.string()) }))
    .parse(JSON.parse(statusWords === undefined ? '[]' : readFileSync(statusWords, 'utf8')));
  it.each(cases)('$source: only what is free may be sold', ({ statuses: words, sellable }) => {
    for (const word of words) expect(readStatus(word), word).toBe(sellable.includes(word) ? 'free' : 'taken');
  });
});

const roomLabels = sharedDataFile('vectors/room_labels.json');
describe.skipIf(roomLabels === undefined)('The room labels of real lists', () => {
  const { rooms } = z
    .object({ rooms: z.array(z.object({ room: z.string(), seen: z.string() })) })
    .parse(JSON.parse(roomLabels === undefined ? '{"rooms":[]}' : readFileSync(roomLabels, 'utf8')));
  it.each(rooms)('$room stays as it is ($seen)', ({ room }) => {
    const { units, problems } = readPriceList([
      ['楼栋', '单元', '楼层', '房号', '建筑面积'],
      ['3栋', '1单元', '31', room, '100.00'],
    ]);
    expect([units[0]?.roomNo, problems]).toEqual([room, []]);
  });
});

const amounts = sharedDataFile('vectors/amount_parse.json');
describe.skipIf(amounts === undefined)('The amounts of other programs and of Chinese lists', () => {
  const cases = z
    .array(z.object({ input: z.string(), value: z.string() }))
    .parse(JSON.parse(amounts === undefined ? '[]' : readFileSync(amounts, 'utf8')));
  it.each(cases)('$input: $value', ({ input, value }) => {
    const found = readDecimal(input);
    if (found === undefined) expect(value).toMatch(/reject|empty/);
    else
      expect(Math.round((Number(found.digits) / 10 ** found.scale) * 100) / 100).toBe(
        Number(/-?[\d.]+/.exec(value)?.[0]),
      );
  });
});

const vectors = sharedDataFile('vectors/import_headers.json');
describe.skipIf(vectors === undefined)('The headings of authorities and tools', () => {
  const names: Record<string, string> = {
    building: 'building',
    entrance: 'entrance',
    floor: 'floor',
    room: 'roomNo',
    layout: 'houseType',
    unit_price: 'unitPrice',
    'unit_price (万元)': 'unitPrice',
    inner_unit_price: 'innerUnitPrice',
    total: 'total',
    'total (万元)': 'total',
    gross_area: 'builtArea',
    inner_area: 'innerArea',
    status: 'status',
  };
  const cases = z
    .array(z.object({ source: z.string(), map: z.record(z.string(), z.string()) }))
    .parse(JSON.parse(vectors === undefined ? '[]' : readFileSync(vectors, 'utf8')));
  it.each(cases)('$source', ({ map }) => {
    for (const [heading, meaning] of Object.entries(map))
      expect(fieldOfHeading(priceListTable, heading)?.field, heading).toBe(names[meaning]);
  });
});
