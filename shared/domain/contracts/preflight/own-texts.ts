import type { ContractDraft } from '../draft.ts';
import { contractFields, fieldNames } from '../fields/catalogue.ts';
import { atAnnex, atField, type FindingPlace } from './findings.ts';

type OwnText = { readonly place: FindingPlace; readonly text: string };

/** What somebody meant to fill in later. */
export const placeholder = /\{\{|\}\}|__+|待定|待填|TO[ -]?DO|XX+|【\s*】|\[\s*\]/iu;

/** Every text that somebody wrote for this contract. */
export function ownTexts({ fields, annexes }: ContractDraft): OwnText[] {
  return [
    ...fieldNames.flatMap((field) => {
      const text = fields[field];
      return typeof text === 'string' && contractFields[field].lock === 'free' ? [{ place: atField(field), text }] : [];
    }),
    ...annexes.ownTerms.map((text) => ({ place: atAnnex('ownTerms'), text })),
    ...(['mortgageTerms', 'warrantyTerms', 'guaranteeTerms', 'managementTerms'] as const).map((table) => ({
      place: atAnnex(table),
      text: annexes[table],
    })),
  ];
}
