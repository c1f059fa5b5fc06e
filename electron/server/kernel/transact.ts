import { getTableName } from 'drizzle-orm';
import { type RowChange, writeTx } from '#db/access.ts';
import type { OpenDatabase } from '#db/connection.ts';
import { appendEvent } from '#db/repositories/events.ts';
import { sealedData } from '#db/repositories/sealed-words.ts';
import type { Access } from '#shared/api/procedure.ts';
import { groundFor } from '#shared/domain/accounts/rights.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import type { CommandContext, Happening, QueryContext } from './handlers.ts';

/** An act to be carried out inside the open transaction of a connection. */
type Act<T> = {
  readonly database: OpenDatabase;
  readonly procedure: string;
  /** What the procedure asks for: who has it only for somebody else acts for them. */
  readonly permission: Access | null;
  readonly requestId: string;
  readonly context: QueryContext;
  readonly afterCommit: (effect: () => void) => void;
  readonly run: (context: CommandContext) => T;
  /** Hears of each row that goes into the history, of all of them. */
  readonly logging?: (done: number, of: number) => void;
};

/** What an act came to: its answer, its event (0 when nothing was changed) and the records touched, `noun:id`. */
type Acted<T> = { readonly answer: T; readonly seq: number; readonly touched: readonly string[] };

/** Carries out an act and writes its history: it says exactly once what happened, if it changes anything. */
export function transact<T>({
  database,
  procedure,
  permission,
  requestId,
  context,
  afterCommit,
  run,
  logging,
}: Act<T>): Acted<T> {
  const changes: RowChange[] = [];
  const happenings: Happening[] = [];
  const answer = run({
    ...context,
    tx: writeTx(database, changes),
    happened: (what) => happenings.push(what),
    afterCommit,
  });
  const [what] = happenings;
  if (happenings.length > 1 || (changes.length > 0 && what === undefined))
    throw new Error(`${procedure} must say once what happened, not ${happenings.length} times`);
  if (what === undefined) return { answer, seq: 0, touched: [] };
  const { now, actor, connection } = context;
  const actingFor = standsFor(context, permission);
  const seq = appendEvent(
    database.client,
    {
      happenedAt: now,
      recordedAt: now,
      businessDate: dayOf(now),
      // The office's own acts have nobody behind them.
      actorId: (actor as typeof actor | undefined)?.id ?? null,
      terminal: connection.terminal,
      procedure,
      requestId,
      noun: what.noun,
      subjectId: what.id,
      kind: what.kind,
      data: { ...sealedData(database.client, what), ...actingFor },
    },
    changes,
    logging,
  );
  const records = changes.map((change) => `${getTableName(change.table)}:${change.id}`);
  return { answer, seq, touched: [`${what.noun}:${what.id}`, ...records] };
}

/** For whom this was done (代理), number and name: somebody whose rights it took; null when it took nobody else's. */
function standsFor({ actor, rights, stood }: QueryContext, permission: Access | null) {
  const person = actor as typeof actor | undefined;
  if (person === undefined) return null;
  const asks = permission === null || permission === 'public' || permission === 'signedIn' ? null : permission;
  const ground = asks === null ? null : groundFor(rights, person, asks);
  const id = stood.for ?? (ground === null || ground === 'own' ? null : ground.accountId);
  const lender = person.actingFor.find(({ accountId }) => accountId === id);
  return lender === undefined ? null : { actingFor: lender.accountId, actingForName: lender.name };
}
