import type Database from 'better-sqlite3';
import type { DomainError } from '#shared/kernel/errors.ts';
import type { LiveHub } from './live.ts';

type Job = {
  readonly name: string;
  readonly run: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: DomainError) => void;
};

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
  /** Runs an act in the next commit; settles once that is on the disk, or rejects with the refusal. */
  enqueue(name: string, run: () => unknown): Promise<unknown>;
  /** From inside an act: runs after the commit and before the answers. Never runs for an act that was undone. */
  afterCommit(effect: () => void): void;
  /** From inside an act: what is told to every window after the commit. */
  touched(seq: number, records: readonly string[]): void;
};

/**
 * The queue of one office. `refused` names a fault and logs it when it is a bug; `changed` hears which records an act has
 * changed, before the next one runs, and that everything may have gone back when one was undone.
 */
export function commitQueue(options: {
  readonly client: Database.Database;
  readonly live: LiveHub;
  readonly refused: (where: string, error: unknown) => DomainError;
  readonly changed: (records: readonly string[] | 'anything') => void;
}): CommitQueue {
  const { client, live, refused, changed } = options;
  const queue: Job[] = [];
  /** Of the act that runs now. */
  let outbox = emptyOutbox();

  /** One BEGIN IMMEDIATE, one savepoint each, one COMMIT with FULL; then the answers, then one publication. */
  function flush(): void {
    const jobs = queue.splice(0);
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
    enqueue: (name, run) =>
      new Promise((resolve, reject) => {
        queue.push({ name, run, resolve, reject });
        if (queue.length === 1) setImmediate(flush);
      }),
    afterCommit: (effect) => outbox.effects.push(effect),
    touched: (seq, records) => {
      outbox.seq = seq;
      for (const record of records) outbox.touched.push(record);
    },
  };
}
