import { visitsOfDay } from '#db/repositories/visits.ts';
import type { visits } from '#shared/api/visits.ts';
import { maySee, phoneFor } from '../customers/present.ts';
import type { Handlers } from '../kernel/handlers.ts';
import { closeDay, leaveVisit, returnVisit } from './leave-visit.ts';
import { registerVisit } from './register-visit.ts';
import { rotaHandlers } from './rota.ts';

/** Handlers of the front desk. */
export const visitsHandlers: Handlers<typeof visits> = {
  register: registerVisit,

  day: (context, { day }) => {
    const { db, actor } = context;
    const rows = visitsOfDay(db, day);
    const seesAll = context.can('customers.readAll');
    const of = (kind: string) => rows.filter((row) => row.kind === kind).length;
    const here = rows.filter(({ kind, leftAt }) => kind !== 'call' && leftAt === null).length;
    return {
      counts: { call: of('call'), firstVisit: of('firstVisit'), returnVisit: of('returnVisit'), here },
      rows: rows.map(({ ownerId, phone, referrer, ...row }) => ({
        ...row,
        referrer: referrer === '' ? null : referrer,
        phone: phoneFor(actor, { phone, ownerId }),
        open: context.can('customers.read') && maySee(actor, { ownerId }, seesAll),
      })),
    };
  },

  leave: (context, { visitId }) => {
    leaveVisit(context, visitId);
    return {};
  },

  stillHere: (context, { visitId }) => {
    returnVisit(context, visitId);
    return {};
  },

  closeDay: (context) => ({ closed: closeDay(context) }),

  ...rotaHandlers,
};
