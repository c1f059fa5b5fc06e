import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { FilterChips } from '#renderer/components/filters.tsx';
import { Figure } from '#renderer/components/page.tsx';
import { DueSignal } from '#renderer/components/signal.tsx';
import { Money } from '#renderer/components/values.tsx';
import { useAddressState } from '#renderer/lib/address.ts';
import { useToday } from '#renderer/lib/clock.tsx';
import { ask } from '#renderer/lib/office.ts';
import { ageBandOf, ageBands, ageingOf } from '#shared/domain/payments/ageing.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import { sumFen } from '#shared/kernel/money.ts';
import { type DueLine, dueKindOf, dueKinds, dueTermOf, dueTerms, LATEST_DAYS, matchingLines } from '../due-lines.ts';
import styles from '../screens/money.module.css';

const addressSchema = z.object({
  terms: z.array(z.enum(dueTerms)).default(['overdue', 'week']),
  kinds: z.array(z.enum(dueKinds)).default([]),
});

type DueViewProps = {
  onReceive: (subscriptionId: number, position: number) => void;
  onLetter: (line: DueLine) => void;
};

/** What the plans ask for: overdue, due this week and soon after; each line is taken or written about from here. */
export function DueView({ onReceive, onLetter }: DueViewProps) {
  const { t } = useTranslation('payments');
  const navigate = useNavigate();
  const today = useToday();
  const [{ terms, kinds }, change] = useAddressState(addressSchema);
  const due = useQuery(ask.payments.due({ until: addDays(today, LATEST_DAYS) }));
  const all = due.data?.rows;
  const rows = useMemo(
    () => (all === undefined ? undefined : matchingLines(all, { terms, kinds }, today)),
    [all, terms, kinds, today],
  );
  const columns = useDueColumns(rows, onReceive, onLetter);
  const ageing = useAgeingWords(rows ?? []);
  const toggle = <T extends string>(list: readonly T[], key: T) =>
    list.includes(key) ? list.filter((one) => one !== key) : [...list, key];
  return (
    <>
      <DueSums rows={rows} />
      <DataTable
        id="due"
        label={t('dueTitle')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        onOpen={({ subscriptionId }) => void navigate({ to: `/contracts/subscriptions/${subscriptionId}` as string })}
        error={due.error}
        onRetry={() => void due.refetch()}
        filters={
          <>
            <FilterChips
              label={t('dueFilters.label')}
              chips={dueTerms.map((key) => ({
                key,
                label: t(`dueFilters.${key}`),
                count: (all ?? []).filter((line) => dueTermOf(line, today) === key).length,
              }))}
              active={terms}
              onToggle={(key) => change({ terms: toggle(terms, key) })}
            />
            <FilterChips
              label={t('dueKinds.label')}
              chips={dueKinds.map((key) => ({
                key,
                label: t(`dueKinds.${key}`),
                count: (all ?? []).filter((line) => dueKindOf(line) === key).length,
              }))}
              active={kinds}
              onToggle={(key) => change({ kinds: toggle(kinds, key) })}
            />
          </>
        }
        summary={rows && t('dueRows', { count: rows.length })}
        exports={{
          list: 'dueLines',
          title: t('dueExport', { todayOn: today }),
          filter: { terms, kinds },
          paper: { title: t('duePaper', { todayOn: today }), totals: ageing, note: t('dueNote') },
        }}
        empty={<EmptyState title={t('dueEmpty')} text={t('dueEmptyText')} />}
        fill
      />
    </>
  );
}

/** What is owed by age, the buyers' own money and loans apart, as the foot of the printed list says it. */
function useAgeingWords(rows: readonly DueLine[]): readonly string[] {
  const { t } = useTranslation('payments');
  const { own, loan } = ageingOf(rows);
  return [
    ...ageBands.map((band) => t('ageSum', { band: t(`ages.${band}`), openFen: own[band] })),
    t('loanSum', { openFen: loan }),
  ];
}

function DueSums({ rows }: { rows: readonly DueLine[] | undefined }) {
  const { t } = useTranslation('payments');
  if (rows === undefined) return <div className={styles.sums} />;
  const sum = (keep: (line: DueLine) => boolean) => sumFen(rows.filter(keep).map(({ open }) => open));
  return (
    <div className={styles.sums}>
      <Figure label={t('dueOpen')} value={<Money value={sum(() => true)} />} />
      <Figure label={t('dueOverdue')} value={<Money value={sum(({ overdueDays }) => overdueDays > 0)} />} />
      <Figure label={t('dueLoan')} value={<Money value={sum((line) => dueKindOf(line) === 'loan')} />} />
    </div>
  );
}

function useDueColumns(
  rows: readonly DueLine[] | undefined,
  onReceive: (subscriptionId: number, position: number) => void,
  onLetter: (line: DueLine) => void,
): readonly Column<DueLine>[] {
  const { t } = useTranslation('payments');
  const { t: labels } = useTranslation('labels');
  const some = (rows ?? []).some(({ contractDueOn }) => contractDueOn !== null);
  // Only where something was put off: the day first agreed stands beside the later one.
  const putOff = useMemo<readonly Column<DueLine>[]>(
    () =>
      some
        ? [
            {
              ...{ id: 'contractDueOn', header: t('contractDueOn'), kind: 'date' as const, width: 104 },
              value: ({ contractDueOn }) => contractDueOn,
            },
          ]
        : [],
    [t, some],
  );
  return useMemo<readonly Column<DueLine>[]>(
    () => [
      { id: 'unit', header: t('unit'), width: 98, value: ({ unit }) => unit, fixed: true },
      { id: 'buyer', header: t('buyer'), kind: 'person', value: ({ buyer }) => buyer },
      {
        id: 'item',
        header: t('planItem'),
        width: 136,
        value: ({ position, item }) => t('planLine', { position, item: labels(`planItems.${item}`) }),
      },
      {
        id: 'source',
        header: t('source'),
        width: 140,
        value: (line) => (dueKindOf(line) === 'own' ? t('dueKinds.own') : line.lender || t('lenderUnknown')),
        hidden: true,
      },
      { id: 'dueOn', header: t('dueOn'), kind: 'date', width: 96, value: ({ dueOn }) => dueOn },
      ...putOff,
      {
        id: 'age',
        header: t('age'),
        width: 84,
        value: ({ overdueDays }) => t(`ages.${ageBandOf(overdueDays)}`),
        hidden: true,
      },
      {
        id: 'term',
        header: t('term'),
        width: 104,
        value: ({ overdueDays }) => overdueDays,
        cell: ({ dueOn }) => <DueSignal dueOn={dueOn} soonDays={7} />,
      },
      { id: 'amount', header: t('dueAmount'), kind: 'money', width: 116, value: ({ amount }) => amount, hidden: true },
      {
        id: 'paid',
        header: t('paidAmount'),
        kind: 'money',
        width: 108,
        value: ({ paid }) => paid,
        cell: ({ paid }) => <Money value={paid === 0 ? null : paid} />,
      },
      {
        id: 'open',
        header: t('openAmount'),
        kind: 'money',
        width: 116,
        value: ({ open }) => open,
        foot: <Money value={sumFen((rows ?? []).map(({ open }) => open))} />,
      },
      { id: 'consultant', header: t('consultant'), kind: 'person', width: 94, value: ({ consultant }) => consultant },
      {
        id: 'subscription',
        header: t('subscription'),
        width: 122,
        value: ({ subscription }) => subscription,
        hidden: true,
      },
      {
        id: 'receive',
        header: '',
        width: 128,
        sortable: false,
        cell: (line) => <LineActs line={line} onReceive={onReceive} onLetter={onLetter} />,
      },
    ],
    [t, labels, rows, putOff, onReceive, onLetter],
  );
}

type LineActsProps = Pick<DueViewProps, 'onReceive' | 'onLetter'> & { line: DueLine };

function LineActs({ line, onReceive, onLetter }: LineActsProps) {
  const { t } = useTranslation('payments');
  const { t: letters } = useTranslation('letters');
  const { subscriptionId, position, unit, buyer, can } = line;
  return (
    <>
      {can['receive'] === true && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t('receiveMoneyFor', { unit, buyer })}
          onClick={() => onReceive(subscriptionId, position)}
        >
          {t('receiveMoney')}
        </Button>
      )}
      {can['letter'] === true && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={letters('writeFor', { unit, buyer })}
          onClick={() => onLetter(line)}
        >
          {letters('write')}
        </Button>
      )}
    </>
  );
}
