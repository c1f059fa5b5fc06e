import { DomainError } from '#shared/kernel/errors.ts';
import { checkPhone } from '#shared/kernel/phone.ts';

/**
 * A phone as it is stored. A number of a form we do not know is taken as its digits: new prefixes come faster than
 * programs; only what cannot be dialled is refused with PHONE_NOT_VALID.
 */
export function storedPhone(text: string): string {
  const check = checkPhone(text);
  if (check.ok) return check.normal;
  const digits = check.normal.replace(/[\s-]/g, '');
  if (!/^\+?\d{7,15}$/.test(digits)) throw new DomainError('PHONE_NOT_VALID');
  return digits;
}
