import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { DateInput } from '#renderer/components/date-input.tsx';
import { ListBody, ListMain } from '#renderer/components/list-body.tsx';
import { Page, PageHeader, Section } from '#renderer/components/page.tsx';
import { SidePanel } from '#renderer/components/panel.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { DateTimeText } from '#renderer/components/values.tsx';
import { useAddressState } from '#renderer/lib/address.ts';
import { useToday } from '#renderer/lib/clock.tsx';
import { ask } from '#renderer/lib/office.ts';
import type { contracts } from '#shared/api/contracts.ts';
import { addDays, dateTimeOf, isLocalDate, localDate } from '#shared/kernel/local-date.ts';
import { useDefectPlace } from '../hooks/use-defect-place.ts';
import styles from './contracts.module.css';

type Report = z.output<typeof contracts.defects.output>;
type Row = Report['rows'][number];

const day = z
  .string()
  .refine(isLocalDate)
  .transform((text) => localDate(text))
  .optional();
const addressSchema = z.object({ from: day, to: day });

/** Usual periods, by how many days they reach back. */
const periods = { days30: 29, days90: 89, year: 364 } as const;
const periodNames = Object.keys(periods) as (keyof typeof periods)[];

/** What reviewers found wrong in some days: who drafted it, who had let it through, and what it comes to. */
export function DefectsScreen() {
  const { t } = useTranslation('contracts');
  const navigate = useNavigate();
  const today = useToday();
  const [address, change] = useAddressState(addressSchema);
  const from = address.from ?? addDays(today, -periods.days90);
  const to = address.to ?? today;
  const report = useQuery(ask.contracts.defects({ from, to }));
  const columns = useDefectColumns();
  const chosen = periodNames.find((name) => to === today && from === addDays(today, -periods[name]));
  return (
    <Page header={<PageHeader title={t('report.title')} sub={t('report.sub')} />}>
      <ListBody>
        <ListMain>
          <DataTable
            id="contractDefects"
            label={t('report.title')}
            columns={columns}
            rows={report.data?.rows}
            rowKey={({ id }) => id}
            onOpen={({ contractId }) => void navigate({ to: `/contracts/contracts/${contractId}` as string })}
            error={report.error}
            onRetry={() => void report.refetch()}
            filters={
              <div className={styles.period}>
                <SegmentedControl
                  size="xs"
                  aria-label={t('report.range')}
                  data={periodNames.map((name) => ({ value: name, label: t(`report.last.${name}`) }))}
                  value={chosen ?? ''}
                  onChange={(name) => {
                    const days = periods[name as keyof typeof periods];
                    change({ from: addDays(today, -days), to: today });
                  }}
                />
                <DateInput
                  size="xs"
                  aria-label={t('report.from')}
                  label={undefined}
                  value={from}
                  required
                  to={today}
                  onChange={(next) => next !== null && change({ from: next, to: next > to ? next : to })}
                />
                <span>–</span>
                <DateInput
                  size="xs"
                  aria-label={t('report.to')}
                  label={undefined}
                  value={to}
                  required
                  onChange={(next) => next !== null && change({ from: next < from ? next : from, to: next })}
                />
              </div>
            }
            summary={report.data && t('report.rows', { count: report.data.rows.length })}
            exports={{ list: 'contractDefects', title: t('report.exportTitle', { from, to }), filter: { from, to } }}
            empty={<EmptyState title={t('report.empty')} text={t('report.emptyText')} />}
            fill
          />
        </ListMain>
        <SidePanel width={300} label={t('report.title')} title={`${from} – ${to}`}>
          <Counts title={t('report.kinds')} counts={report.data?.kinds} unnamed={t('report.noKind')} />
          <Counts title={t('report.letThrough')} counts={report.data?.letThrough} />
          <Counts title={t('report.drafters')} counts={report.data?.drafters} />
        </SidePanel>
      </ListBody>
    </Page>
  );
}

type CountsProps = { readonly title: string; readonly counts: Report['kinds'] | undefined; readonly unnamed?: string };

/** Defects by one thing, the most first. */
function Counts({ title, counts = [], unnamed = '' }: CountsProps) {
  const { t } = useTranslation('contracts');
  return (
    <Section title={title}>
      {counts.length === 0 ? (
        <p>{t('report.nobody')}</p>
      ) : (
        <dl className={styles.counts}>
          {counts.map(({ name, defects, contracts: several }) => (
            <div key={name}>
              <dt>{name === '' ? unnamed : name}</dt>
              <dd>{t('report.counts', { defects, contracts: several })}</dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}

function useDefectColumns(): readonly Column<Row>[] {
  const { t } = useTranslation('contracts');
  const placeName = useDefectPlace();
  return useMemo(
    () => [
      { id: 'number', header: t('report.number'), width: 112, value: ({ number }) => number, fixed: true },
      { id: 'unit', header: t('report.unit'), width: 76, value: ({ unit }) => unit },
      {
        id: 'state',
        header: t('report.state'),
        width: 88,
        value: ({ state }) => t(`defectStates.${state}`),
        cell: ({ state }) => <Signal tone={state === 'open' ? 'seal' : 'ok'}>{t(`defectStates.${state}`)}</Signal>,
      },
      { id: 'kind', header: t('report.kind'), width: 104, value: ({ kind }) => kind || t('report.noKind') },
      { id: 'place', header: t('report.place'), width: 104, value: (row) => placeName(row) },
      { id: 'text', header: t('report.text'), width: 142, value: ({ text }) => text },
      {
        id: 'passedBy',
        header: t('report.passedBy'),
        kind: 'person',
        width: 104,
        value: ({ passedBy }) => passedBy.map(({ reviewer }) => reviewer).join('、'),
      },
      { id: 'raisedBy', header: t('report.raisedBy'), kind: 'person', width: 76, value: ({ raisedBy }) => raisedBy },
      { id: 'drafter', header: t('report.drafter'), kind: 'person', width: 76, value: ({ drafter }) => drafter },
      {
        id: 'raisedAt',
        header: t('report.raisedAt'),
        width: 96,
        value: ({ raisedAt }) => dateTimeOf(raisedAt),
        cell: ({ raisedAt }) => <DateTimeText at={raisedAt} short />,
      },
    ],
    [t, placeName],
  );
}
