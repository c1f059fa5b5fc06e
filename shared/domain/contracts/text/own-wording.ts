import { existingCommercial, presaleCommercial } from './commercial/text.ts';
import type { ContractText } from './contract-text.ts';
import { existingHome } from './existing-home/text.ts';
import type { ContractForm } from './forms.ts';
import { existingParking, presaleParking } from './parking/text.ts';
import { presaleHome } from './presale-home/text.ts';

/**
 * Every edition that the program's own wording of a form has had, by the SHA-256 of its canonical JSON, the present one last.
 * Whoever changes the words adds one: contracts and approvals name the edition, and those of before stay what they were.
 */
export const wordingEditions: { readonly [Form in ContractForm]: readonly string[] } = {
  presaleHome: ['748a38fb2020907b5a3fdc4feca6459a21ea2417c4210b53b4eefb170225ed61'],
  existingHome: ['e2cc91e0cb8521f0816407d275ff2d10113a53be85d68558bea3875dbb70c22f'],
  presaleCommercial: ['a11e8a765133126e8e7f1018fe832978be5e5d94081fd40391b999174cc1e31d'],
  existingCommercial: ['ca40cd6103838d3b39188b8b248178bed6efda502af1bfdd889cbc48d655547b'],
  presaleParking: [
    '67262ecff4b3f9a536d2e6a818966980f676133c46d5ac007d68c3e4eabbc8ac',
    '8f1265d931377979728a883a6d9b4c28e76450ecabd9fa671e748b46fe87c73d',
  ],
  existingParking: ['422f5ab84264e7c51c0cfa0325beb3173a38c0604e33d3557f0a651358165f01'],
};

/** Name of the present edition of the program's own wording of a form, such as `HT-2`. */
export function wordingEdition(form: ContractForm): string {
  return `HT-${wordingEditions[form].length}`;
}

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
