import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDb } from '#db/access.ts';
import { noticeEvents } from '#db/repositories/notices.ts';
import { type Post, posts } from '#shared/domain/accounts/posts.ts';
import { NOTICE_DAYS } from '#shared/domain/notices/rules.ts';
import { addDays, dayOf } from '#shared/kernel/local-date.ts';
import { buildHomes } from '#tests/support/builders.ts';
import {
  approvedContract,
  draftedContract,
  fileContract,
  seen,
  signedContract,
  submittedContract,
  subscribedHome,
} from '#tests/support/contract-desk.ts';
import { approve, buildBuyer, plainTerms, subscribeHome } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { plansOf } from '#tests/support/query-plans.ts';
import { expectRefusal } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

type Person = TestClient & { readonly me: number };

const priceList = {
  file: {
    name: '一房一价.csv',
    content: Buffer.from('楼栋,楼层,房号,建筑面积,套内面积,单价,总价\n9栋,1,01,100,80,10000,1000000').toString(
      'base64',
    ),
  },
  sheet: null,
  mapping: null,
  alsoFiled: true,
  leaveOutFaulty: false,
};

describe('Notices', () => {
  let desk: TestOffice;
  const people = new Map<Post, Person>();
  beforeEach(async () => {
    desk = await testOffice();
    for (const post of posts) people.set(post, desk.as(post, `看的人 ${post}`));
  });
  afterEach(() => desk.close());

  const reader = (post: Post): Person => people.get(post) ?? desk.as(post);
  const told = async (person: TestClient) =>
    (await person.notices.list({})).rows.map(({ kind, asks }) => (asks ? `${kind}!` : kind));

  /** Asks for a price below authority. */
  async function askPrice(consultant: TestClient) {
    const [unitId = 0] = await buildHomes(desk, { name: `${desk.clock()}栋` });
    desk.clock.advance(1000);
    await consultant.units.lock({ unitId });
    const adjustments = [{ kind: 'percent' as const, code: 'by-hand-1', label: '特批', ratePpm: 45_000 }];
    const terms = { ...plainTerms(unitId), adjustments };
    const { price } = await consultant.subscriptions.quote({ terms });
    const created = await consultant.subscriptions.create({
      terms,
      buyers: [{ customerId: await buildBuyer(consultant), sharePpm: 1_000_000 }],
      shownPrice: price,
      consent: true,
      mortgageDisclosed: false,
      reason: '一次性付款，今日可签',
    });
    return created.approvalId ?? 0;
  }

  async function decide(person: TestClient, approvalId: number, decision: 'approve' | 'reject') {
    const { version } = await person.approvals.detail({ approvalId });
    await person.approvals.decide({ approvalId, version, decision, opinion: '看过' });
  }

  it('lead a subscription over its desks: asked to review, told what became of it', async () => {
    const seller = desk.as('consultant', '赵敏');
    const [unitId = 0] = await buildHomes(desk);
    const { approvalId } = await subscribeHome(seller, unitId, await buildBuyer(seller));
    expect(await told(reader('backOffice'))).toEqual(['submitted!']);
    expect(await told(reader('supervisor'))).toEqual([]);
    await approve(desk, approvalId, 'backOffice');
    // The next level is asked; the first one has nothing left to do.
    expect([await told(reader('backOffice')), await told(reader('supervisor'))]).toEqual([[], ['levelPassed!']]);
    await approve(desk, approvalId);
    expect(await told(seller)).toEqual(['approved', 'levelPassed']);
    const [{ params, by } = { params: {}, by: '' }] = (await seller.notices.list({})).rows;
    expect(params).toMatchObject({ number: 'RG-2026-0001', person: '欧阳询', approvalKind: 'subscriptionReview' });
    expect(by).toContain('supervisor');
    expect(await told(desk.as('consultant'))).toEqual([]);
  });

  it('tell of a decision on a price, and of its conditions', async () => {
    const seller = desk.as('consultant', '赵敏');
    const first = await askPrice(seller);
    expect(await told(reader('manager'))).toContain('priceAsked!');
    await decide(reader('manager'), first, 'reject');
    expect(await told(seller)).toEqual(['rejected']);
    const second = await askPrice(seller);
    const { version } = await reader('manager').approvals.detail({ approvalId: second });
    await reader('manager').approvals.decide({
      approvalId: second,
      version,
      decision: 'approve',
      opinion: '',
      conditions: { signBy: null, planKept: true, noFurtherDiscount: false, text: '' },
    });
    const { rows } = await seller.notices.list({});
    expect(rows[0]).toMatchObject({ kind: 'approved', params: { approvalKind: 'priceBelowAuthority', tied: true } });
    // Who decided is told nothing about it.
    expect((await told(reader('manager'))).filter((kind) => kind === 'approved' || kind === 'rejected')).toEqual([]);
  });

  it('lead a contract back to its writer, to the printers, and to the warrants once it is signed', async () => {
    const returned = await submittedContract(desk);
    const reviewer = desk.as('backOffice');
    await reviewer.contracts.sendBack({
      ...(await seen(reviewer, returned.contractId)),
      opinion: '请补正',
      defects: [
        { kind: 'address', part: 'buyers', article: null, annex: null, field: null, text: '送达地址与证件地址不一致' },
      ],
    });
    const [notice] = (await returned.consultant.notices.list({})).rows;
    expect(notice).toMatchObject({ kind: 'contractSentBack', asks: true, params: { defects: 1 } });
    // What a reviewer wrote stays on the contract.
    expect(JSON.stringify(notice)).not.toContain('请补正');

    await approvedContract(desk);
    expect((await told(reader('backOffice')))[0]).toBe('contractApproved!');
    const signed = await signedContract(desk, 'mortgage');
    expect((await told(signed.consultant))[0]).toBe('contractSigned');
    expect((await told(reader('warrantOfficer')))[0]).toBe('contractSigned!');

    desk.clock.advance(1000);
    const officer = desk.as('warrantOfficer', '田晓雨');
    const supervisor = reader('warrantSupervisor');
    for (const { id: caseId } of (await supervisor.cases.list({ kind: 'mortgage', open: true })).rows) {
      const { version } = await supervisor.cases.detail({ caseId });
      await supervisor.cases.assign({ caseId, version, personId: officer.me });
    }
    expect(await told(officer)).toEqual(['caseAssigned!']);
    await fileContract(desk, signed.contractId);
    expect(await told(officer)).toEqual(['contractFiled!', 'caseAssigned!']);
    expect((await told(signed.consultant))[0]).toBe('contractFiled');
  });

  it('tell cashier and consultant of a receipt that was voided', async () => {
    const { consultant, subscriptionId } = await subscribedHome(desk);
    const finance = reader('finance');
    const { receipts } = await finance.subscriptions.detail({ subscriptionId });
    const [{ id: receiptId, version } = { id: 0, version: 0 }] = receipts;
    await finance.payments.voidReceipt({ receiptId, version, reason: '写错金额' });
    expect((await told(consultant))[0]).toBe('receiptVoided');
    expect(await told(finance)).toEqual([]);
  });

  it('tell the manager of an import and of its undoing', async () => {
    const planner = desk.as('planner', '方芸');
    const { importId } = await planner.imports.commit(priceList);
    expect(await told(reader('manager'))).toEqual(['imported']);
    await reader('manager').imports.undo({ importId, version: 1 });
    expect([await told(reader('manager')), await told(planner)]).toEqual([['imported'], ['undone']]);
  });

  it('never name a record that the person may not open, whatever their post', async () => {
    const signed = await signedContract(desk, 'mortgage');
    await fileContract(desk, signed.contractId);
    await draftedContract(desk);
    await submittedContract(desk);
    await decide(reader('manager'), await askPrice(desk.as('consultant')), 'reject');
    await askPrice(desk.as('consultant'));
    await desk.as('planner').imports.commit(priceList);
    const supervisor = desk.as('warrantSupervisor');
    const officer = desk.as('warrantOfficer');
    for (const { id: caseId } of (await supervisor.cases.list({ kind: null, open: true })).rows) {
      const { version } = await supervisor.cases.detail({ caseId });
      await supervisor.cases.assign({ caseId, version, personId: officer.me });
    }
    const open = (person: TestClient, { noun, subjectId }: { noun: string; subjectId: number }) => {
      if (noun === 'subscriptions') return person.subscriptions.detail({ subscriptionId: subjectId });
      if (noun === 'contracts') return person.contracts.detail({ contractId: subjectId });
      return noun === 'cases' ? person.cases.detail({ caseId: subjectId }) : person.imports.list({});
    };
    const kinds = new Set<string>();
    // The screen that faces the customers has no notices at all.
    const readers = [...people].flatMap(([post, person]) => (post === 'kiosk' ? [] : [person]));
    for (const person of [...readers, signed.consultant, officer])
      for (const notice of (await person.notices.list({})).rows) {
        kinds.add(notice.kind);
        await expect(open(person, notice)).resolves.toBeDefined();
      }
    expect([...kinds].sort()).toEqual([
      'approved',
      'caseAssigned',
      'contractApproved',
      'contractFiled',
      'contractReviewPassed',
      'contractSigned',
      'contractSubmitted',
      'depositCompleted',
      'imported',
      'levelPassed',
      'moneyReceived',
      'priceAsked',
    ]);
    for (const post of ['administrator', 'planner', 'auditor'] as const) expect(await told(reader(post))).toEqual([]);
    expect(await told(reader('consultant'))).toEqual([]);
  });

  it('are read on every PC once they are read on one', async () => {
    const seller = desk.as('consultant', '赵敏');
    const { subscriptionId } = await subscribedHome(desk, seller);
    const { unread, newest, rows } = await seller.notices.list({});
    expect([unread, rows.length, newest]).toEqual([3, 3, rows[0]?.seq]);
    await seller.notices.readOne({ seq: rows[1]?.seq ?? 0 });
    const after = await seller.notices.list({});
    expect([after.unread, after.rows.map((row) => row.unread)]).toEqual([2, [true, false, true]]);
    await seller.notices.readAll({ upTo: newest });
    expect((await seller.notices.list({})).unread).toBe(0);
    // Nobody reads ahead of what happens.
    await seller.notices.readAll({ upTo: 1_000_000 });
    const { receipts } = await reader('finance').subscriptions.detail({ subscriptionId });
    const [{ id: receiptId, version } = { id: 0, version: 0 }] = receipts;
    await reader('finance').payments.voidReceipt({ receiptId, version, reason: '写错金额' });
    expect((await seller.notices.list({})).unread).toBe(1);
    await expectRefusal(reader('planner').notices.readOne({ seq: newest }), 'NOT_FOUND');
    expectReplayed(desk);
  });

  it('reach back some days, and for nobody beyond their own first day', async () => {
    const seller = desk.as('consultant', '赵敏');
    await subscribedHome(desk, seller);
    desk.clock.advance(1000);
    expect(await told(desk.as('backOffice'))).toEqual([]);
    const today = dayOf(desk.clock());
    const reach = (after: number) =>
      noticeEvents(readDb(desk.office.database), addDays(today, after - NOTICE_DAYS + 1), 9);
    expect([reach(0).length, reach(NOTICE_DAYS - 1).length, reach(NOTICE_DAYS).length]).toEqual([4, 4, 0]);
  });

  it('are looked for in the events of those days only, however long the log is', () => {
    const db = readDb(desk.office.database);
    const [plan] = plansOf(desk.office.database, () => noticeEvents(db, dayOf(desk.clock()), 9));
    expect(plan).toContain('events_of_day');
    expect(plan).not.toContain('SCAN');
  });
});
