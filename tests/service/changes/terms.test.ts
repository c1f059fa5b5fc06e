import { getTableName } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { currentTables, loggedTables, replay } from '#db/replay.ts';
import type { ChangeAsk } from '#shared/domain/changes/asks.ts';
import { byHandCode } from '#shared/domain/pricing/catalogue.ts';
import { askFor, changeSeen, decideChange } from '#tests/support/change-desk.ts';
import { payLines, subscribedHome } from '#tests/support/contract-desk.ts';
import { buildBuyer } from '#tests/support/deal-builders.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';
import { smallestScan } from '#tests/support/scans.ts';

const mortgage = { kind: 'planChange', planCode: 'mortgage' } as const;
const byHand = (ratePpm: number) => ({ kind: 'percent', code: byHandCode(0), label: '特批', ratePpm }) as const;
const discounted = (ratePpm: number): ChangeAsk => ({ kind: 'priceChange', adjustments: [byHand(ratePpm)] });

describe('A deal that is changed before anybody signs', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  const replayed = () => {
    const { client } = desk.office.database;
    const rebuilt = replay(client);
    const current = currentTables(client);
    for (const name of loggedTables.map((table) => getTableName(table)))
      expect(rebuilt.get(name), name).toEqual(current.get(name));
  };

  it('is paid another way, and what was paid stays paid', async () => {
    const { consultant, subscriptionId, buyer } = await subscribedHome(desk);
    const cashier = desk.as('backOffice');
    const paid = { item: 'firstPayment', method: 'transfer', amount: 10_000_000, payerId: buyer } as const;
    const { version } = await cashier.subscriptions.detail({ subscriptionId });
    const lines = [{ position: 2, amount: paid.amount }];
    await cashier.payments.receive({ subscriptionId, version, ...paid, reference: '0000456', lines });
    const { changeId } = await askFor(consultant, subscriptionId, mortgage);
    const { simulation, papers } = await consultant.changes.detail({ changeId });
    expect(simulation.figures).toEqual([{ name: 'planKind', before: 'lumpSum', after: 'mortgage' }]);
    expect(papers).toEqual([]);
    const before = await consultant.subscriptions.detail({ subscriptionId });
    await decideChange(desk.as('manager'), changeId);
    const deal = await consultant.subscriptions.detail({ subscriptionId });
    expect(deal.planKind).toBe('mortgage');
    expect(deal.row.price).toBe(before.row.price);
    expect(deal.plan.map(({ item }) => item)).toContain('commercialLoan');
    expect(deal.plan.filter(({ inPrice }) => inPrice).reduce((sum, { amount }) => sum + amount, 0)).toBe(
      deal.row.price,
    );
    const received = (plan: typeof deal.plan) => plan.reduce((sum, line) => sum + line.received, 0);
    expect(received(deal.plan)).toBe(received(before.plan));
    replayed();
  });

  it('is not lent what is paid already', async () => {
    const { consultant, subscriptionId, buyer } = await subscribedHome(desk);
    await payLines(desk, { subscriptionId, buyer }, ['finalPayment']);
    await expectRefusal(askFor(consultant, subscriptionId, mortgage), 'CHANGE_MONEY_UNPLACED');
  });

  it('costs less, by the ladder of prices, with its lines and its plan', async () => {
    const { consultant, subscriptionId } = await subscribedHome(desk);
    const shown = await consultant.changes.simulate({ subscriptionId, ask: discounted(20_000) });
    expect(shown.decidedBy).toBe('supervisor');
    expect(shown.simulation.figures).toContainEqual({ name: 'price', before: 100_000_000, after: 98_000_000 });
    expect(shown.simulation.figures).toContainEqual({ name: 'commission', before: 400_000, after: 392_000 });
    const { changeId } = await askFor(consultant, subscriptionId, discounted(20_000));
    await decideChange(desk.as('supervisor'), changeId);
    const deal = await consultant.subscriptions.detail({ subscriptionId });
    expect(deal.row).toMatchObject({ price: 98_000_000, depositDue: 5_000_000, state: 'depositComplete' });
    expect(deal.lines.at(-1)?.after).toBe(98_000_000);
    expect(deal.plan.map(({ amount, received }) => [amount, received])).toEqual([
      [5_000_000, 5_000_000],
      [93_000_000, 0],
    ]);
    expect((await consultant.changes.simulate({ subscriptionId, ask: discounted(40_000) })).decidedBy).toBe('manager');
    replayed();
  });

  it('keeps its plan and its price where an approval was tied to them', async () => {
    const { consultant, subscriptionId } = await subscribedHome(desk);
    const ask = discounted(20_000);
    const { client } = desk.office.database;
    const approvalId = Number(
      client.prepare("select max(id) from approvals where noun = 'subscriptions'").pluck().get(),
    );
    const kept = JSON.stringify({ signBy: null, planKept: true, noFurtherDiscount: true, text: '' });
    client.prepare('update approval_steps set conditions = ? where approval_id = ?').run(kept, approvalId);
    await expectRefusal(askFor(consultant, subscriptionId, mortgage), 'CHANGE_PLAN_TIED');
    await expectRefusal(askFor(consultant, subscriptionId, ask), 'CHANGE_DISCOUNT_TIED');
  });

  it('gets a second buyer: the wife with her certificate by a manager, a stranger by the director alone', async () => {
    const { consultant, subscriptionId, buyer } = await subscribedHome(desk);
    const wife = await buildBuyer(consultant, '司徒静');
    const shares = [
      { customerId: buyer, sharePpm: 500_000 },
      { customerId: wife, sharePpm: 500_000 },
    ];
    const ask = {
      kind: 'nameChange',
      buyers: shares,
      relation: 'spouse',
      proof: 'marriageCertificate',
      consent: true,
    } as const;
    const decidedBy = async (part: object) =>
      (await consultant.changes.simulate({ subscriptionId, ask: { ...ask, ...part } })).decidedBy;
    expect([await decidedBy({}), await decidedBy({ proof: 'none' }), await decidedBy({ relation: 'other' })]).toEqual([
      'manager',
      'director',
      'director',
    ]);
    await expectRefusal(askFor(consultant, subscriptionId, { ...ask, consent: false }), 'CONSENT_MISSING');
    const { changeId } = await askFor(consultant, subscriptionId, ask);
    await decideChange(desk.as('manager'), changeId);
    // The manager decided because of the certificate: without its scan nothing is carried out.
    const waiting = await consultant.changes.detail({ changeId });
    expect(waiting).toMatchObject({
      row: { state: 'approved' },
      files: [{ kind: 'kinship', asked: 1, given: 0 }],
      openPoints: [{ code: 'KINSHIP_SCAN_MISSING' }],
    });
    await expectRefusal(consultant.changes.execute(await changeSeen(consultant, changeId)), 'CHANGE_OPEN_POINTS');
    const scan = { name: '欧阳询与司徒静的结婚证.png', content: smallestScan };
    await consultant.attachments.add({ noun: 'changes', subjectId: changeId, kind: 'kinship', file: scan });
    const { files } = await consultant.attachments.ofSubject({ noun: 'changes', subjectId: changeId });
    expect(files.map(({ fileName }) => fileName)).toEqual(['亲属关系证明.png']);
    await expectRefusal(
      desk.as('consultant', '公孙策').attachments.ofSubject({ noun: 'changes', subjectId: changeId }),
      'DEAL_OF_OTHER',
    );
    await consultant.changes.execute(await changeSeen(consultant, changeId));
    const deal = await consultant.subscriptions.detail({ subscriptionId });
    expect(deal.buyers.map(({ name, sharePpm }) => [name, sharePpm])).toEqual([
      ['欧阳询', 500_000],
      ['司徒静', 500_000],
    ]);
    expect((await consultant.customers.detail({ customerId: wife })).customer.state).toBe('subscribed');
    const found = await consultant.subscriptions.list({ scope: 'mine', state: null, text: '司徒', sort: [] });
    expect(found.total).toBe(1);
    replayed();
  });

  it('goes to somebody else, who is no stranger to the consultant, and the first is a prospect again', async () => {
    const { consultant, subscriptionId, buyer } = await subscribedHome(desk);
    const other = desk.as('consultant');
    const theirs = await buildBuyer(other, '诸葛明');
    const mine = await buildBuyer(consultant, '诸葛亮');
    const to = (customerId: number): ChangeAsk => ({
      kind: 'nameChange',
      buyers: [{ customerId, sharePpm: 1_000_000 }],
      relation: 'other',
      proof: 'none',
      consent: true,
    });
    await expectRefusal(askFor(consultant, subscriptionId, to(theirs)), 'NOT_YOUR_CUSTOMER');
    const { changeId } = await askFor(consultant, subscriptionId, to(mine));
    await decideChange(desk.as('director'), changeId);
    const states = await Promise.all(
      [buyer, mine].map(async (customerId) => (await consultant.customers.detail({ customerId })).customer.state),
    );
    expect(states).toEqual(['prospect', 'subscribed']);
  });

  it('waits for the printed book, drops the draft of the contract, and is then carried out whole', async () => {
    const { consultant, subscriptionId } = await subscribedHome(desk);
    const backOffice = desk.as('backOffice');
    const { documentId } = await backOffice.documents.issue({ kind: 'subscriptionBook', subjectId: subscriptionId });
    await desk.office.press.idle();
    await backOffice.documents.print({ documentId, printer: '合同室', copies: 4, reason: '' });
    const { version } = await consultant.subscriptions.detail({ subscriptionId });
    const { contractId } = await consultant.contracts.draft({ subscriptionId, version });
    const { changeId } = await askFor(consultant, subscriptionId, mortgage);
    await decideChange(desk.as('manager'), changeId);
    const waiting = await consultant.changes.detail({ changeId });
    expect(waiting.row.state).toBe('approved');
    expect(waiting.openPoints).toMatchObject([{ code: 'PAPERS_OUTSIDE', params: { count: 4 } }]);
    await expectRefusal(consultant.changes.execute(await changeSeen(consultant, changeId)), 'CHANGE_OPEN_POINTS');
    await backOffice.documents.takeBack({ documentId, copies: 4, reason: '变更收回' });
    await consultant.changes.execute(await changeSeen(consultant, changeId));
    expect((await backOffice.documents.detail({ documentId })).document.state).toBe('voided');
    expect((await consultant.contracts.detail({ contractId })).row.state).toBe('superseded');
    expect((await consultant.subscriptions.detail({ subscriptionId })).row.state).toBe('depositComplete');
    const board = await consultant.units.detail({ unitId: (await consultant.changes.detail({ changeId })).row.unitId });
    expect(board.cell.state).toBe('subscribed');
    replayed();
  });

  it('is not carried out otherwise than it was shown: who asked reckons anew', async () => {
    const { consultant, subscriptionId } = await subscribedHome(desk);
    const { changeId } = await askFor(consultant, subscriptionId, mortgage);
    desk.office.database.client
      .prepare('update subscriptions set sign_by = ? where id = ?')
      .run('2026-12-01', subscriptionId);
    await expectRefusal(decideChange(desk.as('manager'), changeId), 'CHANGE_FIGURES_MOVED');
    await decideChange(desk.as('manager'), changeId, 'sendBack', '签约期限已变，请重新试算');
    expect((await consultant.changes.detail({ changeId })).row.state).toBe('returned');
  });
});
