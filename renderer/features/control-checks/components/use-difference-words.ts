import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { formatDateTime } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import type { controlChecks } from '#shared/api/control-checks.ts';
import { axisConflictNames } from '#shared/domain/units/axes.ts';
import { isUnitCommercialState } from '#shared/domain/units/states.ts';
import { resources } from '#shared/i18n/index.ts';
import { fen, formatYuan } from '#shared/kernel/money.ts';

/** A difference as the office tells it. */
export type Difference = z.output<typeof controlChecks.detail.output>['found'][number];

const moneyFields: readonly string[] = ['listPrice', 'filedPrice', 'floorPrice', 'price'];
const instantFields: readonly string[] = ['commercialSince', 'expiresAt', 'endedAt'];

/** What a difference is, what should be, and what was found, in words. */
export function useDifferenceWords() {
  const { t } = useTranslation('control');
  const { t: states } = useTranslation('unitStates');
  const language = useLanguage();
  const fields: Readonly<Record<string, string>> = resources[language].recordFields;
  const tables: Readonly<Record<string, string>> = resources[language].recordTables;
  const state = (name: string) => (isUnitCommercialState(name) ? states(`name.${name}`) : name);
  const logged = (field: string, value: string): string => {
    if (field === '') return value === '' ? t('noRecord') : (tables[value] ?? value);
    if (value === '') return t('nothing');
    const number = Number(value);
    if (moneyFields.includes(field) && Number.isSafeInteger(number)) return formatYuan(fen(number));
    if (instantFields.includes(field) && Number.isSafeInteger(number)) return formatDateTime(number);
    return state(value);
  };
  return {
    whatOf: ({ kind, field }: Difference) =>
      kind === 'log' && field !== '' ? t('logField', { field: fields[field] ?? field }) : t(`kinds.${kind}`),
    expectedOf: ({ kind, field, expected }: Difference): string => {
      if (kind === 'board')
        return expected
          .split(',')
          .map(state)
          .join(language === 'en' ? ` ${t('or')} ` : t('or'));
      if (kind === 'twoDeals') return t('oneDeal');
      if (kind === 'axes') return t('agreeing');
      if (kind === 'lapsed') return t('endedAt', { at: formatDateTime(Number(expected)) });
      return logged(field, expected);
    },
    foundOf: ({ kind, field, found }: Difference): string => {
      const conflict = axisConflictNames.find((name) => name === found);
      if (kind === 'axes') return conflict === undefined ? found : t(`conflicts.${conflict}`);
      return kind === 'log' ? logged(field, found) : state(found);
    },
  };
}
