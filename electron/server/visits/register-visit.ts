import type { z } from 'zod';
import { accountById } from '#db/repositories/accounts.ts';
import { type ArrivalRow, noticeEditionAt } from '#db/repositories/arrivals.ts';
import { type CustomerWithOwner, customerById, customerByPhone } from '#db/repositories/customers.ts';
import { visitCounts } from '#db/repositories/visits.ts';
import { customers, visits as visitsTable } from '#db/schema/customers.ts';
import type { visits } from '#shared/api/visits.ts';
import { extendProtection, startProtection } from '#shared/domain/customers/protection.ts';
import type { Verdict } from '#shared/domain/customers/verdict.ts';
import { nextFollowUpOn } from '#shared/domain/visits/follow-up.ts';
import { visitKindOf } from '#shared/domain/visits/register.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { dayOf, type LocalDate } from '#shared/kernel/local-date.ts';
import { ruleOwnership } from '../customers/rule-ownership.ts';
import { storedPhone } from '../customers/stored-phone.ts';
import { writeCustomer } from '../customers/write-customer.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import { giveConsents } from '../privacy/consents.ts';
import { endArrival, waitingArrival } from './arrivals.ts';
import { storedReferrer } from './referrer.ts';
import { partyKindOf, receive } from './rota.ts';

type Input = z.output<(typeof visits)['register']['input']>;
type Answer = z.input<(typeof visits)['register']['output']>;

/**
 * Registers a call or a visit (management 1.2 to 1.6): opens the customer's file where the phone is new, gives a customer
 * whom nobody protects to the receiver, and leaves everybody else with the owner.
 */
export function registerVisit(context: CommandContext, input: Input): Answer {
  const { tx, db, now, actor, happened } = context;
  const receiver = accountById(db, input.receivedBy ?? actor.id);
  if (receiver === undefined || receiver.state !== 'active') throw new DomainError('NOT_FOUND');
  const phone = storedPhone(input.phone);
  const arrival = input.arrivalId === null ? undefined : waitingArrival(db, input.arrivalId);
  const known = input.customerId === null ? customerByPhone(db, phone) : customerById(db, input.customerId);
  if (known === undefined && input.customerId !== null) throw new DomainError('NOT_FOUND');
  if (known !== undefined && known.restrictedAt !== null) throw new DomainError('CUSTOMER_RESTRICTED');
  const before = known === undefined ? { visits: 0, calls: 0 } : visitCounts(db, known.id);
  const kind = visitKindOf(input.kind, before);
  const ruled = ruleOwnership(context, known);
  const referrer = storedReferrer(context, input.referrer, phone);
  const customer =
    known === undefined
      ? openFile(context, input, phone, receiver.id)
      : updateFile(context, input, known, newOwnerBy(ruled, receiver.id), before.visits > 0);
  const visit = tx.insert(visitsTable, {
    customerId: customer.id,
    personKeyId: customer.personKeyId,
    kind,
    receivedBy: receiver.id,
    receivedAt: now,
    channel: input.channel,
    partySize: input.partySize,
    transport: kind === 'call' ? null : input.transport,
    ...referrer,
    notes: input.notes,
  });
  const party = { receiver: receiver.id, kind: partyKindOf(ruled, receiver.id), visit: visit.id, at: now };
  const { turn, steps } = kind === 'call' ? { turn: null, steps: [] } : receive(context, party);
  if (turn !== null) tx.update(visitsTable, visit.id, { turn });
  if (arrival !== undefined) {
    agreedAtScreen(context, customer.id, arrival);
    endArrival(context, arrival, { state: 'received', by: actor.id, visitId: visit.id });
  }
  const owner = customer.ownerId === receiver.id ? (known?.ownerId === receiver.id ? 'kept' : 'receiver') : 'other';
  happened({
    kind: known === undefined ? 'registered' : 'cameAgain',
    noun: 'customers',
    id: customer.id,
    data: {
      visitKind: kind,
      channel: input.channel,
      receivedBy: receiver.id,
      ...(turn === null ? {} : { turn, steps }),
    },
  });
  return { visitId: visit.id, customerId: customer.id, created: known === undefined, owner };
}

/** What a guest agreed to who entered themselves: to be received, and to be called about it. */
function agreedAtScreen(context: CommandContext, customerId: number, { language, arrivedAt }: ArrivalRow): void {
  const edition = noticeEditionAt(context.db, language, arrivedAt);
  giveConsents(context, customerId, {
    purposes: ['service', 'followUp'],
    method: 'screen',
    on: dayOf(arrivedAt),
    notice: { language, edition },
    takenBy: null,
  });
}

/** Who owns from now on: whoever receives a lapsed customer, or the family's consultant; undefined leaves the owner. */
function newOwnerBy(ruled: Verdict, receiverId: number): number | undefined {
  if (ruled.code === 'lapsed' || ruled.code === 'new') return receiverId;
  return ruled.code === 'ownedHousehold' ? (ruled.ownerId ?? undefined) : undefined;
}

function rulesOf({ setting }: CommandContext) {
  return { protectionDays: setting('protectionDays'), firstFollowDays: setting('firstFollowDays') };
}

function nextContact({ today, setting }: CommandContext, input: Input, first: boolean): LocalDate {
  const contact = { rating: input.rating, on: today, first, promisedOn: input.nextFollowUpOn };
  return input.nextFollowUpOn ?? nextFollowUpOn(contact, setting('followUpDays'));
}

function openFile(context: CommandContext, input: Input, phone: string, ownerId: number) {
  const { tx, now, today } = context;
  const by = input.kind === 'call' ? 'call' : 'visit';
  return writeCustomer(tx, {
    name: input.name,
    phone,
    rating: input.rating,
    channel: input.channel,
    intent: input.intent,
    ownerId,
    ownedSince: now,
    protectedUntil: startProtection({ on: today, by }, rulesOf(context)).until,
    nextFollowUpOn: nextContact(context, input, true),
    createdAt: now,
    lastContactAt: now,
  });
}

function updateFile(
  context: CommandContext,
  input: Input,
  known: CustomerWithOwner,
  newOwner: number | undefined,
  cameBefore: boolean,
) {
  const { tx, now, today, actor } = context;
  const by = input.kind === 'call' ? 'call' : 'visit';
  const rules = rulesOf(context);
  const contact = { on: today, by } as const;
  const owned =
    newOwner === undefined && known.protectedUntil !== null && known.ownedSince !== null
      ? extendProtection(
          { since: dayOf(known.ownedSince), until: known.protectedUntil, visited: cameBefore },
          contact,
          rules,
        )
      : undefined;
  const ownership =
    newOwner === undefined
      ? { protectedUntil: owned?.until ?? known.protectedUntil }
      : { ownerId: newOwner, ownedSince: now, protectedUntil: startProtection(contact, rules).until };
  // Whoever is not the owner writes down the visit, not the owner's judgement.
  const own = newOwner !== undefined || known.ownerId === actor.id;
  const judged = own ? { rating: input.rating, nextFollowUpOn: nextContact(context, input, false) } : {};
  const wanted = own && input.intent !== '' ? { intent: input.intent } : {};
  return tx.update(customers, known.id, { ...ownership, ...judged, ...wanted, lastContactAt: now });
}
