import type { z } from 'zod';
import { nextNumber } from '#db/repositories/counters.ts';
import { newestRulings, openRulingOf, partiesOf, type RulingWithPeople } from '#db/repositories/rulings.ts';
import { customers } from '#db/schema/customers.ts';
import { rulingParties, rulings } from '#db/schema/rulings.ts';
import type { rulings as rulingsApi } from '#shared/api/rulings.ts';
import { startProtection } from '#shared/domain/customers/protection.ts';
import {
  appealRefusal,
  appealUntil,
  daysToDecide,
  decideBy,
  decisionRefusal,
  finalRefusal,
  inRulingView,
  openingRefusal,
  ownerBy,
  type RulingView,
  rulingViews,
  sameRuling,
} from '#shared/domain/rulings/rulings.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { nameFor, visibleCustomer } from '../customers/present.ts';
import type { CommandContext, Handlers, QueryContext } from '../kernel/handlers.ts';
import { lendersOf } from '../kernel/standing.ts';
import { claimsOf, evidenceOf, isDeparture, maySeeRuling, proposalFor, visibleRuling } from './conflict.ts';

/** As many conflicts as anybody looks back on. */
const SHOWN = 400;

const forbidden: Refusal = { code: 'FORBIDDEN' };

type Party = { readonly accountId: number; readonly name: string };

function presentRow(
  context: QueryContext,
  { row, opener, decider, appellant, firstDecider, customer }: RulingWithPeople,
  parties: readonly Party[],
): z.input<typeof rulingsApi.list.output>['rows'][number] {
  const { id, number, state, reason, raisedAt, proposal, ruling, grounds, decidedAt } = row;
  return {
    ...{ id, number, state, reason, openedAt: raisedAt, proposal, ruling, grounds, decidedAt },
    customer: nameFor(context, customer),
    openedBy: opener,
    decideBy: decideBy(raisedAt),
    parties: parties.map(({ accountId, name }) => ({ accountId, name })),
    departed: isDeparture(row),
    decidedBy: decider ?? '',
    days: decidedAt === null ? null : daysToDecide(raisedAt, decidedAt),
    appeal:
      row.appealedAt === null
        ? null
        : {
            ...{ by: appellant ?? '', at: row.appealedAt, text: row.appeal },
            first:
              row.firstRuling === null || row.firstDecidedAt === null
                ? null
                : { ruling: row.firstRuling, by: firstDecider ?? '', at: row.firstDecidedAt },
          },
    appealUntil: state === 'decided' && decidedAt !== null ? appealUntil(decidedAt) : null,
  };
}

/** Who decides with whoever acts: a party does not decide through somebody who acts for them. */
function decidersOf({ actor }: Pick<QueryContext, 'actor'>): number[] {
  return [actor.id, ...lendersOf(actor)];
}

function canOf(context: QueryContext, found: ReturnType<typeof visibleRuling>): Record<string, true | Refusal> {
  const { row, parties } = found;
  const { proposal } = row;
  const asked = { ruling: proposal, grounds: '', deciders: decidersOf(context) };
  const closed: Refusal | undefined =
    row.state === 'open' ? undefined : { code: 'RULING_CLOSED', params: { number: row.number } };
  const undecided: Refusal | undefined = row.ruling === null ? { code: 'RULING_NOT_DECIDED' } : undefined;
  const upheld = { ruling: row.ruling ?? proposal, grounds: row.grounds.padEnd(2, '-'), deciders: decidersOf(context) };
  return {
    decide: context.can('rulings.decide') ? (decisionRefusal({ ...row, parties }, asked) ?? true) : forbidden,
    appeal: context.can('rulings.open')
      ? (appealRefusal({ ...row, parties }, context.actor.id, context.now) ?? true)
      : forbidden,
    decideAppeal: context.can('rulings.final') ? (finalRefusal({ ...row, parties }, upheld) ?? true) : forbidden,
    withdraw: mayWithdraw(context, row) ? (closed ?? true) : forbidden,
    issue: context.can('documents.issue') ? (undecided ?? true) : forbidden,
  };
}

function mayWithdraw(context: QueryContext, { raisedBy }: RulingWithPeople['row']): boolean {
  return context.can('rulings.open') && (raisedBy === context.actor.id || context.can('rulings.decide'));
}

/** The customer goes to its owner; the protection begins anew, as with every customer who is passed on. */
function carryOut(context: CommandContext, customerId: number, ownerId: number | null): void {
  const { tx, now, today, setting } = context;
  const rules = { protectionDays: setting('protectionDays'), firstFollowDays: setting('firstFollowDays') };
  tx.update(
    customers,
    customerId,
    ownerId === null
      ? { ownerId: null, ownedSince: null, protectedUntil: null }
      : { ownerId, ownedSince: now, protectedUntil: startProtection({ on: today, by: 'visit' }, rules).until },
  );
}

/** Handlers of conflicts about customers and their rulings. */
export const rulingsHandlers: Handlers<typeof rulingsApi> = {
  list: (context, { view, text }) => {
    const { db, now } = context;
    const all = newestRulings(db, SHOWN);
    const parties = partiesOf(
      db,
      all.map(({ row }) => row.id),
    ).map(({ party, name }) => ({ ...party, name }));
    const wanted = text.toLowerCase();
    const rows = all
      .map((found) => ({ found, own: parties.filter(({ rulingId }) => rulingId === found.row.id) }))
      .filter(({ found, own }) => maySeeRuling(context, found, own))
      .map(({ found, own }) => presentRow(context, found, own))
      .filter((row) =>
        [row.number, row.customer, ...row.parties.map(({ name }) => name)].join(' ').toLowerCase().includes(wanted),
      );
    const shown = (one: RulingView) => rows.filter((row) => inRulingView(one, row, now));
    return {
      counts: Object.fromEntries(rulingViews.map((one) => [one, shown(one).length])) as Record<RulingView, number>,
      rows: shown(view),
    };
  },

  detail: (context, { rulingId }) => {
    const found = visibleRuling(context, rulingId);
    const { row, parties, customer } = found;
    const evidence = evidenceOf(context, row.customerId, row.raisedAt);
    const claims = claimsOf(context, parties, evidence, row.raisedAt);
    return {
      row: presentRow(context, found, parties),
      note: row.note,
      customerId: context.sees('customers', customer.ownerId) && customer.restrictedAt === null ? row.customerId : null,
      parties: parties.map(({ accountId, name, post, claim }) => {
        const brought = claims.find((one) => one.accountId === accountId);
        return {
          ...{ accountId, name, post, claim },
          registeredOn: brought?.registeredOn ?? null,
          protectedUntil: brought?.protectedUntil ?? null,
        };
      }),
      timeline: evidence.map(({ at, kind, by, counted }) => ({ at, kind, by, counted })),
      can: canOf(context, found),
      version: row.version,
    };
  },

  ofCustomer: (context, { customerId }) => {
    const customer = visibleCustomer(context, customerId);
    const open = openRulingOf(context.db, customer.id);
    return {
      open: open === undefined ? null : { id: open.id, number: open.number },
      can: { open: context.can('rulings.open') || forbidden },
    };
  },

  open: (context, { customerId, reason, note, parties }) => {
    const { db, tx, actor, now, today, happened } = context;
    const customer = visibleCustomer(context, customerId);
    const refused = openingRefusal(parties, openRulingOf(db, customer.id));
    if (refused !== undefined) throw DomainError.from(refused);
    const proposal = proposalFor(context, customer.id, parties);
    const { id, number } = tx.insert(rulings, {
      number: nextNumber(tx, 'PK', Number(today.slice(0, 4))),
      ...{ customerId: customer.id, reason, note, raisedBy: actor.id, raisedAt: now, proposal },
    });
    for (const [index, { accountId, claim }] of parties.entries())
      tx.insert(rulingParties, { rulingId: id, position: index + 1, accountId, claim });
    happened({ kind: 'rulingOpened', noun: 'rulings', id, data: { number, reason } });
    return { rulingId: id, number };
  },

  decide: (context, { rulingId, version, ruling, grounds }) => {
    const { tx, actor, now, happened } = context;
    const { row, parties } = visibleRuling(context, rulingId);
    const decision = { ruling, grounds, deciders: decidersOf(context) };
    const refused = decisionRefusal({ ...row, parties }, decision);
    if (refused !== undefined) throw DomainError.from(refused);
    const decided = { state: 'decided', ruling, grounds, decidedBy: actor.id, decidedAt: now } as const;
    const after = tx.update(rulings, rulingId, decided, version);
    carryOut(context, row.customerId, ownerBy(ruling));
    const data = { number: row.number, outcome: ruling.outcome };
    happened({ kind: 'rulingDecided', noun: 'rulings', id: rulingId, data });
    return { state: after.state };
  },

  appeal: (context, { rulingId, version, reason }) => {
    const { tx, actor, now, happened } = context;
    const { row, parties } = visibleRuling(context, rulingId);
    const refused = appealRefusal({ ...row, parties }, actor.id, now);
    if (refused !== undefined) throw DomainError.from(refused);
    const appealed = { state: 'appealed', appealedBy: actor.id, appealedAt: now, appeal: reason } as const;
    const after = tx.update(rulings, rulingId, appealed, version);
    happened({ kind: 'rulingAppealed', noun: 'rulings', id: rulingId, data: { number: row.number } });
    return { state: after.state };
  },

  decideAppeal: (context, { rulingId, version, ruling, grounds }) => {
    const { tx, actor, now, happened } = context;
    const { row, parties } = visibleRuling(context, rulingId);
    const refused = finalRefusal({ ...row, parties }, { ruling, grounds, deciders: decidersOf(context) });
    if (refused !== undefined) throw DomainError.from(refused);
    const first = { firstRuling: row.ruling, firstDecidedBy: row.decidedBy, firstDecidedAt: row.decidedAt };
    const final = { state: 'final', ruling, grounds, decidedBy: actor.id, decidedAt: now, ...first } as const;
    const after = tx.update(rulings, rulingId, final, version);
    // What is upheld was carried out already: nobody's protection begins anew by it.
    if (row.ruling === null || !sameRuling(row.ruling, ruling)) carryOut(context, row.customerId, ownerBy(ruling));
    const data = { number: row.number, outcome: ruling.outcome };
    happened({ kind: 'rulingFinal', noun: 'rulings', id: rulingId, data });
    return { state: after.state };
  },

  withdraw: (context, { rulingId, version, reason }) => {
    const { tx, actor, now, happened } = context;
    const { row } = visibleRuling(context, rulingId);
    if (!mayWithdraw(context, row)) throw new DomainError('FORBIDDEN');
    if (row.state !== 'open') throw new DomainError('RULING_CLOSED', { number: row.number });
    const withdrawn = { state: 'withdrawn', grounds: reason, decidedBy: actor.id, decidedAt: now } as const;
    const after = tx.update(rulings, rulingId, withdrawn, version);
    happened({ kind: 'rulingWithdrawn', noun: 'rulings', id: rulingId, data: { number: row.number } });
    return { state: after.state };
  },
};
