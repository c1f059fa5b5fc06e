import { theProject } from '#db/repositories/projects.ts';
import { projects } from '#db/schema/inventory.ts';
import { filledTerms } from '#db/seed/contract-terms.ts';
import type { Post } from '#shared/domain/accounts/posts.ts';
import { fieldNames } from '#shared/domain/contracts/fields/catalogue.ts';
import { isLoan, type PlanItem, type PlanKind } from '#shared/domain/plans/states.ts';
import type { Adjustment } from '#shared/domain/pricing/catalogue.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { type BuildingPlan, buildHomes } from './builders.ts';
import { approve, buildBuyer, subscribeHome, takeDeposit } from './deal-builders.ts';
import type { TestClient, TestOffice } from './office.ts';

/** A home subscribed by a consultant's buyer, approved, its deposit whole: ready for its contract. */
export async function subscribedHome(
  desk: TestOffice,
  consultant = desk.as('consultant'),
  adjustments: readonly Adjustment[] = [],
  planKind: PlanKind = 'lumpSum',
  building: BuildingPlan = {},
) {
  await openSupervisedAccount(desk);
  const [unitId = 0] = await buildHomes(desk, { name: `${desk.clock()}栋`, ...building });
  desk.clock.advance(1000);
  const buyer = await buildBuyer(consultant);
  const { subscriptionId, approvalId } = await subscribeHome(consultant, unitId, buyer, adjustments, planKind);
  await approve(desk, approvalId);
  await takeDeposit(desk, subscriptionId, buyer);
  return { consultant, unitId, buyer, subscriptionId };
}

/** The account that every payment of a contract goes to. */
async function openSupervisedAccount(desk: TestOffice): Promise<void> {
  await desk.office.corridor.act({
    procedure: 'tests.openSupervisedAccount',
    run: ({ db, tx, happened }) => {
      const id = theProject(db)?.id ?? 0;
      tx.update(projects, id, { supervisedBank: '样本银行', supervisedAccount: '0000 0000 0000 0018' });
      happened({ kind: 'projectChanged', noun: 'projects', id });
    },
  });
}

/** Its contract, drafted by the consultant, with nothing filled in beyond what the records know. */
export async function draftedContract(
  desk: TestOffice,
  consultant = desk.as('consultant'),
  planKind: PlanKind = 'lumpSum',
  building: BuildingPlan = {},
) {
  const deal = await subscribedHome(desk, consultant, [], planKind, building);
  const { version } = await consultant.subscriptions.detail({ subscriptionId: deal.subscriptionId });
  const { contractId, number } = await consultant.contracts.draft({ subscriptionId: deal.subscriptionId, version });
  return { ...deal, contractId, number };
}

/** The version of a contract as somebody sees it now. */
export async function seen(person: TestClient, contractId: number) {
  const { version } = await person.contracts.detail({ contractId });
  return { contractId, version };
}

/** Fills in whatever is still open and strikes what nobody needs. */
export async function fillIn(person: TestClient, contractId: number): Promise<void> {
  const { draft, version } = await person.contracts.detail({ contractId });
  const filled = filledTerms(draft);
  const changed = fieldNames.filter((name) => draft.fields[name] === null && filled.fields[name] !== null);
  await person.contracts.edit({
    contractId,
    version,
    changes: {
      fields: Object.fromEntries(changed.map((name) => [name, filled.fields[name]])),
      strike: filled.struck.filter((name) => !draft.struck.includes(name)),
      annexes: filled.annexes,
    },
  });
}

/** The buyers are told of what weighs on them and sign that they were. */
export async function explainTerms(person: TestClient, contractId: number): Promise<void> {
  await person.contracts.explainTerms(await seen(person, contractId));
}

/** A contract that its consultant filled in, explained, and handed to the reviewers. */
export async function submittedContract(desk: TestOffice, planKind: PlanKind = 'lumpSum', building: BuildingPlan = {}) {
  const deal = await draftedContract(desk, desk.as('consultant'), planKind, building);
  await fillIn(deal.consultant, deal.contractId);
  await explainTerms(deal.consultant, deal.contractId);
  await deal.consultant.contracts.submit(await seen(deal.consultant, deal.contractId));
  return deal;
}

/** Every level of the review passes it, one person each. */
export async function passReview(desk: TestOffice, contractId: number): Promise<void> {
  for (const post of ['backOffice', 'supervisor', 'manager'] as const satisfies Post[]) {
    const reviewer = desk.as(post);
    await reviewer.contracts.approve({ ...(await seen(reviewer, contractId)), opinion: '' });
  }
}

/** A contract that passed every level of its review. */
export async function approvedContract(desk: TestOffice, planKind: PlanKind = 'lumpSum', building: BuildingPlan = {}) {
  const deal = await submittedContract(desk, planKind, building);
  await passReview(desk, deal.contractId);
  return deal;
}

/** Issues the original and orders all of its copies. */
export async function printOriginal(desk: TestOffice, contractId: number): Promise<number> {
  const backOffice = desk.as('backOffice');
  const { documentId } = await backOffice.documents.issue({ kind: 'saleContract', subjectId: contractId });
  await desk.office.press.idle();
  const { document } = await backOffice.documents.detail({ documentId });
  await backOffice.documents.print({ documentId, printer: '合同室', copies: document.copiesDue, reason: '' });
  return documentId;
}

/** The buyer pays what is open of the lines of these items. */
export async function payLines(
  desk: TestOffice,
  { subscriptionId, buyer }: { readonly subscriptionId: number; readonly buyer: number },
  items: readonly PlanItem[],
): Promise<void> {
  const cashier = desk.as('backOffice');
  const { plan } = await cashier.subscriptions.detail({ subscriptionId });
  for (const { position, item, amount, received } of plan.filter((line) => items.includes(line.item))) {
    if (received >= amount) continue;
    const { version } = await cashier.subscriptions.detail({ subscriptionId });
    await cashier.payments.receive({
      subscriptionId,
      version,
      item: isLoan(item) ? 'loan' : 'firstPayment',
      method: 'transfer',
      amount: amount - received,
      payerId: buyer,
      reference: `0000456${position}`,
      lines: [{ position, amount: amount - received }],
    });
  }
}

/** Records the next signature. */
export async function sign(
  desk: TestOffice,
  contractId: number,
  party: 'buyer' | 'seller',
  customerId: number | null,
  backOffice: TestClient = desk.as('backOffice'),
) {
  return backOffice.contracts.sign({ ...(await seen(backOffice, contractId)), party, customerId, byProxy: false });
}

/** A contract that went over every desk until its seal: approved, printed, first payment in, signed by all. */
export async function signedContract(desk: TestOffice, planKind: PlanKind = 'lumpSum') {
  const deal = await approvedContract(desk, planKind);
  await printOriginal(desk, deal.contractId);
  await payLines(desk, deal, ['firstPayment', 'finalPayment']);
  await sign(desk, deal.contractId, 'buyer', deal.buyer);
  await sign(desk, deal.contractId, 'seller', null);
  return deal;
}

/** The city files the contract under a number. */
export async function fileContract(desk: TestOffice, contractId: number) {
  const warrants = desk.as('warrantOfficer');
  const { row, draft } = await warrants.contracts.detail({ contractId });
  return warrants.contracts.file({
    ...(await seen(warrants, contractId)),
    filingNumber: `WQ2026112300${contractId}`,
    filedOn: localDate('2026-11-23'),
    price: row.price,
    builtArea: draft.fields.builtArea ?? 0,
  });
}
