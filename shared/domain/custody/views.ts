import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { ContractState } from '../contracts/states.ts';
import { type CustodyPlace, departments, type OriginalPaper, outsidePlaces } from './places.ts';

/** Views of the register of originals. */
export const custodyViews = ['all', 'office', 'archive', 'lent', 'overdue', 'outside', 'toTakeBack', 'lost'] as const;
/** A view of the register of originals. */
export type CustodyView = (typeof custodyViews)[number];

type Listed = {
  readonly paper: OriginalPaper;
  readonly place: CustodyPlace;
  readonly backOn: LocalDate | null;
  readonly contractState: ContractState;
};

const among = (places: readonly CustodyPlace[], place: CustodyPlace): boolean => places.includes(place);

/**
 * True for a copy that is outside though its contract has ended: it comes back and is destroyed. The agreement that ended
 * the contract stays with those who signed it.
 */
export function isToTakeBack({ paper, place, contractState }: Omit<Listed, 'backOn'>): boolean {
  const over = contractState === 'terminated' || contractState === 'superseded';
  return over && paper !== 'terminationAgreement' && among(outsidePlaces, place);
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
