import { getTableName } from 'drizzle-orm';
import { type ReadDb, type RowChange, readDb, writeTx } from '#db/access.ts';
import type { OpenDatabase } from '#db/connection.ts';
import { keyedHash } from '#db/personal.ts';
import { appendEvent } from '#db/repositories/events.ts';
import {
  type Access,
  type ApiTree,
  type Command,
  proceduresOf,
  type Query,
  type Stream,
} from '#shared/api/procedure.ts';
import { hasPermission, type Permission } from '#shared/domain/accounts/permissions.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { requestIdSchema } from '#shared/kernel/ids.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { authorise } from './authorise.ts';
import { commitQueue } from './commit-queue.ts';
import { InvalidInput, refusalOf } from './faults.ts';
import { type CommandContext, type Happening, type QueryContext } from './handlers.ts';
import type { LiveHub } from './live.ts';
import type { KernelPorts } from './ports.ts';
import { answerOf, type RequestKey, rememberAnswer } from './requests.ts';
import type { Actor, Connection } from './session.ts';
import { settingsReader } from './settings.ts';

/** A handler as the corridor runs it; the types were checked where it was declared. */
type AnyHandler = (context: never, input: never, more?: never) => unknown;
type AnyCommand = AnyHandler | { prepare: AnyHandler; run: AnyHandler };
type HandlerTree = { readonly [name: string]: AnyCommand | HandlerTree };

/** An act that the office starts by itself, such as letting a lock run out. */
export type OfficeAct<T> = { readonly procedure: string; run(context: CommandContext<undefined>): T };

/** The one way in: whatever wants something from the office comes through here. */
export type Corridor = {
  /** Calls a declared query or command; commands carry `{ requestId, data }`. Rejects with a DomainError. */
  call(path: string, input: unknown, connection: Connection): Promise<unknown>;
  /** Opens a declared stream. */
  open(path: string, input: unknown, connection: Connection, signal?: AbortSignal): AsyncIterable<unknown>;
  /** Runs an act of the office itself, in the same queue as everybody's commands. */
  act<T>(act: OfficeAct<T>): Promise<T>;
};

/** Procedures slower than this are logged by name. */
const SLOW_MS = 40;

/** Builds the corridor of one office. */
export function createCorridor(options: {
  readonly api: ApiTree;
  readonly handlers: HandlerTree;
  readonly database: OpenDatabase;
  readonly ports: KernelPorts;
  readonly live: LiveHub;
  /** Key of the hashes by which a repeated request is told from another one under the same id. */
  readonly requestKey: Uint8Array;
}): Corridor {
  const { database, ports, live, requestKey } = options;
  const db: ReadDb = readDb(database);
  const settings = settingsReader(db);
  const procedures = new Map(proceduresOf(options.api).map(({ path, procedure }) => [path, procedure]));
  const { enqueue, afterCommit, touched } = commitQueue({
    client: database.client,
    live,
    refused: mapped,
    changed: (records) => {
      if (records === 'anything' || records.some((record) => /^(settings|office):/.test(record))) settings.forget();
    },
  });

  function procedureAt<K extends 'query' | 'command' | 'stream'>(path: string, kinds: readonly K[]) {
    const procedure = procedures.get(path);
    if (procedure === undefined || !kinds.some((kind) => kind === procedure.kind)) throw new DomainError('NOT_FOUND');
    return procedure as Query | Command | Stream;
  }

  function handlerAt(path: string): AnyCommand {
    let node: AnyCommand | HandlerTree | undefined = options.handlers;
    for (const name of path.split('.'))
      node = typeof node === 'object' && Object.hasOwn(node, name) ? (node as HandlerTree)[name] : undefined;
    if (node === undefined) throw new Error(`No handler for ${path}`);
    return node as AnyCommand;
  }

  function context(permission: Access, connection: Connection, now: number, path: string): QueryContext {
    const actor = authorise({ db, settings, permission, connection, now, path });
    return { ...baseContext(actor, connection, now), actor: actor as Actor };
  }

  function baseContext(actor: Actor | undefined, connection: Connection, now: number) {
    const today = dayOf(now);
    return {
      now,
      today,
      connection,
      db,
      can: (permission: Permission) => actor !== undefined && hasPermission(actor.post, permission),
      setting: ((key, day) => settings.read(key, day ?? today)) as QueryContext['setting'],
    };
  }

  async function call(path: string, input: unknown, connection: Connection): Promise<unknown> {
    const started = performance.now();
    try {
      const procedure = procedureAt(path, ['query', 'command']);
      return procedure.kind === 'command'
        ? await runCommand(path, procedure, input, connection)
        : await runQuery(path, procedure as Query, input, connection);
    } catch (error) {
      throw mapped(path, error);
    } finally {
      const took = performance.now() - started;
      if (took > SLOW_MS) ports.log('info', `slow procedure ${path} ${Math.round(took)} ms`);
    }
  }

  function mapped(path: string, error: unknown): DomainError {
    const { refusal, known } = refusalOf(error);
    if (!known)
      ports.log('error', `${path}: ${error instanceof Error ? (error.stack ?? error.message) : 'not an error'}`);
    return refusal;
  }

  async function runQuery(path: string, procedure: Query, input: unknown, connection: Connection): Promise<unknown> {
    const ready = context(procedure.permission, connection, ports.clock(), path);
    const handler = handlerAt(path) as AnyHandler;
    const answer = await handler(ready as never, parsed(procedure.input, input) as never);
    return procedure.output.parse(answer);
  }

  async function runCommand(path: string, procedure: Command, wire: unknown, connection: Connection) {
    const { requestId, data } = wireOf(wire);
    const before = context(procedure.permission, connection, ports.clock(), path);
    const input = parsed(procedure.input, data);
    // Keyed: an input may hold a password or a PIN, and a plain hash of these would be as good as the PIN itself.
    const inputHash = keyedHash(requestKey, JSON.stringify(data));
    const requestOf = (actor: Actor | undefined): RequestKey => ({
      requestId,
      procedure: path,
      // What anybody may ask is nobody's: a log-in is asked before there is an actor and may be repeated after.
      actorId: procedure.permission === 'public' ? null : (actor?.id ?? null),
      inputHash,
    });
    const handler = handlerAt(path);
    const direct = typeof handler === 'function';
    // A repeated request is answered before its slow work is done anew, which may by now refuse what it did itself.
    const first = direct ? undefined : answerOf(database.client, requestOf(before.actor));
    if (first !== undefined) return first.answer;
    const ready = direct ? undefined : await handler.prepare(before as never, input as never);
    return enqueue(path, () => {
      const now = ports.clock();
      const actor = authorise({ db, settings, permission: procedure.permission, connection, now, path });
      const request = requestOf(actor);
      const known = answerOf(database.client, request);
      if (known !== undefined) return known.answer;
      const answer = transact(path, requestId, actor, connection, now, (active) => {
        const given = direct
          ? handler(active as never, input as never)
          : handler.run(active as never, input as never, ready as never);
        return procedure.output.parse(given);
      });
      rememberAnswer(database.client, request, answer, now);
      return answer;
    });
  }

  function transact<T>(
    path: string,
    requestId: string,
    actor: Actor | undefined,
    connection: Connection,
    now: number,
    run: (context: CommandContext) => T,
  ): T {
    const changes: RowChange[] = [];
    const happenings: Happening[] = [];
    const answer = run({
      ...baseContext(actor, connection, now),
      actor: actor as Actor,
      tx: writeTx(database, changes),
      happened: (what) => happenings.push(what),
      afterCommit,
    });
    const [what] = happenings;
    if (happenings.length > 1 || (changes.length > 0 && what === undefined))
      throw new Error(`${path} must say once what happened, not ${happenings.length} times`);
    if (what === undefined) return answer;
    const seq = appendEvent(
      database.client,
      {
        happenedAt: now,
        recordedAt: now,
        businessDate: dayOf(now),
        actorId: actor?.id ?? null,
        terminal: connection.terminal,
        procedure: path,
        requestId,
        noun: what.noun,
        subjectId: what.id,
        kind: what.kind,
        data: what.data ?? {},
      },
      changes,
    );
    touched(seq, [`${what.noun}:${what.id}`, ...changes.map((change) => `${getTableName(change.table)}:${change.id}`)]);
    return answer;
  }

  async function* open(path: string, input: unknown, connection: Connection, signal?: AbortSignal) {
    const procedure = procedureAt(path, ['stream']);
    const ready = context(procedure.permission, connection, ports.clock(), path);
    const handler = handlerAt(path) as AnyHandler;
    const items = handler(ready as never, parsed(procedure.input, input) as never, signal as never);
    for await (const item of items as AsyncIterable<unknown>) {
      stillAllowed(path, procedure.permission, connection);
      yield procedure.output.parse(item);
    }
  }

  /** A stream ends with the session that opened it; a locked screen keeps it, so that it is up to date when unlocked. */
  function stillAllowed(path: string, permission: Access, connection: Connection): void {
    try {
      authorise({ db, settings, permission, connection, now: ports.clock(), path });
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'SESSION_LOCKED') throw error;
    }
  }

  const officeItself: Connection = { id: 0, terminal: 'office', session: undefined };

  async function act<T>(officeAct: OfficeAct<T>): Promise<T> {
    const value = await enqueue(officeAct.procedure, () =>
      transact(officeAct.procedure, ports.newId(), undefined, officeItself, ports.clock(), (active) =>
        officeAct.run({ ...active, actor: undefined }),
      ),
    );
    return value as T;
  }

  return { call, open, act };
}

function parsed(schema: Query['input'], input: unknown): unknown {
  const result = schema.safeParse(input);
  if (!result.success) throw new InvalidInput(result.error);
  return result.data;
}

function wireOf(wire: unknown): { requestId: string; data: unknown } {
  if (typeof wire !== 'object' || wire === null || !('requestId' in wire) || !('data' in wire))
    throw new DomainError('INVALID_INPUT');
  const id = requestIdSchema.safeParse(wire.requestId);
  if (!id.success || Object.keys(wire).length !== 2) throw new DomainError('INVALID_INPUT');
  return { requestId: id.data, data: wire.data };
}
