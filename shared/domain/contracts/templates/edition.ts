import type { ContractForm } from '../text/forms.ts';

/** Short names of the forms, as they stand in the edition on every page; no number of a model form. */
const formCodes: { readonly [Form in ContractForm]: string } = {
  presaleHome: 'YSZZ',
  existingHome: 'XSZZ',
  presaleCommercial: 'YSSY',
  existingCommercial: 'XSSY',
  presaleParking: 'YSCW',
  existingParking: 'XSCW',
};

/** Signs of the hash that stand on the paper. */
const SHOWN = 8;

/** The edition of a text as it stands on every page: form, version of the office, check digits of the words. */
export function editionName(form: ContractForm, number: number, hash: string): string {
  return `${formCodes[form]}-${number}-${hash.slice(0, SHOWN).toUpperCase()}`;
}
