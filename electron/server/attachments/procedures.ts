import type { z } from 'zod';
import type { OpenDatabase } from '#db/connection.ts';
import { attachmentsOf, removedAttachmentById, removedAttachmentsOf } from '#db/repositories/attachments.ts';
import { handoverById } from '#db/repositories/custody.ts';
import { paymentLetterById } from '#db/repositories/payment-letters.ts';
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
  inOrder,
  isKindOf,
  namelessAttachments,
} from '#shared/domain/attachments/kinds.ts';
import { attachments as words } from '#shared/i18n/zh-CN/attachments.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { BlobStore } from '../documents/blob-store.ts';
import type { RenderPort } from '../documents/render-port.ts';
import { type CommandContext, type Handlers, prepared, type QueryContext } from '../kernel/handlers.ts';
import {
  checkOpens,
  checkPeople,
  checkWrite,
  ownAttachment,
  touchedAttachment,
  touchRefusal,
  writeRefusal,
} from './access.ts';

type Added = z.output<(typeof attachmentsApi)['add']['input']>;

/** What a file came to: where it is kept, and how many pages it has. */
type Kept = Omit<typeof attachments.$inferInsert, 'noun' | 'subjectId' | 'kind' | 'addedBy' | 'addedAt'>;

/** In whose history a file stands: that of a seizure in its home's, the proof of a letter in its deal's, a receipt in its contract's. */
function inHistoryOf({ db }: Pick<QueryContext, 'db'>, noun: AttachmentNoun, subjectId: number) {
  if (noun === 'seizures') return { noun: 'units' as const, id: seizureById(db, subjectId)?.unitId ?? 0 };
  if (noun === 'paymentLetters')
    return { noun: 'subscriptions' as const, id: paymentLetterById(db, subjectId)?.subscriptionId ?? 0 };
  if (noun === 'handovers')
    return { noun: 'contracts' as const, id: handoverById(db, subjectId)?.handover.contractId ?? 0 };
  return { noun, id: subjectId };
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
  checkOpens[noun](context, subjectId);
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
      checkOpens[noun](context, subjectId);
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
