import type { ChangeRow } from '#db/repositories/changes.ts';
import type { Post } from '#shared/domain/accounts/posts.ts';
import { type AskedKind, type AskOf, askAsKept, type ChangeAsk } from '#shared/domain/changes/asks.ts';
import type { Simulation } from '#shared/domain/changes/simulation.ts';
import type { DocumentKindName } from '#shared/domain/documents/states.ts';
import { decide } from '#shared/domain/lifecycle.ts';
import type { RefundShare } from '#shared/domain/payments/owned-money.ts';
import { subscriptionLifecycle } from '#shared/domain/subscriptions/lifecycle.ts';
import type { SubscriptionEvent } from '#shared/domain/subscriptions/lifecycle-events.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import type { GuardedSigner } from '../subscriptions/signers.ts';
import { gatherSubscriptionFacts, type SubscriptionCircumstances } from '../subscriptions/subscription-facts.ts';
import type { UnitCommand, UnitContext } from '../units/unit-facts.ts';
import { type ChangedDeal, hasDraft, isSigned } from './deal.ts';

/** Who asks for a change and when: the prices and discounts of that day hold until it is carried out. */
export type Asking = {
  readonly post: Post;
  readonly askedOn: LocalDate;
  /** Who signs for whom where that is not kept yet: while the form is filled in. */
  readonly signers?: readonly GuardedSigner[];
};

/** What a change comes to, and what forbids it; the deal is looked at as if its draft of a contract were dropped. */
export type Reckoned = { readonly simulation: Simulation; readonly refusals: readonly Refusal[] };

/** A change that is being carried out. */
export type CarriedOut<A> = {
  readonly change: ChangeRow;
  /** As it is now: its draft of a contract is dropped already. */
  readonly deal: ChangedDeal;
  readonly ask: A;
  readonly reckoned: Reckoned;
};

/** One kind of change: everything that the office knows of it. */
export type ChangeDefinition<K extends AskedKind> = {
  readonly kind: K;
  /** A draft of the contract cannot stay beside it: it is dropped when the change is carried out. */
  readonly dropsDraft: boolean;
  /** Papers of the deal that it replaces: their copies come back first, then they are voided. */
  readonly replaces: readonly DocumentKindName[];
  /** The home that the deal moves to. */
  targetOf?(ask: AskOf<K>): number;
  /** Refuses whoever may not ask for this, such as for a customer whose file they may not open. */
  checkAsker?(context: QueryContext, ask: AskOf<K>): void;
  /** Why it cannot be asked for now, whatever is asked; undefined where it can. */
  standing?(context: UnitContext, deal: ChangedDeal): Refusal | undefined;
  /** Reckons it; writes nothing. What it answers must not move by what the change itself asks for beforehand. */
  reckon(context: UnitContext, deal: ChangedDeal, ask: AskOf<K>, asking: Asking): Reckoned;
  /** What must be done before it is carried out, beside papers that are outside: money to go back, say. */
  openPoints?(context: UnitContext, change: ChangeRow, deal: ChangedDeal, ask: AskOf<K>): readonly Refusal[];
  /** What follows when it is agreed to while something is still open: money that goes back is asked for, say. */
  agreed?(command: UnitCommand, carried: CarriedOut<AskOf<K>>): void;
  /** What goes back by it and to whom, once it is time for that; missing where nothing ever does. */
  refundsDue?(context: UnitContext, change: ChangeRow, deal: ChangedDeal, ask: AskOf<K>): readonly RefundShare[];
  /** It falls away: what it had brought about is taken back. May refuse where that cannot be done any more. */
  dropped?(command: UnitCommand, change: ChangeRow, reason: string): void;
  /** Carries it out in the transaction of the last yes, or of `changes.execute`. */
  carryOut(command: UnitCommand, carried: CarriedOut<AskOf<K>>): void;
};

/** The same for whoever does not know of which kind it is. */
export type AnyDefinition = Omit<
  ChangeDefinition<AskedKind>,
  'targetOf' | 'checkAsker' | 'standing' | 'reckon' | 'openPoints' | 'agreed' | 'refundsDue' | 'dropped' | 'carryOut'
> & {
  targetOf(ask: ChangeAsk): number | null;
  checkAsker(context: QueryContext, ask: ChangeAsk): void;
  standing(context: UnitContext, deal: ChangedDeal): Refusal | undefined;
  reckon(context: UnitContext, deal: ChangedDeal, ask: ChangeAsk, asking: Asking): Reckoned;
  openPoints(context: UnitContext, change: ChangeRow, deal: ChangedDeal): readonly Refusal[];
  agreed(command: UnitCommand, carried: Omit<CarriedOut<ChangeAsk>, 'ask'>): void;
  refundsDue(context: UnitContext, change: ChangeRow, deal: ChangedDeal): readonly RefundShare[];
  dropped(command: UnitCommand, change: ChangeRow, reason: string): void;
  carryOut(command: UnitCommand, carried: Omit<CarriedOut<ChangeAsk>, 'ask'>): void;
};

/** Declares a kind of change: one file each, registered in `kinds/index.ts`. */
export function defineChange<K extends AskedKind>(definition: ChangeDefinition<K>): AnyDefinition {
  const own = (ask: unknown): AskOf<K> => {
    const parsed = askAsKept(ask);
    if (parsed.kind !== definition.kind) throw new DomainError('INVALID_INPUT');
    return parsed as AskOf<K>;
  };
  return {
    kind: definition.kind,
    dropsDraft: definition.dropsDraft,
    replaces: definition.replaces,
    targetOf: (ask) => definition.targetOf?.(own(ask)) ?? null,
    checkAsker: (context, ask) => definition.checkAsker?.(context, own(ask)),
    standing: (context, deal) => definition.standing?.(context, deal),
    reckon: (context, deal, ask, asking) => definition.reckon(context, deal, own(ask), asking),
    openPoints: (context, change, deal) => definition.openPoints?.(context, change, deal, own(change.ask)) ?? [],
    agreed: (command, carried) => definition.agreed?.(command, { ...carried, ask: own(carried.change.ask) }),
    refundsDue: (context, change, deal) => definition.refundsDue?.(context, change, deal, own(change.ask)) ?? [],
    dropped: (command, change, reason) => definition.dropped?.(command, change, reason),
    carryOut: (command, carried) => definition.carryOut(command, { ...carried, ask: own(carried.change.ask) }),
  };
}

/** What an approved change brings with it for the deal's own table. */
export function givenFor(
  event: SubscriptionEvent,
  more: Omit<SubscriptionCircumstances, 'priceAuthorised' | 'authorised'> = {},
): SubscriptionCircumstances {
  return { ...more, priceAuthorised: true, authorised: [event] };
}

/** What else a change brings about: papers of before the signing, or the agreement that a signed contract asks for. */
export function effectsFor(
  deal: ChangedDeal,
  before: Simulation['effects'],
  { told = false }: { readonly told?: boolean } = {},
): Simulation['effects'] {
  if (!isSigned(deal)) return [...before, ...(hasDraft(deal) ? (['draftDropped', 'contractAnew'] as const) : [])];
  const stays = before.filter((effect) => effect !== 'bookReplaced');
  const filed = deal.contract?.state === 'filed';
  return [...stays, 'supplementSigned', ...(told && filed ? (['registryTold'] as const) : [])];
}

/** Why the deal's own table refuses an event once the draft of its contract is dropped and the change agreed to. */
export function refusalOfDeal(
  context: UnitContext,
  deal: ChangedDeal,
  event: SubscriptionEvent,
  more: Omit<SubscriptionCircumstances, 'priceAuthorised' | 'authorised'> = {},
): Refusal[] {
  const drafted = hasDraft(deal);
  const state = drafted && deal.row.state === 'converted' ? 'depositComplete' : deal.row.state;
  const dropped = drafted ? { contract: null } : { amended: isSigned(deal) };
  const facts = gatherSubscriptionFacts(context, deal.row, givenFor(event, { ...dropped, ...more }));
  const { refused } = decide(subscriptionLifecycle, state, event, facts);
  return refused === undefined ? [] : [refused];
}
