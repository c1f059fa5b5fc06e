import { dayOf } from '#shared/kernel/local-date.ts';

/** Wrong PINs after which a person has to log in with the password again. */
const PIN_ATTEMPTS = 3;

type Known = { readonly passwordHash: string; readonly on: string; wrong: number };

/** Whose password is still the one that was given. */
type Proven = { readonly id: number; readonly passwordHash: string };

/**
 * Who gave their password at which terminal today, so that a PIN is enough to come back there: a PIN is short, and good
 * only at a PC that has seen the password. Held in memory; ends with the day, with a changed password, with logging out
 * and with the third wrong PIN.
 */
export function knownPeople() {
  const byTerminal = new Map<string, Map<number, Known>>();
  const find = (terminal: string, { id, passwordHash }: Proven, now: number): Known | undefined => {
    const known = byTerminal.get(terminal)?.get(id);
    return known?.on === dayOf(now) && known.passwordHash === passwordHash ? known : undefined;
  };
  const forget = (terminal: string, id: number): void => {
    byTerminal.get(terminal)?.delete(id);
  };
  return {
    remember: (terminal: string, { id, passwordHash }: Proven, now: number): void => {
      const people = byTerminal.get(terminal) ?? new Map<number, Known>();
      byTerminal.set(terminal, people.set(id, { passwordHash, on: dayOf(now), wrong: 0 }));
    },
    knows: (terminal: string, person: Proven, now: number): boolean => find(terminal, person, now) !== undefined,
    /** Counts a right or wrong PIN; true when it was one too many and the person is no longer known. */
    counted: (terminal: string, person: Proven, right: boolean, now: number): boolean => {
      const known = find(terminal, person, now);
      if (known === undefined) return true;
      known.wrong = right ? 0 : known.wrong + 1;
      if (known.wrong < PIN_ATTEMPTS) return false;
      forget(terminal, person.id);
      return true;
    },
    forget,
  };
}
