import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '#renderer/lib/office.ts';
import { begunHere } from '#renderer/lib/own-prints.ts';
import type { Banner } from './shell/frame-model.ts';

/**
 * Prints of this PC whose outcome nobody has told, because the program or the printer ended in between: asked for at the
 * next start. What this window has begun itself is asked where it was begun.
 */
export function useOpenPrints(permissions: readonly string[], onOpen: () => void): Banner[] {
  const { t } = useTranslation('prints');
  const found = useQuery({ ...ask.prints.here({}), enabled: permissions.includes('documents.print') });
  const left = (found.data ?? []).filter(({ id }) => !begunHere(id));
  if (left.length === 0) return [];
  return [
    {
      key: 'openPrints',
      tone: 'amber',
      text: t('waiting', { count: left.length }),
      action: { label: t('waitingOpen'), onRun: onOpen },
    },
  ];
}
