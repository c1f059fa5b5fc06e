import { type ReadDb, readDb } from '#db/access.ts';
import type { OpenDatabase } from '#db/connection.ts';
import { keyedHash } from '#db/personal.ts';
import type { Access, ApiTree, Command, Query, Stream } from '#shared/api/procedure.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { requestIdSchema } from '#shared/kernel/ids.ts';
import { authorise } from './authorise.ts';
import { longContext } from './carry-out.ts';
import { commitQueue } from './commit-queue.ts';
import { contextOf } from './context.ts';
import { InvalidInput, leavesInDoubt, refusalOf } from './faults.ts';
import { type AnyRun, type HandlerTree, handlersOf, isLong } from './handler-tree.ts';
import type { CommandContext, OfficeLongActs, QueryContext } from './handlers.ts';
import { checkLimits } from './input-limits.ts';
import type { LiveHub } from './live.ts';
import type { LongActs } from './long-acts.ts';
import type { KernelPorts } from './ports.ts';
import type { ProcedureTimes } from './procedure-times.ts';
import { answerOf, type RequestKey, rememberAnswer } from './requests.ts';
import { type Actor, type Connection, connectionAt } from './session.ts';
import { settingsReader } from './settings.ts';
import { transact } from './transact.ts';

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
  /**
   * Runs an act of the office itself that writes for long, by its name: on the second thread, so that everybody is answered
   * meanwhile. Without that thread it runs as {@link Corridor.act} does.
   */
  actLong(procedure: string, order: unknown): Promise<void>;
  /**
   * Refuses every command of people from now on, waits for `before`, and then has the office's file to itself: not even
   * the office's own acts are done. `release` lets everybody go on, `abandon` nobody any more.
   */
  seize(refusal: DomainError, before: () => Promise<void>): Promise<{ release(): void; abandon(): void }>;
  /** Somebody has the file to themselves, or is about to: whatever waits for it may wait for long. */
  isSeized(): boolean;
};

/** Procedures slower than this are logged by name. */
const SLOW_MS = 40;

/** Builds the corridor of one office. */
export function createCorridor(options: {
  readonly api: ApiTree;
  readonly handlers: HandlerTree;
  /** What the office does by itself and for long. */
  readonly officeActs?: OfficeLongActs;
  readonly database: OpenDatabase;
  readonly ports: KernelPorts;
  readonly live: LiveHub;
  /** Hears how long each call took. */
  readonly times?: ProcedureTimes | undefined;
  /** Hears what each question showed to whom. */
  readonly reads?: ((path: string, asked: QueryContext, input: unknown, output: unknown) => void) | undefined;
  /** Key of the hashes by which a repeated request is told from another one under the same id. */
  readonly requestKey: Uint8Array;
  /** The second thread; without one, long acts are carried out in the queue like any other. */
  readonly longActs?: LongActs | undefined;
  /** How long a person's act waits for a long one, ms. */
  readonly patienceMs?: number | undefined;
  /** Throws DISK_LOW when there is no room for what an act brings. */
  readonly room?: ((path: string) => void) | undefined;
  /** Does an act, and once more with what the office has kept back where the disk is full for it. */
  readonly withReserve?: (<T>(path: string, run: () => Promise<T>) => Promise<T>) | undefined;
  /** Hears, once, that the office's file is in doubt: nothing is done on it any more until it was opened anew. */
  readonly onDoubt?: ((refusal: DomainError) => void) | undefined;
}): Corridor {
  const { database, ports, live, requestKey, longActs, withReserve = (_path, run) => run() } = options;
  const db: ReadDb = readDb(database);
  const settings = settingsReader(db);
  const { procedureAt, handlerAt } = handlersOf(options.api, options.handlers);
  const {
    enqueue,
    occupy,
    seize: seizeFile,
    abandon,
    afterCommit,
    touched,
  } = commitQueue({
    client: database.client,
    live,
    ...(options.patienceMs === undefined ? {} : { patienceMs: options.patienceMs }),
    refused: mapped,
    changed: (records) => {
      if (records === 'anything' || records.some((record) => /^(settings|office):/.test(record))) settings.forget();
    },
  });

  /** Why no command is taken now. */
  let closed: DomainError | undefined;
  /** Why nothing is done or answered any more. */
  let doubt: DomainError | undefined;

  function context(permission: Access, connection: Connection, now: number, path: string): QueryContext {
    const actor = authorise({ db, settings, permission, connection, now, path });
    return contextOf({ db, settings }, { actor, connection, now });
  }

  async function call(path: string, input: unknown, connection: Connection): Promise<unknown> {
    if (doubt !== undefined) throw doubt;
    const started = performance.now();
    const procedure = procedureAt(path, ['query', 'command']);
    try {
      return procedure.kind === 'command'
        ? await withReserve(path, () => runCommand(path, procedure, input, connection))
        : await runQuery(path, procedure, input, connection);
    } catch (error) {
      throw mapped(path, error);
    } finally {
      const took = performance.now() - started;
      options.times?.record(path, took, ports.clock(), typeof handlerAt(path) === 'function');
      if (took > SLOW_MS) ports.log('info', `slow procedure ${path} ${Math.round(took)} ms`);
    }
  }

  function mapped(path: string, error: unknown): DomainError {
    const { refusal, known } = refusalOf(error);
    if (leavesInDoubt(refusal) && doubt === undefined) {
      doubt = refusal;
      ports.log('error', `${path}: ${refusal.code}, the office is to be opened anew: ${String(error)}`);
      abandon(refusal);
      options.onDoubt?.(refusal);
    }
    if (!known)
      ports.log('error', `${path}: ${error instanceof Error ? (error.stack ?? error.message) : 'not an error'}`);
    return refusal;
  }

  async function runQuery(path: string, procedure: Query, input: unknown, connection: Connection): Promise<unknown> {
    const ready = context(procedure.permission, connection, ports.clock(), path);
    const handler = handlerAt(path);
    const asked = parsed(procedure, input) as never;
    if (!isLong(handler)) {
      const answer = procedure.output.parse(await (handler as AnyRun)(ready as never, asked));
      if ((ready.actor as Actor | undefined) !== undefined) options.reads?.(path, ready, asked, answer);
      return answer;
    }
    const order = await handler.prepare(ready as never, asked);
    return longActs === undefined
      ? procedure.output.parse(handler.run(ready as never, order as never))
      : longActs.ask(path, ready, order);
  }

  async function runCommand(path: string, procedure: Command, wire: unknown, connection: Connection) {
    if (closed !== undefined) throw closed;
    // Who may not ask is told so before anything they sent is looked at.
    const before = context(procedure.permission, connection, ports.clock(), path);
    const { requestId, data } = wireOf(wire);
    options.room?.(path);
    const input = parsed(procedure, data);
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
    /** Who asks and whether they may, asked again once it is their turn; and the answer of a request that was repeated. */
    const arrive = () => {
      const now = ports.clock();
      const actor = authorise({ db, settings, permission: procedure.permission, connection, now, path });
      const request = requestOf(actor);
      return { now, actor, request, known: answerOf(database.client, request) };
    };
    if (isLong(handler) && longActs !== undefined)
      return occupy(path, async () => {
        const { now, actor, request, known } = arrive();
        if (known !== undefined) return { answer: known.answer, seq: 0, touched: [] };
        return longActs.carryOut(path, contextOf({ db, settings }, { actor, connection, now }), ready, request);
      });
    return enqueue(path, () => {
      const { now, actor, request, known } = arrive();
      if (known !== undefined) return known.answer;
      const answer = written(path, procedure.permission, requestId, { actor, connection, now }, (active) => {
        const given = direct
          ? handler(active as never, input as never)
          : isLong(handler)
            ? handler.run(longContext(active, () => undefined) as never, ready as never)
            : handler.run(active as never, input as never, ready as never);
        return procedure.output.parse(given);
      });
      rememberAnswer(database.client, request, answer, now);
      return answer;
    });
  }

  function written<T>(
    procedure: string,
    permission: Access | null,
    requestId: string,
    asked: { readonly actor: Actor | undefined; readonly connection: Connection; readonly now: number },
    run: (context: CommandContext) => T,
  ): T {
    const context = contextOf({ db, settings }, asked);
    const {
      answer,
      seq,
      touched: records,
    } = transact({ database, procedure, permission, requestId, context, afterCommit, run });
    if (seq > 0) touched(seq, records);
    return answer;
  }

  async function* open(path: string, input: unknown, connection: Connection, signal?: AbortSignal) {
    const procedure = procedureAt(path, ['stream']);
    const ready = context(procedure.permission, connection, ports.clock(), path);
    const handler = handlerAt(path) as AnyRun;
    const items = handler(ready as never, parsed(procedure, input) as never, signal as never);
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

  const officeItself = connectionAt(0, 'office');

  async function act<T>(officeAct: OfficeAct<T>): Promise<T> {
    const now = ports.clock;
    const value = await enqueue(
      officeAct.procedure,
      () =>
        written(
          officeAct.procedure,
          null,
          ports.newId(),
          { actor: undefined, connection: officeItself, now: now() },
          (active) => officeAct.run({ ...active, actor: undefined }),
        ),
      // Nobody waits for it who could be told to try again.
      true,
    );
    return value as T;
  }

  async function actLong(procedure: string, order: unknown): Promise<void> {
    const run = options.officeActs?.[procedure];
    if (run === undefined) throw new Error(`${procedure} is no act of the office`);
    if (longActs === undefined)
      return act({
        procedure,
        run: (active) => {
          const { actor: _nobody, ...mine } = longContext({ ...active } as unknown as CommandContext, () => undefined);
          run({ ...mine, actor: undefined }, order as never);
        },
      });
    const thread = longActs;
    await occupy(
      procedure,
      () => {
        const asked = { actor: undefined, connection: officeItself, now: ports.clock() };
        return thread.carryOutOwn(procedure, contextOf({ db, settings }, asked), order, ports.newId());
      },
      true,
    );
  }

  async function seize(refusal: DomainError, before: () => Promise<void>) {
    if (closed !== undefined) throw closed;
    closed = refusal;
    const reopen = () => {
      closed = undefined;
    };
    try {
      await before();
      const file = await seizeFile();
      return {
        release: () => {
          reopen();
          file.release();
        },
        abandon: () => file.abandon(refusal),
      };
    } catch (error) {
      reopen();
      throw error;
    }
  }

  return { call, open, act, actLong, seize, isSeized: () => closed !== undefined };
}

function parsed({ input: schema, carriesFiles }: Query | Command | Stream, input: unknown): unknown {
  checkLimits(input, carriesFiles === true);
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
