import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCopy, IconRefresh, IconTruck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BeginRestore } from '#renderer/components/begin-restore.tsx';
import { Loaded } from '#renderer/components/data-states.tsx';
import { Page, PageHeader, Section } from '#renderer/components/page.tsx';
import { StatusBadge } from '#renderer/components/signal.tsx';
import { copyText } from '#renderer/lib/copy-text.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import { timeOf } from '#shared/kernel/local-date.ts';
import styles from '../components/health.module.css';
import { HealthFacts } from '../components/health-facts.tsx';
import { HealthTables } from '../components/health-tables.tsx';
import { type HealthReport, reportText } from '../report-text.ts';

/** The figures are of this minute: they are asked for again this often while somebody looks, ms. */
const EVERY_MS = 10_000;

/** How the office is: what somebody should see to, the figures, the slowest procedures, the terminals. */
export function HealthScreen() {
  const { t } = useTranslation('health');
  const { t: common } = useTranslation('common');
  const found = useQuery({ ...ask.health.report({}), refetchInterval: EVERY_MS, staleTime: 0 });
  const report = found.data;
  const person = usePerson();
  const navigate = useNavigate();
  const copy = () => {
    if (report === undefined) return;
    const copied = copyText(reportText(report));
    notifications.show(copied ? { message: t('copied') } : { message: t('copyFailed'), color: 'seal' });
  };
  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          state={report && <Verdict report={report} />}
          sub={report && <Since report={report} />}
          actions={
            <>
              {person.may('settings.write') && <BeginRestore />}
              {person.may('terminals.manage') && (
                <Button
                  variant="default"
                  leftSection={<IconTruck size={15} />}
                  onClick={() => void navigate({ to: '/administration/move' as string })}
                >
                  {t('move')}
                </Button>
              )}
              <Button
                variant="default"
                leftSection={<IconCopy size={15} />}
                disabled={report === undefined}
                onClick={copy}
              >
                {t('copy')}
              </Button>
              <Button
                variant="default"
                leftSection={<IconRefresh size={15} />}
                onClick={() => void found.refetch({ cancelRefetch: false })}
              >
                {common('refresh')}
              </Button>
            </>
          }
        />
      }
    >
      <Loaded query={found}>
        {(loaded) => (
          <div className={styles.page}>
            <Findings findings={loaded.findings} />
            <HealthFacts report={loaded} />
            <HealthTables report={loaded} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Verdict({ report }: { report: HealthReport }) {
  const { t } = useTranslation('health');
  const act = report.findings.filter(({ level }) => level === 'act').length;
  if (act > 0) return <StatusBadge tone="seal">{t('act', { count: act })}</StatusBadge>;
  if (report.findings.length > 0)
    return <StatusBadge tone="amber">{t('watch', { count: report.findings.length })}</StatusBadge>;
  return <StatusBadge tone="ok">{t('well')}</StatusBadge>;
}

function Since({ report: { at, openedAt } }: { report: HealthReport }) {
  const { t } = useTranslation('health');
  const language = useLanguage();
  const minutes = Math.max(0, Math.floor((at - openedAt) / 60_000));
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  // The two largest parts say enough.
  const parts = [
    ...(days > 0 ? [t('days', { count: days })] : []),
    ...(hours > 0 ? [t('hours', { count: hours })] : []),
    ...(days === 0 ? [t('minutes', { count: minutes % 60 })] : []),
  ];
  return (
    <span className={styles.number}>
      {t('running', { time: parts.join(language === 'en' ? ', ' : ' ') })} · {t('asOf', { time: timeOf(at) })}
    </span>
  );
}

/** Every sentence has some of these; the others are not in it. */
const unsaid = {
  ...{ count: 0, days: 0, seq: 0, ms: 0, name: '', procedure: '' },
  ...{ freeBytes: 0, neededBytes: 0, walBytes: 0, unsentBytes: 0 },
};

function Findings({ findings }: Pick<HealthReport, 'findings'>) {
  const { t } = useTranslation('health');
  return (
    <Section title={t('findings')} count={findings.length}>
      {findings.length === 0 ? (
        <p className={styles.none}>{t('nothing')}</p>
      ) : (
        <ul className={styles.findings}>
          {findings.map(({ code, level, params }, index) => (
            <li key={`${code} ${index}`}>
              <span>
                <StatusBadge tone={level === 'act' ? 'seal' : 'amber'}>{t(`levels.${level}`)}</StatusBadge>
              </span>
              <p>{t(`codes.${code}`, { ...unsaid, ...params })}</p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
