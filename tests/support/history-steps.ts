import fc from 'fast-check';
import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import { addDays, dayOf } from '#shared/kernel/local-date.ts';
import { changeKinds } from './history-changes.ts';
import {
  before,
  consultantOf,
  customerOf,
  decideOn,
  homeIn,
  homeOf,
  latest,
  leaderOf,
  type Picked,
  type Remembered,
  reason,
  round,
  subscribeFor,
  type Waiting,
  type Work,
} from './history-hands.ts';
import type { HistoryOffice, Manner } from './history-office.ts';
import { bookingKinds } from './history-paths.ts';
import { priceKinds } from './history-prices.ts';

/** Who sits in the office of a history. */
export const historySeats = [
  'consultant',
  'consultant',
  'supervisor',
  'manager',
  'director',
  'backOffice',
  'finance',
  'planner',
  'planningManager',
] as const;

/** Two of a post are told apart by their place. */
export function seatNames(): readonly string[] {
  return historySeats.map((post, at) => (historySeats.indexOf(post) === at ? post : `${post}2`));
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
/** A board is looked at after each so many steps. */
const LOOKS_EVERY = 7;

const onUnit =
  (path: string, seatOf: (pick: Picked) => string, more: Readonly<Record<string, string>> = {}): Work =>
  (office, model, pick) =>
    office.act(seatOf(pick), path, { unitId: homeOf(model, pick), ...more });

/** The same of a home where there is something to end. */
const onUnitIn =
  (state: UnitCommercialState, path: string, seatOf: (pick: Picked) => string, more = {}): Work =>
  async (office, model, pick) =>
    office.act(seatOf(pick), path, { unitId: await homeIn(office, model, pick, [state]), ...more });

/** A home is locked, its price is asked for, and it is subscribed. */
const subscribe: Work = async (office, model, pick) => {
  const unitId = await homeIn(office, model, pick, ['available', 'locked', 'held', 'booked']);
  const seat = consultantOf(pick);
  await before(office, () => office.act(seat, 'units.lock', { unitId }));
  await subscribeFor(office, seat, { unitId }, customerOf(model, pick));
};

/** What was sent back to be corrected is sent in again, at the price of the moment. */
const resubmit: Work = async (office) => {
  const [sentBack] = await office.rows<Parameters<typeof subscribeFor>[2] & { customerId: number; by: number }>(
    `select subscriptions.id as subscriptionId, version, unit_id as unitId, consultant_id as by, customer_id as customerId
     from subscriptions join subscription_buyers on subscription_id = subscriptions.id where state = 'draft'`,
  );
  if (sentBack !== undefined) await subscribeFor(office, office.seatOf(sentBack.by), sentBack, sentBack.customerId);
};

/** Whoever is asked decides about one of the requests that wait: mostly yes. */
const decide: Work = async (office, _model, pick) => {
  const rows = await office.rows<Waiting>(
    `select id, version, required_post as post from approvals where state = 'pending' order by id desc limit 4`,
  );
  const asked = round(rows, pick.which);
  if (asked !== undefined) await decideOn(office, asked, pick);
};

const withdraw: Work = async (office, _model, pick) => {
  const request = await latest(office, 'approvals', pick.which, "state = 'pending'");
  if (request !== undefined)
    await office.act(consultantOf(pick), 'approvals.withdraw', { approvalId: request.id, version: request.version });
};

const receive: Work = async (office, _model, { which, other }) => {
  const deal = await latest(office, 'subscriptions', which, "state in ('approved', 'depositComplete')");
  if (deal === undefined) return;
  const [payer] = await office.rows<{ id: number }>(
    'select customer_id as id from subscription_buyers where subscription_id = ?',
    deal.id,
  );
  const amount = other % 2 === 0 ? 5_000_000 : 2_500_000;
  await office.act('backOffice', 'payments.receive', {
    ...{ subscriptionId: deal.id, version: deal.version, payerId: payer?.id ?? 0, amount },
    ...{ item: 'deposit', method: 'transfer', reference: '0001' },
  });
};

const voidReceipt: Work = async (office, _model, { which }) => {
  const receipt = await latest(office, 'receipts', which, "state = 'valid'");
  if (receipt !== undefined)
    await office.act('finance', 'payments.voidReceipt', { receiptId: receipt.id, version: receipt.version, reason });
};

const cancel: Work = async (office, _model, { which }) => {
  const deal = await latest(
    office,
    'subscriptions',
    which,
    "state in ('draft', 'inReview', 'approved', 'depositComplete')",
  );
  if (deal !== undefined)
    await office.act('manager', 'subscriptions.cancel', { subscriptionId: deal.id, version: deal.version, reason });
};

const hold: Work = (office, model, pick) =>
  office.act(leaderOf(pick), 'units.hold', {
    ...{ unitId: homeOf(model, pick), reason, until: addDays(dayOf(office.now), pick.other % 3) },
    ...(pick.which % 2 === 0
      ? { purpose: 'customer', customerId: round(model.buyers, pick.other) ?? null }
      : { purpose: 'management', customerId: null }),
  });

const release: Work = async (office, model, pick) => {
  const back = await office.rows<{ id: number }>("select id from units where commercial_state = 'unreleased'");
  const unitId = round(back, pick.which)?.id ?? homeOf(model, pick);
  await office.act('manager', 'units.release', { unitIds: [unitId] });
};

/** Minutes pass, now and then hours or days, and the office ends what has run out. */
const expire: Work = async (office, _model, { which, other }) => {
  const minutes = other % 5 === 0 ? 60 * (1 + (which % 30)) : 1 + (which % 20);
  office.pass(minutes * MINUTE_MS);
  await office.tick();
};

/** Days pass at once: whoever was to pay or to sign by then is late. */
const days: Work = async (office, _model, { which }) => {
  office.pass((2 + (which % 7)) * 24 * 60 * MINUTE_MS);
  await office.tick();
};

/** A hold is kept for longer. */
const extendHold: Work = async (office, model, pick) => {
  const unitId = await homeIn(office, model, pick, ['held']);
  await office.act(leaderOf(pick), 'units.extendHold', { unitId, until: addDays(dayOf(office.now), 2), reason });
};

/** How often each kind of step is taken, among all of them. */
const kinds: Readonly<Record<string, { readonly weight: number; readonly work: Work }>> = {
  lock: { weight: 8, work: onUnit('units.lock', consultantOf) },
  renewLock: { weight: 2, work: onUnitIn('locked', 'units.renewLock', consultantOf) },
  unlock: { weight: 5, work: onUnitIn('locked', 'units.unlock', consultantOf) },
  hold: { weight: 6, work: hold },
  extendHold: { weight: 2, work: extendHold },
  withdrawHold: { weight: 3, work: onUnitIn('held', 'units.withdrawHold', leaderOf, { reason }) },
  subscribe: { weight: 12, work: subscribe },
  resubmit: { weight: 2, work: resubmit },
  decide: { weight: 22, work: decide },
  withdraw: { weight: 1, work: withdraw },
  receive: { weight: 8, work: receive },
  voidReceipt: { weight: 3, work: voidReceipt },
  cancel: { weight: 2, work: cancel },
  freeze: { weight: 1, work: onUnit('units.freeze', () => 'manager', { reason }) },
  unfreeze: { weight: 3, work: onUnitIn('frozen', 'units.unfreeze', () => 'manager', { reason }) },
  takeBack: { weight: 1, work: onUnit('units.takeBack', () => 'manager', { reason }) },
  release: { weight: 3, work: release },
  expire: { weight: 6, work: expire },
  days: { weight: 2, work: days },
  ...bookingKinds,
  ...changeKinds,
  ...priceKinds,
};

/** One of 400 acts meets the fall of the office, one of 20 is sent twice. */
const manners = (falls: boolean): fc.Arbitrary<Manner> =>
  fc.oneof(
    { weight: 379, arbitrary: fc.constant({ how: 'once' } as const) },
    { weight: 20, arbitrary: fc.constant({ how: 'twice' } as const) },
    { weight: falls ? 1 : 0, arbitrary: fc.record({ how: fc.constant('falls' as const), afterMs: fc.nat(4) }) },
  );

class Step implements fc.AsyncCommand<Remembered, HistoryOffice> {
  readonly #kind: string;
  readonly #work: Work;
  readonly #pick: Picked;
  readonly #manner: Manner;

  constructor(kind: string, work: Work, pick: Picked, manner: Manner) {
    this.#kind = kind;
    this.#work = work;
    this.#pick = pick;
    this.#manner = manner;
  }

  check(): boolean {
    return true;
  }

  async run(model: Remembered, office: HistoryOffice): Promise<void> {
    office.pass(SECOND_MS);
    office.manner = this.#manner;
    await this.#work(office, model, this.#pick);
    // Whoever had nothing to do did not see the office fall: it falls between two steps then.
    if (office.manner.how === 'falls') await office.fall();
    office.manner = { how: 'once' };
    model.steps += 1;
    if (model.steps % LOOKS_EVERY !== 0) return;
    const board = await office.ask<Remembered['boards'][number]>('manager', 'units.board', {});
    if (board !== undefined) model.boards.push({ at: office.now, units: board.units });
  }

  toString(): string {
    return `${this.#kind}(${this.#pick.which},${this.#pick.other}${this.#manner.how === 'once' ? '' : `,${this.#manner.how}`})`;
  }
}

const picks = fc.record({ which: fc.nat(59), other: fc.nat(59) });

/** The steps of a history: fast-check commands, as many as are asked for; with the falls of the office unless told. */
export function historySteps(count: number, falls = true): fc.Arbitrary<fc.AsyncCommand<Remembered, HistoryOffice>[]> {
  const step = fc.oneof(
    ...Object.entries(kinds).map(([kind, { weight, work }]) => ({
      weight,
      arbitrary: fc.tuple(picks, manners(falls)).map(([pick, manner]) => new Step(kind, work, pick, manner)),
    })),
  );
  return fc.array(step, { minLength: count, maxLength: count });
}
