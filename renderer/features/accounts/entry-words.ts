import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from './components/account-drawer.tsx';

type Entry = { readonly tone: 'amber' | 'seal' | 'ink'; readonly text: string };

/** How an account stands to its way in: where it waits, or that it still has a one-time code; undefined when it just works. */
export function useEntryWords(now: number): (account: Account) => Entry | undefined {
  const { t } = useTranslation('accounts');
  return useCallback(
    ({ waits, codeUntil, state }: Account): Entry | undefined => {
      const waiting = waits.filter(({ until }) => until > now);
      const [first] = waiting;
      if (first !== undefined) {
        const place = first.place ?? t('entry.thisPc');
        const untilAt = Math.max(...waiting.map(({ until }) => until));
        const text =
          waiting.length === 1
            ? t('entry.waits', { place, untilAt })
            : t('entry.waitsMore', { place, count: waiting.length, untilAt });
        return { tone: 'seal', text };
      }
      if (codeUntil === null || state === 'disabled') return undefined;
      return codeUntil > now
        ? { tone: 'ink', text: t('entry.coded', { untilAt: codeUntil }) }
        : { tone: 'amber', text: t('entry.codeOver') };
    },
    [t, now],
  );
}
