import { receptionsOfDay, visitsOfDay } from '#db/repositories/visits.ts';
import type { visits } from '#shared/api/visits.ts';
import { nextByCount } from '#shared/domain/visits/rota-fairness.ts';
import { phoneFor } from '../customers/present.ts';
import type { Handlers } from '../kernel/handlers.ts';
import { registerVisit } from './register-visit.ts';

/** Handlers of the front desk. */
export const visitsHandlers: Handlers<typeof visits> = {
  register: registerVisit,

  day: ({ db, actor }, { day }) => {
    const rows = visitsOfDay(db, day);
    const of = (kind: string) => rows.filter((row) => row.kind === kind).length;
    return {
      counts: { call: of('call'), firstVisit: of('firstVisit'), returnVisit: of('returnVisit') },
      rows: rows.map(({ ownerId, phone, ...row }) => ({ ...row, phone: phoneFor(actor, { phone, ownerId }) })),
    };
  },

  rota: ({ db }, { day }) => {
    const rows = receptionsOfDay(db, day);
    const counts = rows.map(({ id, received, lastAt }) => ({
      accountId: id,
      ready: true,
      counted: received,
      lastAt: lastAt ?? 0,
    }));
    const next = nextByCount(counts);
    return rows.map(({ id, name, received, calls, lastAt }) => ({
      person: { id, name },
      received,
      calls,
      next: id === next,
      lastAt,
    }));
  },
};
