import type { ContractDraft } from '#shared/domain/contracts/draft.ts';
import { contractFields, type FieldName } from '#shared/domain/contracts/fields/catalogue.ts';
import type { ExpectedText } from '#shared/domain/contracts/preflight/read-back.ts';
import type { Clause } from '#shared/domain/contracts/text/clauses.ts';
import { contractArticles, liveFields } from '#shared/domain/contracts/text/contract-text.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { dateText } from '../kit/blanks.ts';
import { CHOSEN, capitalsText, fieldText } from './values.ts';

/**
 * Everything that must stand on the finished contract, as it is printed: parties, every field that holds, every choice with its box, amounts in
 * capitals, every payment, every mortgage. Short values alone prove little; what is compared are names, numbers, dates
 * and amounts, of which a paper has few by chance.
 */
export function expectedOnContract(draft: ContractDraft, number: string): ExpectedText[] {
  const { seller, buyers, annexes } = draft;
  return [
    { place: { at: 'papers' }, words: number },
    ...[seller.name, seller.licence, seller.address, seller.representative].map(
      (words): ExpectedText => ({ place: { at: 'seller' }, words }),
    ),
    ...buyers.flatMap((buyer, index) =>
      [buyer.name, buyer.identityNumber, buyer.phone, buyer.address, buyer.agent?.name ?? ''].map(
        (words): ExpectedText => ({ place: { at: 'buyer', index }, words }),
      ),
    ),
    ...liveFields(draft)
      .filter((field) => contractFields[field].kind !== 'choice')
      .map((field): ExpectedText => ({ place: { at: 'field', field }, words: fieldText(draft, field) })),
    ...contractArticles.flatMap((article) => choicesIn(article.clauses, draft)),
    { place: { at: 'field', field: 'total' }, words: capitalsText(draft, 'total') },
    ...annexes.payments.map(
      (one): ExpectedText => ({
        place: { at: 'annex', table: 'payments' },
        words: `${dateText(one.dueOn)}前${formatYuan(one.amount)}`,
      }),
    ),
    ...annexes.mortgages
      .filter(() => draft.fields.mortgageStatus === 'mortgaged')
      .map((one): ExpectedText => ({ place: { at: 'annex', table: 'mortgages' }, words: one.mortgagee })),
    ...buyers.flatMap(({ eligibility }, index): ExpectedText[] =>
      draft.purchaseLimited && eligibility !== null
        ? [{ place: { at: 'buyer', index }, words: eligibility.number }]
        : [],
    ),
    ...annexes.ownTerms.map((words): ExpectedText => ({ place: { at: 'annex', table: 'ownTerms' }, words })),
  ];
}

/** The chosen box of every choice: with its own words in a line of choices, or before the clause that it stands for. */
function choicesIn(clauses: readonly Clause[], draft: ContractDraft): ExpectedText[] {
  return clauses.flatMap((clause): ExpectedText[] => {
    switch (clause.kind) {
      case 'paragraph':
        return clause.runs.flatMap((run) =>
          typeof run === 'object' && 'choice' in run ? [chosen(run.choice, fieldText(draft, run.choice))] : [],
        );
      case 'oneOf': {
        const option = clause.options.find((one) => one.option === draft.fields[clause.field]);
        const [first] = option?.clauses ?? [];
        const words = first?.kind === 'paragraph' ? first.runs[0] : undefined;
        return [
          ...(typeof words === 'string' ? [chosen(clause.field, words)] : []),
          ...choicesIn(option?.clauses ?? [], draft),
        ];
      }
      case 'onlyIf':
        return clause.holds(draft) ? choicesIn(clause.clauses, draft) : [];
      case 'table':
        return [];
    }
  });
}

function chosen(field: FieldName, words: string): ExpectedText {
  return { place: { at: 'field', field }, words: words === '' ? '' : `${CHOSEN}${words}` };
}
