import type { ReadDb } from '#db/access.ts';
import { type AccountRow, activeAccounts, teamOf } from '#db/repositories/accounts.ts';
import { delegationsTo } from '#db/repositories/delegations.ts';
import type { Permission } from '#shared/domain/accounts/permissions.ts';
import {
  groundFor,
  type Holder,
  type OfficeRights,
  reachOf,
  type Scope,
  type ScopedNoun,
  type Standing,
} from '#shared/domain/accounts/rights.ts';
import { standingOf } from '#shared/domain/delegations/rules.ts';
import { dayOf, type LocalDate } from '#shared/kernel/local-date.ts';
import type { Actor } from './session.ts';
import { settingsReader } from './settings.ts';

/** For whom a person acts today, with what each lends. */
export function standingsOf(
  db: ReadDb,
  person: Pick<AccountRow, 'id' | 'post'>,
  rights: OfficeRights,
  today: LocalDate,
): Standing[] {
  return delegationsTo(db, person.id, today).map(({ accountId, name, post, permissions }) =>
    standingOf(rights, { accountId, name, post }, permissions, person.post),
  );
}

/** May the person of an account do this today? For people who are not the one who asks. */
export function accountMay(
  asking: { readonly db: ReadDb; readonly rights: OfficeRights; readonly today: LocalDate },
  account: Pick<AccountRow, 'id' | 'post'>,
  permission: Permission,
): boolean {
  const { db, rights, today } = asking;
  const holder: Holder = { ...account, actingFor: standingsOf(db, account, rights, today) };
  return groundFor(rights, holder, permission) !== null;
}

/** Numbers of accounts; null for everybody. */
export type People = readonly number[] | null;

/** Whose records somebody sees in all, by the own post, and for each of those for whom they act. */
export type Seen = {
  readonly whose: People;
  readonly own: People;
  readonly lent: readonly { readonly accountId: number; readonly whose: People }[];
};

/** Whose records of a noun a person sees. */
export function seenBy(db: ReadDb, rights: OfficeRights, actor: Actor, noun: ScopedNoun): Seen {
  const people = (id: number, scope: Scope): People => {
    if (scope === 'all') return null;
    return scope === 'team' ? [id, ...teamOf(db, id)] : [id];
  };
  const [first, ...others] = reachOf(rights, actor, noun);
  const own = people(actor.id, first?.scope ?? 'own');
  const lent = others.map(({ id, scope }) => ({ accountId: id, whose: people(id, scope) }));
  const parts = [own, ...lent.map(({ whose }) => whose)];
  const all = new Set(parts.flatMap((part) => part ?? []));
  return { own, lent, whose: parts.includes(null) ? null : [...all].toSorted((a, b) => a - b) };
}

/** Everybody at work who may do something at this instant, for what asks without a connection. */
export function peopleWho(db: ReadDb, permission: Permission, now: number): AccountRow[] {
  const today = dayOf(now);
  const asking = { db, rights: settingsReader(db).read('rights', today), today };
  return activeAccounts(db).filter((account) => accountMay(asking, account, permission));
}
