import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fact, Facts, Section } from '#renderer/components/page.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { formatBytes, formatDateTime } from '#renderer/lib/format.ts';
import type { HealthReport } from '../report-text.ts';
import styles from './health.module.css';

type Part = HealthReport['findings'][number]['part'];

/** The figures of an office's health in three columns; one that somebody should see to wears the sign of its finding. */
export function HealthFacts({ report }: { report: HealthReport }) {
  const { t } = useTranslation('health');
  const judged = (part: Part, text: string): ReactNode => {
    const finding = report.findings.find((one) => one.part === part);
    if (finding === undefined) return text;
    return <Signal tone={finding.level === 'act' ? 'seal' : 'amber'}>{text}</Signal>;
  };
  const { disk, database, blobs, backup, keySince, loop, papers, memory, versions } = report;
  const storage: Fact[] = [
    {
      label: t('figures.disk'),
      value: judged('disk', disk === null ? t('figures.unknown') : t('figures.diskOf', disk)),
    },
    { label: t('figures.database'), value: formatBytes(database.sizeBytes) },
    { label: t('figures.wal'), value: judged('database', formatBytes(database.walBytes)) },
    { label: t('figures.blobs'), value: t('figures.blobsOf', blobs) },
    {
      label: t('figures.backup'),
      value: judged(
        'backup',
        backup === null
          ? t('figures.noBackup')
          : t('figures.backupOf', { madeAt: formatDateTime(backup.at), sizeBytes: backup.sizeBytes }),
      ),
    },
    { label: t('figures.key'), value: keySince === null ? '–' : formatDateTime(keySince) },
  ];
  const work: Fact[] = [
    { label: t('figures.events'), value: t('figures.eventsOf', { count: database.events }) },
    {
      label: t('figures.loop'),
      value: judged('loop', t('figures.loopOf', { mean: loop.meanMs, p99: loop.p99Ms, longest: loop.longestMs })),
    },
    { label: t('figures.papers'), value: judged('papers', t('figures.papersOf', papers)) },
    { label: t('figures.longAct'), value: <LongActText longAct={report.longAct} /> },
    { label: t('figures.memory'), value: judged('memory', t('figures.memoryOf', memory)) },
  ];
  const { electron, node } = versions;
  const program: Fact[] = [
    { label: t('figures.program'), value: versions.program ?? '–' },
    { label: t('figures.schema'), value: versions.schema },
    { label: t('figures.sqlite'), value: versions.sqlite },
    {
      label: t('figures.runtime'),
      value: electron === null ? t('figures.windowless', { node }) : t('figures.windowed', { electron, node }),
    },
    { label: t('figures.system'), value: versions.system },
  ];
  return (
    <div className={styles.facts}>
      {(
        [
          ['storage', storage],
          ['work', work],
          ['versions', program],
        ] as const
      ).map(([name, items]) => (
        <div key={name}>
          <Section title={t(`sections.${name}`)}>
            <Facts items={items} />
          </Section>
        </div>
      ))}
    </div>
  );
}

function LongActText({ longAct }: { longAct: HealthReport['longAct'] }) {
  const { t } = useTranslation('health');
  if (longAct === null) return t('figures.noLongAct');
  return longAct.stopping ? t('figures.stopping', longAct) : t('figures.longActOf', longAct);
}
