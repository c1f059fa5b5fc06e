import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDb } from '#db/access.ts';
import { lastPaperBatchOf, rowsOfBatch } from '#db/repositories/paper-batches.ts';
import { paperBatchRows } from '#db/schema/paper-batches.ts';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { openSession } from '#electron/server/kernel/session.ts';
import { readBack } from '#electron/workers/read-back.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, subscribeHome } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

/** A press that holds every paper back until it is let go. */
function heldPress() {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const turns: (string | undefined)[] = [];
  const press = (render: RenderPort): RenderPort => ({
    ...render,
    render: async (order, turn) => {
      turns.push(turn);
      await held;
      return render.render(order, turn);
    },
  });
  return { press, letGo: () => letGo(), turns };
}

/** A computer that is busy with other things makes papers slowly. */
const patient = { timeout: 60_000 };

describe('Papers made for many records in one go', () => {
  let desk: TestOffice;
  let consultant: TestClient;
  let clerk: ReturnType<TestOffice['as']>;
  let subscriptions: number[];
  let unapproved: number;
  let hold: ReturnType<typeof heldPress>;

  beforeEach(async () => {
    hold = heldPress();
    desk = await testOffice({ press: hold.press });
    const homes = await buildHomes(desk);
    consultant = desk.as('consultant', '赵敏');
    subscriptions = [];
    for (const home of homes.slice(0, 4)) {
      const sold = await subscribeHome(consultant, home, await buildBuyer(consultant));
      if (subscriptions.length < 3) await approve(desk, sold.approvalId);
      subscriptions.push(sold.subscriptionId);
    }
    unapproved = subscriptions.at(-1) ?? 0;
    clerk = desk.as('backOffice', '蒋雪梅');
  });
  afterEach(async () => {
    hold.letGo();
    await desk.close();
  });

  const begin = (person = clerk) =>
    person.documents.issueMany({ noun: 'subscriptions', kind: 'subscriptionBook', subjectIds: subscriptions });
  const outcomes = async () => (await clerk.documents.many({}))?.rows.map(({ outcome }) => outcome);
  const settled = () => expect.poll(async () => (await clerk.documents.many({}))?.state, patient);
  const lastBatchOf = async (accountId: number) => {
    const found = lastPaperBatchOf(readDb(desk.office.database), accountId);
    if (found === undefined) throw new Error('There is no batch');
    return found;
  };
  const keptOutcomesOf = async (accountId: number) =>
    rowsOfBatch(readDb(desk.office.database), (await lastBatchOf(accountId)).id).map(({ outcome }) => outcome);
  /** The host is switched off in the middle of a batch, and on again; the same person logs in. */
  const restarted = async () => {
    const closing = desk.restart();
    hold.letGo();
    desk = await closing;
    const connection = desk.office.connect('terminal 1');
    openSession(connection, clerk.me, desk.clock());
    clerk = Object.assign(desk.at(connection), { me: clerk.me });
  };
  const numbersSeenBy = (person: TestClient) => async () => {
    const papers = await Promise.all(
      subscriptions.map((subjectId) => person.documents.ofSubject({ noun: 'subscriptions', subjectId })),
    );
    return papers.flat().map(({ state }) => state);
  };
  const numbers = () => numbersSeenBy(clerk)();

  it('are issued each by an act of its own, and what was refused says why', async () => {
    hold.letGo();
    expect(await begin()).toEqual({ of: 4 });
    await settled().toBe('done');
    const batch = await clerk.documents.many({});
    expect(batch?.rows.map(({ outcome }) => outcome)).toEqual(['issued', 'issued', 'issued', 'failed']);
    expect(batch?.rows.at(-1)).toMatchObject({
      subjectId: unapproved,
      documentId: null,
      refusal: { code: 'SUBSCRIPTION_NOT_APPROVED' },
    });
    expect(await numbers()).toEqual(['issued', 'issued', 'issued']);
    const { document } = await clerk.documents.detail({ documentId: batch?.rows[0]?.documentId ?? 0 });
    expect(document).toMatchObject({ issuedBy: '蒋雪梅', number: batch?.rows[0]?.number });
    expect(new Set(hold.turns)).toEqual(new Set(['batch']));
  });

  it('are the ones that stand already where there are such', async () => {
    hold.letGo();
    await begin();
    await settled().toBe('done');
    await begin();
    await expect.poll(outcomes, patient).toEqual(['there', 'there', 'there', 'failed']);
    expect(await numbers()).toHaveLength(3);
  });

  it('are stopped between two papers: what has its number is finished, nothing else has taken one', async () => {
    await begin();
    await expect.poll(() => hold.turns.length, patient).toBe(2);
    await expectRefusal(begin(), 'DOCUMENT_BATCH_RUNNING');
    await clerk.documents.stopMany({});
    expect((await clerk.documents.many({}))?.state).toBe('stopping');
    hold.letGo();
    await settled().toBe('stopped');
    expect(await outcomes()).toEqual(['issued', 'issued', 'left', 'left']);
    expect(await numbers()).toEqual(['issued', 'issued']);
  });

  it('go on when whoever began them locks the screen and logs out', async () => {
    await begin();
    await expect.poll(() => hold.turns.length, patient).toBe(2);
    await clerk.session.lock({});
    hold.letGo();
    await expectRefusal(clerk.documents.many({}), 'SESSION_LOCKED');
    await clerk.session.logout({});
    const other = desk.as('backOffice');
    expect(await other.documents.many({})).toBeNull();
    await expect.poll(numbersSeenBy(other), patient).toEqual(['issued', 'issued', 'issued']);
    expect(await lastBatchOf(clerk.me)).toMatchObject({ state: 'done', endCode: '' });
  });

  it('end where whoever began them may no longer issue any: nothing else takes a number', async () => {
    await begin();
    await expect.poll(() => hold.turns.length, patient).toBe(2);
    const manager = desk.as('administrator');
    const { version } = (await manager.accounts.list({})).find(({ id }) => id === clerk.me) ?? { version: 1 };
    await manager.accounts.disable({ accountId: clerk.me, version });
    hold.letGo();
    await expect.poll(async () => (await lastBatchOf(clerk.me)).state, patient).toBe('stopped');
    expect(await lastBatchOf(clerk.me)).toMatchObject({ endCode: 'UNAUTHENTICATED' });
    expect(await keptOutcomesOf(clerk.me)).toEqual(['issued', 'issued', 'left', 'left']);
  });

  it('keep nobody waiting who asks for one paper', async () => {
    await begin();
    await expect.poll(() => hold.turns.length, patient).toBe(2);
    await clerk.documents.issue({ kind: 'purchaseInstructions', subjectId: subscriptions[0] ?? 0 });
    await expect.poll(() => hold.turns, patient).toEqual(['batch', 'batch', 'front']);
  });

  it('are of one’s own deals, and of a kind that the list has', async () => {
    await expectRefusal(begin(desk.as('consultant', '另一人')), 'DEAL_OF_OTHER');
    const wrong = { noun: 'subscriptions', kind: 'saleContract' } as const;
    await expectRefusal(clerk.documents.issueMany({ ...wrong, subjectIds: [1] }), 'INVALID_INPUT');
    const twice = { noun: 'subscriptions', kind: 'subscriptionBook' } as const;
    await expectRefusal(clerk.documents.issueMany({ ...twice, subjectIds: [1, 1] }), 'INVALID_INPUT');
  });

  it('that the end of the program interrupts wait for whoever began them, and go on with what is left', async () => {
    await begin();
    await expect.poll(() => hold.turns.length, patient).toBe(2);
    await restarted();
    const batch = await clerk.documents.many({});
    expect(batch).toMatchObject({ state: 'interrupted', kind: 'subscriptionBook' });
    expect(batch?.rows.map(({ outcome }) => outcome)).toEqual(['issued', 'issued', 'waiting', 'waiting']);
    await expectRefusal(begin(), 'DOCUMENT_BATCH_OPEN');
    const batchId = batch?.id ?? 0;
    expect(await clerk.documents.goOnMany({ batchId })).toEqual({ left: 2 });
    await settled().toBe('done');
    expect(await outcomes()).toEqual(['issued', 'issued', 'issued', 'failed']);
    expect(await numbers()).toEqual(['issued', 'issued', 'issued']);
    await expectRefusal(clerk.documents.goOnMany({ batchId }), 'DOCUMENT_BATCH_ENDED');
  });

  it('that were interrupted are given up: what was not begun took no number', async () => {
    await begin();
    await expect.poll(() => hold.turns.length, patient).toBe(2);
    await restarted();
    const batchId = (await clerk.documents.many({}))?.id ?? 0;
    await expectRefusal(desk.as('backOffice').documents.giveUpMany({ batchId }), 'NOT_FOUND');
    expect(await clerk.documents.giveUpMany({ batchId })).toEqual({ left: 2 });
    expect(await clerk.documents.many({})).toMatchObject({ state: 'stopped' });
    expect(await outcomes()).toEqual(['issued', 'issued', 'left', 'left']);
    expect(await numbers()).toEqual(['issued', 'issued']);
  });

  it('issue nothing twice where the program was killed between a paper and the word that it is there', async () => {
    await begin();
    await expect.poll(() => hold.turns.length, patient).toBe(2);
    await restarted();
    const before = await clerk.documents.many({});
    const [first] = rowsOfBatch(readDb(desk.office.database), before?.id ?? 0);
    await desk.office.corridor.act({
      procedure: 'tests.forget',
      run: ({ tx, happened }) => {
        tx.update(paperBatchRows, first?.id ?? 0, { outcome: 'waiting', documentId: null });
        happened({ kind: 'batchedPaperSettled', noun: 'paperBatches', id: before?.id ?? 0 });
      },
    });
    await clerk.documents.goOnMany({ batchId: before?.id ?? 0 });
    await settled().toBe('done');
    const after = await clerk.documents.many({});
    expect(after?.rows[0]).toMatchObject({ outcome: 'issued', documentId: before?.rows[0]?.documentId });
    expect(await numbers()).toEqual(['issued', 'issued', 'issued']);
  });

  it('say of each how many copies are printed and which prints wait for a look, and come in one file', async () => {
    hold.letGo();
    await begin();
    await settled().toBe('done');
    const made = await clerk.documents.many({});
    const [first, second] = made?.rows ?? [];
    expect(first?.copies).toEqual({ due: 4, printed: 0, printable: true, toConfirm: [], failed: 0 });
    const documentId = first?.documentId ?? 0;
    const { printId } = await clerk.documents.print({ documentId, printer: 'Keeper', copies: 4 });
    const { sha256 } = await clerk.documents.printJob({ printId });
    await clerk.prints.start({ printId });
    await clerk.documents.printed({ printId, result: { ok: true, jobName: 'Keeper-1', sha256 } });
    expect((await clerk.documents.many({}))?.rows[0]?.copies).toMatchObject({ printed: 4, toConfirm: [printId] });
    const { content, pages, documentIds } = await clerk.documents.joinMany({ batchId: made?.id ?? 0 });
    expect(documentIds).toEqual(made?.rows.flatMap((row) => (row.outcome === 'issued' ? [row.documentId] : [])));
    const text = (await readBack(Buffer.from(content, 'base64'))).map(({ bare }) => bare);
    expect(text).toHaveLength(pages);
    expect(text[0]).toContain(first?.number);
    expect(text.join('')).toContain(second?.number);
    expect(text.join('')).not.toContain('第1份');
    await expectRefusal(desk.as('backOffice').documents.joinMany({ batchId: made?.id ?? 0 }), 'NOT_FOUND');
  });
});
