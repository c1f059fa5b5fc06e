import { DomainError } from '#shared/kernel/errors.ts';
import { checkDocumentNumber } from '#shared/kernel/identity-number.ts';

/** A firm's credit code in its stored form, empty where none is known. Throws CREDIT_CODE_NOT_VALID for a mistyped one. */
export function checkedCreditCode(typed: string): string {
  const { normal, ok } = checkDocumentNumber('businessLicence', typed);
  if (normal !== '' && !ok) throw new DomainError('CREDIT_CODE_NOT_VALID');
  return normal;
}
