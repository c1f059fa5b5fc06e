import { DomainError } from '#shared/kernel/errors.ts';
import type { ContractText } from '../text/contract-text.ts';
import { contractTextSchema, TEXT_MAX } from '../text/schema.ts';

/**
 * A text as somebody hands it in, read strictly. Throws TEMPLATE_TOO_LONG, TEMPLATE_NOT_A_TEXT for what is no text at all,
 * TEMPLATE_SIGN_NOT_ALLOWED for signs that hide or control, TEMPLATE_NOT_DECLARED with the place for parts that no text
 * has: other keys, fields, tables or conditions than the declared ones, or clauses without end.
 */
export function readContractText(json: string): ContractText {
  if (json.length > TEXT_MAX) throw new DomainError('TEMPLATE_TOO_LONG', { most: TEXT_MAX });
  const read = contractTextSchema.safeParse(parsed(json));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  if (issue?.message === 'unsayable') throw new DomainError('TEMPLATE_SIGN_NOT_ALLOWED');
  const place = issue?.path.map(String).join('.') ?? '';
  throw new DomainError('TEMPLATE_NOT_DECLARED', { place: place.slice(0, 80) });
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new DomainError('TEMPLATE_NOT_A_TEXT');
  }
}
