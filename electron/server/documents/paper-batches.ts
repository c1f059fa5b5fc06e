import type { ReadDb } from '#db/access.ts';
import { contractById } from '#db/repositories/contracts.ts';
import { subscriptionById } from '#db/repositories/subscriptions.ts';
import type { paperBatches as batchesApi, PaperBatch } from '#shared/api/paper-batches.ts';
import type { BatchNoun } from '#shared/domain/documents/batch.ts';
import type { DocumentKindName } from '#shared/domain/documents/states.ts';
import { DomainError, type ErrorCode } from '#shared/kernel/errors.ts';
import type { Corridor } from '../kernel/corridor.ts';
import type { Handlers } from '../kernel/handlers.ts';
import type { KernelPorts } from '../kernel/ports.ts';
import type { Connection } from '../kernel/session.ts';
import type { Turn } from '../kernel/worker-pool.ts';
import { checkOwnSubject } from './own-papers.ts';
import type { Press } from './press.ts';

type Order = { readonly noun: BatchNoun; readonly kind: DocumentKindName; readonly subjectIds: readonly number[] };
type Row = { -readonly [K in keyof PaperBatch['rows'][number]]: PaperBatch['rows'][number][K] };
type Batch = Omit<PaperBatch, 'rows' | 'state' | 'why'> & {
  state: PaperBatch['state'];
  why: PaperBatch['why'];
  readonly rows: readonly Row[];
};

/** The batches of one office. They live in memory: what they issued is in the log, and finished after a fall like any paper. */
export type PaperBatches = {
  /** The handlers of batches. */
  readonly handlers: Handlers<typeof batchesApi>;
  /** Behind whom a paper is made: one of a batch behind those that somebody waits for. */
  turnOf(kind: DocumentKindName, subjectId: number): Turn;
  /** Takes up nothing more and waits for what is at work. */
  close(): Promise<void>;
};

/** So many papers of a batch are under way at the same time. */
const AT_ONCE = 2;

/** Refusals that are about the person and not about a paper: everything after it would be refused too. */
const ofThePerson: readonly ErrorCode[] = [
  'UNAUTHENTICATED',
  'SESSION_ENDED_BY',
  'SESSION_LOCKED',
  'FORBIDDEN',
  'TERMINAL_LIMITED',
];

/** The numbers of records, by which people know them. */
const numberOf: Record<BatchNoun, (db: ReadDb, id: number) => string | undefined> = {
  contracts: (db, id) => contractById(db, id)?.number,
  subscriptions: (db, id) => subscriptionById(db, id)?.number,
};

/** Makes the papers of many records in one go, each by an ordinary act of whoever began it (decision 9). */
export function createPaperBatches(options: {
  readonly db: ReadDb;
  readonly corridor: () => Pick<Corridor, 'call'>;
  readonly press: Pick<Press, 'seal'>;
  readonly newId: KernelPorts['newId'];
}): PaperBatches {
  const { db, press, newId } = options;
  const batches = new Map<number, Batch>();
  const working = new Set<Promise<void>>();
  let closed = false;

  async function makeOne(batch: Batch, row: Row, connection: Connection): Promise<void> {
    const { noun, kind } = batch;
    row.outcome = 'making';
    try {
      const data = { noun, kind, subjectId: row.subjectId };
      const issued = await options.corridor().call('documents.issue', { requestId: newId(), data }, connection);
      const { documentId, state } = issued as { documentId: number; state: string };
      row.documentId = documentId;
      if (state === 'issuing') await press.seal(documentId, 'batch');
      row.outcome = state === 'issuing' ? 'issued' : 'there';
    } catch (error) {
      const { code, params } = error instanceof DomainError ? error : new DomainError('INTERNAL');
      const personal = row.documentId === null && ofThePerson.includes(code);
      row.outcome = personal ? 'left' : 'failed';
      if (personal) {
        batch.why = { code, params: { ...params } };
        batch.state = 'stopping';
      } else row.refusal = { code, params: { ...params } };
    }
  }

  async function work(batch: Batch, connection: Connection): Promise<void> {
    const waiting = [...batch.rows];
    const hand = async () => {
      for (let row = waiting.shift(); row !== undefined; row = waiting.shift()) {
        if (batch.state === 'running' && !closed) await makeOne(batch, row, connection);
        else row.outcome = 'left';
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, hand));
    batch.state = batch.state === 'running' ? 'done' : 'stopped';
  }

  function begin({ noun, kind, subjectIds }: Order, actorId: number, connection: Connection, now: number): void {
    const rows = subjectIds.map(
      (subjectId): Row => ({
        subjectId,
        number: numberOf[noun](db, subjectId) ?? '',
        outcome: 'waiting',
        documentId: null,
        refusal: null,
      }),
    );
    const batch: Batch = { begunAt: now, noun, kind, state: 'running', why: null, rows };
    batches.set(actorId, batch);
    const done = work(batch, connection).finally(() => working.delete(done));
    working.add(done);
  }

  const isAtWork = (batch: Batch | undefined) => batch?.state === 'running' || batch?.state === 'stopping';

  return {
    handlers: {
      issueMany: (context, input) => {
        const { actor, connection, now, afterCommit } = context;
        const known = batches.get(actor.id);
        if (isAtWork(known)) throw new DomainError('DOCUMENT_BATCH_RUNNING', { count: known?.rows.length ?? 0 });
        for (const subjectId of input.subjectIds) checkOwnSubject(context, input.noun, subjectId);
        afterCommit(() => begin(input, actor.id, connection, now));
        return { of: input.subjectIds.length };
      },

      many: ({ actor }) => {
        const batch = batches.get(actor.id);
        return batch === undefined ? null : { ...batch, rows: batch.rows.map((row) => ({ ...row })) };
      },

      stopMany: ({ actor, afterCommit }) => {
        const batch = batches.get(actor.id);
        afterCommit(() => {
          if (batch?.state === 'running') batch.state = 'stopping';
        });
        return {};
      },
    },

    turnOf: (kind, subjectId) =>
      [...batches.values()].some(
        (batch) =>
          batch.kind === kind &&
          isAtWork(batch) &&
          batch.rows.some((row) => row.subjectId === subjectId && row.outcome === 'making'),
      )
        ? 'batch'
        : 'front',

    close: async () => {
      closed = true;
      await Promise.allSettled([...working]);
    },
  };
}
