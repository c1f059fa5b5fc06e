import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanItem } from '#shared/domain/plans/states.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { type Fen, subtractFen, sumFen, ZERO_FEN } from '#shared/kernel/money.ts';
import { DataTable } from './data-table.tsx';
import type { Column } from './data-table-model.ts';
import styles from './plan-table.module.css';
import { DueSignal, Signal } from './signal.tsx';
import { Money } from './values.tsx';

/** How a line of a payment plan stands: `running` has a deadline that binds. */
export type PlanLineStanding = 'paid' | 'void' | 'running' | 'notDue';

type Line = {
  readonly position: number;
  readonly item: PlanItem;
  readonly dueOn: LocalDate;
  readonly amount: Fen;
  readonly received: Fen;
  readonly contractDueOn: LocalDate | null;
  readonly penaltyWaived: Fen;
};

type PlanTableProps<Shown extends Line> = {
  lines: readonly Shown[];
  /** Of a deal that has ended nothing is owed any more; keep it the same function between drawings. */
  standingOf: (line: Line) => PlanLineStanding;
};

/** What is due when, what is in, and what is open. */
export function PlanTable<Shown extends Line>({ lines, standingOf }: PlanTableProps<Shown>) {
  const { t } = useTranslation('parts');
  const { t: labels } = useTranslation('labels');
  const columns = useMemo<Column<Line>[]>(() => {
    const openOf = (line: Line) => (standingOf(line) === 'void' ? ZERO_FEN : subtractFen(line.amount, line.received));
    const reliefOf = ({ contractDueOn, penaltyWaived }: Line): string[] => [
      ...(contractDueOn === null ? [] : [t('planTable.contractDue', { contractDueOn })]),
      ...(penaltyWaived === 0 ? [] : [t('planTable.waived', { waivedFen: penaltyWaived })]),
    ];
    return [
      { id: 'position', header: '#', width: 44, sortable: false, value: ({ position }) => String(position) },
      {
        id: 'item',
        header: t('planTable.planItem'),
        sortable: false,
        value: (line) => [labels(`planItems.${line.item}`), ...reliefOf(line)].join(' · '),
        cell: (line) => (
          <>
            {labels(`planItems.${line.item}`)}
            {reliefOf(line).map((words) => (
              <small key={words} className={styles.relief}>
                {words}
              </small>
            ))}
          </>
        ),
        foot: t('planTable.sum'),
      },
      {
        id: 'dueOn',
        header: t('planTable.dueOn'),
        kind: 'date',
        width: 104,
        sortable: false,
        value: ({ dueOn }) => dueOn,
      },
      {
        id: 'due',
        header: t('planTable.due'),
        kind: 'money',
        sortable: false,
        value: ({ amount }) => amount,
        foot: <Money value={sumFen(lines.map(({ amount }) => amount))} />,
      },
      {
        id: 'received',
        header: t('planTable.received'),
        kind: 'money',
        sortable: false,
        value: ({ received }) => received,
        cell: ({ received }) => <Money value={received === 0 ? null : received} />,
        foot: <Money value={sumFen(lines.map(({ received }) => received))} />,
      },
      {
        id: 'open',
        header: t('planTable.open'),
        kind: 'money',
        sortable: false,
        value: openOf,
        cell: (line) => <Money value={openOf(line) === 0 ? null : openOf(line)} />,
        foot: <Money value={sumFen(lines.map(openOf))} />,
      },
      {
        id: 'state',
        header: '',
        width: 124,
        sortable: false,
        cell: (line) => <Standing standing={standingOf(line)} dueOn={line.dueOn} />,
      },
    ];
  }, [t, labels, lines, standingOf]);
  return <DataTable label={t('planTable.plan')} columns={columns} rows={lines} rowKey={({ position }) => position} />;
}

function Standing({ standing, dueOn }: { standing: PlanLineStanding; dueOn: LocalDate }) {
  const { t } = useTranslation('parts');
  switch (standing) {
    case 'paid':
      return <Signal tone="ok">{t('planTable.paid')}</Signal>;
    case 'void':
      return <Signal tone="plain">{t('planTable.voidLine')}</Signal>;
    case 'running':
      return <DueSignal dueOn={dueOn} />;
    case 'notDue':
      return <Signal tone="plain">{t('planTable.notDue')}</Signal>;
  }
}
