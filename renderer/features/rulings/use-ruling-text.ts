import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPercent } from '#renderer/lib/format.ts';
import type { Ruling } from '#shared/domain/customers/ruling.ts';
import { rulingText } from '#shared/domain/rulings/ruling-text.ts';

type Parties = readonly { readonly accountId: number; readonly name: string }[];

/** A ruling in words, with the names of its parties. */
export function useRulingText(): (ruling: Ruling, parties: Parties) => string {
  const { t } = useTranslation('rulings');
  return useCallback(
    (ruling, parties) => {
      const nameOf = (id: number) => parties.find(({ accountId }) => accountId === id)?.name ?? '';
      return rulingText(ruling, nameOf, {
        company: t('outcomes.company'),
        owner: (name) => t('outcomes.owner', { name }),
        share: (name, sharePpm) => t('shareOf', { name, percent: formatPercent(sharePpm) }),
        split: (shares) => t('split', { shares }),
      });
    },
    [t],
  );
}
