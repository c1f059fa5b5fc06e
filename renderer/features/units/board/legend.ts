import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import type { StateCounts } from './store.ts';

/** An entry of the legend: one state, or two that a reader keeps together. The first gives the mark. */
export type LegendEntry = {
  readonly key: UnitCommercialState | 'offMarket';
  readonly states: readonly [UnitCommercialState, ...UnitCommercialState[]];
};

/** The legend in the order of a unit's life. Frozen and not for sale are both off the market and share an entry. */
export const legend: readonly LegendEntry[] = [
  { key: 'unreleased', states: ['unreleased'] },
  { key: 'available', states: ['available'] },
  { key: 'locked', states: ['locked'] },
  { key: 'held', states: ['held'] },
  { key: 'booked', states: ['booked'] },
  { key: 'subscribed', states: ['subscribed'] },
  { key: 'drafting', states: ['drafting'] },
  { key: 'signed', states: ['signed'] },
  { key: 'paidUp', states: ['paidUp'] },
  { key: 'offMarket', states: ['frozen', 'notForSale'] },
];

/** How many units an entry stands for. */
export function countOf(entry: LegendEntry, counts: StateCounts): number {
  return entry.states.reduce((sum, state) => sum + counts[state], 0);
}

/** The filter after an entry was pressed: its states join or leave together. */
export function toggled(filter: readonly UnitCommercialState[], entry: LegendEntry): UnitCommercialState[] {
  const pressed = entry.states.every((state) => filter.includes(state));
  const others = filter.filter((state) => !entry.states.includes(state));
  return pressed ? others : [...others, ...entry.states];
}
