import type { ReadDb, WriteTx } from '#db/access.ts';
import { contractById } from '#db/repositories/contracts.ts';
import { documentById, standingDocumentOf } from '#db/repositories/documents.ts';
import {
  type BatchedRow,
  lastPaperBatchOf,
  newestPaper,
  type PaperBatchRow,
  paperBatchById,
  rowsOfBatch,
  waitingRowsOf,
} from '#db/repositories/paper-batches.ts';
import { subscriptionById } from '#db/repositories/subscriptions.ts';
import { paperBatches, paperBatchRows } from '#db/schema/paper-batches.ts';
import type { paperBatches as batchesApi } from '#shared/api/paper-batches.ts';
import type { BatchNoun } from '#shared/domain/documents/batch.ts';
import type { DocumentKindName } from '#shared/domain/documents/states.ts';
import { DomainError, type ErrorCode } from '#shared/kernel/errors.ts';
import type { Corridor } from '../kernel/corridor.ts';
import type { CommandContext, Handlers, QueryContext } from '../kernel/handlers.ts';
import type { KernelPorts } from '../kernel/ports.ts';
import { type Connection, connectionAt } from '../kernel/session.ts';
import type { Turn } from '../kernel/worker-pool.ts';
import { type BatchPages, joinedBatch, presentBatch } from './batch-papers.ts';
import { checkOwnSubject } from './own-papers.ts';
import type { Press } from './press.ts';

/** The batches of one office. How far each came is in its file; what is at work is here. */
export type PaperBatches = {
  /** The handlers of batches. */
  handlers(pages: BatchPages): Handlers<typeof batchesApi>;
  /** Behind whom a paper is made: one of a batch behind those that somebody waits for. */
  turnOf(kind: DocumentKindName, subjectId: number): Turn;
  /** Takes up nothing more and waits for what is at work; the rest is interrupted. */
  close(): Promise<void>;
};

/** A batch at which the office works. */
type Work = {
  readonly batch: PaperBatchRow;
  readonly making: Set<number>;
  stopping: boolean;
  /** The refusal that ended it: everything after it would be refused too. */
  why: ErrorCode | null;
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
  readonly corridor: () => Pick<Corridor, 'call' | 'act'>;
  readonly press: Pick<Press, 'seal'>;
  readonly ports: Pick<KernelPorts, 'newId' | 'clock' | 'log'>;
}): PaperBatches {
  const { db, press, ports } = options;
  const works = new Map<number, Work>();
  const working = new Set<Promise<void>>();
  let closed = false;

  /** The paper of a record that this batch has issued before the program ended, though nobody could say so any more. */
  function alreadyIssued({ noun, kind, accountId, papersBefore }: PaperBatchRow, subjectId: number) {
    const standing = standingDocumentOf(db, kind, noun, subjectId);
    return standing !== undefined && standing.id > papersBefore && standing.issuedBy === accountId
      ? standing
      : undefined;
  }

  async function issue({ batch }: Work, { subjectId }: BatchedRow, connection: Connection) {
    const known = alreadyIssued(batch, subjectId);
    if (known !== undefined) return { documentId: known.id, fresh: true };
    const { noun, kind } = batch;
    // Nobody sits at the window of a batch: it is never idle.
    if (connection.session !== undefined) connection.session.lastActiveAt = ports.clock();
    const data = { noun, kind, subjectId };
    const issued = await options.corridor().call('documents.issue', { requestId: ports.newId(), data }, connection);
    const { documentId, state } = issued as { documentId: number; state: string };
    return { documentId, fresh: state === 'issuing' };
  }

  async function makeOne(work: Work, row: BatchedRow, connection: Connection): Promise<void> {
    let documentId: number | null = null;
    work.making.add(row.subjectId);
    try {
      const issued = await issue(work, row, connection);
      ({ documentId } = issued);
      if (documentById(db, documentId)?.state === 'issuing') await press.seal(documentId, 'batch');
      await settle(work, row, { outcome: issued.fresh ? 'issued' : 'there', documentId });
    } catch (error) {
      const { code, params } = error instanceof DomainError ? error : new DomainError('INTERNAL');
      if (documentId === null && ofThePerson.includes(code)) {
        work.why = code;
        work.stopping = true;
      } else await settle(work, row, { outcome: 'failed', documentId, refusal: kept(code, params) });
    } finally {
      work.making.delete(row.subjectId);
    }
  }

  function settle({ batch }: Work, row: BatchedRow, patch: Partial<BatchedRow>): Promise<void> {
    return options.corridor().act({
      procedure: 'documents.batch',
      run: ({ tx, happened }) => {
        tx.update(paperBatchRows, row.id, patch);
        const data = { number: row.number, outcome: patch.outcome };
        happened({ kind: 'batchedPaperSettled', noun: 'paperBatches', id: batch.id, data });
      },
    });
  }

  async function end(work: Work): Promise<void> {
    const { batch, stopping, why } = work;
    await options.corridor().act({
      procedure: 'documents.batch',
      run: (context) =>
        close({ ...context, db }, batch.id, { state: stopping ? 'stopped' : 'done', endCode: why ?? '' }),
    });
  }

  async function carryOut(work: Work, connection: Connection): Promise<void> {
    const waiting = waitingRowsOf(db, work.batch.id);
    const hand = async () => {
      for (let row = waiting.shift(); row !== undefined; row = waiting.shift())
        if (!work.stopping && !closed) await makeOne(work, row, connection);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, hand));
    // What the end of the program leaves waits for somebody to let it go on.
    if (!closed) await end(work);
  }

  function begin(batch: PaperBatchRow, connection: Connection): void {
    const work: Work = { batch, making: new Set(), stopping: false, why: null };
    works.set(batch.accountId, work);
    const done = carryOut(work, onBehalf(connection, batch.accountId, ports.clock()))
      .catch((error: unknown) => ports.log('error', `batch ${batch.id}: ${String(error)}`))
      .finally(() => {
        working.delete(done);
        works.delete(batch.accountId);
      });
    working.add(done);
  }

  /** A batch of the caller that was interrupted. Throws NOT_FOUND, DOCUMENT_BATCH_RUNNING, DOCUMENT_BATCH_ENDED. */
  function interrupted({ actor }: Pick<QueryContext, 'actor'>, batchId: number): PaperBatchRow {
    const batch = paperBatchById(db, batchId);
    if (batch?.accountId !== actor.id) throw new DomainError('NOT_FOUND');
    checkIdle(actor.id);
    if (batch.state !== 'open') throw new DomainError('DOCUMENT_BATCH_ENDED');
    return batch;
  }

  function checkIdle(accountId: number): void {
    const at = works.get(accountId);
    if (at === undefined) return;
    throw new DomainError('DOCUMENT_BATCH_RUNNING', { count: rowsOfBatch(db, at.batch.id).length });
  }

  const handlers = (pages: BatchPages): Handlers<typeof batchesApi> => ({
    issueMany: (context, { noun, kind, subjectIds }) => {
      const { actor, connection, now, tx, happened, afterCommit } = context;
      checkIdle(actor.id);
      const last = lastPaperBatchOf(db, actor.id);
      if (last?.state === 'open')
        throw new DomainError('DOCUMENT_BATCH_OPEN', { count: waitingRowsOf(db, last.id).length });
      for (const subjectId of subjectIds) checkOwnSubject(context, noun, subjectId);
      const batch = tx.insert(paperBatches, {
        ...{ accountId: actor.id, noun, kind, state: 'open', begunAt: now, papersBefore: newestPaper(db) },
      });
      for (const subjectId of subjectIds)
        tx.insert(paperBatchRows, {
          ...{ batchId: batch.id, subjectId, number: numberOf[noun](db, subjectId) ?? '', outcome: 'waiting' },
        });
      const of = subjectIds.length;
      happened({ kind: 'paperBatchBegun', noun: 'paperBatches', id: batch.id, data: { kind, of } });
      afterCommit(() => begin(batch, connection));
      return { of };
    },

    many: (context) => {
      const batch = lastPaperBatchOf(db, context.actor.id);
      return batch === undefined ? null : presentBatch(context, pages, batch, works.get(context.actor.id));
    },

    stopMany: ({ actor, afterCommit }) => {
      const work = works.get(actor.id);
      afterCommit(() => {
        if (work !== undefined) work.stopping = true;
      });
      return {};
    },

    goOnMany: (context, { batchId }) => {
      const batch = interrupted(context, batchId);
      const left = waitingRowsOf(db, batchId).length;
      context.happened({ kind: 'paperBatchResumed', noun: 'paperBatches', id: batchId, data: { left } });
      context.afterCommit(() => begin(batch, context.connection));
      return { left };
    },

    giveUpMany: (context, { batchId }) => {
      interrupted(context, batchId);
      return { left: close(context, batchId, { state: 'stopped', endCode: '' }) };
    },

    joinMany: (context, { batchId }) => {
      const batch = paperBatchById(db, batchId);
      if (batch?.accountId !== context.actor.id) throw new DomainError('NOT_FOUND');
      return joinedBatch(context, pages, batch);
    },
  });

  return {
    handlers,

    turnOf: (kind, subjectId) =>
      [...works.values()].some(({ batch, making }) => batch.kind === kind && making.has(subjectId)) ? 'batch' : 'front',

    close: async () => {
      closed = true;
      await Promise.allSettled([...working]);
    },
  };
}

type Ending = Pick<CommandContext<undefined>, 'now' | 'happened'> & { readonly db: ReadDb; readonly tx: WriteTx };

/** Ends a batch: what nobody has taken up is left, and took no number. Answers how many these are. */
function close(
  { db, tx, now, happened }: Ending,
  batchId: number,
  how: Pick<PaperBatchRow, 'state' | 'endCode'>,
): number {
  const waiting = waitingRowsOf(db, batchId);
  for (const { id } of waiting) tx.update(paperBatchRows, id, { outcome: 'left' });
  tx.update(paperBatches, batchId, { ...how, endedAt: now });
  const data = { state: how.state, left: waiting.length };
  happened({ kind: 'paperBatchEnded', noun: 'paperBatches', id: batchId, data });
  return waiting.length;
}

/**
 * The window of whoever began a batch, apart from the one at which they sit: its screen may be locked and its session may
 * end. What they may do is read anew for each paper all the same.
 */
function onBehalf({ id, terminal, place, desks }: Connection, accountId: number, now: number): Connection {
  const session = { id: 'batch', accountId, startedAt: now, lastActiveAt: now, locked: false };
  return connectionAt(id, terminal, { place, desks, session });
}

/** A refusal as it is kept; signs of a name are not, since they may not be destroyed with it. */
function kept(code: ErrorCode, { signs: _signs, ...params }: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ code, params });
}
