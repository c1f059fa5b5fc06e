import { theProject } from '#db/repositories/projects.ts';
import { projects } from '#db/schema/inventory.ts';
import { filledTerms } from '#db/seed/contract-terms.ts';
import type { Post } from '#shared/domain/accounts/posts.ts';
import { fieldNames } from '#shared/domain/contracts/fields/catalogue.ts';
import type { Adjustment } from '#shared/domain/pricing/catalogue.ts';
import { buildHomes } from './builders.ts';
import { approve, buildBuyer, subscribeHome, takeDeposit } from './deal-builders.ts';
import type { TestClient, TestOffice } from './office.ts';

/** A home subscribed by a consultant's buyer, approved, its deposit whole: ready for its contract. */
export async function subscribedHome(
  desk: TestOffice,
  consultant = desk.as('consultant'),
  adjustments: readonly Adjustment[] = [],
) {
  await openSupervisedAccount(desk);
  const [unitId = 0] = await buildHomes(desk, { name: `${desk.clock()}栋` });
  desk.clock.advance(1000);
  const buyer = await buildBuyer(consultant);
  const { subscriptionId, approvalId } = await subscribeHome(consultant, unitId, buyer, adjustments);
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
export async function draftedContract(desk: TestOffice, consultant = desk.as('consultant')) {
  const deal = await subscribedHome(desk, consultant);
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
export async function submittedContract(desk: TestOffice) {
  const deal = await draftedContract(desk);
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
