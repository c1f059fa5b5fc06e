import type Database from 'better-sqlite3';
import { happenedSince } from '#db/repositories/privacy-registers.ts';
import { dayOf, type LocalDate } from '#shared/kernel/local-date.ts';
import type { Corridor } from '../kernel/corridor.ts';
import { dueCustomers } from './retention.ts';

/**
 * Tells once a month, in the log and so to whom it concerns, that data are due to be deleted; looks once a day, and says
 * nothing while there are none.
 */
export function retentionReminder(corridor: Pick<Corridor, 'act'>, client: Database.Database) {
  let looked: LocalDate | undefined;
  return async (now: number): Promise<void> => {
    const today = dayOf(now);
    if (looked === today) return;
    looked = today;
    if (happenedSince(client, 'retentionDue', `${today.slice(0, 7)}-01`)) return;
    await corridor.act({
      procedure: 'office.remindRetention',
      run: ({ tx, setting, happened, today: day }) => {
        const rows = dueCustomers(tx.client, setting('retentionTerms'), day).length;
        if (rows > 0) happened({ kind: 'retentionDue', noun: 'office', id: 1, data: { rows } });
      },
    });
  };
}
