import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '#renderer/lib/office.ts';
import { router } from './routes.tsx';
import type { Banner } from './shell/frame-model.ts';

const PLACE = '/today/lost-acts';

/** Tells whoever did something that a restoring took away, at each window where they are, until they have read it. */
export function useLostActs(): Banner[] {
  const { t } = useTranslation('notices');
  const { data } = useQuery(ask.notices.list({}));
  const lost = data?.rows.filter(({ kind, unread }) => kind === 'actsLost' && unread) ?? [];
  if (lost.length === 0) return [];
  const count = lost.reduce((sum, { params }) => sum + Number(params['count'] ?? 0), 0);
  const show = { label: t('lost.bannerAction'), onRun: () => void router.navigate({ to: PLACE as string }) };
  return [
    {
      key: 'lostActs',
      tone: 'seal',
      text: t('lost.bannerText', { count }),
      ...(router.state.location.pathname === PLACE ? {} : { action: show }),
    },
  ];
}
