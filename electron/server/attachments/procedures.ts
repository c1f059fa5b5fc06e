import type Database from 'better-sqlite3';
import type { z } from 'zod';
import type { OpenDatabase } from '#db/connection.ts';
import {
  attachmentById,
  attachmentsOf,
  removedAttachmentById,
  removedAttachmentsOf,
} from '#db/repositories/attachments.ts';
import { changeById } from '#db/repositories/changes.ts';
import { handoverById } from '#db/repositories/custody.ts';
import { peopleOnPaper } from '#db/repositories/erased-papers.ts';
import { houseTypeById } from '#db/repositories/house-types.ts';
import { partnerAgreementById } from '#db/repositories/partner-agreements.ts';
import { paymentLetterById } from '#db/repositories/payment-letters.ts';
import { permitById } from '#db/repositories/projects.ts';
import { seizureById } from '#db/repositories/units.ts';
import { attachments } from '#db/schema/attachments.ts';
import type { attachments as attachmentsApi } from '#shared/api/attachments.ts';
import {
  ATTACHMENT_MEGABYTES,
  type AttachmentForm,
  endingsOf,
  formOf,
  keptFileName,
} from '#shared/domain/attachments/files.ts';
import {
  type AttachmentKind,
  type AttachmentNoun,
  attachmentRights,
  inOrder,
  isKindOf,
  namelessAttachments,
  personalAttachments,
} from '#shared/domain/attachments/kinds.ts';
import { attachments as words } from '#shared/i18n/zh-CN/attachments.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { ownAgreement } from '../agreements/own-agreement.ts';
import { ownContract } from '../contracts/deal.ts';
import { canWith } from '../customers/customer-detail.ts';
import { visibleCustomer } from '../customers/present.ts';
import type { BlobStore } from '../documents/blob-store.ts';
import type { RenderPort } from '../documents/render-port.ts';
import { type CommandContext, type Handlers, prepared, type QueryContext } from '../kernel/handlers.ts';
import { checkOwnDeal } from '../subscriptions/own-deals.ts';
import { seesCourtPapers } from '../units/seizures.ts';

type Added = z.output<(typeof attachmentsApi)['add']['input']>;

/** What a file came to: where it is kept, and how many pages it has. */
type Kept = Omit<typeof attachments.$inferInsert, 'noun' | 'subjectId' | 'kind' | 'addedBy' | 'addedAt'>;

/** Refuses whoever may not open the record that a file belongs to, and a record that is not there. */
const checks: Readonly<Record<AttachmentNoun, (context: QueryContext, subjectId: number) => void>> = {
  permits: ({ db }, subjectId) => {
    if (permitById(db, subjectId) === undefined) throw new DomainError('NOT_FOUND');
  },
  houseTypes: ({ db }, subjectId) => {
    if (houseTypeById(db, subjectId) === undefined) throw new DomainError('NOT_FOUND');
  },
  subscriptions: (context, subjectId) => checkOwnDeal(context, subjectId),
  // An order of a court names whom it is about: for those who act on it, and those who check them.
  seizures: ({ db, can }, subjectId) => {
    if (seizureById(db, subjectId) === undefined) throw new DomainError('NOT_FOUND');
    if (!seesCourtPapers({ can })) throw new DomainError('FORBIDDEN');
  },
  changes: (context, subjectId) => {
    const change = changeById(context.db, subjectId);
    if (change === undefined) throw new DomainError('NOT_FOUND');
    checkOwnDeal(context, change.subscriptionId);
  },
  paymentLetters: (context, subjectId) => {
    const letter = paymentLetterById(context.db, subjectId);
    if (letter === undefined) throw new DomainError('NOT_FOUND');
    checkOwnDeal(context, letter.subscriptionId, 'payments');
  },
  handovers: (context, subjectId) => {
    const found = handoverById(context.db, subjectId);
    if (found === undefined) throw new DomainError('NOT_FOUND');
    ownContract(context, found.handover.contractId);
  },
  partnerAgreements: ({ db, can }, subjectId) => {
    if (partnerAgreementById(db, subjectId) === undefined) throw new DomainError('NOT_FOUND');
    if (!can('partnerAgreements.read')) throw new DomainError('FORBIDDEN');
  },
  contracts: (context, subjectId) => {
    if (!context.can('contracts.read')) throw new DomainError('FORBIDDEN');
    ownContract(context, subjectId);
  },
  agreements: (context, subjectId) => {
    if (!context.can('contracts.read')) throw new DomainError('FORBIDDEN');
    ownAgreement(context, subjectId);
  },
  customers: (context, subjectId) => {
    if (!context.can('customers.read')) throw new DomainError('FORBIDDEN');
    visibleCustomer(context, subjectId);
  },
};

/** In whose history a file stands: that of a seizure in its home's, the proof of a letter in its deal's, a receipt in its contract's. */
function inHistoryOf({ db }: Pick<QueryContext, 'db'>, noun: AttachmentNoun, subjectId: number) {
  if (noun === 'seizures') return { noun: 'units' as const, id: seizureById(db, subjectId)?.unitId ?? 0 };
  if (noun === 'paymentLetters')
    return { noun: 'subscriptions' as const, id: paymentLetterById(db, subjectId)?.subscriptionId ?? 0 };
  if (noun === 'handovers')
    return { noun: 'contracts' as const, id: handoverById(db, subjectId)?.handover.contractId ?? 0 };
  return { noun, id: subjectId };
}

/** Scans show people: why nobody reads or touches them who may not find those people by way of a paper either. */
function peopleRefusal(client: Database.Database, noun: AttachmentNoun, subjectId: number): Refusal | undefined {
  if (!personalAttachments.has(noun)) return undefined;
  const people = peopleOnPaper(client, noun, subjectId);
  if (people.length > 0 && people.every(({ anonymised }) => anonymised === 1)) return { code: 'ATTACHMENT_ERASED' };
  if (people.some(({ anonymised, restricted }) => anonymised + restricted > 0)) return { code: 'CUSTOMER_RESTRICTED' };
  return undefined;
}

function checkPeople(client: Database.Database, noun: AttachmentNoun, subjectId: number): void {
  const refusal = peopleRefusal(client, noun, subjectId);
  if (refusal !== undefined) throw DomainError.from(refusal);
}

/** Why somebody who may open a record may not change its files: the right, or a customer who is another's or only kept. */
function writeRefusal(context: QueryContext, noun: AttachmentNoun, subjectId: number): Refusal | undefined {
  if (!context.can(attachmentRights[noun])) return { code: 'FORBIDDEN' };
  if (noun !== 'customers') return undefined;
  const { update = true } = canWith(context, visibleCustomer(context, subjectId));
  return update === true ? undefined : update;
}

function checkWrite(context: QueryContext, noun: AttachmentNoun, subjectId: number): void {
  const refusal = writeRefusal(context, noun, subjectId);
  if (refusal !== undefined) throw DomainError.from(refusal);
}

function ownAttachment(context: QueryContext, attachmentId: number, byId = attachmentById) {
  const row = byId(context.db, attachmentId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  checks[row.noun](context, row.subjectId);
  return row;
}

/** Why a file that lies with a record may not be touched: by who may change its files, and by whom the scans show. */
function touchRefusal(
  context: QueryContext,
  client: Database.Database,
  { noun, subjectId }: { readonly noun: AttachmentNoun; readonly subjectId: number },
): Refusal | undefined {
  return writeRefusal(context, noun, subjectId) ?? peopleRefusal(client, noun, subjectId);
}

/** A file that somebody may remove, put back or call something else. Throws what stands against it. */
function touchedAttachment(
  context: QueryContext,
  client: Database.Database,
  attachmentId: number,
  byId = attachmentById,
) {
  const row = ownAttachment(context, attachmentId, byId);
  const refusal = touchRefusal(context, client, row);
  if (refusal !== undefined) throw DomainError.from(refusal);
  return row;
}

/** Refuses a file that lies with the record already. */
function checkOnce({ db }: QueryContext, noun: AttachmentNoun, subjectId: number, sha256: string): void {
  const twin = attachmentsOf(db, noun, subjectId).find(({ attachment }) => attachment.sha256 === sha256);
  if (twin !== undefined) throw new DomainError('ATTACHMENT_TWICE', { file: twin.attachment.fileName });
}

/** What was taken off a record, for those who may put it back. */
function removedOf({ db }: QueryContext, noun: AttachmentNoun, subjectId: number) {
  return removedAttachmentsOf(db, noun, subjectId).map(({ attachment, removedBy }) => ({
    id: attachment.id,
    kind: attachment.kind,
    fileName: attachment.fileName,
    removedBy: { id: attachment.removedBy ?? 0, name: removedBy },
    removedAt: attachment.removedAt ?? 0,
    reason: attachment.removeReason,
    version: attachment.version,
  }));
}

/** What a file is called: by what it is where its own name may name people. */
function nameOf(noun: AttachmentNoun, kind: AttachmentKind, form: AttachmentForm, given: string): string {
  return namelessAttachments.has(noun) ? `${words.kinds[kind]}.${endingsOf[form][0]}` : given;
}

function checkAdd(context: QueryContext, { noun, subjectId }: Added): void {
  checks[noun](context, subjectId);
  checkWrite(context, noun, subjectId);
}

/** Handlers of attached files. */
export function attachmentsHandlers({
  blobs,
  render,
  database: { client },
}: {
  readonly database: OpenDatabase;
  readonly blobs: BlobStore;
  readonly render: RenderPort;
}): Handlers<typeof attachmentsApi> {
  /** The pages of a file. Throws ATTACHMENT_UNREADABLE for a PDF that nobody could open either. */
  const pagesOf = async (bytes: Uint8Array): Promise<number> => {
    const pages = await render.readBack(bytes).catch(() => []);
    if (pages.length === 0) throw new DomainError('ATTACHMENT_UNREADABLE');
    return pages.length;
  };
  return {
    ofSubject: (context, { noun, subjectId }) => {
      checks[noun](context, subjectId);
      const allowed = writeRefusal(context, noun, subjectId) ?? (true as const);
      const touched = touchRefusal(context, client, { noun, subjectId }) ?? (true as const);
      return {
        files: inOrder(
          noun,
          attachmentsOf(context.db, noun, subjectId).map(({ attachment, addedBy }) => ({
            id: attachment.id,
            kind: attachment.kind,
            fileName: attachment.fileName,
            form: attachment.form,
            pages: attachment.pages,
            sizeBytes: attachment.sizeBytes,
            addedBy: { id: attachment.addedBy, name: addedBy },
            addedAt: attachment.addedAt,
            version: attachment.version,
          })),
        ),
        removed: allowed === true ? removedOf(context, noun, subjectId) : [],
        can: { add: allowed, remove: touched, changeKind: touched },
      };
    },

    add: prepared({
      // The bytes must lie safely on the disk before a row names them.
      prepare: async (context: QueryContext, input: Added): Promise<Kept> => {
        checkAdd(context, input);
        const bytes = new Uint8Array(Buffer.from(input.file.content, 'base64'));
        const form = formOf(bytes);
        const given = keptFileName(input.file.name);
        if (form === undefined || given === '') throw new DomainError('ATTACHMENT_KIND');
        if (bytes.length > ATTACHMENT_MEGABYTES * 1024 ** 2)
          throw new DomainError('ATTACHMENT_TOO_LARGE', { limit: ATTACHMENT_MEGABYTES });
        const pages = form === 'pdf' ? await pagesOf(bytes) : 1;
        const fileName = nameOf(input.noun, input.kind, form, given);
        const { sha256, size } = await blobs.put(bytes);
        return { fileName, form, sha256, pages, sizeBytes: size };
      },
      run: (context: CommandContext, input: Added, file: Kept) => {
        const { tx, actor, now, happened } = context;
        checkAdd(context, input);
        const { noun, subjectId, kind } = input;
        checkOnce(context, noun, subjectId, file.sha256);
        const row = tx.insert(attachments, { ...file, noun, subjectId, kind, addedBy: actor.id, addedAt: now });
        const data = { attachmentId: row.id, attachmentKind: kind };
        happened({ kind: 'attached', ...inHistoryOf(context, noun, subjectId), data });
        return { attachmentId: row.id };
      },
    }),

    open: async (context, { attachmentId }) => {
      const { fileName, form, sha256, noun, subjectId } = ownAttachment(context, attachmentId);
      checkPeople(client, noun, subjectId);
      return { fileName, form, content: Buffer.from(await blobs.get(sha256)).toString('base64') };
    },

    changeKind: (context, { attachmentId, version, kind }) => {
      const { tx, happened } = context;
      const { noun, subjectId, kind: from, form, fileName } = touchedAttachment(context, client, attachmentId);
      if (kind === from || !isKindOf(noun, kind)) throw new DomainError('INVALID_INPUT');
      tx.update(attachments, attachmentId, { kind, fileName: nameOf(noun, kind, form, fileName) }, version);
      const data = { attachmentId, attachmentKind: kind, from };
      happened({ kind: 'attachmentKindChanged', ...inHistoryOf(context, noun, subjectId), data });
      return {};
    },

    remove: (context, { attachmentId, version, reason }) => {
      const { tx, actor, now, happened } = context;
      const { noun, subjectId, kind } = touchedAttachment(context, client, attachmentId);
      tx.update(attachments, attachmentId, { removedBy: actor.id, removedAt: now, removeReason: reason }, version);
      // Why stands in the row, sealed with the people whom it may name.
      const data = { attachmentId, attachmentKind: kind };
      happened({ kind: 'attachmentRemoved', ...inHistoryOf(context, noun, subjectId), data });
      return { version: version + 1 };
    },

    restore: (context, { attachmentId, version }) => {
      const { tx, happened } = context;
      // What was destroyed with its people does not come back.
      const row = touchedAttachment(context, client, attachmentId, removedAttachmentById);
      const { noun, subjectId, kind, sha256 } = row;
      checkOnce(context, noun, subjectId, sha256);
      tx.update(attachments, attachmentId, { removedBy: null, removedAt: null, removeReason: '' }, version);
      const data = { attachmentId, attachmentKind: kind };
      happened({ kind: 'attachmentRestored', ...inHistoryOf(context, noun, subjectId), data });
      return {};
    },
  };
}
