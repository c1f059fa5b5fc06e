import type Database from 'better-sqlite3';
import { getTableName } from 'drizzle-orm';
import type { OfficeTotals } from '#shared/domain/backups/snapshot-page.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { loggedTables } from './replay.ts';
import { headOf, verifyLog } from './repositories/events.ts';
import { receipts } from './schema/papers.ts';

/** What was found in a copy that is as good as what it was made of. */
export type CopyFigures = {
  readonly seq: number;
  readonly head: string;
  readonly events: number;
  readonly tables: number;
  readonly totals: OfficeTotals;
};

/** Everything of an office that is counted. */
export function totalsOf(client: Database.Database): OfficeTotals {
  const names = client
    .prepare<[], string>(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name",
    )
    .pluck()
    .all();
  const rows = names.map(
    (name) => [name, Number(client.prepare(`select count(*) from "${name}"`).pluck().get())] as const,
  );
  const receiptsFen = Number(client.prepare('select coalesce(sum(amount), 0) from receipts').pluck().get());
  return { rows: Object.fromEntries(rows), receiptsFen };
}

/**
 * Walks the log of a copy and compares its totals with those of the office that it was made of, as one of its connections
 * sees it. While the office goes on working, that connection may see less than the copy: what the copy's own log holds
 * beyond it is added before they are compared. `quiet`: nobody writes in it, so that every table has to be the same.
 * Throws LOG_BROKEN, and BACKUP_FAILED with the table that differs.
 */
export function comparedCopy(
  source: Database.Database,
  copy: Database.Database,
  { quiet }: { readonly quiet: boolean },
): CopyFigures {
  const { events, head } = verifyLog(copy);
  const last = headOf(source);
  const differs = (reason: string) => new DomainError('BACKUP_FAILED', { reason });
  const sameThere = copy.prepare<[number], string>('select hash from events where seq = ?').pluck().get(last.seq);
  if (events < last.seq || (last.seq > 0 && sameThere !== last.hash)) throw differs('events');
  const before = totalsOf(source);
  const totals = totalsOf(copy);
  const since = changesSince(copy, last.seq);
  const compared = quiet ? Object.keys({ ...before.rows, ...totals.rows }) : loggedTables.map(getTableName);
  for (const table of compared)
    if (totals.rows[table] !== (before.rows[table] ?? 0) + (since.rows.get(table) ?? 0)) throw differs(table);
  if (totals.receiptsFen !== before.receiptsFen + since.receiptsFen) throw differs('receipts');
  return { seq: events, head, events, tables: Object.keys(totals.rows).length, totals };
}

/** What the events after a number added to each table, and to what receipts were written for. */
function changesSince(client: Database.Database, seq: number) {
  const rows = client
    .prepare<[number], { name: string; added: number }>(
      `select table_name as name, sum((before is null) - (after is null)) as added
       from event_changes where seq > ? group by table_name`,
    )
    .all(seq);
  const receiptsFen = client
    .prepare<[number, string], number>(
      `select coalesce(sum(json_extract(after, '$.amount')), 0) from event_changes
       where seq > ? and table_name = ? and before is null`,
    )
    .pluck()
    .get(seq, getTableName(receipts));
  return { rows: new Map(rows.map(({ name, added }) => [name, added])), receiptsFen: receiptsFen ?? 0 };
}
