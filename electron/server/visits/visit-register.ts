import type { z } from 'zod';
import { visitsBetween } from '#db/repositories/visits.ts';
import type { visits as visitsApi } from '#shared/api/visits.ts';
import { MOST_REGISTER_DAYS } from '#shared/domain/visits/register.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { daysBetween } from '#shared/kernel/local-date.ts';
import { nameFor, phoneFor } from '../customers/present.ts';
import type { QueryContext } from '../kernel/handlers.ts';

type Asked = z.output<(typeof visitsApi)['between']['input']>;
type Answer = z.input<(typeof visitsApi)['between']['output']>;

/** The register of some days (来访来电登记表) with what it comes to. Throws REGISTER_DAYS_WRONG. */
export function visitRegister(context: QueryContext, { from, to }: Asked): Answer {
  const days = daysBetween(from, to) + 1;
  if (days < 1 || days > MOST_REGISTER_DAYS) throw new DomainError('REGISTER_DAYS_WRONG', { days: MOST_REGISTER_DAYS });
  const found = visitsBetween(context.db, from, to, context.reach('visits'));
  const of = (kind: string) => found.filter((row) => row.kind === kind).length;
  const best = new Set(found.filter(({ rating }) => rating === 'A').map(({ customerId }) => customerId));
  return {
    totals: {
      call: of('call'),
      firstVisit: of('firstVisit'),
      returnVisit: of('returnVisit'),
      fresh: found.filter(({ fresh }) => fresh).length,
      classA: best.size,
    },
    rows: found.map(({ ownerId, phone, referrer, name, notes, intent, nextFollowUpOn, ...row }) => {
      const open = context.can('customers.read') && context.sees('customers', ownerId);
      return {
        ...row,
        name: nameFor(context, { name, ownerId }),
        referrer: referrer === '' ? null : nameFor(context, { name: referrer, ownerId }),
        phone: phoneFor(context, { phone, ownerId }),
        // What a colleague noted of somebody stays in that file.
        intent: open ? intent : '',
        nextFollowUpOn: open ? nextFollowUpOn : null,
        notes: open ? notes : '',
        open,
      };
    }),
  };
}
