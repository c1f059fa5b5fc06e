import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { Section } from '#renderer/components/page.tsx';
import { ask } from '#renderer/lib/office.ts';
import type { privacy } from '#shared/api/privacy.ts';
import { readingMeasures, revealReasons } from '#shared/domain/privacy/states.ts';

type Watch = z.output<typeof privacy.watch.output>;
type Alert = Watch['alerts'][number];
type Person = Watch['people'][number];
type Reveal = Watch['reveals'][number];

/** Who was above a limit, who has read how much today, and who saw which numbers and why. */
export function WatchSection() {
  const { t } = useTranslation('privacy');
  const { t: labels } = useTranslation('labels');
  const watch = useQuery({ ...ask.privacy.watch({}), refetchInterval: 30_000 });
  const state = { error: watch.error, onRetry: () => void watch.refetch() };
  const alerts = useMemo<Column<Alert>[]>(
    () => [
      { id: 'at', header: t('watch.at'), kind: 'datetime', width: 150, value: ({ at }) => at, fixed: true },
      { id: 'who', header: t('watch.who'), kind: 'person', width: 120, value: ({ person }) => person },
      {
        id: 'what',
        header: t('watch.what'),
        width: 260,
        value: ({ window, measure }) => `${t(`reading.${measure}`)} · ${t(`windows.${window}`)}`,
      },
      { id: 'count', header: t('watch.count'), kind: 'number', width: 80, value: ({ count }) => count },
      { id: 'limit', header: t('watch.limit'), kind: 'number', width: 80, value: ({ limit }) => limit },
    ],
    [t],
  );
  const people = useMemo<Column<Person>[]>(
    () => [
      {
        id: 'who',
        header: t('watch.who'),
        kind: 'person',
        width: 120,
        value: ({ person }) => person.name,
        fixed: true,
      },
      { id: 'post', header: t('watch.post'), width: 120, value: ({ post }) => labels(`posts.${post}`) },
      ...readingMeasures.map(
        (measure): Column<Person> => ({
          id: measure,
          header: t(`reading.${measure}`),
          kind: 'number',
          width: 140,
          value: ({ counts }) => counts[measure],
        }),
      ),
    ],
    [t, labels],
  );
  const reveals = useMemo<Column<Reveal>[]>(
    () => [
      { id: 'at', header: t('watch.at'), kind: 'datetime', width: 150, value: ({ at }) => at, fixed: true },
      { id: 'who', header: t('watch.who'), kind: 'person', width: 120, value: ({ by }) => by },
      { id: 'file', header: t('watch.file'), width: 110, value: ({ file }) => file },
      {
        id: 'reason',
        header: t('watch.reason'),
        width: 200,
        value: ({ reason }) => {
          const known = revealReasons.find((one) => one === reason);
          return known === undefined ? reason : t(`reasons.${known}`);
        },
      },
      { id: 'words', header: t('watch.words'), width: 260, value: ({ words }) => words ?? t('watch.wordsErased') },
    ],
    [t],
  );
  return (
    <>
      <Section title={t('watch.alerts')} count={watch.data?.alerts.length} flush>
        <DataTable
          {...state}
          id="readingAlerts"
          label={t('watch.alerts')}
          columns={alerts}
          rows={watch.data?.alerts}
          rowKey={({ at, person, measure, window }) => `${at} ${person} ${measure} ${window}`}
          empty={<EmptyState title={t('watch.noAlerts')} />}
          dense
        />
      </Section>
      <Section title={t('watch.people')} count={watch.data?.people.length} flush>
        <DataTable
          {...state}
          id="readingToday"
          label={t('watch.people')}
          columns={people}
          rows={watch.data?.people}
          rowKey={({ person }) => person.id}
          empty={<EmptyState title={t('watch.noPeople')} />}
          dense
        />
      </Section>
      <Section title={t('watch.reveals')} count={watch.data?.reveals.length} flush>
        <DataTable
          {...state}
          id="reveals"
          label={t('watch.reveals')}
          columns={reveals}
          rows={watch.data?.reveals}
          rowKey={({ at, by, customerId }) => `${at} ${by} ${customerId}`}
          empty={<EmptyState title={t('watch.noReveals')} />}
          dense
        />
      </Section>
    </>
  );
}
