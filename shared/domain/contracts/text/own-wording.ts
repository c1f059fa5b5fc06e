import { DomainError } from '#shared/kernel/errors.ts';
import type { ContractText } from './contract-text.ts';
import { type ContractForm, contractForms } from './forms.ts';
import { presaleHome } from './presale-home/text.ts';

/** Edition of the program's own wording. */
export const wordingEdition = 'HT-1';

/** The program's own wording of each form; an office begins with it and may put its own in its place. */
const ownWording: Partial<Record<ContractForm, ContractText>> = { presaleHome };

/** The forms of which the program has a wording. */
export const writtenForms: readonly ContractForm[] = contractForms.filter((form) => ownWording[form] !== undefined);

/** The program's own wording of a form. Throws CONTRACT_FORM_UNWRITTEN where there is none yet. */
export function contractTextOf(form: ContractForm): ContractText {
  const text = ownWording[form];
  if (text === undefined) throw new DomainError('CONTRACT_FORM_UNWRITTEN', { form });
  return text;
}
