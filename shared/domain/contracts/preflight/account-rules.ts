import type { ContractDraft } from '../draft.ts';
import type { FieldName } from '../fields/catalogue.ts';
import { isExisting } from '../text/forms.ts';
import type { PreflightFacts } from './facts.ts';
import { atField, type Finding, finding, where } from './findings.ts';
import { ownTexts } from './own-texts.ts';

/** Digits of an account: twelve and more, in groups or not. */
const accountNumber = /\d(?:[ \u00a0-]?\d){11,}/u;
const digitsOf = (text: string) => text.replace(/\D/gu, '');

/**
 * P11: while the house is being built money goes to the supervised account of the project, which stands whole in the
 * article on payment; once it stands, to an account in the seller's own name. No wording names another.
 */
export function oneAccount(draft: ContractDraft, facts: PreflightFacts): Finding[] {
  return isExisting(draft.form)
    ? [...payeeIsSeller(draft), ...otherAccounts(draft, draft.fields.payeeNumber ?? '')]
    : [...supervisedAccount(draft, facts), ...otherAccounts(draft, facts.supervisedAccount.number)];
}

function supervisedAccount(draft: ContractDraft, { supervisedAccount: account }: PreflightFacts): Finding[] {
  const pairs = [
    ['supervisor', account.bank],
    ['accountName', account.name],
    ['accountNumber', account.number],
  ] as const satisfies readonly (readonly [FieldName, string])[];
  return pairs.flatMap(([name, recorded]) => {
    const said = draft.fields[name];
    if (said === null || recorded === '') return [finding('accountIncomplete', atField(name))];
    return where(said !== recorded, () => finding('accountDiffers', atField(name)));
  });
}

function payeeIsSeller({ fields: { payeeName }, seller }: ContractDraft): Finding[] {
  return where(payeeName !== null && payeeName !== seller.name, () =>
    finding('payeeNotSeller', atField('payeeName'), { name: seller.name }),
  );
}

function otherAccounts(draft: ContractDraft, right: string): Finding[] {
  const others = ownTexts(draft).filter(({ text }) => {
    const [found] = accountNumber.exec(text) ?? [];
    return found !== undefined && digitsOf(found) !== digitsOf(right);
  });
  return others.map(({ place }) => finding('otherAccount', place));
}
