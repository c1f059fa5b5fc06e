import type { ContractState } from '../contracts/states.ts';
import type { SubscriptionState } from '../subscriptions/states.ts';
import { axisConflicts, type UnitAxes } from '../units/axes.ts';
import type { UnitCommercialState } from '../units/states.ts';
import type { ControlDifferenceKind } from './states.ts';

/** A claim on a home that has not been ended, and when its time is over (UTC ms). */
type Claim = { readonly expiresAt: number };

/** What the records beside the board say of a home: only what is alive. */
export type UnitRecords = {
  readonly locks: readonly Claim[];
  readonly holds: readonly Claim[];
  /** Holds that park the home for a request or a review. */
  readonly parked: readonly Claim[];
  /** Small bookings whose money is in. */
  readonly bookings: readonly Claim[];
  readonly subscriptions: readonly { readonly number: string; readonly state: SubscriptionState }[];
  readonly contracts: readonly { readonly number: string; readonly state: ContractState }[];
};

/** A difference of one home: what should be, and what was found. Both are names of the program, numbers or instants. */
export type FoundDifference = {
  readonly kind: ControlDifferenceKind;
  /** States, the name of a conflict, numbers of deals: apart by commas. */
  readonly expected: string;
  readonly found: string;
  /** Column of the record, where it is one against the log. */
  readonly field: string;
};

/** So long the office takes at most to end what has run out, ms. */
export const SWEEP_GRACE_MS = 5 * 60_000;

const free: readonly UnitCommercialState[] = ['unreleased', 'available', 'frozen', 'notForSale'];

/** The states that a home may be in by its records. A freeze leaves the hold or the booking that was there. */
export function statesByRecords(records: UnitRecords): readonly UnitCommercialState[] {
  const [contract] = records.contracts;
  if (contract !== undefined)
    return contract.state === 'signed' || contract.state === 'filed' ? ['signed', 'paidUp'] : ['drafting'];
  const [subscription] = records.subscriptions;
  if (subscription !== undefined && !['draft', 'inReview'].includes(subscription.state)) return ['subscribed'];
  if (records.bookings.length > 0) return ['booked', 'frozen'];
  if (subscription !== undefined || records.parked.length > 0) return ['held', 'booked'];
  if (records.holds.length > 0) return ['held', 'frozen'];
  if (records.locks.length > 0) return ['locked'];
  return free;
}

/** Everything in which the board and the records of one home contradict each other at an instant. */
export function compareUnit(board: UnitAxes, records: UnitRecords, now: number): FoundDifference[] {
  const allowed = statesByRecords(records);
  const differences: FoundDifference[] = [];
  if (!allowed.includes(board.commercial))
    differences.push({ kind: 'board', expected: allowed.join(','), found: board.commercial, field: '' });
  for (const deals of [records.subscriptions, records.contracts])
    if (deals.length > 1)
      differences.push({
        kind: 'twoDeals',
        expected: '1',
        found: deals.map(({ number }) => number).join(','),
        field: '',
      });
  for (const conflict of axisConflicts(board))
    differences.push({ kind: 'axes', expected: '', found: conflict, field: '' });
  const claims = [...records.locks, ...records.holds, ...records.bookings];
  const lapsed = claims.filter(({ expiresAt }) => expiresAt + SWEEP_GRACE_MS < now);
  // A hold under a freeze or under an open review waits for it.
  if (board.commercial !== 'frozen' && records.parked.length === 0)
    for (const { expiresAt } of lapsed)
      differences.push({ kind: 'lapsed', expected: String(expiresAt), found: board.commercial, field: '' });
  return differences;
}
