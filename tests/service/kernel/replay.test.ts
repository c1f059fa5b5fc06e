import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currentTables, replay } from '#db/replay.ts';
import { verifyLog } from '#db/repositories/events.ts';
import { faultsOf } from '#tests/support/office-faults.ts';
import { proofSize } from '#tests/support/proof-size.ts';
import { attempt, moments, randomStaff } from '#tests/support/random-office.ts';

describe('An office in which many people want many things at once', () => {
  it('has tables that are the replay of its log, and none of the faults, whatever happened', {
    timeout: proofSize(120_000, 3_600_000),
  }, async () => {
    const outcomes = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(moments, async (days) => {
        const staff = await randomStaff();
        const { desk } = staff;
        try {
          for (const moment of days) {
            const codes = await Promise.all(moment.map((wish) => attempt(staff, wish)));
            codes.forEach((code, at) => {
              const key = code === 'done' ? `${moment[at]?.what} done` : code;
              outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
            });
            expect(faultsOf(desk.office.database.client)).toEqual([]);
          }
          const { client } = desk.office.database;
          const replayed = replay(client);
          for (const [table, rows] of currentTables(client)) expect(replayed.get(table), table).toEqual(rows);
          verifyLog(client);
          expect(desk.log.filter((line) => line.startsWith('error'))).toEqual([]);
        } finally {
          await desk.close();
        }
      }),
      { numRuns: proofSize(15, 500) },
    );
    expect(outcomes.get('INTERNAL')).toBeUndefined();
    // A run in which nobody got anything would prove nothing.
    for (const what of ['lock', 'visit', 'subscribe', 'decide'])
      expect(outcomes.get(`${what} done`), what).toBeGreaterThan(0);
  });
});
