import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { ContractState } from '../contracts/states.ts';
import { type CustodyPlace, departments, outsidePlaces } from './places.ts';

/** Views of the register of originals. */
export const custodyViews = ['all', 'office', 'archive', 'lent', 'overdue', 'outside', 'toTakeBack', 'lost'] as const;
/** A view of the register of originals. */
export type CustodyView = (typeof custodyViews)[number];

type Listed = {
  readonly place: CustodyPlace;
  readonly backOn: LocalDate | null;
  readonly contractState: ContractState;
};

const among = (places: readonly CustodyPlace[], place: CustodyPlace): boolean => places.includes(place);

/** True for a copy that is outside though its contract has ended: it comes back and is destroyed. */
export function isToTakeBack({ place, contractState }: Pick<Listed, 'place' | 'contractState'>): boolean {
  return among(outsidePlaces, place) && (contractState === 'terminated' || contractState === 'superseded');
}

/** True for a copy that a view shows on a day. */
export function inCustodyView(view: CustodyView, copy: Listed, today: LocalDate): boolean {
  switch (view) {
    case 'all':
      return true;
    case 'office':
      return among(departments, copy.place);
    case 'archive':
      return copy.place === 'archive';
    case 'lent':
      return copy.place === 'lent';
    case 'overdue':
      return copy.place === 'lent' && copy.backOn !== null && copy.backOn < today;
    case 'outside':
      return among(outsidePlaces, copy.place);
    case 'toTakeBack':
      return isToTakeBack(copy);
    case 'lost':
      return copy.place === 'lost' || copy.place === 'destroyed';
  }
}
