import { readDb } from '#db/access.ts';
import type { OpenDatabase } from '#db/connection.ts';
import type { ApiTree } from '#shared/api/procedure.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { ActProgress, LongActStep } from '#shared/kernel/long-act.ts';
import { contextOf } from './context.ts';
import { refusalOf } from './faults.ts';
import { type HandlerTree, handlersOf, isLong } from './handler-tree.ts';
import type { CommandContext, LongContext, OfficeLongActs } from './handlers.ts';
import { type RequestKey, rememberAnswer } from './requests.ts';
import { type Actor, type Connection, connectionAt } from './session.ts';
import { settingsReader } from './settings.ts';
import { transact } from './transact.ts';

/** What goes over to the second thread: a long act or question, with who asks it and what was prepared for it. */
export type LongOrder = {
  readonly path: string;
  /** Nobody for an act of the office itself. */
  readonly actor: Actor | undefined;
  readonly terminal: string;
  readonly desks: Connection['desks'];
  readonly now: number;
  readonly order: unknown;
  /** Under which id a person's act is remembered; a question and an act of the office have none. */
  readonly request: RequestKey | null;
  /** Number of an act that the office does by itself; null for what a person asks. */
  readonly officeAct: string | null;
  /** Turns from 0 to 1 when the act is to stop. */
  readonly stop: SharedArrayBuffer;
};

/** What comes back: the answer, the act's event (0 for none) and what it touched. */
export type LongDone = { readonly answer: unknown; readonly seq: number; readonly touched: readonly string[] };

/** The share of an act's time that its own writing takes; the rest is its history. */
const OWN_PERCENT = 85;
/** How often it is told how far an act is, ms. */
const TELL_MS = 100;
/** More records than this are told as everything: a window would ask all of its questions anew anyway. */
const MOST_TOUCHED = 500;

/**
 * Carries out long acts and questions on a connection of its own: an act is one transaction that nobody sees a part of,
 * with its event and its remembered answer, or nothing at all.
 */
export function longWork(options: {
  readonly api: ApiTree;
  readonly handlers: HandlerTree;
  readonly officeActs: OfficeLongActs;
  readonly database: OpenDatabase;
}): (order: LongOrder, tell: (progress: ActProgress) => void) => LongDone {
  const { database } = options;
  const { client } = database;
  const db = readDb(database);
  const { procedureAt, handlerAt } = handlersOf(options.api, options.handlers);

  /** What a person's act runs, with what it asks for. */
  function asked({ path, order }: LongOrder) {
    const { output, permission } = procedureAt(path, ['command']);
    const { run } = longAt(path);
    return { permission, run: (context: LongContext) => output.parse(run(context as never, order as never)) };
  }

  /** What the office's own act runs: it asks nobody, and nobody waits for an answer. */
  function own({ path, order }: LongOrder) {
    const run = options.officeActs[path];
    if (run === undefined) throw new Error(`${path} is no act of the office`);
    return {
      permission: null,
      run: (context: LongContext) => {
        run({ ...context, actor: undefined }, order as never);
        return null;
      },
    };
  }

  function act(order: LongOrder, tell: (progress: ActProgress) => void): LongDone {
    const { path, request, officeAct } = order;
    const requestId = officeAct ?? request?.requestId;
    if (requestId === undefined) throw new Error(`${path} came without its request`);
    const { permission, run } = officeAct === null ? asked(order) : own(order);
    const pace = pacing(order.stop, tell);
    client.exec('begin immediate');
    try {
      pace('checking', 0);
      const { answer, seq, touched } = transact({
        database,
        procedure: path,
        permission,
        requestId,
        context: contextHere(order),
        afterCommit: () => {
          throw new Error(`${path} leaves something to be done after its commit`);
        },
        run: (context) => run(longContext(context, pace)),
        logging: (done, of) => pace('history', OWN_PERCENT + (done / of) * (99 - OWN_PERCENT)),
      });
      if (request !== null) rememberAnswer(client, request, answer, order.now);
      client.exec('commit');
      return { answer, seq, touched: touched.length > MOST_TOUCHED ? ['*'] : touched };
    } catch (error) {
      if (client.inTransaction) client.exec('rollback');
      throw error;
    }
  }

  function longAt(path: string) {
    const handler = handlerAt(path);
    if (!isLong(handler)) throw new Error(`${path} is not for the second thread`);
    return handler;
  }

  function contextHere({ actor, terminal, desks, now }: LongOrder) {
    // Settings are read anew: others change them on the office's own thread.
    const settings = settingsReader(db);
    return contextOf({ db, settings }, { actor, now, connection: connectionAt(0, terminal, { desks }) });
  }

  function question(order: LongOrder): LongDone {
    const { output } = procedureAt(order.path, ['query']);
    const answer = longAt(order.path).run(contextHere(order) as never, order.order as never);
    return { answer: output.parse(answer), seq: 0, touched: [] };
  }

  return (order, tell) => {
    try {
      return order.request === null && order.officeAct === null ? question(order) : act(order, tell);
    } catch (error) {
      const { refusal, known } = refusalOf(error);
      throw known ? refusal : error;
    }
  };
}

/** A command's context with the pace of its own writing. */
export function longContext(
  { afterCommit: _none, ...context }: CommandContext,
  pace: (step: LongActStep, percent: number) => void,
): LongContext {
  return { ...context, pace: (step, done, of) => pace(step, (done / Math.max(of, 1)) * OWN_PERCENT) };
}

function pacing(stop: SharedArrayBuffer, tell: (progress: ActProgress) => void) {
  const stopped = new Int32Array(stop);
  let told = 0;
  let last: LongActStep | undefined;
  return (step: LongActStep, percent: number): void => {
    if (Atomics.load(stopped, 0) !== 0) throw new DomainError('ACT_STOPPED');
    const now = performance.now();
    if (step === last && now - told < TELL_MS) return;
    told = now;
    last = step;
    tell({ step, percent: Math.min(99, Math.floor(percent)) });
  };
}
