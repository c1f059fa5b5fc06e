import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPercent } from '#renderer/lib/format.ts';
import type { Ruling } from '#shared/domain/customers/ruling.ts';

type Parties = readonly { readonly accountId: number; readonly name: string }[];

/** A ruling in words, with the names of its parties. */
export function useRulingText(): (ruling: Ruling, parties: Parties) => string {
  const { t } = useTranslation('rulings');
  return useCallback(
    (ruling, parties) => {
      const nameOf = (id: number) => parties.find(({ accountId }) => accountId === id)?.name ?? '';
      if (ruling.outcome === 'company') return t('outcomes.company');
      if (ruling.outcome === 'owner') return t('outcomes.owner', { name: nameOf(ruling.ownerId) });
      const shares = ruling.shares.map(({ accountId, sharePpm }) =>
        t('shareOf', { name: nameOf(accountId), percent: formatPercent(sharePpm) }),
      );
      return t('split', { shares: shares.join('、') });
    },
    [t],
  );
}
