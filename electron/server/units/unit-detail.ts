import { attachmentCounts } from '#db/repositories/attachments.ts';
import { liveBookingOf } from '#db/repositories/bookings.ts';
import { customerById } from '#db/repositories/customers.ts';
import { surveyById } from '#db/repositories/house-types.ts';
import { buyersOf } from '#db/repositories/subscriptions.ts';
import { historyOfUnit } from '#db/repositories/unit-history.ts';
import {
  buildingOf,
  labelOfUnit,
  liveHoldsOf,
  liveLockOf,
  liveSeizureOf,
  liveSubscriptionOf,
  type UnitRow,
  unitById,
} from '#db/repositories/units.ts';
import type { Permission } from '#shared/domain/accounts/permissions.ts';
import { canOf, decide, eventsFrom } from '#shared/domain/lifecycle.ts';
import { namedPlan } from '#shared/domain/plans/naming.ts';
import { unitCommercial } from '#shared/domain/units/commercial.ts';
import type { UnitEvent } from '#shared/domain/units/events.ts';
import { holdRenewalRefusal } from '#shared/domain/units/lock-policy.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { bookRefusals } from '../bookings/create-booking.ts';
import { changesNow } from '../changes/kinds-now.ts';
import { phoneFor } from '../customers/present.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { homeRefusals, isOpenToBuyers } from '../quotes/home-refusals.ts';
import { dischargeRefusals } from './discharges.ts';
import { editRefusals } from './edit-unit.ts';
import { cellsOf } from './present.ts';
import { seesCourtPapers } from './seizures.ts';
import { subscribeRefusals } from './subscribe-refusals.ts';
import { gatherUnitFacts } from './unit-facts.ts';

/**
 * Events that this office has screens for, each with what one must be allowed to do at all: whoever may not is not even
 * shown it. Small bookings have commands of their own.
 */
const offered = {
  lock: 'units.lock',
  renewLock: 'units.lock',
  unlock: 'units.lock',
  hold: 'units.hold',
  extendHold: 'units.hold',
  withdrawHold: 'units.hold',
  release: 'units.release',
  takeBack: 'units.release',
  freeze: 'units.freeze',
  unfreeze: 'units.freeze',
  takeOffSale: 'units.freeze',
  putBackOnSale: 'units.freeze',
} as const satisfies Partial<Record<UnitEvent, Permission>>;

type Offered = keyof typeof offered;

function isOffered(event: UnitEvent): event is Offered {
  return Object.hasOwn(offered, event);
}

function canWith(context: QueryContext, unit: UnitRow): Record<string, true | Refusal> {
  const facts = gatherUnitFacts(context, unit);
  const known = eventsFrom(unitCommercial, unit.commercialState);
  const can: Record<string, true | Refusal> = canOf(
    unitCommercial,
    unit.commercialState,
    facts,
    known.filter(isOffered).filter((event) => context.can(offered[event])),
  );
  const hold = liveHoldsOf(context.db, unit.id).find((one) => one.hold.purpose !== 'approval')?.hold;
  if (can['extendHold'] === true && hold !== undefined)
    can['extendHold'] = holdRenewalRefusal(hold.renewals, context.setting('holdRenewals')) ?? true;
  if (context.can('subscriptions.write') && isOpenToBuyers(unit)) can['quote'] = homeRefusals(context, unit)[0] ?? true;
  if (context.can('subscriptions.write') && known.includes('park') && unit.commercialState !== 'available')
    can['subscribe'] = subscribeRefusals(context, unit, facts)[0] ?? true;
  const open = unit.commercialState === 'available' || unit.commercialState === 'locked';
  if (open && can['hold'] !== true && context.can('units.askHold'))
    can['askHold'] = decide(unitCommercial, unit.commercialState, 'park', facts).refused ?? true;
  if (context.can('units.seize')) can[unit.encumbrance === 'seized' ? 'liftSeizure' : 'seize'] = true;
  if (
    context.can('bookings.write') &&
    known.includes('park') &&
    unit.commercialState !== 'booked' &&
    unit.commercialState !== 'available'
  )
    can['book'] = bookRefusals(unit, facts)[0] ?? true;
  return { ...can, ...dischargeRefusals(context, unit), ...editRefusals(context, unit) };
}

/** The areas by which a home was measured, with the survey's paper. */
function measuredOf(context: QueryContext, unit: UnitRow) {
  const survey = unit.surveyId === null ? undefined : surveyById(context.db, unit.surveyId);
  if (unit.measuredBuiltArea === null || survey === undefined) return null;
  const { id, number, surveyor, surveyedOn } = survey;
  return {
    builtArea: unit.measuredBuiltArea,
    innerArea: unit.measuredInnerArea,
    sharedArea: unit.measuredSharedArea,
    survey: { id, number, surveyor, surveyedOn },
  };
}

function bookingView(context: QueryContext, { booking, by }: NonNullable<ReturnType<typeof liveBookingOf>>) {
  const { id, number, state, listPrice, expiresAt, customerId, consultantId } = booking;
  const mayOpen = context.can('subscriptions.read') && context.sees('subscriptions', consultantId);
  const customer = mayOpen ? (customerById(context.db, customerId)?.name ?? null) : null;
  return { id, number, state, consultant: by, customer, listPrice, expiresAt, mayOpen };
}

/** One unit with its prices, claims, deal, history and what the caller may do with it. */
export function unitDetail(context: QueryContext, unitId: number) {
  const { db, actor } = context;
  const unit = unitById(db, unitId);
  const [cell] = cellsOf(db, [unitId], actor);
  if (unit === undefined || cell === undefined) throw new DomainError('NOT_FOUND');
  const building = buildingOf(db, unit.buildingId);
  const lock = liveLockOf(db, unitId);
  const holds = liveHoldsOf(db, unitId);
  const held = holds.find(({ hold }) => hold.purpose === 'approval') ?? holds[0];
  const deal = liveSubscriptionOf(db, unitId);
  const booked = liveBookingOf(db, unitId);
  const seizure = liveSeizureOf(db, unitId);
  const own =
    deal !== undefined &&
    context.can('subscriptions.read') &&
    context.sees('subscriptions', deal.subscription.consultantId);
  return {
    cell,
    label: labelOfUnit(db, unitId),
    buildingName: building?.building.name ?? '',
    sharedArea: unit.sharedArea,
    houseTypeId: unit.houseTypeId,
    decoration: unit.decoration,
    spaceRight: unit.spaceRight,
    spaceKind: unit.spaceKind,
    spaceLength: unit.spaceLength,
    spaceWidth: unit.spaceWidth,
    spaceHeight: unit.spaceHeight,
    measured: measuredOf(context, unit),
    filedPrice: unit.filedPrice,
    floorPrice: context.level('floorPrice') === 'full' ? unit.floorPrice : null,
    legalState: unit.legalState,
    postSaleState: unit.postSaleState,
    permitNumber: building?.permit?.number ?? null,
    deliveryOn: building?.building.deliveryOn ?? null,
    stateReason: unit.stateReason,
    offSaleUse: unit.offSaleUse,
    seizure:
      seizure === undefined
        ? null
        : {
            id: seizure.id,
            court: seizure.court,
            paperNo: seizure.paperNo,
            fromOn: seizure.fromOn,
            untilOn: seizure.untilOn,
            scans: attachmentCounts(db, 'seizures', [seizure.id]).get(seizure.id) ?? 0,
            opens: seesCourtPapers(context),
          },
    lock:
      lock === undefined
        ? null
        : {
            by: { id: lock.lock.accountId, name: lock.by },
            lockedAt: lock.lock.lockedAt,
            expiresAt: lock.lock.expiresAt,
            mine: lock.lock.accountId === actor.id,
            renewals: lock.lock.renewals,
          },
    hold:
      held === undefined
        ? null
        : {
            by: { id: held.hold.heldBy, name: held.by },
            purpose: held.hold.purpose,
            reason: held.hold.reason,
            customer:
              held.customer === null ||
              !context.can('customers.read') ||
              !context.sees('customers', held.customer.ownerId)
                ? null
                : { customerId: held.customer.id, name: held.customer.name, phone: phoneFor(context, held.customer) },
            expiresAt: held.hold.expiresAt,
          },
    booking: booked === undefined ? null : bookingView(context, booked),
    subscription:
      deal === undefined
        ? null
        : {
            id: deal.subscription.id,
            number: deal.subscription.number,
            state: deal.subscription.state,
            consultant: deal.consultant,
            listPrice: deal.subscription.listPrice,
            price: deal.subscription.price,
            ...namedPlan(deal.subscription),
            signBy: deal.subscription.signBy,
            mayOpen: own,
            changes: own ? changesNow(context, deal.subscription) : {},
            buyers: own ? buyersOf(db, [deal.subscription.id]).map(({ customer }) => customer.name) : [],
          },
    history: historyOfUnit(db, unitId, context.can('subscriptions.read')),
    can: canWith(context, unit),
    version: unit.version,
  };
}
