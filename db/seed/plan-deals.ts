import type { Random } from '#shared/kernel/random.ts';
import type { Act, CustomerPlan, DealPlan } from './acts.ts';
import { type Calendar, CLOSES, OPENS } from './calendar.ts';
import { changePaths, contractTimes, type DealPath, isChangePath, isContractPath, stepsOf } from './deal-paths.ts';
import type { BuildingPlan } from './homes.ts';
import { SIX_PARTS } from './payment-plans.ts';
import type { StaffName } from './people.ts';
import { discountReasons, visitNotes } from './phrases.ts';
import { type Arrival, inventCustomer } from './plan-customers.ts';

/** A sale that begins so many days ago. */
export type DealWish = {
  readonly ago: number;
  readonly path: DealPath;
  readonly discountPpm?: number;
  readonly building?: number;
};

/** Who decides a price so far below list (decision 19); at list the supervisor reviews. */
function deciderOf(discountPpm: number): StaffName {
  if (discountPpm <= 30_000) return 'chenliqun';
  return discountPpm <= 50_000 ? 'dujianhua' : 'shenjingyi';
}

/** Finds customers and homes for sales, and writes their stories. */
export function dealPlanner(
  random: Random,
  calendar: Calendar,
  office: { readonly buildings: readonly BuildingPlan[]; readonly arrivals: readonly Arrival[] },
) {
  const customers: CustomerPlan[] = office.arrivals.map(({ plan }) => plan);
  const deals: DealPlan[] = [];
  const acts: Act[] = [];
  const dealAgoOf = new Map<number, number>();
  /** Homes that may be sold, by building, as indexes of the plan's list; one in six is kept for whoever looks around. */
  const free = freeHomes(random, office.buildings);
  let waiting = 0;
  const ripe: number[] = [];

  /** A customer who came before that day and has bought nothing. */
  function buyerFor(ago: number): number | undefined {
    while (waiting < office.arrivals.length && (office.arrivals[waiting]?.ago ?? 0) > ago) ripe.push(waiting++);
    const from = Math.max(0, ripe.length - 60);
    const [chosen] = ripe.splice(random.int(from, Math.max(from, ripe.length - 1)), 1);
    return chosen;
  }

  /** Somebody who came before that day and has bought nothing since. */
  function visitorBefore(ago: number): number | undefined {
    const at = ripe.findLastIndex((index) => (office.arrivals[index]?.ago ?? 0) > ago);
    return at < 0 ? undefined : ripe.splice(at, 1)[0];
  }

  function homeFor(ago: number, wanted: number | undefined): number | undefined {
    const open = office.buildings.flatMap(({ openedAgo }, index) =>
      openedAgo !== null && openedAgo > ago && (free[index]?.length ?? 0) > 0 ? [index] : [],
    );
    if (open.length === 0) return undefined;
    const building =
      wanted !== undefined && open.includes(wanted)
        ? wanted
        : random.weighted(open.map((index) => [index, free[index]?.length ?? 0] as const));
    return free[building]?.pop();
  }

  /** Takes a home out of the pool for something else than a sale. */
  function takeHome(building: number): number | undefined {
    return free[building]?.pop();
  }

  function plan(wish: DealWish): void {
    const customer = buyerFor(wish.ago);
    if (customer === undefined) return;
    const unit = homeFor(wish.ago, wish.building);
    const consultant = customers[customer]?.owner;
    if (unit === undefined || consultant === undefined) return;
    dealAgoOf.set(customer, wish.ago);
    const minute = random.int(OPENS + 30, CLOSES - 110);
    const spouse = random.chance(0.35) ? customers.length : null;
    if (spouse !== null) {
      customers.push({ ...inventCustomer(random, calendar, spouse), owner: consultant });
      acts.push({
        at: calendar.at(wish.ago, minute - 10),
        do: 'register',
        customer: spouse,
        kind: 'visit',
        by: consultant,
        rating: 'A',
        partySize: 2,
        notes: random.pick(visitNotes),
      });
    }
    const discountPpm = wish.discountPpm ?? ordinaryDiscount(random);
    const deal = deals.length;
    deals.push({
      customer,
      with: spouse,
      unit,
      consultant,
      planCode: random.weighted([
        ['mortgage', 50],
        ['lumpSum', 18],
        ['providentFund', 12],
        ['combined', 10],
        ['instalment', 6],
        [SIX_PARTS, 4],
      ]),
      discountPpm,
      reason: discountPpm > 10_000 ? random.pick(discountReasons) : '',
      method: random.weighted([
        ['transfer', 6],
        ['card', 3],
        ['wechatPay', 1],
      ]),
    });
    tell(deal, wish, minute, deciderOf(discountPpm));
  }

  function tell(deal: number, { ago, path }: DealWish, minute: number, decider: StaffName): void {
    const mortgage = office.buildings[buildingOfHome(office.buildings, deals[deal]?.unit ?? 0)]?.mortgage ?? null;
    /** Adds an act unless its day is still to come. */
    const on = (later: number, at: number, act: Parameters<typeof plannedAt>[2]): boolean => {
      if (ago - later < 0) return false;
      acts.push(plannedAt(calendar, [ago - later, at], act));
      return true;
    };
    on(0, minute, { do: 'subscribe', deal });
    if (path === 'inReview') return;
    const decision = path === 'rejected' ? 'reject' : 'approve';
    on(0, minute + random.int(15, 45), { do: 'decide', deal, by: decider, decision });
    if (path === 'rejected' || path === 'unpaid') return;
    if (path === 'cancelled') return void on(2, 700, { do: 'cancel', deal });
    if (path === 'expired') return void on(3, 620, { do: 'expire', deal });
    on(0, minute + random.int(55, 80), { do: 'takeDeposit', deal, share: path === 'halfPaid' ? 'half' : 'whole' });
    if (path === 'halfPaid') return;
    if (path === 'redone') {
      on(0, minute + 83, { do: 'voidDeposit', deal });
      on(0, minute + 84, { do: 'takeDeposit', deal, share: 'whole' });
    }
    // Pages take time to make; those of the last days are enough to look at.
    if (ago <= 2) on(0, minute + 85, { do: 'issueBook', deal });
    if (isChangePath(path)) {
      const { kind, decision, paidBack } = changePaths[path];
      const other = kind === 'unitChange' ? takeHome(buildingOfHome(office.buildings, deals[deal]?.unit ?? 0)) : null;
      if (other === undefined) return;
      const change = kind === 'unitChange' ? { kind, unit: other ?? 0 } : { kind };
      if (!on(2, 610, { do: 'askChange', deal, change }) || decision === null) return;
      if (on(2, 960, { do: 'decideChange', deal, decision }) && paidBack) on(3, 640, { do: 'payBack', deal });
      return;
    }
    if (isContractPath(path)) {
      for (const step of stepsOf(path)) on(...contractTimes[step], { do: 'contract', deal, step });
      return;
    }
    if (path === 'forfeited') return void on(12, 660, { do: 'forfeit', deal });
    if (path !== 'sale') return;
    const drafted = random.int(2, 5);
    if (!on(drafted, random.int(OPENS, CLOSES), { do: 'draft', deal })) return;
    const signed = drafted + random.int(1, 3);
    const consentEnded = mortgage?.consentEndedAgo ?? -1;
    if (ago - signed <= consentEnded || !on(signed, random.int(OPENS, CLOSES), { do: 'sign', deal })) return;
    // The warrants look at each of their cases about once a week.
    for (const [round, later] of [4, 9, 15, 22, 28, 34, 41, 48, 55].entries())
      on(signed + later, OPENS + 40 + (deal % 6) * 35, { do: 'work', deal, round });
    const filed = signed + random.int(3, 7) + (deal % 3) * 6;
    if (!on(filed, random.int(OPENS, CLOSES), { do: 'file', deal })) return;
    // A lump sum comes at once, a loan when the bank is ready.
    const settled = filed + (deals[deal]?.planCode === 'lumpSum' ? random.int(3, 10) : random.int(20, 75));
    on(settled, random.int(OPENS, CLOSES), { do: 'settle', deal });
  }

  return { plan, takeHome, buyerFor, visitorBefore, customers, deals, acts, dealAgoOf };
}

type Planless<T> = T extends unknown ? Omit<T, 'at'> : never;

function plannedAt(calendar: Calendar, [ago, minute]: readonly [number, number], act: Planless<Act>): Act {
  return { ...act, at: calendar.at(ago, minute) };
}

function ordinaryDiscount(random: Random): number {
  return random.weighted([
    [0, 40],
    [10_000, 45],
    [20_000, 9],
    [40_000, 5],
    [68_000, 1],
  ]);
}

function freeHomes(random: Random, buildings: readonly BuildingPlan[]): number[][] {
  let first = 0;
  return buildings.map(({ homes, releasedUpTo }) => {
    const indexes = homes.flatMap(({ floor }, index) => (floor <= releasedUpTo ? [first + index] : []));
    first += homes.length;
    const mixed = random.shuffle(indexes);
    return mixed.slice(Math.ceil(mixed.length / 6));
  });
}

function buildingOfHome(buildings: readonly BuildingPlan[], unit: number): number {
  let first = 0;
  for (const [index, { homes }] of buildings.entries()) {
    if (unit < first + homes.length) return index;
    first += homes.length;
  }
  return -1;
}
