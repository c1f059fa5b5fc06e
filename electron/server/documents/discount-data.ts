import { accountById } from '#db/repositories/accounts.ts';
import { latestRequestOn, priceRequestOf } from '#db/repositories/approvals.ts';
import { changesOf } from '#db/repositories/changes.ts';
import { theProject } from '#db/repositories/projects.ts';
import { buyersOf, priceLinesOf, type SubscriptionRow } from '#db/repositories/subscriptions.ts';
import { labelOfUnit, unitById } from '#db/repositories/units.ts';
import type { DiscountFormData } from '#shared/documents/discount-form/data.ts';
import { placeOnScale, priceOnScale } from '#shared/domain/approvals/scale.ts';
import { planTitle } from '#shared/domain/plans/naming.ts';
import { priceLineKinds } from '#shared/domain/pricing/build-up.ts';
import { addOnsOf, isDiscounted } from '#shared/domain/pricing/effects.ts';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { subscriptions as words } from '#shared/i18n/zh-CN/subscriptions.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { fen, subtractFen } from '#shared/kernel/money.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { decisionsOf } from './decisions-data.ts';

type Context = Pick<QueryContext, 'db' | 'setting'>;

/** The request by which the discounts of a deal came about: that of the latest change of them, else of the deal itself. */
function requestOf({ db }: Context, row: SubscriptionRow) {
  const change = changesOf(db, row.id).find(({ kind, state }) => kind === 'priceChange' && state === 'executed');
  return change === undefined ? priceRequestOf(db, row.id) : latestRequestOn(db, 'changes', change.id);
}

/** What a discount approval form is printed from, as the deal stands now. Throws NOT_FOUND, DISCOUNT_NONE. */
export function discountFormData(context: Context, row: SubscriptionRow): DiscountFormData {
  const { db, setting } = context;
  const project = theProject(db);
  const unit = unitById(db, row.unitId);
  if (project === undefined || unit === undefined) throw new DomainError('NOT_FOUND');
  if (!isDiscounted(row.adjustments)) throw new DomainError('DISCOUNT_NONE');
  const { listPrice, price, adjustments } = row;
  const addOns = addOnsOf(adjustments);
  const { bands, ...scale } = priceOnScale(setting('approvalPolicy', row.subscribedOn), {
    listPrice,
    house: subtractFen(price, addOns),
    floorPrice: unit.floorPrice,
  });
  const own = placeOnScale(bands, scale.shown).band;
  const request = requestOf(context, row);
  const nameOf = (id: number) => accountById(db, id)?.name ?? '—';
  return {
    company: { name: project.sellerName, project: project.name },
    subscription: row.number,
    unit: labelOfUnit(db, row.unitId),
    buyers: buyersOf(db, [row.id])
      .map(({ customer }) => customer.name)
      .join('、'),
    consultant: nameOf(row.consultantId),
    plan: planTitle(labels.planKinds[row.planKind], row),
    askedBy: nameOf(request?.requestedBy ?? row.consultantId),
    askedOn: request === undefined ? row.subscribedOn : dayOf(request.requestedAt),
    reason: request?.reason ?? '',
    listPrice,
    floorPrice: unit.floorPrice,
    price,
    addOns,
    belowListPpm: scale.depth,
    lines: priceLinesOf(db, row.id).map(({ kind: stored, label, ratePpm, amount, after }) => {
      const kind = words.lines[priceLineKinds.find((one) => one === stored) ?? 'list'];
      return { kind, label: label === '' ? kind : label, ratePpm, amount, after: fen(after) };
    }),
    bands: bands.map(({ post, fromPpm, toPpm, belowFloor }, index) => ({
      ...{ post: labels.posts[post], fromPpm, toPpm, belowFloor, own: index === own },
    })),
    decisions: decisionsOf(db, request),
    decideBy: request?.state === 'pending' ? dayOf(request.expiresAt) : null,
    validUntil: row.signBy,
  };
}
