import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { BeginRestore } from '#renderer/components/begin-restore.tsx';
import { Loaded } from '#renderer/components/data-states.tsx';
import { ListBody } from '#renderer/components/list-body.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { StatusBadge } from '#renderer/components/signal.tsx';
import { pcRoleQuery } from '#renderer/lib/pc-role.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { BackupList } from '../components/backup-list.tsx';
import { BackupPanel } from '../components/backup-panel.tsx';
import styles from '../components/backups.module.css';
import { type BackupsState, useBackups } from '../use-backups.ts';

/** The copies of the office at its second place: where, how old, and what can be done. */
export function BackupsScreen() {
  const { t } = useTranslation('backups');
  const person = usePerson();
  const found = useBackups();
  const role = useQuery(pcRoleQuery);
  const state = found.data;
  const count = state?.found?.snapshots.length ?? 0;
  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          state={state && <Standing state={state} />}
          sub={state && (count === 0 ? t('subNone') : t('sub', { count }))}
          actions={person.may('settings.write') && <BeginRestore />}
        />
      }
    >
      <Loaded query={found}>
        {(loaded) => (
          <ListBody>
            <div className={styles.main}>
              <BackupList state={loaded} />
            </div>
            <BackupPanel state={loaded} here={role.data?.kind === 'none' && loaded.able} />
          </ListBody>
        )}
      </Loaded>
    </Page>
  );
}

function Standing({ state: { running, alarm, place } }: { state: BackupsState }) {
  const { t } = useTranslation('backups');
  if (running !== null)
    return <StatusBadge tone="ink">{t(running.kind === 'make' ? 'states.running' : 'states.checking')}</StatusBadge>;
  if (alarm === null) return place === null ? null : <StatusBadge tone="ok">{t('states.good')}</StatusBadge>;
  return <StatusBadge tone={alarm.level === 'act' ? 'seal' : 'amber'}>{t(`states.${alarm.level}`)}</StatusBadge>;
}
