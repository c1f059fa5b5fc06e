import type { z } from 'zod';
import { claimsNow } from '#db/repositories/unit-claims.ts';
import type { units as unitsApi } from '#shared/api/units.ts';
import type { QueryContext } from '../kernel/handlers.ts';

type Claims = z.input<(typeof unitsApi)['claims']['output']>;

/** Every lock and hold that keeps a unit now; of a customer no more than their own file tells the caller. */
export function claimsOf(context: QueryContext): Claims {
  const { db, actor } = context;
  const rows = claimsNow(db).map(({ customer, accountId, ...claim }) => ({
    ...claim,
    mine: accountId === actor.id,
    customer:
      customer === null || !context.can('customers.read') || !context.sees('customers', customer.ownerId)
        ? null
        : customer.name,
  }));
  return rows.toSorted((a, b) => a.until - b.until);
}
