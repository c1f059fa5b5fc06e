import { useQuery } from '@tanstack/react-query';
import type { Permission } from '#shared/domain/accounts/permissions.ts';
import type { ScopedNoun } from '#shared/domain/accounts/rights.ts';
import { ask } from './office.ts';

/** Whoever is logged in at this window, and what they may do; nobody while the screen is being opened. */
export function usePerson(): {
  readonly id: number;
  readonly name: string;
  may(permission: Permission): boolean;
  /** True when they see records of others too: of their team, or of everybody. */
  seesOthers(noun: ScopedNoun): boolean;
} {
  const session = useQuery(ask.session.current({}));
  const person = session.data?.state === 'open' ? session.data.person : undefined;
  return {
    id: person?.id ?? 0,
    name: person?.name ?? '',
    may: (permission) => person?.permissions.includes(permission) ?? false,
    seesOthers: (noun) => person !== undefined && person.scopes[noun] !== 'own',
  };
}
