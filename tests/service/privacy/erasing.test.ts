import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replay } from '#db/replay.ts';
import { verifyLog } from '#db/repositories/events.ts';
import { instantOf, localDate } from '#shared/kernel/local-date.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, subscribeHome, takeDeposit } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

describe('A person who asks to be forgotten', () => {
  let desk: TestOffice;
  let consultant: TestClient & { me: number };
  let compliance: TestClient & { me: number };
  let customerId: number;
  beforeEach(async () => {
    desk = await testOffice();
    consultant = desk.as('consultant', '何佳怡');
    compliance = desk.as('compliance', '吴敏');
    customerId = await buildBuyer(consultant, '褚遂良');
    await consultant.customers.followUp({
      customerId,
      method: 'phone',
      content: '褚先生约周六带父母看样板房',
      rating: 'A',
      nextOn: '2026-12-01',
    });
  });
  afterEach(() => desk.close());

  const everything = () => {
    const { client } = desk.office.database;
    const tables = client
      .prepare<[], string>("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
      .pluck()
      .all();
    return tables.map((table) => JSON.stringify(client.prepare(`select * from "${table}"`).all())).join('\n');
  };
  /** Waits for what is done after the commit. */
  const settled = async () => {
    desk = await desk.restart();
  };
  const keysLeft = () =>
    Number(desk.office.database.client.prepare('select count(*) from person_keys where key is not null').pluck().get());

  it('is gone from tables and log, whose chain stays whole and whose replay is the tables', async () => {
    const other = await buildBuyer(consultant, '欧阳询');
    const { phone } = (await consultant.customers.detail({ customerId })).customer;
    await compliance.privacy.takeRequest({
      customerId,
      kind: 'delete',
      receivedOn: '2026-11-23',
      wish: '褚遂良请求删除',
    });
    const before = verifyLog(desk.office.database.client);
    await compliance.customers.anonymise({ customerId });
    await settled();
    expect(verifyLog(desk.office.database.client).events).toBe(before.events + 1);
    expectReplayed(desk);
    const all = everything();
    for (const marker of ['褚遂良', '褚先生', phone]) expect(all, marker).not.toContain(marker);
    expect(all).toContain('欧阳询');
    const log = JSON.stringify([...replay(desk.office.database.client).values()].map((rows) => [...rows]));
    expect(log).not.toContain('褚遂良');
    expect(keysLeft()).toBe(2);
    const manager = desk.as('manager');
    expect(await manager.search.find({ text: '褚' })).toEqual([]);
    expect(await manager.search.find({ text: phone.slice(-4) })).toEqual([]);
    expect((await manager.customers.list({ scope: 'all', text: '', rating: null, state: null })).rows).toMatchObject([
      { id: other },
    ]);
    await expectRefusal(desk.as('compliance').customers.anonymise({ customerId }), 'CUSTOMER_ANONYMISED');
  });

  it('takes along what somebody wrote about the person on asking for the numbers, or on keeping the file', async () => {
    const words = () => desk.as('compliance').privacy.watch({});
    await consultant.customers.reveal({ customerId, reason: 'other', words: '褚遂良的邻居来问' });
    await compliance.customers.hold({ customerId, reason: '与褚遂良的诉讼' });
    await compliance.customers.hold({ customerId, reason: '' });
    expect((await words()).reveals).toMatchObject([{ words: '褚遂良的邻居来问' }]);
    expect(everything()).not.toMatch(/邻居|诉讼/);
    const seq = Number(
      desk.office.database.client.prepare("select seq from events where kind = 'revealed'").pluck().get(),
    );
    const told = async () =>
      (await desk.as('auditor').events.entry({ seq })).data.filter(({ field }) => field !== 'reason');
    expect(await told()).toEqual([{ field: 'words', kind: 'personal', value: '褚遂良的邻居来问' }]);
    await compliance.customers.anonymise({ customerId });
    await settled();
    expect((await words()).reveals).toMatchObject([{ reason: 'other', words: null }]);
    expect(await told()).toEqual([{ field: 'words', kind: 'erased', value: '' }]);
    expectReplayed(desk);
    verifyLog(desk.office.database.client);
  });

  it('is a pseudonym in the log afterwards, ten years on as well, while the chain stays whole', async () => {
    const other = await buildBuyer(consultant, '欧阳询');
    await consultant.customers.reveal({ customerId, reason: 'callCustomer' });
    const whole = { day: null, actorId: null, before: null };
    const before = (await desk.as('auditor').events.list(whole)).filter(({ noun }) => noun === 'customers');
    expect(new Set(before.map(({ subjectId }) => subjectId))).toEqual(new Set([customerId, other]));
    await compliance.customers.anonymise({ customerId });
    await settled();
    desk.clock.set(instantOf(localDate('2037-11-24'), 600));
    const auditor = desk.as('auditor');
    const lines = (await auditor.events.list(whole)).filter(({ noun }) => noun === 'customers');
    // What was done, by whom and when is all there; of whom, only that it was the same person.
    expect(lines.map(({ seq }) => seq)).toEqual(expect.arrayContaining(before.map(({ seq }) => seq)));
    const told = new Map(lines.map(({ subjectId, subject }) => [subjectId, subject]));
    expect([...told]).toEqual(
      expect.arrayContaining([
        [other, null],
        [0, expect.stringMatching(/^P-[\w-]{10}$/)],
      ]),
    );
    expect(told.size).toBe(2);
    expect(await auditor.events.list({ ...whole, noun: 'customers', subjectId: customerId })).toEqual([]);
    expect((await auditor.events.list({ ...whole, noun: 'customers', subjectId: other })).length).toBeGreaterThan(0);
    const seq = Number(
      desk.office.database.client
        .prepare("select seq from event_changes where table_name = 'follow_ups' order by seq limit 1")
        .pluck()
        .get(),
    );
    const entry = await auditor.events.entry({ seq });
    expect(entry).toMatchObject({ subjectId: 0, subject: told.get(0) });
    const fields = entry.changes.flatMap(({ table, rowId, fields: all }) =>
      all.map((field) => ({ table, rowId, ...field })),
    );
    expect(fields.filter(({ field }) => field === 'customerId').map(({ after }) => after)).toEqual([told.get(0)]);
    expect(fields.filter(({ table }) => table === 'customers').map(({ rowId }) => rowId)).not.toContain(customerId);
    expect(fields.find(({ field }) => field === 'content')).toMatchObject({ kind: 'erased', after: '' });
    verifyLog(desk.office.database.client);
    expectReplayed(desk);
  });

  it('may come again as somebody new, and is counted in the statistics as before', async () => {
    const { phone } = (await consultant.customers.detail({ customerId })).customer;
    await compliance.customers.anonymise({ customerId });
    expect((await consultant.visits.day({ day: '2026-11-23' })).counts.firstVisit).toBe(1);
    const { matches } = await consultant.customers.matchPhone({ phone });
    expect(matches).toEqual([]);
  });

  it('takes plans and forms along with their files', async () => {
    const { documentId } = await consultant.documents.issue({ kind: 'consentForm', subjectId: customerId });
    await desk.office.press.idle();
    await compliance.customers.anonymise({ customerId });
    await settled();
    const manager = desk.as('manager');
    expect((await manager.documents.ofSubject({ noun: 'customers', subjectId: customerId }))[0]?.state).toBe('voided');
    await expectRefusal(manager.documents.pages({ documentId }), 'PAPER_ERASED');
  });

  it('is kept and no longer used while the law keeps a deal, and forgotten when its term has ended', async () => {
    const [home = 0] = await buildHomes(desk);
    const { subscriptionId, approvalId } = await subscribeHome(consultant, home, customerId);
    await expectRefusal(compliance.customers.anonymise({ customerId }), 'CUSTOMER_DEAL_LIVE');
    await expectRefusal(compliance.customers.restrict({ customerId, reason: 'deletionAsked' }), 'CUSTOMER_DEAL_LIVE');
    await approve(desk, approvalId);
    const { version } = await consultant.subscriptions.detail({ subscriptionId });
    await desk.as('manager').subscriptions.cancel({ subscriptionId, version, reason: '客户改变主意' });
    await expectRefusal(compliance.customers.anonymise({ customerId }), 'CUSTOMER_KEPT_BY_LAW');
    const { phone } = (await consultant.customers.detail({ customerId })).customer;

    await compliance.customers.restrict({ customerId, reason: 'deletionAsked' });
    for (const person of [consultant, desk.as('manager', '周宁')]) {
      expect(await person.search.find({ text: '褚' })).toEqual([]);
      expect((await person.customers.list({ scope: 'mine', text: '', rating: null, state: null })).rows).toEqual([]);
    }
    await expectRefusal(consultant.customers.detail({ customerId }), 'NOT_FOUND');
    await expectRefusal(
      consultant.customers.followUp({ customerId, method: 'phone', content: '再联系', rating: 'A', nextOn: null }),
      'NOT_FOUND',
    );
    const deals = await consultant.subscriptions.list({ scope: 'mine', state: null, text: '' });
    expect(JSON.stringify(deals)).not.toContain('褚遂良');
    expect((await consultant.customers.matchPhone({ phone })).matches).toEqual([]);
    // Whoever answers for personal data sees that it is there, and the numbers for a reason.
    const file = await compliance.customers.detail({ customerId });
    expect(file.can).toMatchObject({ followUp: { code: 'CUSTOMER_RESTRICTED' }, liftRestriction: true });
    expect(file.privacy).toMatchObject({ restriction: 'deletionAsked', class: 'cancelled', dueOn: '2029-11-23' });
    await compliance.customers.reveal({ customerId, reason: 'subjectRequest' });
    expect((await compliance.customers.revealed({ customerId })).phone).toBe(phone);
    expect((await compliance.privacy.kept({})).map(({ id }) => id)).toEqual([customerId]);
    expectReplayed(desk);

    await compliance.customers.liftRestriction({ customerId });
    expect((await consultant.customers.detail({ customerId })).customer).toMatchObject({ name: '褚遂良', phone });
    await compliance.customers.restrict({ customerId, reason: 'termOnly' });

    desk.clock.set(instantOf(localDate('2029-11-23'), 600));
    const later = desk.as('compliance');
    expect((await later.privacy.due({})).rows.map(({ id, class: kind }) => [id, kind])).toEqual([
      [customerId, 'cancelled'],
    ]);
    expect(await later.privacy.sweep({ customerIds: [customerId, 9_999] })).toEqual({ anonymised: 1 });
    await settled();
    expect(everything()).not.toContain('褚遂良');
    expectReplayed(desk);
    verifyLog(desk.office.database.client);
  });

  it('keeps amounts, numbers and receipts of a deal when the person is forgotten', async () => {
    const [home = 0] = await buildHomes(desk);
    const { subscriptionId, approvalId } = await subscribeHome(consultant, home, customerId);
    await approve(desk, approvalId);
    const receipt = await takeDeposit(desk, subscriptionId, customerId);
    const sum = () =>
      desk.office.database.client
        .prepare('select sum(amount), count(*) from ledger_entries where amount > 0')
        .raw()
        .get();
    const before = sum();
    const { version } = await consultant.subscriptions.detail({ subscriptionId });
    await desk
      .as('manager')
      .subscriptions.cancel({ subscriptionId, version, reason: '客户改变主意' })
      .catch(() => undefined);
    desk.office.database.client
      .prepare("update subscriptions set state = 'cancelled' where id = ?")
      .run(subscriptionId);
    desk.clock.set(instantOf(localDate('2036-11-23'), 600));
    await desk.as('compliance').customers.anonymise({ customerId });
    expect(sum()).toEqual(before);
    const book = await desk.as('finance').payments.book({ from: '2026-11-23', to: '2026-11-23' });
    expect(book.rows).toMatchObject([{ number: receipt.number, payer: '（已匿名）', amount: 5_000_000 }]);
  });

  it('is not deleted while somebody has written why not', async () => {
    await compliance.customers.hold({ customerId, reason: '诉讼中，案号 2026 民初 1 号' });
    await expectRefusal(compliance.customers.anonymise({ customerId }), 'CUSTOMER_HELD');
    desk.clock.set(instantOf(localDate('2036-11-23'), 600));
    const later = desk.as('compliance');
    expect((await later.privacy.due({})).total).toBe(0);
    await desk.office.clock.tick();
    expect((await later.notices.list({})).rows).toEqual([]);
    expect((await later.privacy.kept({})).map(({ id }) => id)).toEqual([customerId]);
    await later.customers.hold({ customerId, reason: '' });
    expect((await later.privacy.due({})).total).toBe(1);
    // Those who answer for it are told once a month.
    for (let day = 0; day < 3; day += 1) {
      desk.clock.advance(86_400_000);
      await desk.office.clock.tick();
    }
    const told = desk.office.database.client.prepare("select count(*) from events where kind = 'retentionDue'");
    expect(told.pluck().get()).toBe(1);
  });

  it('is for those who answer for personal data alone', async () => {
    for (const post of ['consultant', 'supervisor', 'administrator', 'auditor', 'finance'] as const)
      await expectRefusal(desk.as(post).customers.anonymise({ customerId }), 'FORBIDDEN');
    expect((await consultant.customers.detail({ customerId })).privacy).toBeNull();
  });

  it('gets a report of all that is held, with reasons, as a paper and as data, after a reveal', async () => {
    await desk.as('supervisor', '陈立群').customers.reveal({ customerId, reason: 'callCustomer', words: '顾问请假' });
    await expectRefusal(compliance.customers.personalReport({ customerId }), 'REVEAL_NEEDED');
    await compliance.customers.reveal({ customerId, reason: 'subjectRequest' });
    const { parts } = await compliance.customers.personalReport({ customerId });
    const text = JSON.stringify(parts);
    for (const said of ['褚遂良', '褚先生约周六', '陈立群', '联系客户：顾问请假', '未成交客户', '2028-11-23'])
      expect(text, said).toContain(said);
    const { requestId, number, dueOn } = await compliance.privacy.takeRequest({
      customerId,
      kind: 'copy',
      receivedOn: '2026-11-23',
      wish: '请给一份复印件',
    });
    expect([number, dueOn]).toEqual(['GR-2026-0001', '2026-12-08']);
    await compliance.documents.issue({ kind: 'personalReport', subjectId: requestId });
    await desk.office.press.idle();
    expect(await compliance.documents.ofSubject({ noun: 'subjectRequests', subjectId: requestId })).toMatchObject([
      { kind: 'personalReport', number: 'GR-2026-0001', state: 'issued' },
    ]);
    await compliance.privacy.answerRequest({ requestId, version: 1, state: 'done', answer: '当面交付' });
    expect(await compliance.privacy.requests({ customerId: null })).toMatchObject([
      { state: 'done', answeredBy: '吴敏' },
    ]);
  });
});
