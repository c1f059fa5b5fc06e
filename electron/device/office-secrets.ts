import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import type { WrappedKey } from './key-wrap.ts';
import type { OfficeHeader } from './office-folder.ts';
import { parseRecoveryCode, type RecoveryCodeProblem } from './recovery-code.ts';

/** Shortest passphrase: it guards a stolen folder against guessing without limit, so it is longer than a password. */
export const shortestPassphrase = 10;

/** Throws PASSPHRASE_SHORT. */
export function checkPassphrase(passphrase: string): void {
  if ([...passphrase].length < shortestPassphrase)
    throw new DomainError('PASSPHRASE_SHORT', { shortest: shortestPassphrase });
}

/** The secret of a recovery code as it was typed. Throws RECOVERY_CODE_LENGTH, RECOVERY_CODE_INVALID. */
export function secretOf(typed: string): Uint8Array {
  const parsed = parseRecoveryCode(typed);
  if (parsed.ok) return parsed.secret;
  throw DomainError.from(refusalOf(parsed.problem));
}

function refusalOf(problem: RecoveryCodeProblem): Refusal {
  if (problem.kind === 'length')
    return { code: 'RECOVERY_CODE_LENGTH', params: { expected: problem.expected, found: problem.found } };
  return { code: 'RECOVERY_CODE_INVALID', params: { group: problem.group } };
}

/** The sealed keys that open an office on another PC. Throws RELOCATION_NO_KEY. */
export function keysElsewhere(header: OfficeHeader | undefined): WrappedKey[] {
  if (header === undefined) throw new DomainError('OFFICE_NOT_OPEN');
  const keys = header.keys.filter(({ kind }) => kind !== 'keychain');
  if (keys.length === 0) throw new DomainError('RELOCATION_NO_KEY');
  return keys;
}
