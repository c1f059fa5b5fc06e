import type Database from 'better-sqlite3';
import { DomainError } from '#shared/kernel/errors.ts';
import type { LiveHub } from './live.ts';

type Turn<Run> = {
  readonly name: string;
  readonly run: Run;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: DomainError) => void;
  /** Runs out when it has waited long enough for a long act. */
  readonly patience: NodeJS.Timeout | undefined;
};

type Job = Turn<() => unknown> & { readonly long: false };
type LongJob = Turn<() => Promise<Committed>> & { readonly long: true };

/** What a long act came to on the connection where it was written and committed. */
export type Committed = { readonly answer: unknown; readonly seq: number; readonly touched: readonly string[] };

type Outcome = {
  readonly job: Job;
  readonly left: Outbox;
  readonly value?: unknown;
  readonly error?: DomainError;
};

/** What an act leaves to be done once it is on the disk. */
type Outbox = { readonly effects: (() => void)[]; readonly touched: string[]; seq: number };

function emptyOutbox(): Outbox {
  return { effects: [], touched: [], seq: 0 };
}

/**
 * The queue of everybody's acts (decision 3): those of one turn of the event loop share a commit. To each act it is one
 * synchronous transaction of its own: what refuses undoes only itself.
 */
export type CommitQueue = {
  /**
   * Runs an act in the next commit; settles once that is on the disk, or rejects with the refusal. It waits for a long act
   * that is before it; `patient` as long as that takes, otherwise {@link PATIENCE_MS}, and is then refused as ACT_BEFORE.
   */
  enqueue(name: string, run: () => unknown, patient?: boolean): Promise<unknown>;
  /**
   * Gives the office's file to a long act that writes elsewhere, once it is its turn: no other act runs until it has
   * settled. It waits as others do, `patient` or not.
   */
  occupy(name: string, run: () => Promise<Committed>, patient?: boolean): Promise<unknown>;
  /**
   * Gives the office's file to one who only reads, once it is their turn: no act runs until it is given back. `abandon`
   * does not give it back: who waits, and whoever comes later, is refused.
   */
  seize(): Promise<Seized>;
  /** From inside an act: runs after the commit and before the answers. Never runs for an act that was undone. */
  afterCommit(effect: () => void): void;
  /** Gives the file up: who waits, and whoever comes later, is refused. */
  abandon(refusal: DomainError): void;
  /** From inside an act: what is told to every window after the commit. */
  touched(seq: number, records: readonly string[]): void;
};

/** The office's file in one hand. */
export type Seized = { readonly release: () => void; readonly abandon: (refusal: DomainError) => void };

/** How long a person's act waits for a long one before it is refused, ms: what takes longer is said, not waited for. */
const PATIENCE_MS = 5000;

/**
 * The queue of one office. `refused` names a fault and logs it when it is a bug; `changed` hears which records an act has
 * changed, before the next one runs, and that everything may have gone back when one was undone.
 */
export function commitQueue(options: {
  readonly client: Database.Database;
  readonly live: LiveHub;
  readonly refused: (where: string, error: unknown) => DomainError;
  readonly changed: (records: readonly string[] | 'anything') => void;
  /** How long a person's act waits for a long one. */
  readonly patienceMs?: number;
}): CommitQueue {
  const { client, live, refused, changed, patienceMs = PATIENCE_MS } = options;
  const queue: (Job | LongJob)[] = [];
  /** A long act has the file. */
  let occupied = false;
  let scheduled = false;
  /** The office is elsewhere: nothing is written here any more. */
  let abandoned: DomainError | undefined;
  /** Of the act that runs now. */
  let outbox = emptyOutbox();

  function wait<T extends Job | LongJob>(turn: Omit<T, 'resolve' | 'reject' | 'patience'>, patient: boolean) {
    return new Promise<unknown>((resolve, reject) => {
      if (abandoned !== undefined) return reject(abandoned);
      const behind = occupied || queue.some(({ long }) => long);
      const patience = behind && !patient ? setTimeout(() => giveUp(whole), patienceMs) : undefined;
      const whole = { ...turn, resolve, reject, patience } as T;
      queue.push(whole);
      schedule();
    });
  }

  function giveUp(turn: Job | LongJob): void {
    const at = queue.indexOf(turn);
    if (at < 0) return;
    queue.splice(at, 1);
    turn.reject(new DomainError('ACT_BEFORE', { percent: live.longAct()?.percent ?? 0 }));
  }

  function schedule(): void {
    if (occupied || scheduled || queue.length === 0) return;
    scheduled = true;
    setImmediate(next);
  }

  /** Whose turn it is: a long act by itself, or all short ones before the next long one together. */
  function next(): void {
    scheduled = false;
    const [first] = queue;
    if (first === undefined) return;
    if (first.long) void occupyFor(first);
    else flush();
    schedule();
  }

  async function occupyFor(job: LongJob): Promise<void> {
    queue.shift();
    clearTimeout(job.patience);
    occupied = true;
    try {
      const { answer, seq, touched } = await job.run();
      changed('anything');
      job.resolve(answer);
      if (seq > 0) afterwards(() => live.publish({ seq, touched: [...touched] }));
    } catch (error) {
      changed('anything');
      job.reject(refused(job.name, error));
    } finally {
      occupied = false;
      schedule();
    }
  }

  function seize(): Promise<Seized> {
    return new Promise((resolve, reject) => {
      const held = new Promise<Committed>((release) => {
        const run = (): Promise<Committed> => {
          resolve({ release: () => release({ answer: null, seq: 0, touched: [] }), abandon });
          return held;
        };
        wait<LongJob>({ name: 'seize', run, long: true }, true).catch(reject);
      });
    });
  }

  function abandon(refusal: DomainError): void {
    abandoned = refusal;
    for (const turn of queue.splice(0)) {
      clearTimeout(turn.patience);
      turn.reject(refusal);
    }
  }

  /** One BEGIN IMMEDIATE, one savepoint each, one COMMIT with FULL; then the answers, then one publication. */
  function flush(): void {
    const end = queue.findIndex(({ long }) => long);
    const jobs = queue.splice(0, end < 0 ? queue.length : end).filter((job) => !job.long);
    for (const { patience } of jobs) clearTimeout(patience);
    let outcomes: Outcome[];
    // A generated office is written in large transactions of its own: a turn then is a part of one.
    const part = client.inTransaction;
    try {
      client.exec(part ? 'savepoint turn' : 'begin immediate');
      outcomes = jobs.map((job) => attempt(job));
      client.exec(part ? 'release turn' : 'commit');
    } catch (error) {
      if (client.inTransaction) client.exec(part ? 'rollback to turn; release turn' : 'rollback');
      changed('anything');
      const refusal = refused('commit', error);
      for (const job of jobs) job.reject(refusal);
      return;
    }
    const seq = outcomes.findLast(({ left }) => left.seq > 0)?.left.seq ?? 0;
    for (const { left } of outcomes) for (const effect of left.effects) afterwards(effect);
    for (const { job, value, error } of outcomes)
      if (error === undefined) job.resolve(value);
      else job.reject(error);
    const touched = new Set(outcomes.flatMap(({ left }) => left.touched));
    if (seq > 0) afterwards(() => live.publish({ seq, touched: [...touched] }));
  }

  function attempt(job: Job): Outcome {
    outbox = emptyOutbox();
    client.exec('savepoint act');
    try {
      const value = job.run();
      client.exec('release act');
      changed(outbox.touched);
      return { job, left: outbox, value };
    } catch (error) {
      // SQLite itself gave the whole transaction up, as it does on a full disk.
      if (!client.inTransaction) throw error;
      client.exec('rollback to act');
      client.exec('release act');
      changed('anything');
      return { job, left: emptyOutbox(), error: refused(job.name, error) };
    }
  }

  /** What is committed is committed: a fault in what follows is logged and takes nobody's answer away. */
  function afterwards(run: () => void): void {
    try {
      run();
    } catch (error) {
      refused('after the commit', error);
    }
  }

  return {
    enqueue: (name, run, patient = false) => wait<Job>({ name, run, long: false }, patient),
    seize,
    abandon,
    occupy: (name, run, patient = false) => wait<LongJob>({ name, run, long: true }, patient),
    afterCommit: (effect) => outbox.effects.push(effect),
    touched: (seq, records) => {
      outbox.seq = seq;
      for (const record of records) outbox.touched.push(record);
    },
  };
}
