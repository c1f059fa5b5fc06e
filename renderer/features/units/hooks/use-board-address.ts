import { useMemo } from 'react';
import { useAddressState } from '#renderer/lib/address.ts';
import { unitCommercialStates } from '#shared/domain/units/states.ts';
import { boardAddress } from '../board/address.ts';

/** What the address says the board shows, and the ways to change it. The filter keeps its identity while it is the same. */
export function useBoardAddress() {
  const [{ states, ...shown }, change] = useAddressState(boardAddress);
  const key = states.join(' ');
  const filter = useMemo(() => {
    const pressed = key.split(' ');
    return unitCommercialStates.filter((state) => pressed.includes(state));
  }, [key]);
  return { ...shown, filter, change };
}
