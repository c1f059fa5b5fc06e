import { useTranslation } from 'react-i18next';
import { annexNumber, articleNumber, type ContractText } from '#shared/domain/contracts/text/contract-text.ts';
import { type AnnexKey, articleKeys, type TextArticleKey } from '#shared/domain/contracts/text/keys.ts';
import { annexNameOf } from '../annex-tables.ts';
import type { ContractDetail } from '../contract-types.ts';

type Place = Pick<ContractDetail['defects'][number], 'part' | 'article' | 'annex' | 'field'>;

/** Names of articles and annexes, with their numbers where the text of the contract is at hand. */
export function usePlaceNames(text?: ContractText) {
  const { t } = useTranslation('contracts');
  const { t: form } = useTranslation('contractForm');
  const { t: annexes } = useTranslation('contractAnnexes');
  return {
    articleName: (article: TextArticleKey): string => {
      const known = articleKeys.find((key) => key === article);
      const name = known === undefined ? t('ownArticle') : form(`articles.${known}`);
      const number = text === undefined ? undefined : articleNumber(text, article);
      return number === undefined ? name : `${t('article', { article: number })} ${name}`;
    },
    annexName: (annex: AnnexKey): string => {
      const name = annexes(`names.${annexNameOf(annex)}`);
      const titled = text?.annexes[(annexNumber(text, annex) ?? 0) - 1]?.title;
      return titled ?? name;
    },
  };
}

/** The place of a defect in words: the part, or its article with the field, or its annex. */
export function useDefectPlace(text?: ContractText): (place: Place) => string {
  const { t } = useTranslation('contracts');
  const { t: form } = useTranslation('contractForm');
  const { articleName, annexName } = usePlaceNames(text);
  return ({ part, article, annex, field }) => {
    if (annex !== null) return annexName(annex);
    if (article === null) return t(`parts.${part}`);
    return field === null ? articleName(article) : `${articleName(article)} · ${form(`fields.${field}`)}`;
  };
}
