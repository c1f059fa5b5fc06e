import type { Refusal } from '../../kernel/errors.ts';
import { type Fen, ZERO_FEN } from '../../kernel/money.ts';
import { lifecycle } from '../lifecycle.ts';
import { type BookingState, bookingStates } from './states.ts';

/** What may happen to a small booking; `lapse` ends one for which no money came in time. */
const bookingEvents = ['agree', 'drop', 'lapse', 'open', 'extend', 'convert', 'expire', 'refund'] as const;
/** Event of a small booking. */
export type BookingEvent = (typeof bookingEvents)[number];

/** What the guards of a small booking look at. */
export type BookingFacts = {
  readonly now: number;
  /** When it ends as it stands: the time for paying, then the term of the booking. */
  readonly expiresAt: number;
  readonly extensions: number;
  /** How often a booking may be extended (setting `bookingExtensions`). */
  readonly extensionLimit: number;
  /** Booking money that the office took, less what it gave back or took over into a deal. */
  readonly heldFen: Fen;
  /** The customer's slip and receipts are back in the office. */
  readonly papersRecovered: boolean;
};

function extensionsLeft({ extensions, extensionLimit }: BookingFacts): Refusal | undefined {
  return extensions >= extensionLimit
    ? { code: 'BOOKING_EXTENSIONS_USED', params: { limit: extensionLimit } }
    : undefined;
}

function paymentTimeOver({ expiresAt, now }: BookingFacts): Refusal | undefined {
  return expiresAt > now ? { code: 'BOOKING_PAYMENT_OPEN' } : undefined;
}

function moneyBack({ heldFen }: BookingFacts): Refusal | undefined {
  return heldFen > ZERO_FEN ? { code: 'MONEY_NOT_RETURNED', params: { openFen: heldFen } } : undefined;
}

function papersBack({ papersRecovered }: BookingFacts): Refusal | undefined {
  return papersRecovered ? undefined : { code: 'RECEIPTS_NOT_RECOVERED' };
}

/** A small booking from the wish to its end: into a deal, back to the customer, or run out. */
export const bookingLifecycle = lifecycle<BookingState, BookingEvent, BookingFacts, never>({
  noun: 'booking',
  states: bookingStates,
  initial: 'asked',
  final: ['converted', 'refunded', 'dropped'],
  events: bookingEvents,
  otherwise: () => ({ code: 'BOOKING_NOT_OPEN' }),
  transitions: [
    { from: 'asked', event: 'agree', to: 'agreed', guards: [] },
    { from: ['asked', 'agreed'], event: 'drop', to: 'dropped', guards: [] },
    { from: 'agreed', event: 'lapse', to: 'dropped', guards: [paymentTimeOver] },
    { from: 'agreed', event: 'open', to: 'open', guards: [] },
    { from: 'open', event: 'extend', to: 'itself', guards: [extensionsLeft] },
    { from: 'open', event: 'convert', to: 'converted', guards: [] },
    { from: 'open', event: 'expire', to: 'expired', guards: [] },
    // What ran out is still the customer's money.
    { from: ['open', 'expired'], event: 'refund', to: 'refunded', guards: [moneyBack, papersBack] },
  ],
});
