import { dayOf } from '#shared/kernel/local-date.ts';

/** Wrong PINs after which a person has to log in with the password again. */
const PIN_ATTEMPTS = 3;

type Known = { readonly passwordHash: string; readonly on: string; wrong: number };

/** Whose password is still the one that was given. */
type Proven = { readonly id: number; readonly passwordHash: string };

/** Whom each place knows. */
export type KnownPeople = ReturnType<typeof knownPeople>;

/**
 * Who gave their password at which place today, so that a PIN is enough to come back there: a PIN is short, and good
 * only at a PC that has seen the password. Held in memory; ends with the day, with a changed password, with logging out
 * and with the third wrong PIN.
 */
export function knownPeople() {
  const byPlace = new Map<string, Map<number, Known>>();
  const find = (place: string, { id, passwordHash }: Proven, now: number): Known | undefined => {
    const known = byPlace.get(place)?.get(id);
    return known?.on === dayOf(now) && known.passwordHash === passwordHash ? known : undefined;
  };
  const forget = (place: string, id: number): void => {
    byPlace.get(place)?.delete(id);
  };
  return {
    remember: (place: string, { id, passwordHash }: Proven, now: number): void => {
      const people = byPlace.get(place) ?? new Map<number, Known>();
      byPlace.set(place, people.set(id, { passwordHash, on: dayOf(now), wrong: 0 }));
    },
    knows: (place: string, person: Proven, now: number): boolean => find(place, person, now) !== undefined,
    /** Counts a right or wrong PIN; true when it was one too many and the person is no longer known. */
    counted: (place: string, person: Proven, right: boolean, now: number): boolean => {
      const known = find(place, person, now);
      if (known === undefined) return true;
      known.wrong = right ? 0 : known.wrong + 1;
      if (known.wrong < PIN_ATTEMPTS) return false;
      forget(place, person.id);
      return true;
    },
    forget,
    /** The person is known at no place any more. */
    forgetEverywhere: (id: number): void => {
      for (const people of byPlace.values()) people.delete(id);
    },
  };
}
