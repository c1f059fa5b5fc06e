import { openedArrival, waitingArrivals } from '#db/repositories/arrivals.ts';
import { visitsOfDay } from '#db/repositories/visits.ts';
import type { visits } from '#shared/api/visits.ts';
import { ARRIVAL_OPEN_MS } from '#shared/domain/kiosk/arrivals.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { maskPhone } from '#shared/kernel/phone.ts';
import { nameFor, phoneFor } from '../customers/present.ts';
import type { Handlers } from '../kernel/handlers.ts';
import { endArrival, waitingArrival } from './arrivals.ts';
import { closeDay, leaveVisit, returnVisit } from './leave-visit.ts';
import { registerVisit } from './register-visit.ts';
import { rotaHandlers } from './rota.ts';
import { visitRegister } from './visit-register.ts';

/** Handlers of the front desk. */
export const visitsHandlers: Handlers<typeof visits> = {
  register: registerVisit,

  waiting: ({ db }) =>
    waitingArrivals(db).map(({ id, name, phone, interests, arrivedAt }) => ({
      ...{ id, name, phone: maskPhone(phone), interests: [...interests], arrivedAt },
    })),

  openArrival: ({ db, happened }, { arrivalId }) => {
    happened({ kind: 'arrivalOpened', noun: 'arrivals', id: waitingArrival(db, arrivalId).id });
    return {};
  },

  arrival: ({ db, actor, now }, { arrivalId }) => {
    const { name, phone, interests } = waitingArrival(db, arrivalId);
    if (!openedArrival(db, arrivalId, actor.id, now - ARRIVAL_OPEN_MS)) throw new DomainError('REVEAL_NEEDED');
    return { name, phone, interests: [...interests] };
  },

  arrivalLeft: (context, { arrivalId }) => {
    endArrival(context, waitingArrival(context.db, arrivalId), { state: 'left', by: context.actor.id });
    context.happened({ kind: 'arrivalLeft', noun: 'arrivals', id: arrivalId });
    return {};
  },

  day: (context, { day }) => {
    const rows = visitsOfDay(context.db, day, context.reach('visits'));
    const of = (kind: string) => rows.filter((row) => row.kind === kind).length;
    const here = rows.filter(({ kind, leftAt }) => kind !== 'call' && leftAt === null).length;
    return {
      counts: { call: of('call'), firstVisit: of('firstVisit'), returnVisit: of('returnVisit'), here },
      rows: rows.map(({ ownerId, phone, referrer, name, notes, ...row }) => {
        const open = context.can('customers.read') && context.sees('customers', ownerId);
        return {
          ...row,
          name: nameFor(context, { name, ownerId }),
          referrer: referrer === '' ? null : nameFor(context, { name: referrer, ownerId }),
          phone: phoneFor(context, { phone, ownerId }),
          // What a colleague noted of somebody stays in that file.
          notes: open ? notes : '',
          open,
        };
      }),
    };
  },

  between: visitRegister,

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
