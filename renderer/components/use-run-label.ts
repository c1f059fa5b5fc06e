import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run } from '#shared/domain/contracts/text/clauses.ts';
import {
  annexNumber,
  articleNumber,
  articlesOfText,
  type ContractText,
} from '#shared/domain/contracts/text/contract-text.ts';

/** What a chip says: the field, fact, article or annex that stands there on paper. */
export function useRunLabel(text: ContractText): (run: Exclude<Run, string>) => string {
  const { t } = useTranslation('templates');
  const { t: form } = useTranslation('contractForm');
  return useCallback(
    (run) => {
      if ('field' in run) return form(`fields.${run.field}`);
      if ('capitals' in run) return t('capitalsOf', { field: form(`fields.${run.capitals}`) });
      if ('choice' in run) return t('choiceOf', { field: form(`fields.${run.choice}`) });
      if ('fact' in run) return t(`facts.${run.fact}`);
      if ('annex' in run) return t('annexNo', { number: annexNumber(text, run.annex) ?? '?' });
      const title = articlesOfText(text).find(({ key }) => key === run.article)?.title ?? '';
      return `${t('article', { number: articleNumber(text, run.article) ?? '?' })} ${title}`.trim();
    },
    [t, form, text],
  );
}
