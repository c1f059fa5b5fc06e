import { getTableName } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentTables, loggedTables } from '#db/replay.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { testOffice } from '#tests/support/office.ts';
import { projectBook } from '#tests/support/project-book.ts';
import { proofSize } from '#tests/support/proof-size.ts';
import { expectReplayed } from '#tests/support/replayed.ts';
import { projectLists, runningProjects } from '#tests/support/running-projects.ts';

describe('Any running project', () => {
  it('comes in to the fen, replays from the log, and goes again without a trace', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(runningProjects, async (books) => {
        const desk = await testOffice();
        try {
          await buildHomes(desk, { floors: 1, rooms: 12 });
          const office = desk.as('backOffice', '何静');
          desk.as('consultant', '陈晓');
          const { client } = desk.office.database;
          const before = currentTables(client);
          const lists = Object.entries(projectLists(books)).map(([sheet, rows]) => [sheet, rows.slice(1)] as const);
          const order = { files: [await projectBook(Object.fromEntries(lists))], choices: [] };
          const { totals, figures } = await office.imports.previewProject(order);
          const { importId, version } = await office.imports.commitProject({ ...order, totals });
          const money = (text: string) => Number(client.prepare(text).pluck().get() ?? 0);
          expect([
            money('select sum(price) from subscriptions'),
            money('select sum(amount) from receipts'),
            money('select sum(amount) from plan_lines') - money('select sum(amount) from receipt_lines'),
            money('select sum(amount) from ledger_entries'),
          ]).toEqual([figures.subscriptions.amount, figures.receipts.amount, figures.balances.amount, 0]);
          expectReplayed(desk);
          await office.imports.undo({ importId, version });
          expectReplayed(desk);
          const after = currentTables(client);
          for (const table of loggedTables.map((one) => getTableName(one)).filter((name) => name !== 'imports')) {
            const bare = (rows: ReturnType<typeof before.get>) =>
              [...(rows ?? [])].map(([id, { version: _version, ...row }]) => [id, row]);
            expect(bare(after.get(table)), table).toEqual(bare(before.get(table)));
          }
        } finally {
          await desk.close();
        }
      }),
      { numRuns: proofSize(4, 60), seed: 20_261_123 },
    );
  });
});
