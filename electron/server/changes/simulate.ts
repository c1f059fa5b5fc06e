import type { ReadDb } from '#db/access.ts';
import { agreementsOf } from '#db/repositories/agreements.ts';
import { openChangeOf } from '#db/repositories/changes.ts';
import { type DocumentRow, documentsOf, printsOf } from '#db/repositories/documents.ts';
import { receiptsOfOwner } from '#db/repositories/owned-money.ts';
import type { Post } from '#shared/domain/accounts/posts.ts';
import { agreementKindOf, changeAtRefusal } from '#shared/domain/agreements/needs.ts';
import { approverFor } from '#shared/domain/approvals/authority.ts';
import type { ChangeAsk } from '#shared/domain/changes/asks.ts';
import { type ChangeKind, ladderOf } from '#shared/domain/changes/kinds.ts';
import type { Simulation } from '#shared/domain/changes/simulation.ts';
import { copiesOutside } from '#shared/domain/documents/copies.ts';
import { isEnded } from '#shared/domain/subscriptions/states.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { sha256Of } from '../documents/render-port.ts';
import type { UnitContext } from '../units/unit-facts.ts';
import { type ChangedDeal, isSigned } from './deal.ts';
import type { AnyDefinition, Asking, Reckoned } from './definition.ts';
import { definitionOf } from './kinds/index.ts';

/** Hash of what a change comes to. What money is here says nothing of it: it may come in between. */
export function figuresHashOf({ figures, plan, priceLines, buyers, cash, terms, approval }: Simulation): string {
  const { received: _here, ...moved } = cash;
  const text = canonicalJson({
    ...{ figures, plan, priceLines, buyers, cash: moved, approval },
    ...(terms === undefined ? {} : { terms }),
  });
  return sha256Of(new TextEncoder().encode(text));
}

/** A change as it is shown before somebody asks for it. */
export type SimulatedChange = Reckoned & {
  readonly figuresHash: string;
  /** Who decides; null within the own authority. */
  readonly decidedBy: Post | null;
};

/**
 * Reckons a change of a deal with everything that forbids it. Throws where nothing can be reckoned: it is no change of a
 * signed contract, the deal is not agreed to yet or has ended, another change is under way.
 */
export function simulateChange(
  context: UnitContext,
  deal: ChangedDeal,
  ask: ChangeAsk,
  asking: Asking,
  ownChangeId: number | null = null,
): SimulatedChange {
  const refused = standsRefusal(context.db, deal, ownChangeId, ask.kind);
  if (refused !== undefined) throw DomainError.from(refused);
  const reckoned = definitionOf(ask.kind).reckon(context, deal, ask, asking);
  const { amount, belowFloor } = reckoned.simulation.approval;
  const wish = { kind: ladderOf(ask.kind, isSigned(deal)), amount, belowFloor, requesterPost: asking.post };
  const approver = approverFor(context.setting('approvalPolicy'), wish);
  return {
    ...reckoned,
    figuresHash: figuresHashOf(reckoned.simulation),
    decidedBy: approver.needed ? approver.post : null,
  };
}

/** Why a deal cannot be changed at all, or not in this way; undefined where it can. */
export function standsRefusal(
  db: ReadDb,
  deal: ChangedDeal,
  ownChangeId: number | null,
  kind?: ChangeKind,
): Refusal | undefined {
  const { state, id } = deal.row;
  const notNow = kind === undefined ? undefined : changeAtRefusal(kind, isSigned(deal));
  if (notNow !== undefined) return notNow;
  if (isEnded(state)) return { code: 'SUBSCRIPTION_ENDED' };
  if (state === 'draft' || state === 'inReview') return { code: 'SUBSCRIPTION_NOT_APPROVED' };
  const open = openChangeOf(db, id);
  return open === undefined || open.id === ownChangeId
    ? undefined
    : { code: 'CHANGE_OPEN', params: { number: open.number } };
}

/** A paper with the copies of it that are outside. */
export type PaperOutside = { readonly paper: DocumentRow; readonly outside: number };

/** The papers that a change replaces: those of the deal, and the contract where its draft is dropped. */
export function replacedPapers(
  db: ReadDb,
  deal: ChangedDeal,
  { kind, replaces, dropsDraft }: Pick<AnyDefinition, 'kind' | 'replaces' | 'dropsDraft'>,
): PaperOutside[] {
  const { row, contract } = deal;
  // A signed contract and its papers stay with what changes it; only where it ends do they come back.
  if (isSigned(deal) && agreementKindOf(kind) === 'supplement') return [];
  const supplements =
    contract === undefined ? [] : agreementsOf(db, contract.id).flatMap(({ id }) => documentsOf(db, 'agreements', id));
  const ofDeal = documentsOf(db, 'subscriptions', row.id).filter(({ kind }) => replaces.includes(kind));
  const ofContract = dropsDraft && contract !== undefined ? documentsOf(db, 'contracts', contract.id) : [];
  const ofReceipts = receiptsOfOwner(db, { noun: 'subscriptions', id: row.id })
    .flatMap(({ id }) => documentsOf(db, 'receipts', id))
    .filter(({ kind }) => replaces.includes(kind));
  const ended = supplements.filter(({ kind: paper }) => paper === 'supplementAgreement');
  const papers = [...ofDeal, ...ofReceipts, ...ofContract, ...ended];
  const prints = printsOf(
    db,
    papers.map(({ id }) => id),
  ).map(({ print }) => print);
  return papers
    .map((paper) => ({ paper, outside: copiesOutside(prints.filter(({ documentId }) => documentId === paper.id)) }))
    .filter(({ paper, outside }) => paper.state !== 'voided' || outside > 0);
}

/** What is said of a paper whose copies are outside. */
export function outsideRefusals(papers: readonly PaperOutside[]): Refusal[] {
  return papers
    .filter(({ outside }) => outside > 0)
    .map(({ paper, outside }) => ({ code: 'PAPERS_OUTSIDE', params: { paper: paper.number, count: outside } }));
}
