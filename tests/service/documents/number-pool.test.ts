import { expect, it } from 'vitest';
import { buildHomes } from '#tests/support/builders.ts';
import { buildBuyer } from '#tests/support/deal-builders.ts';
import { testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

it('The numbers of a year are all told with what became of them, and a gap that nobody explains is seen', async () => {
  const desk = await testOffice();
  const [home = 0] = await buildHomes(desk);
  const consultant = desk.as('consultant');
  const customerId = await buildBuyer(consultant);
  const ways = [{ planCode: 'lumpSum', loanYears: 30 }];
  const terms = { unitId: home, adjustments: [], homeOrder: 'first' as const, ways };
  for (let nth = 0; nth < 3; nth += 1) await consultant.quotes.create({ terms, customerId, shownPrice: 100_000_000 });
  const manager = desk.as('manager');
  const { years, series } = await manager.prints.series({ year: 2026 });
  expect(years).toEqual([2026]);
  expect(series).toEqual([
    { series: 'ZY', last: 3, next: 'ZY-2026-0004', standing: 3, ended: 0, before: 0, missing: 0 },
  ]);
  // As somebody would leave it who deletes a record beside the office.
  desk.office.database.client.prepare(`delete from quotes where number = 'ZY-2026-0002'`).run();
  const numbers = await manager.prints.numbers({ series: 'ZY', year: 2026 });
  expect(numbers.map(({ number, state }) => [number, state])).toEqual([
    ['ZY-2026-0001', 'standing'],
    ['ZY-2026-0002', 'missing'],
    ['ZY-2026-0003', 'standing'],
  ]);
  await expectRefusal(consultant.prints.series({ year: 2026 }), 'FORBIDDEN');
  await desk.close();
});
