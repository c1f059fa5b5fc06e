import type { ReadDb } from '#db/access.ts';
import { type BookingRow, liveBookingOf, moneyHeldOf } from '#db/repositories/bookings.ts';
import { isMovedTo } from '#db/repositories/changes.ts';
import { keepingLaunchOf } from '#db/repositories/launch-homes.ts';
import { allotmentOf, teamOfPerson } from '#db/repositories/releases.ts';
import { holdCount, locksHeld } from '#db/repositories/unit-claims.ts';
import {
  buildingOf,
  everHadDeal,
  liveContractOf,
  liveHoldsOf,
  liveLockOf,
  liveSubscriptionOf,
  type UnitRow,
} from '#db/repositories/units.ts';
import { ownLimit } from '#shared/domain/approvals/authority.ts';
import { permitsSale } from '#shared/domain/projects/permits.ts';
import { claimPolicyOf } from '#shared/domain/settings/claim-settings.ts';
import { authorisedUnitEvents } from '#shared/domain/units/authority.ts';
import type { UnitEvent } from '#shared/domain/units/events.ts';
import { bareUnitFacts, type UnitFacts } from '#shared/domain/units/facts.ts';
import { burdenOf, type SaleFacts } from '#shared/domain/units/sale-conditions.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { papersOutside } from '../bookings/turn-booking.ts';
import type { CommandContext, QueryContext } from '../kernel/handlers.ts';
import type { Actor } from '../kernel/session.ts';
import { postsHeld } from '../kernel/standing.ts';

/** A context of a person or of the office itself. */
export type UnitContext = Pick<
  QueryContext<Actor | undefined>,
  'db' | 'now' | 'today' | 'connection' | 'setting' | 'stood'
> & {
  readonly actor: Actor | undefined;
};

/** A command of a person or of the office itself. */
export type UnitCommand = UnitContext & Pick<CommandContext, 'tx'>;

/** What the act brings with it: for whom, what was approved, and the states the deal has after its own decision. */
export type UnitCircumstances = Partial<
  Pick<
    UnitFacts,
    | 'customerId'
    | 'subscription'
    | 'contract'
    | 'toReturnFen'
    | 'receiptsRecovered'
    | 'bookingMoneyReceived'
    | 'balanceFen'
    | 'allotment'
    | 'launch'
  >
> & { readonly approved?: readonly UnitEvent[] };

type FoundBuilding = ReturnType<typeof buildingOf>;

/** What the law and the registry say on a day about a building, as far as it is the same for all of its units. */
export function buildingSaleFacts(found: FoundBuilding, today: LocalDate): Omit<SaleFacts, 'filedPriceFen'> {
  const permit = found?.permit ?? null;
  const consentOn = found?.building.lenderConsentOn ?? null;
  const publishedOn = found?.building.pricesPublishedOn ?? null;
  return {
    today,
    permit:
      permit === null || !permitsSale(permit.kind)
        ? null
        : { coversBuilding: true, validFromOn: permit.issuedOn, validUntilOn: permit.validTo },
    spaceRight: 'titled',
    encumbrance: found?.building.mortgaged === true ? 'projectMortgage' : 'none',
    lenderConsent:
      consentOn === null ? null : { validFromOn: consentOn, validUntilOn: found?.building.lenderConsentTo ?? null },
    dischargeBeforeSigning: false,
    pricePublished: publishedOn !== null && publishedOn <= today,
  };
}

/** What the law and the registry say about a unit on a day. */
export function saleFactsOf(db: ReadDb, unit: UnitRow, today: LocalDate): SaleFacts {
  const building = buildingSaleFacts(buildingOf(db, unit.buildingId), today);
  return {
    ...building,
    spaceRight: unit.spaceRight,
    encumbrance: burdenOf(unit.encumbrance, building.encumbrance),
    filedPriceFen: unit.filedPrice,
  };
}

/** Rights over homes that somebody may lend. */
const lent = ['units.hold', 'units.release', 'units.freeze', 'units.unlockAny'] as const;

function postsOf(actor: Actor) {
  return [...new Set(lent.flatMap((permission) => postsHeld(actor, permission)))];
}

/** What the guards ask about the small booking of a unit: asked for, waiting for its money, or open. */
function bookingFactsOf(
  db: ReadDb,
  booking: BookingRow | undefined,
  parked: boolean,
): Partial<Pick<UnitFacts, 'booking' | 'bookingAsked' | 'bookingMoneyReceived' | 'toReturnFen' | 'receiptsRecovered'>> {
  if (booking === undefined) return {};
  if (booking.state === 'asked') return { bookingAsked: true };
  const heldFen = moneyHeldOf(db, booking.id);
  if (booking.state === 'agreed') return { bookingAsked: true, bookingMoneyReceived: heldFen >= booking.money };
  const { customerId, expiresAt } = booking;
  return {
    booking: { customerId, expiresAt, parked },
    toReturnFen: heldFen,
    receiptsRecovered: papersOutside({ db }, booking) === 0,
  };
}

/** Everything the guards of the commercial axis look at. */
export function gatherUnitFacts(context: UnitContext, unit: UnitRow, circumstances: UnitCircumstances = {}): UnitFacts {
  const { db, now, today, actor, connection, setting } = context;
  const post = actor?.post ?? null;
  const posts = actor === undefined ? [null] : postsOf(actor);
  const terminal = connection.terminal;
  const locked = liveLockOf(db, unit.id);
  const lock = locked?.lock ?? null;
  const claims = liveHoldsOf(db, unit.id);
  const holds = claims.map(({ hold }) => hold);
  const deal = liveSubscriptionOf(db, unit.id);
  const parkedBy = claims.find(({ hold }) => hold.purpose === 'approval');
  const parked = parkedBy?.hold;
  const hold = parked ?? holds.find(({ purpose }) => purpose !== 'approval') ?? null;
  const booked = liveBookingOf(db, unit.id);
  const locks = actor === undefined ? { person: [], terminal: null } : locksHeld(db, actor.id, terminal);
  // The most units this post holds at once; null for as many as it likes.
  const quota = post === null ? 0 : (ownLimit(setting('approvalPolicy').rules.hold, post) ?? 0);
  const unlimited = post !== null && ownLimit(setting('approvalPolicy').rules.hold, post) === null;
  const holdQuotaLeft = actor !== undefined && (unlimited || holdCount(db, actor.id) < quota);
  const { approved = [], ...given } = circumstances;
  return {
    ...bareUnitFacts(now, today, { accountId: actor?.id ?? null, post, terminal }),
    ...saleFactsOf(db, unit, today),
    dischargeBeforeSigning: setting('dischargeBeforeSigning'),
    policy: claimPolicyOf((key) => setting(key), post ?? 'consultant'),
    authorised: [...new Set(posts.flatMap((one) => authorisedUnitEvents(one, { holdQuotaLeft, approved })))],
    lock,
    locksOfActor: locks.person,
    lockOfTerminal: locks.terminal,
    hold:
      hold === null
        ? null
        : {
            purpose: hold.purpose,
            customerId: hold.customerId,
            expiresAt: hold.expiresAt,
            overHold: parked !== undefined && holds.length > 1,
          },
    moveAsked: parked !== undefined && isMovedTo(db, unit.id),
    allotment: allotmentOf(db, unit.id),
    launch: keepingLaunchOf(db, unit.id),
    teamOfActor: actor === undefined ? '' : teamOfPerson(db, actor.id),
    takenBy: locked?.by ?? parkedBy?.by ?? claims[0]?.by ?? booked?.by ?? deal?.consultant ?? null,
    ...bookingFactsOf(db, booked?.booking, parked !== undefined),
    takenAt: unit.commercialSince,
    cameFrom: unit.cameFrom,
    everHadDeal: everHadDeal(db, unit.id),
    subscription: deal?.subscription.state ?? null,
    contract: liveContractOf(db, unit.id)?.state ?? null,
    legal: unit.legalState,
    postSale: unit.postSaleState,
    ...given,
  };
}
