import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { BackupAlarmText } from '#renderer/features/backups/components/backup-alarm.tsx';
import { ask } from '#renderer/lib/office.ts';
import { router } from './routes.tsx';
import type { Banner } from './shell/frame-model.ts';

/** How often it is asked whether the backups are well, ms: a stick is pulled out without a word. */
const EVERY_MS = 60_000;

/** Tells whoever answers for the backups that something is wrong with them, in every window and on every page. */
export function useBackupAlarm(permissions: readonly string[]): Banner[] {
  const { t } = useTranslation('backups');
  const enabled = permissions.includes('backups.manage');
  const { data } = useQuery({ ...ask.backups.alarm({}), enabled, refetchInterval: EVERY_MS, staleTime: 0 });
  const alarm = data?.alarm ?? null;
  if (!enabled || alarm === null) return [];
  const show = {
    label: t('alarm.show'),
    onRun: () => void router.navigate({ to: '/administration/backups' as string }),
  };
  return [
    {
      key: 'backups',
      tone: alarm.level === 'act' ? 'seal' : 'amber',
      text: <BackupAlarmText alarm={alarm} />,
      ...(router.state.location.pathname === '/administration/backups' ? {} : { action: show }),
    },
  ];
}
