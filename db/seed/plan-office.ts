import { instantOf } from '#shared/kernel/local-date.ts';
import { createRandom, type Random } from '#shared/kernel/random.ts';
import type { Act, OfficePlan, PriceBatchPlan } from './acts.ts';
import { type Calendar, calendarOf, OPENS } from './calendar.ts';
import { storeys } from './contract-terms.ts';
import { ordinaryPath } from './deal-paths.ts';
import { type BuildingPlan, planGarage, planTower } from './homes.ts';
import { type Arrival, customerStory, planArrivals } from './plan-customers.ts';
import { type DealWish, dealPlanner } from './plan-deals.ts';
import { planLeavings } from './plan-hall.ts';
import { planLastDays } from './plan-last-days.ts';

/** How large an office is to be generated. */
export type OfficeSize = {
  readonly units: number;
  readonly parking: number;
  readonly customers: number;
  readonly days: number;
  /** Sales that are tried; some fall through. */
  readonly deals: number;
  /** How likely a follow-up is the last one. */
  readonly closingChance: number;
};

/** The demonstration: three towers, forty parking spaces, ninety days. */
export const demoSize: OfficeSize = {
  units: 496,
  parking: 40,
  customers: 460,
  days: 90,
  deals: 116,
  closingChance: 0.4,
};

/** A volume office: towers for so many units, sales for about half of them, and notes that are cut short. */
export function volumeSize(wanted: {
  readonly units: number;
  readonly customers: number;
  readonly years: number;
}): OfficeSize {
  const { units, customers, years } = wanted;
  const deals = Math.floor(Math.min(units * 0.55, customers * 0.15));
  return { units, parking: 0, customers, days: years * 365, deals, closingChance: 0.6 };
}

/**
 * Everything that happens in a generated office until `now` (UTC ms), in the order of time: the same for the same seed,
 * size and instant. Pure; `electron/server/seed` lets it happen.
 */
export function planOffice(seed: number, now: number, size: OfficeSize): OfficePlan {
  const random = createRandom(seed);
  const calendar = calendarOf(now);
  const buildings = size === demoSize ? demoBuildings(random) : manyBuildings(random, size);
  const arrivals = planArrivals(random, calendar, size.customers, size.days - 1);
  const planner = dealPlanner(random, calendar, { buildings, arrivals });
  const lastDays = planLastDays(random, calendar, buildings);
  const wishes = [...ordinaryWishes(random, calendar, buildings, size), ...lastDays.wishes].toSorted(
    (a, b) => b.ago - a.ago,
  );
  for (const wish of wishes) planner.plan(wish);
  const acts = [
    ...openings(calendar, buildings, size.days),
    ...stories(random, calendar, arrivals, planner.dealAgoOf, size.closingChance),
    ...planner.acts,
    ...lastDays.acts(planner),
    ...controlOf(calendar, buildings),
    ...(size === demoSize ? stockOf(calendar, buildings) : []),
    ...Array.from({ length: size.days }, (_, index): Act => ({ at: calendar.at(index + 1, 1110), do: 'sweep' })),
  ];
  return {
    openedAt: instantOf(calendar.day(size.days), OPENS - 60),
    buildings,
    customers: planner.customers,
    deals: planner.deals,
    acts: [
      ...acts,
      ...planLeavings(
        acts.filter(({ at }) => at <= now),
        calendar,
      ),
    ]
      .filter(({ at }) => at <= now)
      .toSorted((a, b) => a.at - b.at),
  };
}

/** What is told, what is offered next, and that the sales control was checked: three days before, and yesterday. */
function controlOf(calendar: Calendar, buildings: readonly BuildingPlan[]): Act[] {
  const next = buildings.findIndex(({ openedAgo, homes }) => openedAgo === null && homes[0]?.use === '住宅');
  return [
    { at: calendar.at(3, 560), do: 'writeHandbook' },
    { at: calendar.at(2, 970), do: 'keepArchive' },
    ...(next < 0 ? [] : [{ at: calendar.at(1, 1010), do: 'planRelease', building: next } as const]),
    ...forLaunch(calendar, buildings),
    { at: calendar.at(3, 1040), do: 'ruleConflicts' },
    { at: calendar.at(2, 1120), do: 'checkControl' },
    { at: calendar.at(1, 1120), do: 'checkControl' },
  ];
}

/** Floors above those that were offered first: released while the lender still agreed, for a launch of their own. */
const LAUNCH_FLOORS = 3;

function forLaunch(calendar: Calendar, buildings: readonly BuildingPlan[]): Act[] {
  const building = buildings.findIndex(
    ({ openedAgo, releasedUpTo, homes }) => openedAgo !== null && homes.some(({ floor }) => floor > releasedUpTo),
  );
  const first = (buildings[building]?.releasedUpTo ?? 0) + 1;
  const floors = { building, fromFloor: first, toFloor: first + LAUNCH_FLOORS - 1 };
  return building < 0 ? [] : [{ at: calendar.at(8, 600), do: 'releaseForLaunch', ...floors }];
}

/** The stock is described as each building is listed, divided into phases, measured where it is finished, and priced anew. */
function stockOf(calendar: Calendar, buildings: readonly BuildingPlan[]): Act[] {
  const described = buildings.flatMap(({ listedAgo, homes }, building): Act[] =>
    homes[0]?.use === '住宅' ? [{ at: calendar.at(listedAgo, OPENS - 20 + building), do: 'describe', building }] : [],
  );
  const garage = buildings.findIndex(({ homes }) => homes[0]?.use === '车位');
  return [
    ...described,
    { at: calendar.at(59, OPENS + 20), do: 'dividePhases' },
    { at: calendar.at(12, 900), do: 'measure', building: garage },
    ...batches.map(([ago, batch]): Act => ({ at: calendar.at(ago, 640), do: 'changePrices', batch })),
  ];
}

/** One batch is in force before its homes are offered, the other waits for the manager since yesterday. */
const batches: readonly (readonly [number, PriceBatchPlan])[] = [
  [
    16,
    {
      ...{ building: 2, name: '3栋开盘前调价', floorFrom: null, ratePpm: 10_000, inDays: 2, agreed: true },
      reason: '2栋去化良好，3栋推出前表价上调 1%，仍低于备案价。',
    },
  ],
  [
    1,
    {
      ...{ building: 1, name: '2栋高区加推调价', floorFrom: 23, ratePpm: 12_000, inDays: 6, agreed: false },
      reason: '高区视野好、询价多，加推前表价上调 1.2%。',
    },
  ],
];

function demoBuildings(random: Random): BuildingPlan[] {
  return [
    {
      name: '1栋',
      homes: planTower(random, '1栋', 18, 17_600),
      listedAgo: 90,
      openedAgo: 89,
      releasedUpTo: 99,
      mortgage: null,
    },
    {
      name: '2栋',
      homes: planTower(random, '2栋', 26, 18_400),
      listedAgo: 60,
      openedAgo: 45,
      releasedUpTo: 19,
      mortgage: { consentEndedAgo: 6 },
    },
    {
      name: '3栋',
      homes: planTower(random, '3栋', 18, 19_200),
      listedAgo: 60,
      openedAgo: null,
      releasedUpTo: 0,
      mortgage: null,
    },
    {
      name: '车库',
      homes: planGarage('车库', demoSize.parking),
      listedAgo: 60,
      openedAgo: 45,
      releasedUpTo: 99,
      mortgage: null,
    },
  ];
}

/** Towers no higher than the contracts say ({@link storeys}) that open one after the other; the last one has no permit yet. */
function manyBuildings(random: Random, { units, days }: OfficeSize): BuildingPlan[] {
  const perFloor = 8;
  const floors = Math.ceil(units / perFloor);
  const towers = Math.max(1, Math.ceil(floors / storeys.above));
  return Array.from({ length: towers }, (_, index): BuildingPlan => {
    const own = Math.floor((floors * (index + 1)) / towers) - Math.floor((floors * index) / towers);
    const last = index === towers - 1;
    const homes = planTower(random, `${index + 1}栋`, own, 17_000 + index * 120);
    const name = `${index + 1}栋`;
    const openedAgo = days - 1 - Math.floor((index * (days - 30)) / towers);
    return {
      name,
      homes: last ? homes.slice(0, homes.length - (floors * perFloor - units)) : homes,
      listedAgo: openedAgo + 1,
      openedAgo: last && towers > 1 ? null : openedAgo,
      releasedUpTo: last && towers > 1 ? 0 : 999,
      mortgage: index % 4 === 1 ? { consentEndedAgo: null } : null,
    };
  });
}

function openings(calendar: Calendar, buildings: readonly BuildingPlan[], days: number): Act[] {
  return buildings.flatMap(({ listedAgo, openedAgo, mortgage }, building): Act[] => [
    { at: calendar.at(Math.min(listedAgo, days), OPENS - 30 + building), do: 'list', building },
    ...(openedAgo === null ? [] : [{ at: calendar.at(openedAgo, OPENS + building), do: 'open', building } as const]),
    ...(mortgage === null || mortgage.consentEndedAgo === null
      ? []
      : [{ at: calendar.at(mortgage.consentEndedAgo, OPENS - 10), do: 'lapse', building } as const]),
  ]);
}

/** Sales of the whole time but the last day: many after an opening, more at weekends. */
function ordinaryWishes(
  random: Random,
  calendar: Calendar,
  buildings: readonly BuildingPlan[],
  size: OfficeSize,
): DealWish[] {
  const fresh = (ago: number) =>
    buildings.some(({ openedAgo }) => openedAgo !== null && openedAgo > ago && openedAgo - ago <= 12);
  const weights = Array.from({ length: size.days - 3 }, (_, index) => {
    const ago = index + 1;
    return [ago, (calendar.isWeekend(ago) ? 2 : 1) * (fresh(ago) ? 2.5 : 1)] as const;
  });
  return Array.from({ length: size.deals }, () => {
    const ago = random.weighted(weights);
    return { ago, path: ordinaryPath(random, ago) };
  });
}

function stories(
  random: Random,
  calendar: Calendar,
  arrivals: readonly Arrival[],
  dealAgoOf: ReadonlyMap<number, number>,
  closingChance: number,
): Act[] {
  return arrivals.flatMap((arrival, customer) =>
    customerStory(random, calendar, customer, arrival, {
      dealAgo: dealAgoOf.get(customer) ?? null,
      closingChance,
    }),
  );
}
