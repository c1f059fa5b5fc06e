import { activeAccounts } from '#db/repositories/accounts.ts';
import { rightsChangesTold, storedRights } from '#db/repositories/rights.ts';
import { settings } from '#db/schema/office.ts';
import type { rights as rightsApi } from '#shared/api/rights.ts';
import { isDangerous } from '#shared/domain/accounts/dangerous.ts';
import { boundsRefusal, leastRights, ownPostRefusal } from '#shared/domain/accounts/rights-bounds.ts';
import { rightsChanges } from '#shared/domain/accounts/rights-changes.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import type { Handlers, QueryContext } from '../kernel/handlers.ts';
import { standingsOf } from '../kernel/persons.ts';
import { rightsRequestHandlers } from './requests.ts';
import { askSecond, requireSecond } from './second-person.ts';

/** How many of the last changes are told beside the rights. */
const CHANGES = 20;

function canChange({ can }: QueryContext): Record<string, true | Refusal> {
  return { change: can('rights.write') ? true : { code: 'FORBIDDEN' } };
}

/** A copy that may be answered: an answer is read out of it, never the setting itself. */
function copied<T>(value: T): T {
  return structuredClone(value);
}

/** Handlers of what each post may do and see. */
export const rightsHandlers: Handlers<typeof rightsApi> = {
  overview: (context) => {
    const { db, today, rights } = context;
    return {
      rights: copied(rights) as never,
      seen: storedRights(db)?.id ?? 0,
      people: activeAccounts(db).map((account) => ({
        id: account.id,
        name: account.name,
        post: account.post,
        team: account.team,
        actingFor: standingsOf(db, account, rights, today).map((standing) => ({
          accountId: standing.accountId,
          name: standing.name,
          post: standing.post,
          permissions: standing.permissions === null ? null : [...standing.permissions],
        })),
      })),
      changes: rightsChangesTold(db, CHANGES),
      can: canChange(context),
    };
  },

  change: (context, { rights, seen, reason }) => {
    const { db, tx, actor, now, today, rights: before, happened } = context;
    if ((storedRights(db)?.id ?? 0) !== seen) throw new DomainError('STALE');
    const after = leastRights(rights);
    const changes = rightsChanges(before, after);
    if (changes.length === 0) throw new DomainError('RIGHTS_UNCHANGED');
    // By the own post and by those of people for whom one acts: nobody gives themselves anything.
    const posts = [actor.post, ...actor.actingFor.map(({ post }) => post)];
    const refused =
      boundsRefusal(after) ?? posts.map((post) => ownPostRefusal(before, after, post)).find((one) => one !== undefined);
    if (refused !== undefined) throw DomainError.from(refused);
    if (changes.some(isDangerous)) {
      requireSecond(context);
      const asked = askSecond(context, { kind: 'rights', accountId: null, post: null, changes, reason }, 'waits');
      happened({ kind: 'rightsAsked', noun: 'rightsRequests', id: asked.id, data: { reason, changes } });
      return { changed: changes.length, waits: true, seen };
    }
    const row = tx.insert(settings, {
      key: 'rights',
      value: after,
      effectiveFrom: today,
      sourceNote: reason,
      setBy: actor.id,
      setAt: now,
    });
    happened({ kind: 'rightsChanged', noun: 'settings', id: row.id, data: { reason, changes } });
    return { changed: changes.length, waits: false, seen: row.id };
  },

  ...rightsRequestHandlers,
};
