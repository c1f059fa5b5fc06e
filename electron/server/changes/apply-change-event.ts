import { accountById } from '#db/repositories/accounts.ts';
import type { ChangeRow } from '#db/repositories/changes.ts';
import { changes } from '#db/schema/changes.ts';
import { documents } from '#db/schema/papers.ts';
import {
  bareChangeFacts,
  type ChangeEvent,
  type ChangeFacts,
  changeLifecycle,
} from '#shared/domain/changes/lifecycle.ts';
import { decideOrRefuse } from '#shared/domain/lifecycle.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { agreementPoints, dropAgreementOf } from '../agreements/agreement-of-change.ts';
import { applyContractEvent } from '../contracts/apply-contract-event.ts';
import { dealOf } from '../contracts/deal.ts';
import type { UnitCommand, UnitContext } from '../units/unit-facts.ts';
import { dealOfChange, hasDraft } from './deal.ts';
import type { Reckoned } from './definition.ts';
import { definitionOf } from './kinds/index.ts';
import { lostRefundPoints } from './refunds-again.ts';
import { figuresHashOf, outsideRefusals, replacedPapers, standsRefusal } from './simulate.ts';
import { freeTarget, keepTargetOn } from './target-home.ts';

/** What the act brings with it: who may, and what else is written in the same row. */
export type ChangeCircumstances = Partial<Pick<ChangeFacts, 'isRequester' | 'mayWithdraw'>> & {
  readonly write?: Partial<typeof changes.$inferInsert>;
};

/** What stands in the way of carrying a change out: papers outside, and what its kind asks for besides. */
export function openPointsOf(context: UnitContext, change: ChangeRow): Refusal[] {
  const deal = dealOfChange(context.db, change);
  const definition = definitionOf(change.kind);
  return [
    ...agreementPoints(context.db, deal, change),
    ...outsideRefusals(replacedPapers(context.db, deal, definition)),
    ...definition.openPoints(context, change, deal),
    ...lostRefundPoints(context, change),
  ];
}

/** Reckons a change anew, as whoever asked for it would see it now. Throws what forbids it altogether. */
export function reckonAnew(context: UnitContext, change: ChangeRow): Reckoned {
  const deal = dealOfChange(context.db, change);
  const refused = standsRefusal(context.db, deal, change.id, change.kind);
  if (refused !== undefined) throw DomainError.from(refused);
  const post = accountById(context.db, change.requestedBy)?.post ?? 'consultant';
  return definitionOf(change.kind).reckon(context, deal, change.ask, { post, askedOn: dayOf(change.requestedAt) });
}

const forward: readonly ChangeEvent[] = ['approve', 'execute'];
const back: readonly ChangeEvent[] = ['reject', 'withdraw', 'expire'];
/** What is corrected may ask for another home. */
const freeing: readonly ChangeEvent[] = [...back, 'sendBack'];

/**
 * Brings an event about on a change: decides by the table, writes the state, and carries the change out in the same
 * transaction where the table says so. The only way a change moves. Throws the refusal of the table, or of the deal.
 */
export function applyChangeEvent(
  command: UnitCommand,
  change: ChangeRow,
  event: ChangeEvent,
  { write, ...circumstances }: ChangeCircumstances = {},
): ChangeRow {
  const reckoned = forward.includes(event) ? reckonAnew(command, change) : undefined;
  const facts: ChangeFacts = {
    ...bareChangeFacts(),
    ...(reckoned === undefined
      ? {}
      : {
          openPoints: openPointsOf(command, change),
          figuresMoved: figuresHashOf(reckoned.simulation) !== change.figuresHash,
        }),
    ...circumstances,
  };
  const { next, effects } = decideOrRefuse(changeLifecycle, change.state, event, facts);
  const [refusal] = reckoned?.refusals ?? [];
  if (refusal !== undefined) throw DomainError.from(refusal);
  const { tx, now, today, actor } = command;
  const done = effects.includes('carryOut');
  const after = tx.update(changes, change.id, {
    state: next,
    ...(done ? { effectiveOn: today, executedAt: now, executedBy: actor?.id ?? null } : {}),
    ...write,
  });
  if (done && reckoned !== undefined) carryOut(command, after, reckoned);
  else if (event === 'approve' && reckoned !== undefined) {
    keepTargetOn(command, after);
    definitionOf(change.kind).agreed(command, { change: after, deal: dealOfChange(command.db, after), reckoned });
  }
  if (freeing.includes(event)) freeTarget(command, change);
  if (back.includes(event)) {
    definitionOf(change.kind).dropped(command, change, change.number);
    dropAgreementOf(command, change);
  }
  return after;
}

function carryOut(command: UnitCommand, change: ChangeRow, reckoned: Reckoned): void {
  const { db, tx } = command;
  const definition = definitionOf(change.kind);
  const before = dealOfChange(db, change);
  const papers = replacedPapers(db, before, definition);
  const draft = definition.dropsDraft && hasDraft(before) ? before.contract : undefined;
  if (draft !== undefined) applyContractEvent(command, tx.client, dealOf(db, draft), 'drop', { reason: change.number });
  definition.carryOut(command, { change, deal: dealOfChange(db, change), reckoned });
  for (const { paper } of papers)
    if (paper.noun === 'subscriptions' && paper.state !== 'voided')
      tx.update(documents, paper.id, { state: 'voided', voidReason: change.number });
}
