import { accountById } from '#db/repositories/accounts.ts';
import { standingDocumentOf } from '#db/repositories/documents.ts';
import { spoiledCopiesOf } from '#db/repositories/prints.ts';
import { sealUseById, sealUsesBetween, sealUsesOf } from '#db/repositories/seal-uses.ts';
import { sealUses } from '#db/schema/papers.ts';
import type { seals as sealsApi } from '#shared/api/seals.ts';
import { documentKindOf } from '#shared/documents/index.ts';
import type { AgreementKind, paperOfAgreement } from '#shared/domain/agreements/states.ts';
import { copiesOnPaper, runsOf } from '#shared/domain/documents/copies.ts';
import { copiesToSeal, usualSealOf } from '#shared/domain/documents/seals.ts';
import type { SealName } from '#shared/domain/documents/states.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { CommandContext, Handlers, QueryContext } from '../kernel/handlers.ts';
import { maySeePaper, ownPaper } from './own-papers.ts';
import { printsOfDocument } from './present.ts';

/** Numbers of the copies of a paper that are on paper and not spoiled. */
function sealable({ db }: Pick<QueryContext, 'db'>, documentId: number): readonly number[] {
  const spoiled = spoiledCopiesOf(db, [documentId]).map(({ copy }) => copy);
  return copiesOnPaper(printsOfDocument(db, documentId), spoiled);
}

/** A paper that the seller signs last: a contract, or an agreement about one. */
type Signed = {
  readonly kind: 'saleContract' | (typeof paperOfAgreement)[AgreementKind];
  readonly noun: 'contracts' | 'agreements';
  readonly subjectId: number;
  readonly number: string;
};

/** The seller's seal on every copy of a signed paper that came out, where its last party signs; enters nothing twice. */
export function sealSigned(
  context: Pick<CommandContext, 'db' | 'tx' | 'now' | 'today'>,
  { kind, noun, subjectId, number }: Signed,
  keeperId: number,
): void {
  const paper = standingDocumentOf(context.db, kind, noun, subjectId);
  if (paper === undefined) return;
  const copies = sealable(context, paper.id);
  const purpose = `出卖人签章 ${number}`;
  enterRuns(context, { documentId: paper.id, seal: 'contract', copies, purpose, keeperId });
}

type Use = Pick<CommandContext, 'tx' | 'now' | 'today'>;

/** Enters a seal on copies of a paper, an entry for each run of their numbers, by the person who put it on and brought it. */
function enterRuns(
  { tx, now, today }: Use,
  {
    documentId,
    seal,
    copies,
    purpose,
    keeperId,
  }: {
    readonly documentId: number;
    readonly seal: SealName;
    readonly copies: readonly number[];
    readonly purpose: string;
    readonly keeperId: number;
  },
): void {
  for (const { first, count } of runsOf(copies))
    tx.insert(sealUses, {
      ...{ documentId, seal, firstCopy: first, copies: count, purpose },
      ...{ keeperId, broughtBy: keeperId, sealedOn: today, sealedAt: now },
    });
}

/** The register of seals (用印登记). */
export function sealsHandlers(): Handlers<typeof sealsApi> {
  return {
    list: (context, { from, to }) =>
      presentUses(
        context,
        sealUsesBetween(context.db, from, to).filter(({ document }) => maySeePaper(context, document)),
      ),

    ofPaper: (context, { documentId }) => {
      ownPaper(context, documentId);
      return presentUses(context, sealUsesOf(context.db, documentId));
    },

    enter: (context, { documentId, seal, firstCopy, copies, purpose, broughtBy }) => {
      const { db, tx, actor, now, today, happened } = context;
      const { number, state } = ownPaper(context, documentId);
      if (state === 'voided') throw new DomainError('DOCUMENT_VOIDED', { number });
      if (broughtBy !== undefined && accountById(db, broughtBy) === undefined) throw new DomainError('NOT_FOUND');
      const there = new Set(sealable(context, documentId));
      const wanted = Array.from({ length: copies }, (_unused, at) => firstCopy + at);
      if (!wanted.every((copy) => there.has(copy)))
        throw new DomainError('SEAL_COPIES_NOT_OUT', { number, count: there.size });
      const use = tx.insert(sealUses, {
        ...{ documentId, seal, firstCopy, copies, purpose },
        ...{ keeperId: actor.id, broughtBy: broughtBy ?? actor.id, sealedOn: today, sealedAt: now },
      });
      happened({
        kind: 'sealUsed',
        noun: 'documents',
        id: documentId,
        data: { number, seal, firstCopy, copies, purpose },
      });
      return { sealUseId: use.id };
    },

    enterUsual: (context, { documentId }) => {
      const { db, actor, happened } = context;
      const { number, state, kind } = ownPaper(context, documentId);
      if (state === 'voided') throw new DomainError('DOCUMENT_VOIDED', { number });
      const seal = usualSealOf(kind);
      if (seal === undefined) throw new DomainError('SEAL_NOT_USUAL');
      const there = sealable(context, documentId);
      if (there.length === 0) throw new DomainError('SEAL_COPIES_NOT_OUT', { number, count: 0 });
      const uses = sealUsesOf(db, documentId).map(({ use }) => use);
      const copies = copiesToSeal(there, seal, uses);
      if (copies.length === 0) throw new DomainError('SEALED_ALREADY', { number });
      const purpose = `${documentKindOf(kind).title}盖章`;
      enterRuns(context, { documentId, seal, copies, purpose, keeperId: actor.id });
      const [firstCopy = 0] = copies;
      const data = { number, seal, firstCopy, copies: copies.length, purpose };
      happened({ kind: 'sealUsed', noun: 'documents', id: documentId, data });
      return { copies: copies.length };
    },

    void: (context, { sealUseId, version, reason }) => {
      const { db, tx, happened } = context;
      const use = sealUseById(db, sealUseId);
      if (use === undefined) throw new DomainError('NOT_FOUND');
      const { number } = ownPaper(context, use.documentId);
      if (use.voidReason !== '') throw new DomainError('SEAL_USE_VOIDED');
      const after = tx.update(sealUses, sealUseId, { voidReason: reason }, version);
      happened({ kind: 'sealUseVoided', noun: 'documents', id: use.documentId, data: { number, reason } });
      return { version: after.version };
    },
  };
}

type Entry = ReturnType<typeof sealUsesOf>[number];

function presentUses(context: QueryContext, entries: readonly Entry[]) {
  const spoiled = spoiledCopiesOf(context.db, [...new Set(entries.map(({ document }) => document.id))]);
  return entries.map(({ use, document, keeper, bringer }) => ({
    ...{ id: use.id, documentId: document.id, kind: document.kind, title: documentKindOf(document.kind).title },
    ...{ number: document.number, issueVersion: document.issueVersion },
    ...{ noun: document.noun, subjectId: document.subjectId },
    ...{ seal: use.seal, firstCopy: use.firstCopy, copies: use.copies, purpose: use.purpose },
    spoiled: spoiled
      .filter(({ documentId, copy }) => documentId === document.id && within(use, copy))
      .map(({ copy }) => copy),
    ...{ keeper, broughtBy: bringer, sealedOn: use.sealedOn, sealedAt: use.sealedAt, voidReason: use.voidReason },
    can: {
      void: !context.can('documents.useSeal')
        ? ({ code: 'FORBIDDEN' } as const)
        : use.voidReason === ''
          ? (true as const)
          : ({ code: 'SEAL_USE_VOIDED' } as const),
    },
    version: use.version,
  }));
}

function within({ firstCopy, copies }: Entry['use'], copy: number): boolean {
  return copy >= firstCopy && copy < firstCopy + copies;
}
