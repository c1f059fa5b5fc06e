import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { currentTables, replay } from '#db/replay.ts';
import { subscriptionById } from '#db/repositories/subscriptions.ts';
import { liveContractOf } from '#db/repositories/units.ts';
import { contracts } from '#db/schema/deals.ts';
import { units } from '#db/schema/inventory.ts';
import { advanceFollowers } from '#electron/server/cases/apply-case-event.ts';
import { openCasesOf } from '#electron/server/cases/open-cases.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, takeDeposit } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

const DAY_MS = 86_400_000;

describe('The cases of a signed contract', () => {
  let desk: TestOffice;
  let officer: TestClient & { readonly me: number };
  let consultant: TestClient;
  let subscriptionId: number;
  let payerId: number;
  let unitId: number;

  beforeEach(async () => {
    drafted = false;
    desk = await testOffice();
    officer = desk.as('warrantOfficer', '田晓雨');
    consultant = desk.as('consultant');
    [unitId = 0] = await buildHomes(desk, { floors: 1, rooms: 1 });
    payerId = await buildBuyer(consultant);
    await consultant.units.lock({ unitId });
    const signBy = localDate('2026-11-30');
    const terms = { unitId, adjustments: [], planCode: 'combined' as const, deposit: 5_000_000, signBy };
    const { price } = await consultant.subscriptions.quote({ terms });
    const deal = await consultant.subscriptions.create({
      terms,
      buyers: [{ customerId: payerId, sharePpm: 1_000_000 }],
      shownPrice: price,
      consent: true,
      mortgageDisclosed: false,
      reason: '',
    });
    subscriptionId = deal.subscriptionId;
    await approve(desk, deal.approvalId);
    await takeDeposit(desk, subscriptionId, payerId);
  });
  afterEach(() => desk.close());

  let drafted = false;
  /** The contract is brought to a state by the office itself, as a paper does that was signed outside of this program. */
  const haveContract = async (state: 'signed' | 'filed', openCases = false) => {
    if (!drafted) {
      const { version } = await consultant.subscriptions.detail({ subscriptionId });
      await consultant.contracts.draft({ subscriptionId, version });
      drafted = true;
    }
    await desk.office.corridor.act({
      procedure: 'tests.contract',
      run: (context) => {
        const { tx, db, today, happened } = context;
        const row = subscriptionById(db, subscriptionId);
        const contract = liveContractOf(db, unitId);
        if (row === undefined || contract === undefined) throw new Error('The deal is gone');
        tx.update(contracts, contract.id, { state, signedOn: today });
        tx.update(units, unitId, { commercialState: 'signed' });
        if (openCases) openCasesOf(context, row);
        advanceFollowers(context, subscriptionId);
        happened({ kind: state === 'filed' ? 'contractFiled' : 'contractSigned', noun: 'contracts', id: contract.id });
      },
    });
  };

  const ofKind = async (kind: 'filing' | 'mortgage', loanKind: 'commercial' | 'provident' | null = null) => {
    const { rows } = await officer.cases.list({ kind, open: false });
    const row = rows.find((one) => one.loanKind === loanKind);
    return officer.cases.detail({ caseId: row?.id ?? 0 });
  };
  const at = async (detail: Awaited<ReturnType<typeof ofKind>>) => {
    const now = await officer.cases.detail({ caseId: detail.row.id });
    return { caseId: now.row.id, version: now.version };
  };
  const collectAll = async (detail: Awaited<ReturnType<typeof ofKind>>) => {
    for (const { kind, needed, optional } of detail.papers)
      if (!optional) await officer.cases.collect({ ...(await at(detail)), paper: kind, got: needed, original: true });
  };
  const advance = async (detail: Awaited<ReturnType<typeof ofKind>>) => officer.cases.advance(await at(detail));

  it('are opened with it: one filing, and a mortgage for each loan of its plan; never twice', async () => {
    await expectRefusal(officer.cases.open({ subscriptionId }), 'CASE_CONTRACT_NOT_SIGNED');
    await haveContract('signed');
    expect(await officer.cases.open({ subscriptionId })).toEqual({ opened: 3 });
    await expectRefusal(officer.cases.open({ subscriptionId }), 'CASES_ARE_OPEN');
    const { rows } = await officer.cases.list({ kind: null, open: true });
    expect(rows.map(({ kind, loanKind, step }) => [kind, loanKind, step])).toEqual([
      ['filing', null, 'collect'],
      ['mortgage', 'commercial', 'collect'],
      ['mortgage', 'provident', 'collect'],
    ]);
    expect(rows[1]).toMatchObject({ unit: expect.any(String), buyer: '欧阳询', usedDays: 0, limitDays: 7, bank: '' });
    expect(rows[1]?.amount).toBeGreaterThan(0);
  });

  it('leave the papers only when all are here, and a mortgage only with its bank', async () => {
    await haveContract('signed', true);
    const loan = await ofKind('mortgage', 'commercial');
    await expectRefusal(advance(loan), 'CASE_PAPERS_MISSING');
    await collectAll(loan);
    await expectRefusal(advance(loan), 'CASE_BANK_MISSING');
    await officer.cases.enterLoan({ ...(await at(loan)), bank: '渝澄银行', loanYears: 30, expectedOn: null });
    expect(await advance(loan)).toMatchObject({ state: 'running', step: 'bankReview' });
    const { row } = await officer.cases.detail({ caseId: loan.row.id });
    expect(row).toMatchObject({ loanState: 'applied', usedDays: 0, limitDays: 10, waitsFor: 'bank' });
  });

  it('come back with a reason, and go on from the same step', async () => {
    await haveContract('signed', true);
    const filing = await ofKind('filing');
    await collectAll(filing);
    await advance(filing);
    await officer.cases.giveBack({ ...(await at(filing)), reason: '面积与楼盘表不符' });
    await expectRefusal(advance(filing), 'NOT_IN_THIS_STATE');
    const returned = await ofKind('filing');
    expect(returned.row).toMatchObject({ state: 'returned', step: 'submit', note: '面积与楼盘表不符' });
    await officer.cases.resume(await at(filing));
    expect((await ofKind('filing')).row).toMatchObject({ state: 'running', step: 'submit' });
  });

  it('follow the city’s number and the bank’s money by themselves', async () => {
    await haveContract('signed', true);
    const filing = await ofKind('filing');
    await collectAll(filing);
    await advance(filing);
    await advance(filing);
    await expectRefusal(advance(filing), 'CASE_FILING_MISSING');
    const loan = await ofKind('mortgage', 'commercial');
    await collectAll(loan);
    await officer.cases.enterLoan({ ...(await at(loan)), bank: '渝澄银行', loanYears: 30, expectedOn: null });
    for (const _step of ['collect', 'bankReview', 'loanContract']) await advance(loan);
    await haveContract('filed');
    expect((await ofKind('filing')).row.state).toBe('done');
    expect((await ofKind('mortgage', 'commercial')).row.step).toBe('mortgageRegistration');
    await advance(loan);
    await expectRefusal(advance(loan), 'CASE_LOAN_NOT_RECEIVED');
    const cashier = desk.as('finance');
    const { version, plan } = await cashier.subscriptions.detail({ subscriptionId });
    const line = plan.find(({ item }) => item === 'commercialLoan');
    await cashier.payments.receive({
      subscriptionId,
      version,
      item: 'loan',
      method: 'transfer',
      amount: line?.amount ?? 0,
      payerId,
      reference: '0009',
      lines: [{ position: line?.position ?? 0, amount: line?.amount ?? 0 }],
    });
    expect((await ofKind('mortgage', 'commercial')).row).toMatchObject({ state: 'done', loanState: 'released' });
    const { client } = desk.office.database;
    for (const [table, rows] of currentTables(client)) expect(replay(client).get(table), table).toEqual(rows);
  });

  it('are seen by finance and by their consultant, and worked on only by the warrants', async () => {
    await haveContract('signed', true);
    const filing = await ofKind('filing');
    const target = { caseId: filing.row.id, version: filing.version };
    await expectRefusal(consultant.cases.take(target), 'FORBIDDEN');
    expect((await consultant.cases.detail({ caseId: filing.row.id })).can['advance']).toEqual({ code: 'FORBIDDEN' });
    expect((await desk.as('consultant').cases.list({ kind: null, open: true })).rows).toEqual([]);
    await expectRefusal(desk.as('consultant').cases.detail({ caseId: filing.row.id }), 'DEAL_OF_OTHER');
    expect((await desk.as('finance').cases.list({ kind: null, open: true })).rows).toHaveLength(3);
    await officer.cases.take(target);
    await expectRefusal(officer.cases.take(target), 'STALE');
    expect((await ofKind('filing')).row.responsible).toBe('田晓雨');
  });

  it('are on Today of whoever is responsible once their step is nearly over', async () => {
    await haveContract('signed', true);
    const colleague = desk.as('warrantOfficer');
    const loan = await ofKind('mortgage', 'commercial');
    const tasksOf = async (person: TestClient) =>
      (await person.tasks.today({})).tasks.filter(
        ({ kind, subjectId }) => kind === 'caseDue' && subjectId === loan.row.id,
      );
    expect(await tasksOf(officer)).toEqual([]);
    desk.clock.advance(6 * DAY_MS);
    const [later, other] = [desk.as('warrantOfficer'), desk.as('warrantSupervisor')];
    expect(await tasksOf(later)).toHaveLength(1);
    expect(await tasksOf(other)).toHaveLength(1);
    expect(colleague.me).not.toBe(officer.me);
    await later.cases.take(
      await later.cases.detail({ caseId: loan.row.id }).then(({ row, version }) => ({ caseId: row.id, version })),
    );
    expect(await tasksOf(later)).toHaveLength(1);
    expect(await tasksOf(other)).toHaveLength(0);
  });
});
