import type { z } from 'zod';
import { nextNumber } from '#db/repositories/counters.ts';
import {
  lettersOfDeal,
  type PaymentLetterRow,
  paymentLetterById,
  servicesOfLetters,
} from '#db/repositories/payment-letters.ts';
import { buyersOf, planLinesOf, type SubscriptionRow, subscriptionById } from '#db/repositories/subscriptions.ts';
import { planLines } from '#db/schema/deals.ts';
import { letterServices, paymentLetters } from '#db/schema/payment-letters.ts';
import type { letters as lettersApi } from '#shared/api/letters.ts';
import {
  arrivedOn,
  type LetterDeal,
  latenessOf,
  letterKindRefusal,
  letterLineRefusal,
  letterRefusal,
  letterServiceRefusal,
  type PaymentLetterKind,
  paymentLetterKinds,
  prefixOfLetter,
  rescissionStanding,
  roundOf,
} from '#shared/domain/payments/letters.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { sumFen, ZERO_FEN } from '#shared/kernel/money.ts';
import { voidPapersOf } from '../documents/void-papers.ts';
import type { Handlers, QueryContext } from '../kernel/handlers.ts';
import { checkOwnDeal } from '../subscriptions/own-deals.ts';
import { letterDeal } from './letter-deal.ts';

type Answer = z.input<(typeof lettersApi)['ofDeal']['output']>;
type Context = Pick<QueryContext, 'db' | 'today' | 'can' | 'setting'>;

const forbidden: Refusal = { code: 'FORBIDDEN' };

/** A deal whose money the person sees. Throws NOT_FOUND, DEAL_OF_OTHER. */
function ownMoneyOf(context: QueryContext, subscriptionId: number): SubscriptionRow {
  checkOwnDeal(context, subscriptionId, 'payments');
  const row = subscriptionById(context.db, subscriptionId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return row;
}

function ownLetter(context: QueryContext, letterId: number): { letter: PaymentLetterRow; row: SubscriptionRow } {
  const letter = paymentLetterById(context.db, letterId);
  if (letter === undefined) throw new DomainError('NOT_FOUND');
  return { letter, row: ownMoneyOf(context, letter.subscriptionId) };
}

function mayWrite({ can }: Pick<Context, 'can'>, kind: PaymentLetterKind): boolean {
  return can('payments.remind') && (kind !== 'rescissionNotice' || can('payments.rescind'));
}

function presentLetters(context: Context, row: SubscriptionRow): Answer['letters'] {
  const { db, can, setting } = context;
  const written = lettersOfDeal(db, row.id);
  const services = servicesOfLetters(
    db,
    written.map(({ letter }) => letter.id),
  );
  const buyers = buyersOf(db, [row.id]).map(({ customer }) => customer);
  return written.map(({ letter, writer }) => {
    const { id, number, kind, lines, round, dueBy, writtenOn, voided, voidReason, version } = letter;
    const own = services.filter(({ letterId }) => letterId === id);
    const arrived = arrivedOn(
      buyers.map((one) => one.id),
      own,
    );
    const standing =
      kind === 'rescissionNotice' && !voided
        ? rescissionStanding({ arrivedOn: arrived, dueBy }, setting('objectionDays'))
        : null;
    const remind = can('payments.remind') || forbidden;
    const live: true | Refusal = voided ? { code: 'NOTICE_VOIDED' } : true;
    return {
      ...{ id, number, kind, round, dueBy, writtenOn, writtenBy: writer, voided, voidReason, version },
      positions: lines.map(({ position }) => position),
      open: sumFen(lines.map(({ open }) => open)),
      penalty: sumFen(lines.map(({ penalty }) => penalty)),
      services: buyers.map((buyer) => {
        const found = own.find(({ customerId }) => customerId === buyer.id);
        return {
          customerId: buyer.id,
          name: buyer.name,
          service:
            found === undefined
              ? null
              : {
                  method: found.method,
                  sentOn: found.sentOn,
                  servedOn: found.servedOn,
                  trackingNo: found.trackingNo,
                  note: found.note,
                },
        };
      }),
      arrivedOn: arrived,
      endsOn: standing?.endsOn ?? null,
      objectUntil: standing?.objectUntil ?? null,
      can: {
        paper: can('documents.issue') ? live : forbidden,
        serve: remind === true ? live : remind,
        void: remind !== true ? remind : own.length > 0 ? { code: 'LETTER_SERVED' } : live,
      },
    };
  });
}

function presentLines(context: Context, deal: LetterDeal): Answer['lines'] {
  const { today } = context;
  return deal.lines.map((line) => {
    const { position, item, dueOn, open, disputedOn, contractDueOn, penaltyWaived } = line;
    const late = latenessOf(line, today, deal.terms ?? { bandDays: 0, ratePpm: 0, laterRatePpm: 0 });
    return {
      ...{ position, item, dueOn, open, disputedOn, contractDueOn, penaltyWaived },
      days: open > 0 ? late.days : 0,
      penalty: deal.terms === null ? null : late.penalty,
      can: Object.fromEntries(
        paymentLetterKinds.map((kind) => [
          kind,
          mayWrite(context, kind) ? (letterLineRefusal(deal, kind, position, today) ?? true) : forbidden,
        ]),
      ),
    };
  });
}

/** Handlers of letters about money. */
export const lettersHandlers: Handlers<typeof lettersApi> = {
  ofDeal: (context, { subscriptionId }) => {
    const row = ownMoneyOf(context, subscriptionId);
    const deal = letterDeal(context, row);
    const kinds = paymentLetterKinds.map((kind) => [
      kind,
      mayWrite(context, kind) ? (letterKindRefusal(deal, kind, context.today) ?? true) : forbidden,
    ]);
    return {
      letters: presentLetters(context, row),
      lines: presentLines(context, deal),
      can: { ...Object.fromEntries(kinds), dispute: context.can('payments.remind') || forbidden },
    };
  },

  write: (context, { subscriptionId, ...ask }) => {
    const { tx, today, actor, happened } = context;
    const row = ownMoneyOf(context, subscriptionId);
    if (!mayWrite(context, ask.kind)) throw DomainError.from(forbidden);
    const deal = letterDeal(context, row);
    const positions = [...new Set(ask.positions)].toSorted((one, other) => one - other);
    const refused = letterRefusal(deal, { ...ask, positions }, today);
    if (refused !== undefined) throw DomainError.from(refused);
    const letter = tx.insert(paymentLetters, {
      number: nextNumber(tx, prefixOfLetter[ask.kind], Number(today.slice(0, 4))),
      subscriptionId: row.id,
      kind: ask.kind,
      lines: deal.lines
        .filter(({ position }) => positions.includes(position))
        .map((line) => {
          const late = deal.terms === null ? undefined : latenessOf(line, today, deal.terms);
          const { position, item, dueOn, amount, paid, open } = line;
          const cost = { days: late?.days ?? 0, penalty: late?.penalty ?? ZERO_FEN };
          return { position, item, dueOn, amount, paid, open, ...cost };
        }),
      round: ask.kind === 'overdueDemand' ? roundOf(deal.letters, positions) : 1,
      dueBy: ask.dueBy,
      hidesPrice: ask.hidesPrice,
      hidesLateFee: ask.hidesLateFee,
      writtenOn: today,
      writtenBy: actor.id,
    });
    const { number } = letter;
    happened({ kind: 'letterWritten', noun: 'subscriptions', id: row.id, data: { letter: number, paper: ask.kind } });
    return { letterId: letter.id, number };
  },

  serve: (context, { letterId, customerId, ...service }) => {
    const { db, tx, today, actor, happened } = context;
    const { letter, row } = ownLetter(context, letterId);
    const buyers = buyersOf(db, [row.id]).map(({ customer }) => customer.id);
    if (!buyers.includes(customerId)) throw new DomainError('NOT_FOUND');
    const known = servicesOfLetters(db, [letter.id]);
    if (known.some((one) => one.customerId === customerId)) throw new DomainError('LETTER_SERVED');
    const refused = letterServiceRefusal(letter, service, today);
    if (refused !== undefined) throw DomainError.from(refused);
    tx.insert(letterServices, { letterId: letter.id, customerId, ...service, servedBy: actor.id });
    happened({
      kind: 'letterServed',
      noun: 'subscriptions',
      id: row.id,
      data: { letter: letter.number, paper: letter.kind, method: service.method, servedOn: service.servedOn },
    });
    return { arrivedOn: arrivedOn(buyers, servicesOfLetters(db, [letter.id])) };
  },

  void: (context, { letterId, version, reason }) => {
    const { db, tx, happened } = context;
    const { letter, row } = ownLetter(context, letterId);
    if (letter.voided) throw new DomainError('NOTICE_VOIDED');
    if (servicesOfLetters(db, [letter.id]).length > 0) throw new DomainError('LETTER_SERVED');
    tx.update(paymentLetters, letter.id, { voided: true, voidReason: reason }, version);
    voidPapersOf(context, 'paymentLetters', letter.id, reason);
    happened({
      kind: 'letterVoided',
      noun: 'subscriptions',
      id: row.id,
      data: { letter: letter.number, paper: letter.kind, reason },
    });
    return { voided: true };
  },

  dispute: (context, { subscriptionId, position, disputed, reason }) => {
    const { db, tx, today, happened } = context;
    const row = ownMoneyOf(context, subscriptionId);
    const line = planLinesOf(db, row.id).find((one) => one.position === position);
    if (line === undefined) throw new DomainError('NOT_FOUND');
    if ((line.disputedOn !== null) === disputed) throw new DomainError('STALE');
    const disputedOn = disputed ? today : null;
    tx.update(planLines, line.id, { disputedOn });
    const kind = disputed ? 'lineDisputed' : 'disputeSettled';
    happened({ kind, noun: 'subscriptions', id: row.id, data: { position, reason } });
    return { disputedOn };
  },
};
