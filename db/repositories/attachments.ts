import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { AttachmentNoun } from '#shared/domain/attachments/kinds.ts';
import type { ReadDb } from '../access.ts';
import { attachments } from '../schema/attachments.ts';
import { accounts } from '../schema/office.ts';

/** A file that is attached to a record; undefined for one that was removed. */
export function attachmentById(db: ReadDb, id: number) {
  return db
    .select()
    .from(attachments)
    .where(and(eq(attachments.id, id), isNull(attachments.removedAt)))
    .get();
}

/** A file that was taken off its record; undefined for one that is there. */
export function removedAttachmentById(db: ReadDb, id: number) {
  return db
    .select()
    .from(attachments)
    .where(and(eq(attachments.id, id), isNotNull(attachments.removedAt)))
    .get();
}

/** The files of a record with the names of those who attached them, the oldest first. */
export function attachmentsOf(db: ReadDb, noun: AttachmentNoun, subjectId: number) {
  return db
    .select({ attachment: attachments, addedBy: accounts.name })
    .from(attachments)
    .innerJoin(accounts, eq(accounts.id, attachments.addedBy))
    .where(and(eq(attachments.noun, noun), eq(attachments.subjectId, subjectId), isNull(attachments.removedAt)))
    .orderBy(asc(attachments.id))
    .all();
}

/** The files that were taken off a record with the names of those who did it, the last first. */
export function removedAttachmentsOf(db: ReadDb, noun: AttachmentNoun, subjectId: number) {
  return db
    .select({ attachment: attachments, removedBy: accounts.name })
    .from(attachments)
    .innerJoin(accounts, eq(accounts.id, attachments.removedBy))
    .where(and(eq(attachments.noun, noun), eq(attachments.subjectId, subjectId)))
    .orderBy(desc(attachments.removedAt), desc(attachments.id))
    .all();
}

/** How many files some records of a noun have; those without any are not named. */
export function attachmentCounts(
  db: ReadDb,
  noun: AttachmentNoun,
  subjectIds: readonly number[],
): ReadonlyMap<number, number> {
  const rows = db
    .select({ subjectId: attachments.subjectId, count: sql<number>`count(*)` })
    .from(attachments)
    .where(
      and(eq(attachments.noun, noun), inArray(attachments.subjectId, [...subjectIds]), isNull(attachments.removedAt)),
    )
    .groupBy(attachments.subjectId)
    .all();
  return new Map(rows.map(({ subjectId, count }) => [subjectId, count]));
}
