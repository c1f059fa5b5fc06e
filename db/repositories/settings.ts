import { asc, eq } from 'drizzle-orm';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { ReadDb } from '../access.ts';
import { accounts, settings } from '../schema/office.ts';

/** A stored value of a setting with who set it. */
export type StoredSetting = {
  readonly id: number;
  readonly key: string;
  readonly value: unknown;
  readonly effectiveFrom: LocalDate;
  readonly sourceNote: string;
  readonly by: string;
};

/** Every stored value, oldest day first and within a day in the order of storing. */
export function storedSettings(db: ReadDb): StoredSetting[] {
  return db
    .select({
      id: settings.id,
      key: settings.key,
      value: settings.value,
      effectiveFrom: settings.effectiveFrom,
      sourceNote: settings.sourceNote,
      by: accounts.name,
    })
    .from(settings)
    .leftJoin(accounts, eq(accounts.id, settings.setBy))
    .orderBy(asc(settings.effectiveFrom), asc(settings.id))
    .all()
    .map((row) => ({ ...row, by: row.by ?? '' }));
}
