import { existingCommercial, presaleCommercial } from './commercial/text.ts';
import type { ContractText } from './contract-text.ts';
import { existingHome } from './existing-home/text.ts';
import type { ContractForm } from './forms.ts';
import { existingParking, presaleParking } from './parking/text.ts';
import { presaleHome } from './presale-home/text.ts';

/** Edition of the program's own wording. */
export const wordingEdition = 'HT-1';

/** The program's own wording of each form; an office begins with it and may put its own in its place. */
const ownWording: Readonly<Record<ContractForm, ContractText>> = {
  presaleHome,
  existingHome,
  presaleCommercial,
  existingCommercial,
  presaleParking,
  existingParking,
};

/** The program's own wording of a form. */
export function contractTextOf(form: ContractForm): ContractText {
  return ownWording[form];
}
