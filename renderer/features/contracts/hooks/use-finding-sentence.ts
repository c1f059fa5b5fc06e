import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoney, formatPercent } from '#renderer/lib/format.ts';
import { isFieldName } from '#shared/domain/contracts/fields/catalogue.ts';
import { fen } from '#shared/kernel/money.ts';
import type { ContractDetail } from '../contract-types.ts';

type Finding = ContractDetail['preflight']['open'][number];

/** A finding of the check as a sentence: fields by their names, amounts and rates as they are read. */
export function useFindingSentence(): (finding: Finding) => string {
  const { t } = useTranslation('contracts');
  const { t: form } = useTranslation('contractForm');
  return useCallback(
    ({ problem, params }: Finding) => {
      const shown = Object.fromEntries(
        Object.entries(params).map(([name, value]) => {
          if (name === 'field' && typeof value === 'string' && isFieldName(value))
            return [name, form(`fields.${value}`)];
          if (name.endsWith('Fen') && typeof value === 'number') return [name, formatMoney(fen(value))];
          if (name.endsWith('Ppm') && typeof value === 'number') return [name, formatPercent(value)];
          return [name, value];
        }),
      );
      return String(t(`problems.${problem}`, shown as never));
    },
    [t, form],
  );
}
