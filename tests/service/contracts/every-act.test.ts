import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ContractEvent } from '#shared/domain/contracts/events.ts';
import { bareContractFacts } from '#shared/domain/contracts/facts.ts';
import { contractLifecycle } from '#shared/domain/contracts/lifecycle.ts';
import type { ContractState } from '#shared/domain/contracts/states.ts';
import { decide, eventsFrom } from '#shared/domain/lifecycle.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import {
  approvedContract,
  draftedContract,
  fileContract,
  payLines,
  printOriginal,
  seen,
  sign,
  submittedContract,
} from '#tests/support/contract-desk.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { refusalOf } from '#tests/support/refusals.ts';

const today = localDate('2026-11-23');

/** How a contract comes to a state at the desk. */
const ways: { readonly [State in Exclude<ContractState, 'terminated'>]: (desk: TestOffice) => Promise<number> } = {
  draft: async (desk) => (await draftedContract(desk)).contractId,
  inReview: async (desk) => (await submittedContract(desk)).contractId,
  approved: async (desk) => (await approvedContract(desk)).contractId,
  printed: async (desk) => {
    const { contractId } = await approvedContract(desk);
    await printOriginal(desk, contractId);
    return contractId;
  },
  signed: (desk) => signed(desk),
  filed: async (desk) => {
    const contractId = await signed(desk);
    await fileContract(desk, contractId);
    return contractId;
  },
  superseded: async (desk) => {
    const { contractId } = await draftedContract(desk);
    const manager = desk.as('manager');
    await manager.contracts.drop({ ...(await seen(manager, contractId)), reason: '客户改签' });
    return contractId;
  },
};

async function signed(desk: TestOffice): Promise<number> {
  const deal = await approvedContract(desk);
  await printOriginal(desk, deal.contractId);
  await payLines(desk, deal, ['firstPayment', 'finalPayment']);
  await sign(desk, deal.contractId, 'buyer', deal.buyer);
  await sign(desk, deal.contractId, 'seller', null);
  return deal.contractId;
}

/** The acts of the desk by the event that each brings about. */
const acts = {
  edit: async (person, target) => person.contracts.edit({ ...target, changes: { fields: { repairDays: 31 } } }),
  confirm: (person, target) => person.contracts.explainTerms(target),
  submit: (person, target) => person.contracts.submit(target),
  withdraw: (person, target) => person.contracts.withdraw(target),
  sendBack: (person, target) =>
    person.contracts.sendBack({
      ...target,
      opinion: '',
      defects: [{ kind: 'blank', part: 'terms', article: null, annex: null, field: null, text: '请补齐' }],
    }),
  approve: (person, target) => person.contracts.approve({ ...target, opinion: '' }),
  correct: (person, target) => person.contracts.correct({ ...target, reason: '大写有误' }),
  sign: (person, target) => person.contracts.sign({ ...target, party: 'seller', customerId: null, byProxy: false }),
  file: (person, target) =>
    person.contracts.file({ ...target, filingNumber: 'WQ20261123', filedOn: today, price: 1, builtArea: 1 as never }),
  drop: (person, target) => person.contracts.drop({ ...target, reason: '客户改签' }),
} as const satisfies Partial<
  Record<ContractEvent, (person: TestClient, target: { contractId: number; version: number }) => Promise<unknown>>
>;
const events = Object.keys(acts) as (keyof typeof acts)[];
const states = Object.keys(ways) as (keyof typeof ways)[];

describe.each(states)('A contract that is %s', (state) => {
  let desk: TestOffice;
  let contractId: number;
  beforeAll(async () => {
    desk = await testOffice();
    contractId = await ways[state](desk);
  });
  afterAll(() => desk.close());

  it('stands there, and offers what its table knows from there', async () => {
    const manager = desk.as('manager');
    const { row, can } = await manager.contracts.detail({ contractId });
    expect(row.state).toBe(state);
    const known = eventsFrom(contractLifecycle, state).filter((event) => event in acts || event === 'print');
    // What is done beside the lifecycle, such as attaching the city's paper, is no act of its table.
    const offered = Object.keys(can).filter((name) => known.some((event) => event === name) || name in acts);
    expect(offered.sort()).toEqual([...known].sort());
  });

  it.each(events.filter((event) => !eventsFrom(contractLifecycle, state).includes(event)))(
    'refuses to %s, as its table says, and stays as it was',
    async (event) => {
      const manager = desk.as('manager');
      const before = await manager.contracts.detail({ contractId });
      const { code } = await refusalOf(acts[event](manager, await seen(manager, contractId)));
      expect(code).toBe(decide(contractLifecycle, state, event, bareContractFacts(today)).refused?.code);
      expect(await manager.contracts.detail({ contractId })).toEqual(before);
    },
  );
});
