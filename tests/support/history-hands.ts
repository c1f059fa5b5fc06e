import { addDays, dayOf } from '#shared/kernel/local-date.ts';
import { plainTerms } from './deal-builders.ts';
import type { HistoryOffice } from './history-office.ts';

/** What the people of a history work on, and the boards that they remember. */
export type Remembered = {
  readonly homes: readonly number[];
  /** Customers of the consultants: one of the first, one of the second, and round again. */
  readonly buyers: readonly number[];
  /** Boards as they were shown, each at its moment. */
  readonly boards: { readonly at: number; readonly units: readonly { readonly id: number }[] }[];
  steps: number;
};

/** Which records a step takes: numbers that are taken round the list of those there are. */
export type Picked = { readonly which: number; readonly other: number };

/** What is done in a step. */
export type Work = (office: HistoryOffice, model: Remembered, pick: Picked) => Promise<unknown>;

/** The reason that is given for everything. */
export const reason = '随机操作';

const consultants = ['consultant', 'consultant2'] as const;

export const round = <T>(list: readonly T[], which: number): T | undefined => list[which % Math.max(1, list.length)];
export const homeOf = ({ homes }: Remembered, { which }: Picked): number => round(homes, which) ?? 0;
export const consultantOf = ({ other }: Picked): string => consultants[other % 2] ?? '';
export const leaderOf = ({ other }: Picked): string => (other % 2 === 0 ? 'supervisor' : 'manager');

/** A customer of {@link consultantOf}. */
export function customerOf({ buyers }: Remembered, { which, other }: Picked): number {
  return (
    round(
      buyers.filter((_buyer, at) => at % consultants.length === other % consultants.length),
      which,
    ) ?? 0
  );
}

/** A home in one of some states, now and then any; where there is none, any. */
export async function homeIn(
  office: HistoryOffice,
  model: Remembered,
  pick: Picked,
  states: readonly string[],
): Promise<number> {
  const there = await office.rows<{ id: number }>(
    `select id from units where commercial_state in (${states.map((state) => `'${state}'`).join()}) order by id`,
  );
  return (pick.which % 5 === 0 ? undefined : round(there, pick.which)?.id) ?? homeOf(model, pick);
}

/** One of the newest records of a table, with the version that a screen would have of it. */
export async function latest(office: HistoryOffice, table: string, which: number, where = '1 = 1') {
  const rows = await office.rows<{ id: number; version: number }>(
    `select id, version from ${table} where ${where} order by id desc limit 4`,
  );
  return round(rows, which);
}

/** What goes before the act of a step goes as usual: the manner of the moment is that of the act itself. */
export async function before<T>(office: HistoryOffice, work: () => Promise<T>): Promise<T> {
  const { manner } = office;
  office.manner = { how: 'once' };
  try {
    return await work();
  } finally {
    office.manner = manner;
  }
}

/** A request that waits, with whoever is asked. */
export type Waiting = { readonly id: number; readonly version: number; readonly post: string };

/** The request that waits about a record; undefined when none does. */
export async function waitingOn(office: HistoryOffice, noun: string, id: number): Promise<Waiting | undefined> {
  const [asked] = await office.rows<Waiting>(
    `select id, version, required_post as post from approvals where state = 'pending' and noun = ? and subject_id = ?`,
    noun,
    id,
  );
  return asked;
}

/** Whoever is asked decides: mostly yes. */
export const decideOn = (office: HistoryOffice, { id, version, post }: Waiting, { other }: Picked) =>
  office.act(post, 'approvals.decide', {
    ...{ approvalId: id, version, opinion: reason },
    decision: other % 9 === 0 ? 'reject' : other % 9 === 1 ? 'sendBack' : 'approve',
  });

/** What is subscribed; of what was sent back, the subscription that it is. */
export type Ordered = { readonly unitId: number; readonly subscriptionId?: number; readonly version?: number };

/** A home that somebody has locked or that is kept for the customer is subscribed at the price that is asked for it. */
export async function subscribeFor(
  office: HistoryOffice,
  seat: string,
  { unitId, subscriptionId, version }: Ordered,
  customerId: number,
): Promise<unknown> {
  // Terms as the office of this moment takes them.
  const terms = { ...plainTerms(unitId), signBy: addDays(dayOf(office.now), 5) };
  const again = subscriptionId === undefined ? {} : { subscriptionId, version };
  const quoted = await office.ask<{ price: number }>(seat, 'subscriptions.quote', { terms });
  if (quoted === undefined) return undefined;
  return office.act(seat, subscriptionId === undefined ? 'subscriptions.create' : 'subscriptions.resubmit', {
    ...{ ...again, terms, shownPrice: quoted.price, consent: true, mortgageDisclosed: false, reason: '' },
    buyers: [{ customerId, sharePpm: 1_000_000 }],
  });
}
