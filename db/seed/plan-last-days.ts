import type { OffSaleUse } from '#shared/domain/units/off-sale.ts';
import type { Random } from '#shared/kernel/random.ts';
import type { Act, Deed } from './acts.ts';
import { type Calendar, CLOSES, OPENS } from './calendar.ts';
import type { BuildingPlan } from './homes.ts';
import type { StaffName } from './people.ts';
import type { DealWish, dealPlanner } from './plan-deals.ts';

const MINUTE_MS = 60_000;

/** What waits for somebody when the office is entered: every step of a sale, every reason why a home is not free. */
const wishes: readonly DealWish[] = [
  { ago: 0, path: 'inReview', discountPpm: 10_000, building: 0 },
  { ago: 0, path: 'inReview', discountPpm: 0, building: 1 },
  { ago: 1, path: 'inReview', discountPpm: 10_000, building: 0 },
  { ago: 0, path: 'inReview', discountPpm: 22_000, building: 0 },
  { ago: 0, path: 'inReview', discountPpm: 40_000, building: 0 },
  { ago: 0, path: 'inReview', discountPpm: 68_000, building: 1 },
  { ago: 0, path: 'unpaid', building: 0 },
  { ago: 0, path: 'unpaid', building: 1 },
  { ago: 1, path: 'unpaid', building: 0 },
  { ago: 0, path: 'halfPaid', building: 0 },
  { ago: 0, path: 'paid', building: 0 },
  { ago: 0, path: 'paid', building: 1 },
  { ago: 2, path: 'redone', building: 0 },
  { ago: 5, path: 'slow', building: 0 },
  { ago: 6, path: 'slow', building: 1 },
  { ago: 6, path: 'slow', building: 0 },
  { ago: 7, path: 'slow', building: 0 },
  { ago: 8, path: 'slow', building: 1 },
  { ago: 9, path: 'slow', building: 0 },
  { ago: 14, path: 'contractFiled', building: 0 },
  { ago: 13, path: 'contractAmended', building: 0 },
  { ago: 12, path: 'contractEnding', building: 0 },
  { ago: 9, path: 'contractSigned', building: 0 },
  { ago: 8, path: 'contractReturned', building: 0 },
  { ago: 7, path: 'contractPrinted', building: 0 },
  { ago: 6, path: 'contractReviewedTwice', building: 0 },
  { ago: 5, path: 'contractReviewedOnce', building: 0 },
  { ago: 5, path: 'contractReviewedOnce', building: 0 },
  { ago: 5, path: 'contractPassed', building: 0 },
  { ago: 4, path: 'contractReturned', building: 0 },
  { ago: 4, path: 'contractDropped', building: 1 },
  { ago: 3, path: 'contractSigned', building: 0 },
  { ago: 3, path: 'contractSubmitted', building: 0 },
  { ago: 2, path: 'contractSubmitted', building: 0 },
  { ago: 2, path: 'contractDrafted', building: 1 },
  { ago: 3, path: 'moveAsked', building: 1 },
  { ago: 5, path: 'extensionReturned', building: 1 },
  { ago: 6, path: 'moved', building: 1 },
  { ago: 8, path: 'paidBack', building: 1 },
  { ago: 11, path: 'contractUnwound', building: 0 },
];

/**
 * The last days of a generated office: sales at every step, and the claims and refusals that the board shows. Small
 * against any office, so that a demonstration and a volume office have them alike.
 */
export function planLastDays(random: Random, calendar: Calendar, buildings: readonly BuildingPlan[]) {
  /** A home, not a parking space, that was on sale before that day; if asked, in the first building that has one left. */
  function homeFor(planner: ReturnType<typeof dealPlanner>, ago: number, first = false): number {
    const open = buildings.flatMap(({ openedAgo, releasedUpTo, homes }, index) =>
      openedAgo !== null && openedAgo > ago && releasedUpTo > 0 && homes[0]?.use === '住宅' ? [index] : [],
    );
    const wanted = first ? open : open.length === 0 ? [] : [random.pick(open)];
    for (const building of wanted) {
      const home = planner.takeHome(building);
      if (home !== undefined) return home;
    }
    return -1;
  }

  function acts(planner: ReturnType<typeof dealPlanner>): Act[] {
    const planned: Act[] = [];
    const add = (at: number, deed: Deed) => planned.push({ ...deed, at });
    const home = (ago: number) => homeFor(planner, ago);
    const hour = () => random.int(OPENS, CLOSES - 60);

    for (const [ago, by, purpose, days, reason] of holds) {
      const customer = purpose === 'customer' ? (planner.visitorBefore(ago) ?? null) : null;
      const until = calendar.day(ago - days);
      add(calendar.at(ago, hour()), { do: 'hold', unit: home(ago), by, purpose, customer, until, reason });
    }
    for (const ago of bookings) {
      const customer = planner.visitorBefore(ago);
      if (customer !== undefined) add(calendar.at(ago, hour()), { do: 'book', unit: home(ago), customer });
    }
    for (const [ago, reason] of frozen) add(calendar.at(ago, hour()), { do: 'freeze', unit: home(ago), reason });
    for (const [ago, use, reason] of notForSale)
      add(calendar.at(ago, hour()), { do: 'takeOffSale', unit: home(ago), use, reason });
    for (const [ago, onTime] of quoted) {
      const customer = planner.visitorBefore(ago);
      if (customer !== undefined) add(calendar.at(ago, hour()), { do: 'quote', customer, unit: home(ago), onTime });
    }
    // After the day's ordinary work, also in its first minutes: a desk has one lock at a time.
    for (const [minutes, by] of locks)
      add(Math.max(calendar.now - minutes * MINUTE_MS, calendar.at(0, CLOSES) + 1), {
        do: 'lock',
        unit: homeFor(planner, 0, true),
        by,
      });
    return planned.filter((act) => !('unit' in act) || act.unit >= 0);
  }

  return { wishes, acts };
}

const holds: readonly (readonly [number, StaffName, 'customer' | 'management' | 'relocation', number, string])[] = [
  [20, 'dujianhua', 'customer', 5, '客户出差，约定回来后认购'],
  [9, 'shenjingyi', 'management', 24, '合作单位团购，等名单确认'],
  [8, 'shenjingyi', 'relocation', 25, '一期拆迁安置户选房预留'],
  [3, 'dujianhua', 'customer', 5, '客户家人周末到场，已交意向'],
  [2, 'dujianhua', 'customer', 6, '公积金额度待批，客户要求保留'],
  [1, 'dujianhua', 'management', 5, '总部领导亲属选房，等待确认'],
  [1, 'chenliqun', 'customer', 1, '客户去取钱，今日内认购'],
  [0, 'chenliqun', 'customer', 1, '客户带父母明天再看一次'],
];

/** Small bookings of so many days ago, by the consultants of their customers. */
const bookings: readonly number[] = [3, 2, 2, 1, 1, 0];

const frozen: readonly (readonly [number, string])[] = [
  [30, '原客户诉讼中，等待法务意见'],
  [12, '外墙渗水维修，暂停销售'],
  [4, '总价录入待复核，先冻结'],
];

const notForSale: readonly (readonly [number, OffSaleUse, string])[] = [
  [80, 'showHome', '样板间，开放参观'],
  [80, 'showHome', '样板间，开放参观'],
  [40, 'debtSettlement', '抵工程款，不对外销售'],
];

/** Purchase plans that customers took home so many days ago, with the discount for signing on time or at list: some have expired. */
const quoted: readonly (readonly [number, boolean])[] = [
  [21, true],
  [16, false],
  [12, true],
  [0, true],
  [0, false],
  [0, true],
  [0, true],
  [0, false],
];

/** Who has locked a home how many minutes ago. */
const locks: readonly (readonly [number, StaffName])[] = [
  [23, 'tangwenhao'],
  [11, 'luojing'],
  [4, 'yusiqi'],
];
