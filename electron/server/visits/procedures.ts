import { receptionsOfDay, visitsOfDay } from '#db/repositories/visits.ts';
import type { visits } from '#shared/api/visits.ts';
import { orderByCount } from '#shared/domain/visits/rota-fairness.ts';
import { maySee, phoneFor } from '../customers/present.ts';
import type { Handlers } from '../kernel/handlers.ts';
import { registerVisit } from './register-visit.ts';

/** Handlers of the front desk. */
export const visitsHandlers: Handlers<typeof visits> = {
  register: registerVisit,

  day: (context, { day }) => {
    const { db, actor } = context;
    const rows = visitsOfDay(db, day);
    const seesAll = context.can('customers.readAll');
    const of = (kind: string) => rows.filter((row) => row.kind === kind).length;
    return {
      counts: { call: of('call'), firstVisit: of('firstVisit'), returnVisit: of('returnVisit') },
      rows: rows.map(({ ownerId, phone, ...row }) => ({
        ...row,
        phone: phoneFor(actor, { phone, ownerId }),
        open: context.can('customers.read') && maySee(actor, { ownerId }, seesAll),
      })),
    };
  },

  rota: ({ db }, { day }) => {
    const rows = receptionsOfDay(db, day).map((row) => ({ ...row, counted: row.received, lastAt: row.lastAt ?? 0 }));
    return orderByCount(rows).map(({ id, name, received, calls, lastAt }, index) => ({
      person: { id, name },
      received,
      calls,
      next: index === 0,
      lastAt: lastAt === 0 ? null : lastAt,
    }));
  },
};
