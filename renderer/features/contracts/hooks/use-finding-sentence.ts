import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { isFieldName } from '#shared/domain/contracts/fields/catalogue.ts';
import type { ContractDetail } from '../contract-types.ts';

type Finding = ContractDetail['preflight']['open'][number];

/** A finding of the check as a sentence, after the name of the field where it is about one. */
export function useFindingSentence(): (finding: Finding) => string {
  const { t } = useTranslation('contractCheck');
  const { t: form } = useTranslation('contractForm');
  return useCallback(
    ({ problem, params, place }: Finding) => {
      const sentence = String(t(`problems.${problem}`, params as never));
      const field = place.at === 'field' && isFieldName(place.field) ? form(`fields.${place.field}`) : '';
      return field === '' ? sentence : t('ofField', { field, sentence });
    },
    [t, form],
  );
}
