/** A consultant who may receive, and how he stands: the owner, next in turn, the person at the screen, or after those. */
export type Receiver = {
  readonly id: number;
  readonly name: string;
  readonly standing: 'owner' | 'next' | 'me' | 'later';
};

type Person = { readonly id: number; readonly name: string };

/** What the order of receivers is made of; `rota` in the order of turns. */
export type ReceiverFacts = {
  readonly kind: 'visit' | 'call';
  readonly owner: Person | null;
  readonly rota: readonly Person[];
  readonly me: number;
};

/** As many as fit on one line of the form. */
const SHOWN = 3;

/**
 * Who may receive, the first of them being the office's answer: the owner whom the rule names, else whoever is next; a
 * call is answered by the consultant who holds the telephone.
 */
export function receiversFor({ kind, owner, rota, me }: ReceiverFacts): Receiver[] {
  const mine = rota.filter(({ id }) => id === me);
  const turns = rota.filter(({ id }) => id !== owner?.id);
  const [next] = turns;
  const named: Receiver[] = [
    ...(owner === null ? [] : [{ ...owner, standing: 'owner' as const }]),
    ...(kind === 'call' ? mine.map((one) => ({ ...one, standing: 'me' as const })) : []),
    ...(next === undefined ? [] : [{ ...next, standing: 'next' as const }]),
    ...mine.map((one) => ({ ...one, standing: 'me' as const })),
    ...turns.slice(1).map((one) => ({ ...one, standing: 'later' as const })),
  ];
  return named
    .filter((one, index) => named.findIndex(({ id }) => id === one.id) === index)
    .slice(0, SHOWN)
    .map(({ id, name, standing }) => ({ id, name, standing }));
}
