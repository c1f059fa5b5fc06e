import type { ContractDraft } from '#shared/domain/contracts/draft.ts';
import { contractFields, type FieldName } from '#shared/domain/contracts/fields/catalogue.ts';
import type { ExpectedText } from '#shared/domain/contracts/preflight/read-back.ts';
import type { Clause, Run } from '#shared/domain/contracts/text/clauses.ts';
import { contractArticles, liveFields } from '#shared/domain/contracts/text/contract-text.ts';
import { formatYuan } from '#shared/kernel/money.ts';
import { dateText, STRUCK } from '../kit/blanks.ts';
import { CHOSEN, capitalsText, fieldText } from './values.ts';

/** So much of the words before and behind a blank is compared with it: an amount alone may stand elsewhere too. */
const BEFORE = 12;
const BEHIND = 6;

/**
 * Everything that must stand on the finished contract, as it is printed: parties, every field that holds, every blank of
 * a clause between the words around it, every choice with its box, amounts in capitals, every payment, every mortgage.
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
    ...contractArticles.flatMap((article) => wordsIn(article.clauses, draft)),
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

/**
 * What stands in the clauses that hold: every blank between the words around it, and the chosen box of every choice, with
 * its own words in a line of choices or before the clause that it stands for.
 */
function wordsIn(clauses: readonly Clause[], draft: ContractDraft): ExpectedText[] {
  return clauses.flatMap((clause): ExpectedText[] => {
    switch (clause.kind) {
      case 'paragraph':
        return clause.runs.flatMap((run, index) => {
          if (typeof run === 'string') return [];
          if ('choice' in run) return [chosen(run.choice, fieldText(draft, run.choice))];
          const around = [clause.runs[index - 1], clause.runs[index + 1]] as const;
          if ('field' in run) return [blank(run.field, fieldText(draft, run.field), around)];
          return 'capitals' in run ? [blank(run.capitals, capitalsText(draft, run.capitals), around)] : [];
        });
      case 'oneOf': {
        const option = clause.options.find((one) => one.option === draft.fields[clause.field]);
        const [first] = option?.clauses ?? [];
        const words = first?.kind === 'paragraph' ? first.runs[0] : undefined;
        return [
          ...(typeof words === 'string' ? [chosen(clause.field, words)] : []),
          ...wordsIn(option?.clauses ?? [], draft),
        ];
      }
      case 'onlyIf':
        return clause.holds(draft) ? wordsIn(clause.clauses, draft) : [];
      case 'table':
        return [];
    }
  });
}

/** A blank of a clause: its value, or the struck sign, between the words around it. */
function blank(
  field: FieldName,
  value: string,
  [before, behind]: readonly [Run | undefined, Run | undefined],
): ExpectedText {
  const head = typeof before === 'string' ? before.slice(-BEFORE) : '';
  const tail = typeof behind === 'string' ? behind.slice(0, BEHIND) : '';
  return { place: { at: 'field', field }, words: `${head}${value.trim() === '' ? STRUCK : value}${tail}` };
}

function chosen(field: FieldName, words: string): ExpectedText {
  return { place: { at: 'field', field }, words: words === '' ? '' : `${CHOSEN}${words}` };
}
