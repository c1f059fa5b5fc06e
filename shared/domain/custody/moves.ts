import type { Refusal } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { type CustodyPlace, departments, type OutsidePlace, outsidePlaces } from './places.ts';

/** What can happen to a copy (移交): every one is entered with who gave, who took, why and when. */
export const custodyActs = [
  'handOver',
  'takeBack',
  'file',
  'unfile',
  'lend',
  'giveBack',
  'lose',
  'find',
  'destroy',
] as const;
/** What happens to a copy. */
export type CustodyAct = (typeof custodyActs)[number];

/** Where a copy comes from and goes to by an act, and what must be said with it. */
type ActRule = {
  readonly from: readonly CustodyPlace[];
  readonly to: readonly CustodyPlace[];
  readonly needs: readonly ('box' | 'borrower' | 'reason')[];
};

const kept: readonly CustodyPlace[] = [...departments, 'archive', 'lent', ...outsidePlaces];

/** The table of every act. A copy is at one place, so an act from another place is refused: nothing is handed out twice. */
export const custodyRules: Readonly<Record<CustodyAct, ActRule>> = {
  handOver: { from: departments, to: [...departments, ...outsidePlaces], needs: [] },
  takeBack: { from: outsidePlaces, to: departments, needs: ['reason'] },
  file: { from: departments, to: ['archive'], needs: ['box'] },
  unfile: { from: ['archive'], to: departments, needs: ['reason'] },
  lend: { from: ['archive'], to: ['lent'], needs: ['borrower', 'reason'] },
  giveBack: { from: ['lent'], to: ['archive'], needs: [] },
  lose: { from: kept, to: ['lost'], needs: ['reason'] },
  find: { from: ['lost'], to: departments, needs: ['reason'] },
  destroy: { from: departments, to: ['destroyed'], needs: ['reason'] },
};

/** The acts that a copy at a place can meet. */
export function actsAt(place: CustodyPlace): CustodyAct[] {
  return custodyActs.filter((act) => custodyRules[act].from.includes(place));
}

/** Where an act can bring a copy from a place; the place where it is is no move. */
export function targetsOf(act: CustodyAct, place: CustodyPlace): CustodyPlace[] {
  return custodyRules[act].to.filter((to) => to !== place);
}

/** What is said with an act. */
export type MoveAsk = {
  readonly act: CustodyAct;
  readonly to: CustodyPlace;
  readonly boxId: number | null;
  readonly borrowerId: number | null;
  readonly backOn: LocalDate | null;
  readonly reason: string;
};

type Standing = { readonly number: string; readonly copyNo: number; readonly place: CustodyPlace };

/** Why a copy can't be moved so: it is elsewhere, or something is not said. `today` is the day of the move. */
export function moveRefusal({ number, copyNo, place }: Standing, ask: MoveAsk, today: LocalDate): Refusal | undefined {
  const { from, needs } = custodyRules[ask.act];
  const copy = { number, copyNo };
  if (!from.includes(place)) return { code: 'ORIGINAL_ELSEWHERE', params: copy };
  if (!targetsOf(ask.act, place).includes(ask.to)) return { code: 'ORIGINAL_NOT_THERE', params: copy };
  if (needs.includes('reason') && ask.reason === '') return { code: 'CUSTODY_REASON_MISSING' };
  if (needs.includes('box') && ask.boxId === null) return { code: 'ARCHIVE_BOX_MISSING' };
  if (!needs.includes('borrower')) return undefined;
  if (ask.borrowerId === null || ask.backOn === null) return { code: 'BORROWER_MISSING' };
  return ask.backOn < today ? { code: 'BORROWED_UNTIL_PAST' } : undefined;
}

/** Where a copy stands after a move; the box stays its own while it is lent. */
export function placeAfter<Copy extends Standing & { readonly boxId: number | null }>(
  { boxId }: Copy,
  ask: MoveAsk,
): Pick<MoveAsk, 'boxId' | 'borrowerId' | 'backOn'> & { readonly place: CustodyPlace } {
  const lent = ask.act === 'lend';
  const boxed = ask.to === 'archive' || lent;
  return {
    place: ask.to,
    boxId: ask.act === 'file' ? ask.boxId : boxed ? boxId : null,
    borrowerId: lent ? ask.borrowerId : null,
    backOn: lent ? ask.backOn : null,
  };
}

/** True for a place outside of the office. */
export function isOutside(place: CustodyPlace): place is OutsidePlace {
  return outsidePlaces.some((one) => one === place);
}

/** True for a copy that is nowhere any more: lost, or destroyed with an entry. */
export function isGone(place: CustodyPlace): boolean {
  return place === 'lost' || place === 'destroyed';
}
