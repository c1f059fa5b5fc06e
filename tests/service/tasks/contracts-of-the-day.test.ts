import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, instantOf, localDate } from '#shared/kernel/local-date.ts';
import { fillIn, passReview, seen, submittedContract, subscribedHome } from '#tests/support/contract-desk.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';

describe('Today around a contract', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  const kinds = async (person: TestClient) => (await person.tasks.today({})).tasks.map(({ kind }) => kind);

  it('leads it from desk to desk: drafted, reviewed level by level, printed', async () => {
    const backOffice = desk.as('backOffice');
    const consultant = desk.as('consultant', '赵敏');
    const { subscriptionId } = await subscribedHome(desk, consultant);
    const { version, row } = await backOffice.subscriptions.detail({ subscriptionId });
    for (const person of [consultant, backOffice])
      expect((await person.tasks.today({})).tasks).toMatchObject([
        { kind: 'contractToDraft', noun: 'subscriptions', subjectId: subscriptionId, dueOn: row.signBy },
      ]);
    expect(await kinds(desk.as('consultant'))).toEqual([]);

    const { contractId } = await backOffice.contracts.draft({ subscriptionId, version });
    expect(await kinds(consultant)).toEqual([]);
    expect((await backOffice.tasks.today({})).tasks).toMatchObject([
      { kind: 'contractToSubmit', noun: 'contracts', subjectId: contractId },
    ]);
    await fillIn(backOffice, contractId);
    await backOffice.contracts.submit(await seen(backOffice, contractId));
    // Who drafted it does not review it: another person of the back office is asked, so long as there is one.
    expect(await kinds(backOffice)).toEqual([]);
    const [second, supervisor, manager] = [desk.as('backOffice'), desk.as('supervisor'), desk.as('manager')];
    expect((await second.tasks.today({})).tasks).toMatchObject([
      { kind: 'contractReview', noun: 'contracts', subjectId: contractId, params: { level: 1, levels: 3 } },
    ]);
    expect(await kinds(supervisor)).toEqual([]);
    await second.contracts.approve({ ...(await seen(second, contractId)), opinion: '' });
    expect([await kinds(second), await kinds(supervisor), await kinds(manager)]).toEqual([[], ['contractReview'], []]);
    await supervisor.contracts.approve({ ...(await seen(supervisor, contractId)), opinion: '' });
    await manager.contracts.approve({ ...(await seen(manager, contractId)), opinion: '' });
    expect(await kinds(backOffice)).toEqual(['contractToPrint']);
    expect(await kinds(consultant)).toEqual([]);
  });

  it('counts the days to the day to sign: the consultant hears of it, after it the supervisors', async () => {
    desk.clock.set(instantOf(localDate('2026-11-28'), 600));
    const consultant = desk.as('consultant', '赵敏');
    const { subscriptionId } = await subscribedHome(desk, consultant);
    const { version, row } = await consultant.subscriptions.detail({ subscriptionId });
    const drafter = desk.as('backOffice');
    const { contractId } = await drafter.contracts.draft({ subscriptionId, version });
    expect((await consultant.tasks.today({})).tasks).toMatchObject([
      { kind: 'signingDue', subjectId: contractId, dueOn: row.signBy, overdue: false, params: { state: 'draft' } },
    ]);
    desk.clock.set(instantOf(addDays(row.signBy, 1), 600));
    expect((await desk.as('supervisor').tasks.today({})).tasks).toMatchObject([
      { kind: 'subscriptionExpiring', noun: 'contracts', subjectId: contractId, overdue: true },
    ]);
  });

  it('gives a contract that came back to whoever wrote it, with the number of its defects', async () => {
    const { consultant, contractId } = await submittedContract(desk);
    const reviewer = desk.as('backOffice');
    await reviewer.contracts.sendBack({
      ...(await seen(reviewer, contractId)),
      opinion: '请补正',
      defects: [
        { kind: 'address', part: 'buyers', article: null, annex: null, field: null, text: '送达地址与证件地址不一致' },
        { kind: 'annex', part: 'annexes', article: null, annex: 'fitOut', field: null, text: '附件六未勾装修标准' },
      ],
    });
    expect((await consultant.tasks.today({})).tasks).toMatchObject([
      { kind: 'contractToCorrect', subjectId: contractId, params: { defects: 2 } },
    ]);
    const { defects } = await consultant.contracts.detail({ contractId });
    for (const { id: defectId, version } of defects)
      await consultant.contracts.settleDefect({ defectId, version, state: 'corrected' });
    expect((await consultant.tasks.today({})).tasks).toMatchObject([
      { kind: 'contractToCorrect', params: { defects: 0 } },
    ]);
    await consultant.contracts.submit(await seen(consultant, contractId));
    expect(await kinds(consultant)).toEqual([]);
  });

  it('counts a drafted contract among what is subscribed and not signed', async () => {
    const { consultant, contractId } = await submittedContract(desk);
    await passReview(desk, contractId);
    const { reminders } = await consultant.tasks.today({});
    expect(reminders).toMatchObject([{ kind: 'unsigned', params: { count: 1, amountFen: 100_000_000 } }]);
    expect(localDate(reminders[0]?.dueOn ?? '')).toBe((await consultant.contracts.detail({ contractId })).row.signBy);
  });
});
