import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
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
  let clerk: TestClient;
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

  it('end with the session of whoever began them', async () => {
    await begin();
    await expect.poll(() => hold.turns.length, patient).toBe(2);
    await clerk.session.lock({});
    hold.letGo();
    await desk.office.press.idle();
    await clerk.session.logout({});
    const again = desk.as('backOffice');
    expect(await again.documents.many({})).toBeNull();
    await expect.poll(numbersSeenBy(again), patient).toEqual(['issued', 'issued']);
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
});
