import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { v7 } from 'uuid';
import { type OpenDatabase, openDatabase } from '#db/connection.ts';
import { officeKeys } from '#electron/server/keys.ts';

/** What the process of an office is told when it starts. */
export type HistoryStart = {
  readonly folder: string;
  /** Hexadecimal. */
  readonly rootKey: string;
  readonly migrations: string;
  /** Who sits where: accounts by seat. */
  readonly seats: Readonly<Record<string, number>>;
  /** What its clock shows, UTC ms. */
  readonly now: number;
  /** A fault in SQL that is planted when it is open. */
  readonly planted?: string;
};

/** What it is told then. */
export type HistoryOrder =
  | {
      readonly kind: 'call';
      readonly seat: string;
      readonly path: string;
      readonly data: unknown;
      readonly requestId: string;
    }
  | { readonly kind: 'tick' | 'close' };

/** An order as it is sent: with its number, and what the office's clock shows at it. */
export type SentOrder = HistoryOrder & { readonly id: number; readonly now: number };

/** What became of a call. */
export type HistoryAnswer =
  | { readonly ok: true; readonly answer: unknown }
  | { readonly ok: false; readonly code: string; readonly params: Readonly<Record<string, unknown>> };

/** How a command reaches the office: as usual, sent twice by somebody who did not wait, or while the office falls. */
export type Manner =
  | { readonly how: 'once' }
  | { readonly how: 'twice' }
  | { readonly how: 'falls'; readonly afterMs: number };

/** An answer of a process that fell before it gave one. */
const nothingHeard = Symbol('nothing heard');

/** An office in a process of its own that is told what happens, is killed and started again; and what it said. */
export class HistoryOffice {
  readonly #program: string;
  readonly #start: HistoryStart;
  #process: Awaited<ReturnType<typeof startedOffice>> | undefined;
  /** Its file, for reading: what is asked there does not go by way of the busy process. */
  #file: OpenDatabase | undefined;
  now: number;
  manner: Manner = { how: 'once' };
  falls = 0;
  retries = 0;
  /** Ids of acts that were acknowledged, and of those that were refused for good. */
  readonly acknowledged: string[] = [];
  readonly refused: string[] = [];
  /** Whatever does not fit, in words. */
  readonly anomalies: string[] = [];
  readonly outcomes = new Map<string, number>();

  constructor(program: string, start: HistoryStart) {
    this.#program = program;
    this.#start = start;
    this.now = start.now;
  }

  /** Where the person of an account sits. Throws RangeError for somebody who has no seat. */
  seatOf(account: number): string {
    const found = Object.entries(this.#start.seats).find(([, who]) => who === account);
    if (found === undefined) throw new RangeError(`Account ${account} has no seat`);
    return found[0];
  }

  async #started() {
    this.#process ??= await startedOffice(this.#program, { ...this.#start, now: this.now });
    return this.#process;
  }

  async #tell(order: HistoryOrder): Promise<unknown> {
    const started = await this.#started();
    return started.tell(order, this.now);
  }

  /** Asks as the person of a seat; undefined when that is refused. */
  async ask<T>(seat: string, path: string, data: unknown): Promise<T | undefined> {
    const answer = (await this.#tell({ kind: 'call', seat, path, data, requestId: v7() })) as HistoryAnswer;
    return answer.ok ? (answer.answer as T) : undefined;
  }

  /** Rows of the office's file. */
  async rows<T>(sql: string, ...values: readonly (number | string)[]): Promise<readonly T[]> {
    await this.#started();
    const { folder, rootKey } = this.#start;
    this.#file ??= openDatabase({
      file: path.join(folder, 'office.db'),
      key: officeKeys(Buffer.from(rootKey, 'hex')).file,
      readonly: true,
    });
    return this.#file.client.prepare<(number | string)[], T>(sql).all(...values);
  }

  /** An act in the {@link manner} of the moment; undefined when it was refused. What is repeated is done once. */
  async act<T>(seat: string, path: string, data: unknown): Promise<T | undefined> {
    const requestId = v7();
    const order = { kind: 'call', seat, path, data, requestId } as const;
    const heard = await this.#send(order);
    const last = heard.at(-1);
    const done = heard.findIndex((one) => one.ok);
    for (const one of done < 0 ? [] : heard.slice(done))
      if (!isDeepStrictEqual(one, heard[done]))
        this.anomalies.push(`${path} ${requestId} was answered otherwise when it was repeated: ${JSON.stringify(one)}`);
    const outcome = done >= 0 ? 'done' : last?.ok === false ? last.code : 'none';
    const key = `${path} ${outcome}`;
    this.outcomes.set(key, (this.outcomes.get(key) ?? 0) + 1);
    if (done >= 0) this.acknowledged.push(requestId);
    else this.refused.push(requestId);
    if (last?.ok === false) this.#judgeRefusal(path, last);
    return last?.ok === true ? (last.answer as T) : undefined;
  }

  async #send(order: HistoryOrder): Promise<HistoryAnswer[]> {
    const { manner } = this;
    this.manner = { how: 'once' };
    if (manner.how === 'once') return [(await this.#tell(order)) as HistoryAnswer];
    this.retries += 1;
    if (manner.how === 'twice') return (await Promise.all([this.#tell(order), this.#tell(order)])) as HistoryAnswer[];
    const first = this.#tell(order).catch(() => nothingHeard);
    await new Promise((resolve) => setTimeout(resolve, manner.afterMs));
    await this.fall();
    const heard = await first;
    const again = (await this.#tell(order)) as HistoryAnswer;
    return heard === nothingHeard ? [again] : [heard as HistoryAnswer, again];
  }

  #judgeRefusal(path: string, { code, params }: Extract<HistoryAnswer, { ok: false }>): void {
    if (code === 'INTERNAL') this.anomalies.push(`${path}: ${code} ${JSON.stringify(params)}`);
    if (code === 'UNIT_TAKEN' && (typeof params['by'] !== 'string' || typeof params['takenAt'] !== 'number'))
      this.anomalies.push(`${path} lost and was not told to whom: ${JSON.stringify(params)}`);
  }

  /** Time passes on the office's clock. */
  pass(ms: number): void {
    this.now += ms;
  }

  /** The office looks at its own clock, and ends what has run out. */
  async tick(): Promise<void> {
    await this.#tell({ kind: 'tick' });
  }

  /** The process is killed as it stands; the next order starts it again. */
  async fall(): Promise<void> {
    this.falls += 1;
    this.#letGo();
    const fallen = this.#process;
    this.#process = undefined;
    await fallen?.kill();
  }

  /** Nobody else may have the file open when the office comes back: it has to find its own way out of what was begun. */
  #letGo(): void {
    this.#file?.close();
    this.#file = undefined;
  }

  /** Closes the office for good. */
  async close(): Promise<void> {
    this.#letGo();
    await this.#tell({ kind: 'close' });
    const complaints = await this.#process?.ended();
    if (complaints) this.anomalies.push(complaints);
    this.#process = undefined;
  }
}

async function startedOffice(program: string, start: HistoryStart) {
  const child = spawn(process.execPath, [program, JSON.stringify(start)], {
    serialization: 'advanced',
    // It falls and comes back hundreds of times: what it is compiled to is kept beside the program.
    env: { ...process.env, NODE_COMPILE_CACHE: path.join(path.dirname(program), 'compiled') },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let complaints = '';
  child.stderr?.on('data', (part: Buffer) => {
    complaints += part.toString('utf8');
  });
  const gone = once(child, 'close');
  child.on('exit', (code, signal) => {
    for (const { reject } of waiting.values())
      reject(new Error(`The office has ended with ${code ?? signal}: ${complaints}`));
    waiting.clear();
  });
  const opened = new Promise<void>((resolve, reject) => {
    waiting.set(0, { resolve: () => resolve(), reject });
  });
  child.on('message', (message: { open?: true; id?: number; result?: unknown; error?: string }) => {
    const id = message.open === true ? 0 : (message.id ?? -1);
    const asked = waiting.get(id);
    waiting.delete(id);
    if (message.error === undefined) asked?.resolve(message.result);
    else asked?.reject(new Error(message.error));
  });
  await opened;
  let orders = 0;
  return {
    tell: (order: HistoryOrder, now: number): Promise<unknown> =>
      new Promise((resolve, reject) => {
        orders += 1;
        waiting.set(orders, { resolve, reject });
        child.send({ ...order, id: orders, now } satisfies SentOrder, (error) => error && reject(error));
      }),
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
    /** Waits for its end; what it complained of. */
    ended: async () => {
      await gone;
      return complaints;
    },
  };
}
