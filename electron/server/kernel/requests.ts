import type Database from 'better-sqlite3';
import { DomainError } from '#shared/kernel/errors.ts';

/** Who asked what under which id. */
export type RequestKey = {
  readonly requestId: string;
  readonly procedure: string;
  readonly actorId: number | null;
  readonly inputHash: string;
};

type Stored = { procedure: string; actorId: number | null; inputHash: string; answer: string };

type Statements = {
  readonly find: Database.Statement<[string], Stored>;
  readonly keep: Database.Statement<[string, string, number | null, string, string, number]>;
};

const prepared = new WeakMap<Database.Database, Statements>();

function statementsOf(client: Database.Database): Statements {
  const known = prepared.get(client);
  if (known !== undefined) return known;
  const statements: Statements = {
    find: client.prepare(
      'select procedure, actor_id as actorId, input_hash as inputHash, answer from requests where request_id = ?',
    ),
    keep: client.prepare(
      'insert into requests (request_id, procedure, actor_id, input_hash, answer, answered_at) values (?, ?, ?, ?, ?, ?)',
    ),
  };
  prepared.set(client, statements);
  return statements;
}

/**
 * The answer that this request id got before, if any. Throws REQUEST_REUSED when the id belongs to another person,
 * procedure or input: an answer is only given again to who asked the same.
 */
export function answerOf(client: Database.Database, key: RequestKey): { readonly answer: unknown } | undefined {
  const stored = statementsOf(client).find.get(key.requestId);
  if (stored === undefined) return undefined;
  const same =
    stored.procedure === key.procedure && stored.actorId === key.actorId && stored.inputHash === key.inputHash;
  if (!same) throw new DomainError('REQUEST_REUSED');
  return { answer: JSON.parse(stored.answer) };
}

/** Keeps an answer in the same transaction as what it answers. */
export function rememberAnswer(client: Database.Database, key: RequestKey, answer: unknown, now: number): void {
  statementsOf(client).keep.run(key.requestId, key.procedure, key.actorId, key.inputHash, JSON.stringify(answer), now);
}
