import type { z } from 'zod';
import { DomainError, type ErrorCode } from '#shared/kernel/errors.ts';

/** Which refusal a broken unique index means, by the columns that SQLite names. */
const uniqueRefusals: Readonly<Record<string, ErrorCode>> = {
  'unit_locks.unit_id': 'UNIT_TAKEN',
  'unit_holds.unit_id': 'UNIT_TAKEN',
  'unit_bookings.unit_id': 'UNIT_TAKEN',
  'subscriptions.unit_id': 'UNIT_TAKEN',
  'contracts.unit_id': 'UNIT_TAKEN',
  'contracts.filing_number': 'FILING_NUMBER_TAKEN',
  'customers.phone': 'PHONE_TAKEN',
  'customers.identity_hash': 'IDENTITY_TAKEN',
  'accounts.login_name': 'LOGIN_NAME_TAKEN',
  'terminals.name': 'TERMINAL_NAME_TAKEN',
  'permits.kind, permits.number': 'PERMIT_NUMBER_TAKEN',
  'phases.project_id, phases.name': 'PHASE_NAME_TAKEN',
  'house_types.name': 'HOUSE_TYPE_NAME_TAKEN',
  'surveys.number': 'SURVEY_NUMBER_TAKEN',
};

/** Input that does not fit its declaration, with the paths of the fields. */
export class InvalidInput extends DomainError {
  readonly paths: readonly string[];

  constructor(error: z.ZodError) {
    super('INVALID_INPUT');
    this.paths = [...new Set(error.issues.map((issue) => issue.path.map(String).join('.')))].slice(0, 50);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/**
 * What a fault means to the person at the screen: refusals as they are, the database's own complaints in the office's
 * words, everything else INTERNAL. `known` is false for a bug, which the corridor logs.
 */
export function refusalOf(error: unknown): { readonly refusal: DomainError; readonly known: boolean } {
  if (error instanceof DomainError) return { refusal: error, known: true };
  const code = codeOf(error);
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return { refusal: new DomainError('DISK_FULL'), known: true };
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return { refusal: new DomainError('DATABASE_DAMAGED'), known: true };
  if (code.startsWith('SQLITE_IOERR')) return { refusal: new DomainError('DISK_BROKEN'), known: true };
  if (/^SQLITE_(READONLY|CANTOPEN)/.test(code) || ['EROFS', 'EACCES', 'EIO'].includes(code))
    return { refusal: new DomainError('DISK_FAILED'), known: true };
  // What an input names is not there; the database holds every reference.
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return { refusal: new DomainError('NOT_FOUND'), known: true };
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' && error instanceof Error) {
    const columns = error.message.split(': ').at(-1) ?? '';
    return { refusal: new DomainError(uniqueRefusals[columns] ?? 'DUPLICATE'), known: true };
  }
  return { refusal: new DomainError('INTERNAL'), known: false };
}

/**
 * True for what leaves an open office in doubt about its file: after a failed read, write or flush nobody may go on with
 * the same connection (what the system has thrown away it reports once only), and a page that is damaged stays so.
 */
export function leavesInDoubt({ code }: DomainError): boolean {
  return code === 'DISK_BROKEN' || code === 'DATABASE_DAMAGED';
}
