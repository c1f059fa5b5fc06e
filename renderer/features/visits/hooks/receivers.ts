/** A consultant who may receive, and how he stands: the owner, next in turn, the person at the screen, or after those. */
export type Receiver = {
  readonly id: number;
  readonly name: string;
  readonly standing: 'owner' | 'next' | 'me' | 'later' | 'busy';
};

type Person = { readonly id: number; readonly name: string };

/** A member of the rota; `turn` is the place among those who are ready, null for whoever is not. */
type Seat = { readonly person: Person; readonly turn: number | null };

/** The rota in the order of turns: who is ready first, then the others as the queue has them. */
function inTurn(seats: readonly Seat[]): Seat[] {
  return seats.toSorted((a, b) => (a.turn ?? Infinity) - (b.turn ?? Infinity));
}

/** What the order of receivers is made of; `rota` in the order of its queue. */
export type ReceiverFacts = {
  readonly kind: 'visit' | 'call';
  readonly owner: Person | null;
  readonly rota: readonly Seat[];
  readonly me: number;
};

/** As many as fit on one line of the form. */
const SHOWN = 3;

/**
 * Who may receive, the first of them being the office's answer: the owner whom the rule names, else whoever is next; a
 * call is answered by the consultant who holds the telephone.
 */
export function receiversFor({ kind, owner, rota, me }: ReceiverFacts): Receiver[] {
  const seats = inTurn(rota);
  const mine = seats.filter(({ person }) => person.id === me).map(({ person }) => person);
  const turns = seats.filter(({ person }) => person.id !== owner?.id);
  const next = turns.find(({ turn }) => turn !== null)?.person;
  const named: Receiver[] = [
    ...(owner === null ? [] : [{ ...owner, standing: 'owner' as const }]),
    ...(kind === 'call' ? mine.map((one) => ({ ...one, standing: 'me' as const })) : []),
    ...(next === undefined ? [] : [{ ...next, standing: 'next' as const }]),
    ...mine.map((one) => ({ ...one, standing: 'me' as const })),
    ...turns
      .filter(({ person }) => person.id !== next?.id)
      .map(({ person, turn }) => ({ ...person, standing: turn === null ? ('busy' as const) : ('later' as const) })),
  ];
  return named
    .filter((one, index) => named.findIndex(({ id }) => id === one.id) === index)
    .slice(0, SHOWN)
    .map(({ id, name, standing }) => ({ id, name, standing }));
}
