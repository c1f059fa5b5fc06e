import { latestRequestOn } from '#db/repositories/approvals.ts';
import { type ChangeRow, type listChanges } from '#db/repositories/changes.ts';
import { customerById } from '#db/repositories/customers.ts';
import { buyersOf } from '#db/repositories/subscriptions.ts';
import { reasonText } from '#shared/domain/changes/reasons.ts';
import type { Simulation } from '#shared/domain/changes/simulation.ts';
import { entryLabel } from '#shared/domain/settings/named-list.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import type { PaperOutside } from './simulate.ts';

/** A change as the list finds it. */
export type ListedChange = ReturnType<typeof listChanges>[number];

/** A change as a row of a list, with whoever is asked about it now. */
export function presentChange(context: Pick<QueryContext, 'db' | 'setting'>, listed: ListedChange, buyers: string) {
  const { db } = context;
  const { change, deal, consultant, requester, ...unit } = listed;
  const request = change.state === 'pending' ? latestRequestOn(db, 'changes', change.id) : undefined;
  return {
    id: change.id,
    number: change.number,
    kind: change.kind,
    subscriptionId: change.subscriptionId,
    deal: deal.number,
    unitId: change.unitId,
    unit: unitLabel(unit),
    buyers,
    consultant: { id: deal.consultantId, name: consultant },
    reason: chosenReason(context, change),
    requestedBy: { id: change.requestedBy, name: requester },
    requestedAt: change.requestedAt,
    state: change.state,
    requiredPost: request?.state === 'pending' ? request.requiredPost : null,
  };
}

/** What was chosen of the office's reasons, as it was called on the day of the request. */
function chosenReason({ setting }: Pick<QueryContext, 'setting'>, { reasonCode, requestedAt }: ChangeRow): string {
  return reasonCode === '' ? '' : entryLabel(setting('changeReasons', dayOf(requestedAt)), reasonCode);
}

/** The whole reason of a change: what was chosen, then the remark. */
export function reasonOfChange(context: Pick<QueryContext, 'setting'>, change: ChangeRow): string {
  return reasonText(chosenReason(context, change), change.reason);
}

/** The names of the buyers of some deals, by their subscription. */
export function buyerNames({ db }: Pick<QueryContext, 'db'>, subscriptionIds: readonly number[]) {
  const names = new Map<number, string[]>();
  for (const { subscriptionId, customer } of buyersOf(db, [...new Set(subscriptionIds)]))
    names.set(subscriptionId, [...(names.get(subscriptionId) ?? []), customer.name]);
  return (subscriptionId: number): string => (names.get(subscriptionId) ?? []).join('、');
}

/** The people whom a simulation names by their number. */
export function peopleOf({ db }: Pick<QueryContext, 'db'>, { buyers }: Simulation) {
  const ids = new Set([...(buyers?.before ?? []), ...(buyers?.after ?? [])].map(({ customerId }) => customerId));
  return [...ids].map((customerId) => ({ customerId, name: customerById(db, customerId)?.name ?? '' }));
}

/** Papers that a change replaces, as a screen lists them. */
export function presentPapers(papers: readonly PaperOutside[]) {
  return papers.map(({ paper, outside }) => ({
    documentId: paper.id,
    kind: paper.kind,
    number: paper.number,
    outside,
  }));
}
