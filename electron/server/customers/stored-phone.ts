import { DomainError } from '#shared/kernel/errors.ts';
import { dialable } from '#shared/kernel/phone.ts';

/** A phone as it is stored; only what cannot be dialled is refused, with PHONE_NOT_VALID. */
export function storedPhone(text: string): string {
  const phone = dialable(text);
  if (phone === undefined) throw new DomainError('PHONE_NOT_VALID');
  return phone;
}
