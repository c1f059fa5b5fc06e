import type { WantedWords } from '#renderer/components/find-words.ts';
import { STRUCK } from '#shared/documents/kit/blanks.ts';
import { saidOfField } from '#shared/documents/sale-contract/said.ts';
import { ordinal } from '#shared/documents/sale-contract/values.ts';
import { contractFields } from '#shared/domain/contracts/fields/catalogue.ts';
import { articleNumber, articlesOfText } from '#shared/domain/contracts/text/contract-text.ts';
import { annexOfTable, numberOfAnnex } from './annex-tables.ts';
import type { ContractDetail } from './contract-types.ts';

type Finding = ContractDetail['preflight']['open'][number];
type Contract = Pick<ContractDetail, 'draft' | 'text'>;

/** One name for the place of a finding: those of one place are marked once. */
export function placeKey({ place }: Pick<Finding, 'place'>): string {
  return Object.values(place).join(' ');
}

/**
 * The words of the contract that a finding is about, the nearest first: the blank of its field, else the head of its article
 * (a sentence that is broken by the end of a page is found no other way); the name of its buyer; the head of its annex; of the
 * home its room. None for what stands in no contract, such as a receipt.
 */
export function wordsOfFinding({ place }: Pick<Finding, 'place'>, { draft, text }: Contract): readonly WantedWords[] {
  switch (place.at) {
    case 'field': {
      const said = saidOfField(text, draft, place.field);
      const { article } = contractFields[place.field];
      const number = articleNumber(text, article);
      const title = articlesOfText(text).find(({ key }) => key === article)?.title ?? '';
      return [
        ...(said === undefined || (said.chosen && said.value === '')
          ? []
          : [{ before: said.before, words: said.value || STRUCK, behind: said.behind }]),
        ...(number === undefined ? [] : [head(`第${ordinal(number)}条　${title}`)]),
      ];
    }
    case 'annex': {
      const number = numberOfAnnex(text, annexOfTable(place.table) ?? 'payments');
      return number === undefined ? [] : [head(`附件${ordinal(number)}　${text.annexes[number - 1]?.title ?? ''}`)];
    }
    case 'buyer': {
      const name = draft.buyers[place.index]?.name ?? '';
      return name === '' ? [] : [{ before: '', words: name, behind: '' }];
    }
    case 'unit':
      return wordsOfFinding({ place: { at: 'field', field: 'roomNumber' } }, { draft, text });
    default:
      return [];
  }
}

/** A head stands in the contents before it stands over its text. */
function head(words: string): WantedWords {
  return { before: '', words, behind: '', last: true };
}
