import { type UnitCommercialState, unitCommercialStates } from '#shared/domain/units/states.ts';

/** Reads something of every state from the page's style in its current scheme, for what is drawn and not styled. */
export function readStates<Value>(
  read: (token: (name: string) => string, state: UnitCommercialState) => Value,
): Record<UnitCommercialState, Value> {
  const probe = document.createElement('i');
  probe.hidden = true;
  document.body.append(probe);
  const found: Partial<Record<UnitCommercialState, Value>> = {};
  for (const state of unitCommercialStates) {
    probe.dataset['unitState'] = state;
    const style = getComputedStyle(probe);
    found[state] = read((name) => style.getPropertyValue(name).trim(), state);
  }
  probe.remove();
  return found as Record<UnitCommercialState, Value>;
}
