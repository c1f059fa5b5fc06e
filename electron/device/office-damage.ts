import { DomainError, type Refusal } from '#shared/kernel/errors.ts';

/** Refusals that mean that the office lies here and can't be read. */
const unreadable: ReadonlySet<string> = new Set([
  'DATABASE_KEY',
  'DATABASE_DAMAGED',
  'LOG_BROKEN',
  'OFFICE_FOLDER_INVALID',
  'OFFICE_FILE_LOST',
]);

/** What is wrong with an office that can't be opened; undefined where it is something else. */
export function damageOf(error: unknown): Refusal | undefined {
  if (!(error instanceof DomainError) || !unreadable.has(error.code)) return undefined;
  return { code: error.code, params: error.params };
}
