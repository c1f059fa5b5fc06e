import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import { dayOf, type LocalDate } from '#shared/kernel/local-date.ts';

/** One step of a unit's way to being paid up: when it was reached, and whether it is behind, now or ahead. */
export type UnitStep = {
  readonly state: UnitCommercialState;
  readonly on: LocalDate | undefined;
  readonly at: 'done' | 'now' | 'next';
};

type Moment = { readonly at: number; readonly state: UnitCommercialState | null };

const way: readonly UnitCommercialState[] = ['available', 'subscribed', 'drafting', 'signed', 'paidUp'];
/** Steps beside the way: on the path while the unit stands there; a small booking also afterwards. */
const claims: readonly UnitCommercialState[] = ['locked', 'held'];
const offMarket: readonly UnitCommercialState[] = ['unreleased', 'frozen', 'notForSale'];

/** When the unit reached each state on its present way; what came before it was freed again is forgotten. */
function reachedOn(history: readonly Moment[]): Map<UnitCommercialState, LocalDate> {
  const days = new Map<UnitCommercialState, LocalDate>();
  let before: UnitCommercialState | undefined;
  for (const { at, state } of history.toReversed()) {
    if (state === null || state === before) continue;
    const lapsed = state === 'available' && before !== undefined && claims.includes(before);
    const released = days.get('available');
    if (state === 'available' || offMarket.includes(state)) days.clear();
    days.set(state, lapsed && released !== undefined ? released : dayOf(at));
    before = state;
  }
  return days;
}

/** The path of a unit: from available to paid up, with the state it is in now wherever that stands. Newest event first. */
export function pathOf(state: UnitCommercialState, since: number, history: readonly Moment[]): UnitStep[] {
  const days = reachedOn(history);
  days.set(state, days.get(state) ?? dayOf(since));
  if (offMarket.includes(state))
    return [
      { state, on: days.get(state), at: 'now' },
      ...way.map((one) => ({ state: one, on: undefined, at: 'next' as const })),
    ];
  const beside: UnitCommercialState[] = claims.includes(state) ? [state] : [];
  if (state === 'booked' || days.has('booked')) beside.push('booked');
  const steps = way.flatMap((one) => (one === 'available' ? [one, ...beside] : [one]));
  const now = steps.indexOf(state);
  return steps.map((one, index) => ({
    state: one,
    on: index <= now ? days.get(one) : undefined,
    at: index < now ? 'done' : index === now ? 'now' : 'next',
  }));
}
