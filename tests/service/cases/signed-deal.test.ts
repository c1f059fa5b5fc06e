import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contractById } from '#db/repositories/contracts.ts';
import { applyContractEvent } from '#electron/server/contracts/apply-contract-event.ts';
import { dealOf } from '#electron/server/contracts/deal.ts';
import { defaultCaseDefinitions } from '#shared/domain/cases/definitions.ts';
import {
  approvedContract,
  fileContract,
  payLines,
  printOriginal,
  sign,
  signedContract,
} from '#tests/support/contract-desk.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

const DAY_MS = 86_400_000;

describe('A contract that is signed at the desk', () => {
  let desk: TestOffice;
  let officer: TestClient & { readonly me: number };
  let supervisor: TestClient;
  beforeEach(async () => {
    desk = await testOffice();
    officer = desk.as('warrantOfficer', '田晓雨');
    supervisor = desk.as('warrantSupervisor', '罗敏');
  });
  afterEach(() => desk.close());

  const cases = async (open = true) => (await officer.cases.list({ kind: null, open })).rows;
  const caseOf = async (kind: 'filing' | 'mortgage', loanKind: 'commercial' | 'provident' | null = null) => {
    const row = (await cases(false)).find((one) => one.kind === kind && one.loanKind === loanKind);
    return officer.cases.detail({ caseId: row?.id ?? 0 });
  };
  const at = async (caseId: number) => ({ caseId, version: (await officer.cases.detail({ caseId })).version });
  const collect = async (caseId: number) => {
    const { papers, row } = await officer.cases.detail({ caseId });
    for (const { kind, needed, optional } of papers)
      if (!optional) await officer.cases.collect({ ...(await at(caseId)), paper: kind, got: needed, original: true });
    if (row.loanKind !== null)
      await officer.cases.enterLoan({ ...(await at(caseId)), bank: '渝澄银行', loanYears: 30, expectedOn: null });
  };
  const advance = async (caseId: number, times = 1) => {
    for (let done = 0; done < times; done += 1) await officer.cases.advance(await at(caseId));
  };

  it('opens nothing before the seal, and its filing and each of its loans with it', async () => {
    const { contractId, buyer, ...deal } = await approvedContract(desk, 'combined');
    await printOriginal(desk, contractId);
    await payLines(desk, { ...deal, buyer }, ['firstPayment', 'finalPayment']);
    await sign(desk, contractId, 'buyer', buyer);
    expect(await cases()).toEqual([]);
    await sign(desk, contractId, 'seller', null);
    expect((await cases()).map(({ kind, loanKind, step, contract }) => [kind, loanKind, step, contract])).toEqual([
      ['filing', null, 'collect', 'HT-2026-0001'],
      ['mortgage', 'commercial', 'collect', 'HT-2026-0001'],
      ['mortgage', 'provident', 'collect', 'HT-2026-0001'],
    ]);
    expectReplayed(desk);
  });

  it('is filed, and its home is disbursed once the last of its loans is paid out', async () => {
    const deal = await signedContract(desk, 'combined');
    const loans = [await caseOf('mortgage', 'commercial'), await caseOf('mortgage', 'provident')];
    for (const { row } of loans) {
      await collect(row.id);
      await advance(row.id, 3);
    }
    const postSale = async () => (await officer.units.detail({ unitId: deal.unitId })).postSaleState;
    await fileContract(desk, deal.contractId);
    expect(await postSale()).toBe('filed');
    for (const { row } of loans) await advance(row.id);
    await payLines(desk, deal, ['commercialLoan']);
    expect([(await caseOf('mortgage', 'commercial')).row.loanState, await postSale()]).toEqual(['released', 'filed']);
    await payLines(desk, deal, ['providentLoan']);
    expect([(await caseOf('mortgage', 'provident')).row.loanState, await postSale()]).toEqual([
      'released',
      'loanDisbursed',
    ]);
    // The bank's slip was void: its loan is open again, and so are its case and the home.
    const { receipts } = await officer.subscriptions.detail({ subscriptionId: deal.subscriptionId });
    const slip = receipts.findLast(({ item }) => item === 'loan');
    await desk
      .as('manager')
      .payments.voidReceipt({ receiptId: slip?.id ?? 0, version: slip?.version ?? 0, reason: '银行退票' });
    const { row } = await caseOf('mortgage', 'provident');
    expect([row.state, row.step, row.closedOn, await postSale()]).toEqual(['running', 'release', null, 'filed']);
    expect((await caseOf('mortgage', 'commercial')).row.state).toBe('done');
    expectReplayed(desk);
  });

  it('ends its open cases with the reason when it is terminated, and leaves those that are done', async () => {
    const deal = await signedContract(desk, 'mortgage');
    const filing = await caseOf('filing');
    await officer.cases.note({ ...(await at(filing.row.id)), note: '等客户' });
    const { client } = desk.office.database;
    await desk.office.corridor.act({
      procedure: 'tests.terminate',
      run: (command) => {
        const row = contractById(command.db, deal.contractId);
        if (row === undefined) throw new Error('The contract is gone');
        const office = { ...command, actor: undefined };
        applyContractEvent(office, client, dealOf(command.db, row), 'terminate', {
          authorised: ['terminate'],
          terminationPapers: true,
          reason: '双方协商解除',
        });
        command.happened({ kind: 'contractDropped', noun: 'contracts', id: row.id, data: { reason: '双方协商解除' } });
      },
    });
    expect(await cases()).toEqual([]);
    expect((await cases(false)).map(({ state, note }) => [state, note])).toEqual([
      ['cancelled', '双方协商解除'],
      ['cancelled', '双方协商解除'],
    ]);
    expectReplayed(desk);
  });

  it('lets the supervisor give its cases to somebody, who finds them on Today', async () => {
    await signedContract(desk, 'mortgage');
    const { row, can } = await caseOf('filing');
    expect(can['assign']).toEqual({ code: 'FORBIDDEN' });
    await expectRefusal(officer.cases.assign({ ...(await at(row.id)), personId: officer.me }), 'FORBIDDEN');
    const people = await supervisor.cases.assignees({});
    expect(people.map(({ name, open }) => [name, open])).toContainEqual(['田晓雨', 0]);
    const consultant = desk.as('consultant');
    await expectRefusal(
      supervisor.cases.assign({ ...(await at(row.id)), personId: consultant.me }),
      'CASE_NOT_THEIR_WORK',
    );
    await supervisor.cases.assign({ ...(await at(row.id)), personId: officer.me });
    const today = async (person: TestClient) =>
      (await person.tasks.today({})).tasks.filter(({ noun, subjectId }) => noun === 'cases' && subjectId === row.id);
    expect((await today(officer)).map(({ kind, params }) => [kind, params['requester']])).toEqual([
      ['caseAssigned', '罗敏'],
    ]);
    expect(await today(supervisor)).toEqual([]);
    expect((await caseOf('filing')).row.responsible).toBe('田晓雨');
    expect((await supervisor.cases.assignees({})).find(({ name }) => name === '田晓雨')?.open).toBe(1);
    await officer.cases.note({ ...(await at(row.id)), note: '已联系客户' });
    expect(await today(officer)).toEqual([]);
    expectReplayed(desk);
  });

  it('keeps the steps and papers of the day on which its cases were opened', async () => {
    await signedContract(desk, 'mortgage');
    const before = await caseOf('mortgage', 'commercial');
    desk.clock.advance(DAY_MS);
    // Screens lock over night.
    officer = desk.as('warrantOfficer');
    const manager = desk.as('manager');
    const { filing, mortgage } = defaultCaseDefinitions;
    const value = {
      filing: { ...filing, steps: filing.steps.slice(2), papers: filing.papers.slice(0, 2) },
      mortgage: {
        steps: mortgage.steps
          .filter(({ step }) => step !== 'loanContract')
          .map((step) => ({ ...step, limitDays: step.limitDays + 1 })),
        papers: [...mortgage.papers, { kind: 'proxy', needed: 3, optional: false, loanKind: null }],
      },
    };
    const set = (next: unknown) =>
      manager.settings.set({
        key: 'caseDefinitions',
        value: next as never,
        effectiveFrom: '2026-11-24' as never,
        sourceNote: '权证例会',
      });
    await expectRefusal(set({ ...value, filing: { ...filing, steps: [] } }), 'SETTING_INVALID');
    await set(value);
    expect((await caseOf('mortgage', 'commercial')).steps).toEqual(before.steps);
    await signedContract(desk, 'mortgage');
    const rows = await cases();
    const fresh = rows.filter(({ openedOn }) => openedOn === '2026-11-24');
    expect(fresh.map(({ kind, step, limitDays }) => [kind, step, limitDays])).toEqual([
      ['filing', 'register', 20],
      ['mortgage', 'collect', 8],
    ]);
    const loan = await officer.cases.detail({ caseId: fresh[1]?.id ?? 0 });
    expect(loan.steps.map(({ step }) => step)).not.toContain('loanContract');
    expect(loan.papers.find(({ kind }) => kind === 'proxy')).toMatchObject({ needed: 3 });
    const { steps } = await officer.cases.list({ kind: 'mortgage', open: true });
    expect(steps.map(({ limitDays }) => limitDays)).toEqual([8, 11, 31, 8, 31]);
    expectReplayed(desk);
  });

  it('goes through a step of the office’s own under its name, once the papers of that step are here', async () => {
    const { mortgage, filing } = defaultCaseDefinitions;
    const interview = {
      step: 'own1',
      limitDays: 3,
      fundLimitDays: null,
      waitsFor: 'customer',
      name: '银行面签',
      papers: ['incomeProof'],
    };
    const named = mortgage.steps.map((step) => (step.step === 'collect' ? { ...step, name: '备件' } : step));
    await desk.as('manager').settings.set({
      key: 'caseDefinitions',
      value: { filing, mortgage: { ...mortgage, steps: named.toSpliced(1, 0, interview as never) } } as never,
      effectiveFrom: '2026-11-23' as never,
      sourceNote: '权证例会',
    });
    await signedContract(desk, 'mortgage');
    const loan = async () => (await caseOf('mortgage', 'commercial')).row;
    const { id, stepName } = await loan();
    expect(stepName).toBe('备件');
    const detail = await officer.cases.detail({ caseId: id });
    expect(detail.steps.slice(0, 3).map(({ step, name }) => [step, name])).toEqual([
      ['collect', '备件'],
      ['own1', '银行面签'],
      ['bankReview', ''],
    ]);
    for (const { kind, needed, optional } of detail.papers)
      if (!optional && kind !== 'incomeProof')
        await officer.cases.collect({ ...(await at(id)), paper: kind, got: needed, original: true });
    await officer.cases.enterLoan({ ...(await at(id)), bank: '样本银行', loanYears: 30, expectedOn: null });
    await advance(id);
    expect([(await loan()).step, (await loan()).stepName, (await loan()).loanState]).toEqual([
      'own1',
      '银行面签',
      'preparing',
    ]);
    await expectRefusal(officer.cases.advance(await at(id)), 'CASE_PAPERS_MISSING');
    await officer.cases.collect({ ...(await at(id)), paper: 'incomeProof', got: 2, original: true });
    await advance(id);
    expect((await loan()).step).toBe('bankReview');
    const { history } = await officer.cases.detail({ caseId: id });
    expect(history.map(({ data }) => data['stepName'])).toContain('银行面签');
    expectReplayed(desk);
  });
});
