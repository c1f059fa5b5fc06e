import type { WantedWords } from '#renderer/components/find-words.ts';
import { STRUCK } from '#shared/documents/kit/blanks.ts';
import { type Said, saidOf } from '#shared/documents/sale-contract/said.ts';
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
 * The words of the contract that a finding is about, the nearest first: the blank of its field, else the head of its article;
 * the name of its buyer, else the head of the parties; the head of its annex, or the words that count the originals; of the home
 * its room. None for what stands in no contract, such as a receipt.
 */
export function wordsOfFinding({ place }: Pick<Finding, 'place'>, { draft, text }: Contract): readonly WantedWords[] {
  switch (place.at) {
    case 'field': {
      const { article } = contractFields[place.field];
      const number = articleNumber(text, article);
      const title = articlesOfText(text).find(({ key }) => key === article)?.title ?? '';
      return [
        ...blank(saidOf(text, draft, { field: place.field })),
        ...(number === undefined ? [] : [head(`第${ordinal(number)}条　${title}`)]),
      ];
    }
    case 'annex': {
      if (place.table === 'holders') return blank(saidOf(text, draft, { fact: 'holders' }));
      const number = numberOfAnnex(text, annexOfTable(place.table) ?? 'payments');
      return number === undefined ? [] : [head(`附件${ordinal(number)}　${text.annexes[number - 1]?.title ?? ''}`)];
    }
    case 'buyer': {
      const name = draft.buyers[place.index]?.name ?? '';
      return [...(name === '' ? [] : [{ before: '', words: name, behind: '' }]), head('第一章　合同当事人')];
    }
    case 'unit':
      return wordsOfFinding({ place: { at: 'field', field: 'roomNumber' } }, { draft, text });
    default:
      return [];
  }
}

/** What is said in a blank, or its strokes, between the words around it; a choice of which nothing is chosen has none. */
function blank(said: Said | undefined): WantedWords[] {
  if (said === undefined || (said.chosen && said.value === '')) return [];
  return [{ before: said.before, words: said.value || STRUCK, behind: said.behind }];
}

/** A head stands in the contents before it stands over its text. */
function head(words: string): WantedWords {
  return { before: '', words, behind: '', last: true };
}
