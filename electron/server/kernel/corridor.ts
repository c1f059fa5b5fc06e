import { createHash } from 'node:crypto';
import { getTableName } from 'drizzle-orm';
import { type ReadDb, type RowChange, readDb, writeTx } from '#db/access.ts';
import type { OpenDatabase } from '#db/connection.ts';
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
import { InvalidInput, refusalOf } from './faults.ts';
import { type CommandContext, type Happening, type QueryContext } from './handlers.ts';
import type { LiveHub } from './live.ts';
import type { KernelPorts } from './ports.ts';
import { answerOf, rememberAnswer } from './requests.ts';
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

type Job = {
  readonly run: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: DomainError) => void;
};

type Outcome = { readonly job: Job; readonly value?: unknown; readonly error?: DomainError };

/** Procedures slower than this are logged by name. */
const SLOW_MS = 40;

/** Builds the corridor of one office. */
export function createCorridor(options: {
  readonly api: ApiTree;
  readonly handlers: HandlerTree;
  readonly database: OpenDatabase;
  readonly ports: KernelPorts;
  readonly live: LiveHub;
}): Corridor {
  const { database, ports, live } = options;
  const db: ReadDb = readDb(database);
  const settings = settingsReader(db);
  const procedures = new Map(proceduresOf(options.api).map(({ path, procedure }) => [path, procedure]));
  const queue: Job[] = [];
  let effects: (() => void)[] = [];
  let touched = new Set<string>();
  let lastSeq = 0;

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
    const inputHash = createHash('sha256').update(JSON.stringify(data)).digest('base64url');
    const handler = handlerAt(path);
    const direct = typeof handler === 'function';
    const ready = direct ? undefined : await handler.prepare(before as never, input as never);
    return enqueue(() => {
      const now = ports.clock();
      const actor = authorise({ db, settings, permission: procedure.permission, connection, now, path });
      const request = { requestId, procedure: path, actorId: actor?.id ?? null, inputHash };
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
      afterCommit: (effect) => effects.push(effect),
    });
    const [what] = happenings;
    if (happenings.length > 1 || (changes.length > 0 && what === undefined))
      throw new Error(`${path} must say once what happened, not ${happenings.length} times`);
    if (what === undefined) return answer;
    lastSeq = appendEvent(
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
    touched.add(`${what.noun}:${what.id}`);
    for (const change of changes) touched.add(`${getTableName(change.table)}:${change.id}`);
    return answer;
  }

  function enqueue(run: () => unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      queue.push({ run, resolve, reject });
      if (queue.length === 1) setImmediate(flush);
    });
  }

  /** One BEGIN IMMEDIATE, one savepoint each, one COMMIT with FULL; then the answers, then one publication. */
  function flush(): void {
    const jobs = queue.splice(0);
    const { client } = database;
    effects = [];
    touched = new Set();
    lastSeq = 0;
    let outcomes: Outcome[];
    try {
      client.exec('begin immediate');
      outcomes = jobs.map((job) => attempt(job));
      client.exec('commit');
      if (lastSeq > 0) settings.forget();
    } catch (error) {
      if (client.inTransaction) client.exec('rollback');
      const refusal = mapped('commit', error);
      for (const job of jobs) job.reject(refusal);
      return;
    }
    for (const effect of effects) effect();
    for (const { job, value, error } of outcomes)
      if (error === undefined) job.resolve(value);
      else job.reject(error);
    if (lastSeq > 0) live.publish({ seq: lastSeq, touched: [...touched] });
  }

  function attempt(job: Job): Outcome {
    const { client } = database;
    const kept = { effects: effects.length, touched: new Set(touched), lastSeq };
    client.exec('savepoint act');
    try {
      const value = job.run();
      client.exec('release act');
      return { job, value };
    } catch (error) {
      if (!client.inTransaction) throw error;
      client.exec('rollback to act');
      client.exec('release act');
      effects.length = kept.effects;
      touched = kept.touched;
      lastSeq = kept.lastSeq;
      settings.forget();
      return { job, error: mapped('command', error) };
    }
  }

  async function* open(path: string, input: unknown, connection: Connection, signal?: AbortSignal) {
    const procedure = procedureAt(path, ['stream']);
    const ready = context(procedure.permission, connection, ports.clock(), path);
    const handler = handlerAt(path) as AnyHandler;
    const items = handler(ready as never, parsed(procedure.input, input) as never, signal as never);
    for await (const item of items as AsyncIterable<unknown>) yield procedure.output.parse(item);
  }

  const officeItself: Connection = { id: 0, terminal: 'office', session: undefined };

  async function act<T>(officeAct: OfficeAct<T>): Promise<T> {
    const value = await enqueue(() =>
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
