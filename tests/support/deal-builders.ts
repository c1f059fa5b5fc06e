import type { Post } from '#shared/domain/accounts/posts.ts';
import type { Adjustment } from '#shared/domain/pricing/catalogue.ts';
import type { Signer } from '#shared/domain/subscriptions/signers.ts';
import { type LocalDate, localDate } from '#shared/kernel/local-date.ts';
import type { TestClient } from './office.ts';

/** Where people of an office are found by their posts: a test office, or windows of the program. */
type Desk = { readonly as: (post: Post) => TestClient };

let people = 0;

/** A customer of a consultant with everything a subscription asks for; invented, as are all people in tests. */
export async function buildBuyer(consultant: TestClient, name = '欧阳询'): Promise<number> {
  people += 1;
  const mine = people;
  const phone = `100${String(mine).padStart(8, '0')}`;
  const { customerId } = await consultant.visits.register({
    kind: 'visit',
    customerId: null,
    name,
    phone,
    channel: 'passingBy',
    rating: 'A',
    partySize: 2,
    intent: '三房',
    notes: '',
    nextFollowUpOn: null,
    receivedBy: null,
  });
  const { version, customer } = await consultant.customers.detail({ customerId });
  await consultant.customers.update({
    customerId,
    version,
    name: customer.name,
    secondPhone: null,
    identity: { kind: 'other', number: `999999${String(mine).padStart(10, '0')}` },
    address: '渝中区某路 1 号',
    intent: '三房',
    rating: 'A',
    nextFollowUpOn: null,
  });
  return customerId;
}

/** Terms of a plain subscription: list price, lump sum, 50 000 yuan deposit, to be signed within a week. */
export function plainTerms(unitId: number, signBy: LocalDate = localDate('2026-11-30')) {
  return { unitId, adjustments: [], planCode: 'lumpSum', deposit: 5_000_000, signBy };
}

/**
 * Locks a home and subscribes it at list price, with whatever else is bought with it; answers the subscription, which
 * waits for its review.
 */
export async function subscribeHome(
  consultant: TestClient,
  unitId: number,
  customerId: number,
  adjustments: readonly Adjustment[] = [],
  planCode: string = 'lumpSum',
) {
  return subscribeOn(consultant, { ...plainTerms(unitId), planCode, adjustments: [...adjustments] }, customerId);
}

/** Locks a home and subscribes it on some terms; the subscription waits for its review. */
export async function subscribeOn(
  consultant: TestClient,
  terms: Parameters<TestClient['subscriptions']['quote']>[0]['terms'],
  customerId: number,
  signer?: Signer,
) {
  await consultant.units.lock({ unitId: terms.unitId });
  const { price } = await consultant.subscriptions.quote({ terms });
  return consultant.subscriptions.create({
    terms,
    buyers: [{ customerId, sharePpm: 1_000_000 }],
    signers: signer === undefined ? [] : [{ customerId, signer }],
    shownPrice: price,
    consent: true,
    mortgageDisclosed: false,
    reason: '',
  });
}

/** The back office and a supervisor agree to a request, as far as it asks them; to a price first where it was asked for. */
export async function approve(
  desk: Desk,
  approvalId: number | null,
  upTo: 'backOffice' | 'supervisor' = 'supervisor',
): Promise<void> {
  const posts = upTo === 'backOffice' ? ([upTo] as const) : (['backOffice', upTo] as const);
  let priced: number | undefined;
  for (const post of posts) {
    const person = desk.as(post);
    const { approval, version } = await person.approvals.detail({ approvalId: approvalId ?? 0 });
    if (approval.requiredPost !== post) continue;
    await person.approvals.decide({ approvalId: approvalId ?? 0, version, decision: 'approve', opinion: '同意' });
    if (approval.kind === 'priceBelowAuthority') priced = approval.subjectId;
  }
  if (priced === undefined) return;
  const { approval: review } = await desk.as('manager').subscriptions.detail({ subscriptionId: priced });
  if (review?.kind === 'subscriptionReview') await approve(desk, review.id, upTo);
}

/** The back office takes the whole deposit by transfer. */
export async function takeDeposit(desk: Desk, subscriptionId: number, payerId: number) {
  const cashier = desk.as('backOffice');
  const { version, row } = await cashier.subscriptions.detail({ subscriptionId });
  return cashier.payments.receive({
    subscriptionId,
    version,
    item: 'deposit',
    method: 'transfer',
    amount: row.depositDue,
    payerId,
    reference: '0000123',
  });
}
