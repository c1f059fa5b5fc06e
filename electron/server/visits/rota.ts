import type { ReadDb } from '#db/access.ts';
import { activeAccounts } from '#db/repositories/accounts.ts';
import { groupsOf, latestRota, receptionsOfDay, visitById } from '#db/repositories/visits.ts';
import { rotas, visits as visitsTable } from '#db/schema/customers.ts';
import type { visits as visitsApi } from '#shared/api/visits.ts';
import type { Verdict } from '#shared/domain/customers/verdict.ts';
import { applyRotaEvent } from '#shared/domain/visits/rota.ts';
import {
  type DayRota,
  openDay,
  partyIsBack,
  partyLeft,
  pressStatus,
  type RotaParty,
  type RotaReception,
  receiveParty,
  seatsOf,
  withStaff,
} from '#shared/domain/visits/rota-day.ts';
import { usedTurn } from '#shared/domain/visits/states.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { instantOf, type LocalDate } from '#shared/kernel/local-date.ts';
import type { CommandContext, Handlers } from '../kernel/handlers.ts';

type Desk = Pick<CommandContext, 'db' | 'tx' | 'now' | 'today' | 'setting'>;

/** The rota of a day as it stands: what was written of it, or the order that the day before left. */
function rotaOfDay(db: ReadDb, day: LocalDate): { day: DayRota; written: typeof rotas.$inferSelect | undefined } {
  const consultants = activeAccounts(db).flatMap(({ id, post }) => (post === 'consultant' ? [id] : []));
  const latest = latestRota(db, day);
  if (latest?.day === day) return { day: withStaff(latest.state, consultants), written: latest };
  return { day: openDay(latest?.state, consultants), written: undefined };
}

function rulesOf({ setting }: Pick<Desk, 'setting'>) {
  return { creditCap: setting('rotaMakeUps') };
}

function change({ db, tx, today }: Desk, next: (day: DayRota) => DayRota): void {
  const { day, written } = rotaOfDay(db, today);
  const state = next(day);
  if (written === undefined) tx.insert(rotas, { day: today, state });
  else tx.update(rotas, written.id, { state });
}

/** What a party is to the rota, by the verdict on whose customer it is. */
export function partyKindOf(ruled: Verdict, receiver: number): RotaParty['kind'] {
  if (ruled.served === 'rota' || ruled.served === 'agencyRota') return 'new';
  return ruled.ownerId === receiver ? 'own' : 'help';
}

/** A consultant receives a party: his turn, a made-up one, or none. Gives how it came about. */
export function receive(desk: Desk, party: RotaParty): Pick<RotaReception, 'turn' | 'steps'> {
  let found: RotaReception | undefined;
  change(desk, (day) => {
    found = receiveParty(day, party, rulesOf(desk));
    return found.day;
  });
  return { turn: found?.turn ?? null, steps: found?.steps ?? [] };
}

/** A group of somebody's has left: with the last one he is ready again. */
export function seenOff(desk: Desk, receiver: number): void {
  if (groupsOf(desk.db, receiver, desk.today) > 0) return;
  change(desk, (day) => partyLeft(day, receiver, desk.now, rulesOf(desk)));
}

/** A group of somebody's is in the hall again. */
export function backAgain(desk: Desk, receiver: number): void {
  change(desk, (day) => partyIsBack(day, receiver, desk.now, rulesOf(desk)));
}

/** Handlers of the rota. */
export const rotaHandlers: Pick<Handlers<typeof visitsApi>, 'rota' | 'press' | 'forfeit' | 'giveBack'> = {
  rota: ({ db }, { day }) => {
    const counts = new Map(receptionsOfDay(db, day).map((row) => [row.id, row]));
    return seatsOf(rotaOfDay(db, day).day).flatMap(({ accountId, status, turn, makeUps, forfeits }) => {
      const row = counts.get(accountId);
      if (row === undefined) return [];
      const { name, received, calls, lastAt } = row;
      const person = { id: accountId, name };
      return [{ person, status, turn, makeUps, forfeits, received, calls, next: turn === 1, lastAt }];
    });
  },

  press: (context, { accountId, status }) => {
    change(context, (day) => pressStatus(day, accountId, status, context.now, rulesOf(context)));
    context.happened({ kind: 'rotaPressed', noun: 'accounts', id: accountId, data: { status } });
    return {};
  },

  forfeit: (context, { accountId, reason }) => {
    change(context, (day) => ({
      ...day,
      rota: applyRotaEvent(day.rota, { kind: 'forfeit', accountId }, rulesOf(context)).state,
    }));
    context.happened({ kind: 'turnForfeited', noun: 'accounts', id: accountId, data: { reason } });
    return {};
  },

  giveBack: (context, { visitId, reason }) => {
    const { db, tx, today } = context;
    const visit = visitById(db, visitId);
    if (visit === undefined) throw new DomainError('NOT_FOUND');
    if (!usedTurn(visit.turn) || visit.receivedAt < instantOf(today)) throw new DomainError('ROTA_TURN_NONE');
    change(context, (day) => {
      const event = { kind: 'reclassify', accountId: visit.receivedBy, takenAt: visit.receivedAt } as const;
      return { ...day, rota: applyRotaEvent(day.rota, event, rulesOf(context)).state };
    });
    tx.update(visitsTable, visit.id, { turn: 'givenBack' });
    context.happened({
      kind: 'turnGivenBack',
      noun: 'accounts',
      id: visit.receivedBy,
      data: { visitId, reason },
    });
    return {};
  },
};
