import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeOverConsents } from '#electron/server/privacy/take-over-consents.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, subscribeHome } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

const today = '2026-11-23';

describe('What a customer agreed to', () => {
  let desk: TestOffice;
  let consultant: TestClient & { me: number };
  let customerId: number;
  beforeEach(async () => {
    desk = await testOffice();
    consultant = desk.as('consultant', '何佳怡');
    customerId = await buildBuyer(consultant, '王海涛');
  });
  afterEach(() => desk.close());

  const give = (purposes: ('service' | 'followUp' | 'marketing' | 'sensitive' | 'sharing')[], edition = 0) =>
    consultant.consents.give({ customerId, purposes, method: 'paper', givenOn: today, language: 'zh-CN', edition });

  it('is kept purpose by purpose: after which text, how, when and by whom', async () => {
    expect(await give(['service', 'marketing'])).toEqual({ given: ['service', 'marketing'] });
    expect(await give(['marketing', 'sharing'])).toEqual({ given: ['sharing'] });
    const { standings, lines } = await consultant.consents.ofCustomer({ customerId });
    expect(standings).toEqual({
      service: 'given',
      followUp: 'none',
      marketing: 'given',
      sensitive: 'none',
      sharing: 'given',
    });
    expect(lines.at(-1)).toMatchObject({
      purpose: 'service',
      method: 'paper',
      language: 'zh-CN',
      edition: 0,
      givenOn: today,
      takenBy: '何佳怡',
      withdrawnOn: null,
    });
    expectReplayed(desk);
  });

  it('is withdrawn and can be given anew, and both stay on record', async () => {
    await give(['marketing']);
    const withdraw = { customerId, purpose: 'marketing' as const, via: 'phone' as const, withdrawnOn: today };
    await consultant.consents.withdraw(withdraw);
    await expectRefusal(consultant.consents.withdraw(withdraw), 'CONSENT_NOT_GIVEN');
    expect((await consultant.consents.ofCustomer({ customerId })).standings.marketing).toBe('withdrawn');
    const manager = desk.as('manager');
    const all = { scope: 'all' as const, text: '', rating: null, state: null };
    expect((await manager.customers.list(all)).rows).toMatchObject([{ marketing: 'withdrawn' }]);
    expect((await manager.customers.list({ ...all, marketing: true })).rows).toEqual([]);
    await give(['marketing']);
    expect((await consultant.consents.ofCustomer({ customerId })).lines).toHaveLength(2);
    expect((await manager.customers.list({ ...all, marketing: true })).rows).toMatchObject([{ marketing: 'given' }]);
  });

  it('ends the office’s own calls when the follow-up is withdrawn, and not before', async () => {
    await give(['followUp']);
    const followUp = {
      customerId,
      method: 'phone' as const,
      content: '约好周六带父母再来看样板房',
      rating: 'A' as const,
      nextOn: '2026-12-01' as const,
    };
    await consultant.customers.followUp(followUp);
    await consultant.consents.withdraw({ customerId, purpose: 'followUp', via: 'phone', withdrawnOn: today });
    expect((await consultant.customers.detail({ customerId })).customer.nextFollowUpOn).toBeNull();
    await expectRefusal(consultant.customers.followUp(followUp), 'FOLLOW_UP_WITHDRAWN');
    await consultant.customers.followUp({ ...followUp, nextOn: null });
  });

  it('refuses days to come, texts that never were, and whoever’s customer it is not', async () => {
    const what = { customerId, purposes: ['service' as const], method: 'paper' as const, language: 'zh-CN' as const };
    await expectRefusal(consultant.consents.give({ ...what, edition: 0, givenOn: '2026-11-24' }), 'CONSENT_DAY_WRONG');
    await expectRefusal(consultant.consents.give({ ...what, edition: 1, givenOn: today }), 'NOTICE_UNKNOWN');
    const other = desk.as('consultant');
    await expectRefusal(other.consents.give({ ...what, edition: 0, givenOn: today }), 'NOT_FOUND');
    await expectRefusal(desk.as('finance').consents.give({ ...what, edition: 0, givenOn: today }), 'FORBIDDEN');
  });

  it('names the edition of the office’s own text, of which every one stays', async () => {
    const compliance = desk.as('compliance', '吴敏');
    const body = '本公司收集您的姓名、电话和需求，用于接待、跟进与签约；'.repeat(4);
    expect(await compliance.consents.writeNotice({ language: 'zh-CN', body })).toEqual({ edition: 1 });
    expect(await compliance.consents.writeNotice({ language: 'zh-CN', body: `${body}二` })).toEqual({ edition: 2 });
    expect(await consultant.consents.notice({ language: 'zh-CN' })).toEqual({ edition: 2, body: `${body}二` });
    expect((await consultant.consents.notice({ language: 'en' })).edition).toBe(0);
    expect((await compliance.consents.notices({})).map(({ edition, by }) => [edition, by])).toEqual([
      [2, '吴敏'],
      [1, '吴敏'],
    ]);
    await give(['service'], 2);
    await expectRefusal(consultant.consents.writeNotice({ language: 'zh-CN', body }), 'FORBIDDEN');
  });

  it('comes with a subscription, and from subscriptions of earlier versions nothing is lost', async () => {
    const [home = 0] = await buildHomes(desk);
    const { approvalId } = await subscribeHome(consultant, home, customerId);
    await approve(desk, approvalId);
    expect((await consultant.consents.ofCustomer({ customerId })).lines).toMatchObject([
      { purpose: 'sensitive', method: 'paper', edition: 0 },
    ]);
    // As it was before: one word in the subscription, and no line of its own.
    const { client } = desk.office.database;
    client.exec('delete from consents');
    expect(await takeOverConsents(desk.office.corridor, desk.office.database)).toBe(1);
    expect((await consultant.consents.ofCustomer({ customerId })).lines).toMatchObject([
      { purpose: 'sensitive', method: 'earlier', edition: null, givenOn: today, takenBy: '何佳怡' },
    ]);
    expect(await takeOverConsents(desk.office.corridor, desk.office.database)).toBe(0);
  });

  it('is asked for on a form that says the text in force, and on a new one when the text is another', async () => {
    const first = await consultant.documents.issue({ kind: 'consentForm', subjectId: customerId });
    await desk.office.press.idle();
    expect(await consultant.documents.issue({ kind: 'consentForm', subjectId: customerId })).toMatchObject({
      documentId: first.documentId,
      state: 'issued',
    });
    const body = '本公司收集您的姓名、电话和需求，用于接待、跟进与签约；'.repeat(4);
    await desk.as('compliance').consents.writeNotice({ language: 'zh-CN', body });
    const second = await consultant.documents.issue({ kind: 'consentForm', subjectId: customerId });
    await desk.office.press.idle();
    const papers = await consultant.documents.ofSubject({ noun: 'customers', subjectId: customerId });
    expect(papers.map(({ id, state, number }) => [id, state, number])).toEqual([
      [second.documentId, 'issued', `TY-${String(customerId).padStart(5, '0')}`],
      [first.documentId, 'voided', `TY-${String(customerId).padStart(5, '0')}`],
    ]);
    await expectRefusal(desk.as('consultant').documents.detail({ documentId: first.documentId }), 'NOT_FOUND');
  });
});
