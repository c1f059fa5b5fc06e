import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import type { Column } from '#renderer/components/data-table-model.ts';
import { FilterChips } from '#renderer/components/filters.tsx';
import { Figure } from '#renderer/components/page.tsx';
import { StatusBadge } from '#renderer/components/signal.tsx';
import { refusalSentence } from '#renderer/lib/error-sentence.ts';
import { formatCount, formatMoney } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import type { ProjectDeal, ProjectPreview, ProjectProblem } from '../project-model.ts';
import styles from './imports.module.css';

type Shown = 'errors' | 'warnings' | 'deals';

/** What would be made of the files, and everything that is wrong with them, each by sheet, row and column. */
export function ProjectCheck({ seen }: { seen: ProjectPreview }) {
  const { t } = useTranslation('runningProject');
  const [chosen, setChosen] = useState<Shown>();
  const shown = chosen ?? (seen.errors > 0 ? 'errors' : 'deals');
  const { figures } = seen;
  const deals = figures.subscriptions.count;
  const chips = [
    ...(seen.errors > 0 ? [{ key: 'errors' as const, label: t('show.errors'), count: seen.errors }] : []),
    ...(seen.warnings > 0 ? [{ key: 'warnings' as const, label: t('show.warnings'), count: seen.warnings }] : []),
    { key: 'deals' as const, label: t('show.deals'), count: deals },
  ];
  const filters = <FilterChips label={t('show.label')} chips={chips} active={[shown]} onToggle={setChosen} />;
  return (
    <>
      <div className={styles.figures}>
        <Figure
          label={t('figures.customers')}
          value={formatCount(figures.customers.count)}
          note={seen.knownCustomers > 0 && t('figures.customersNote', { known: seen.knownCustomers })}
        />
        <Figure label={t('figures.subscriptions')} value={formatCount(deals)} />
        <Figure label={t('figures.contracts')} value={formatCount(figures.contracts.count)} />
        <Figure label={t('figures.receipts')} value={formatCount(figures.receipts.count)} />
        <Figure label={t('figures.price')} value={formatMoney(figures.subscriptions.amount)} />
        <Figure label={t('figures.received')} value={formatMoney(figures.receipts.amount)} />
        <Figure label={t('figures.open')} value={formatMoney(figures.balances.amount)} />
        <Figure label={t('figures.errors')} value={formatCount(seen.errors)} />
        <Figure label={t('figures.warnings')} value={formatCount(seen.warnings)} />
      </div>
      {shown === 'deals' ? (
        <DealTable seen={seen} filters={filters} />
      ) : (
        <ProblemTable key={shown} seen={seen} severity={shown === 'errors' ? 'error' : 'warning'} filters={filters} />
      )}
    </>
  );
}

type ListedProblem = ProjectProblem & { readonly key: number };
type TableProps = { seen: ProjectPreview; filters: React.ReactNode };

function ProblemTable({ seen, severity, filters }: TableProps & { severity: ProjectProblem['severity'] }) {
  const { t } = useTranslation('runningProject');
  const language = useLanguage();
  const rows = useMemo(
    () => seen.problems.filter((one) => one.severity === severity).map((problem, key) => ({ ...problem, key })),
    [seen, severity],
  );
  const columns = useMemo<Column<ListedProblem>[]>(() => {
    const sheetOf = ({ sheet }: ProjectProblem) =>
      sheet === null ? t('problems.whole') : (seen.sheets[sheet]?.name ?? '');
    const columnOf = ({ field, column }: ProjectProblem) => column ?? (field === null ? '' : t(`fields.${field}`));
    return [
      { id: 'sheet', header: t('problems.sheet'), width: 150, value: sheetOf, fixed: true },
      {
        id: 'row',
        header: t('problems.row'),
        kind: 'number',
        width: 76,
        value: ({ row }) => row,
        cell: ({ row }) => row ?? t('problems.wholeSheet'),
        fixed: true,
      },
      { id: 'column', header: t('problems.column'), width: 130, value: columnOf },
      {
        id: 'sentence',
        header: t('problems.sentence'),
        value: (problem) => refusalSentence(problem, language),
        cell: (problem) => {
          const sentence = refusalSentence(problem, language);
          return (
            <span className={styles.cell} title={sentence}>
              {sentence}
            </span>
          );
        },
      },
    ];
  }, [t, language, seen]);
  const all = severity === 'error' ? seen.errors : seen.warnings;
  return (
    <DataTable
      id="project-problems"
      label={t('problems.label')}
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      filters={filters}
      exports={{ list: 'takeOverProblems', title: t('problems.exportTitle'), filter: { severity } }}
      summary={rows.length < all ? t('problems.shown', { count: rows.length, all }) : undefined}
      empty={<EmptyState title={t('problems.noneOfKind')} />}
      fill
    />
  );
}

function DealTable({ seen, filters }: TableProps) {
  const { t } = useTranslation('runningProject');
  const columns = useMemo<Column<ProjectDeal>[]>(
    () => [
      { id: 'home', header: t('deals.home'), width: 120, value: ({ home }) => home, fixed: true },
      { id: 'number', header: t('deals.number'), width: 150, value: ({ number }) => number },
      { id: 'buyers', header: t('deals.buyers'), kind: 'person', value: ({ buyers }) => buyers },
      { id: 'consultant', header: t('deals.consultant'), kind: 'person', width: 100, value: (row) => row.consultant },
      { id: 'contract', header: t('deals.contract'), width: 150, value: ({ contract }) => contract },
      {
        id: 'state',
        header: t('deals.state'),
        width: 150,
        value: ({ state }) => t(`states.${state}`),
        cell: ({ state }) => (
          <StatusBadge tone={state === 'approved' ? 'amber' : 'ok'}>{t(`states.${state}`)}</StatusBadge>
        ),
      },
      { id: 'price', header: t('deals.price'), kind: 'money', width: 130, value: ({ price }) => price },
      { id: 'received', header: t('deals.received'), kind: 'money', width: 130, value: ({ received }) => received },
      { id: 'open', header: t('deals.open'), kind: 'money', width: 130, value: ({ open }) => open },
    ],
    [t],
  );
  const all = seen.figures.subscriptions.count;
  return (
    <DataTable
      id="project-deals"
      label={t('deals.label')}
      columns={columns}
      rows={seen.deals}
      rowKey={({ number }) => number}
      filters={filters}
      summary={seen.deals.length < all ? t('deals.shown', { count: seen.deals.length, all }) : undefined}
      empty={<EmptyState title={t('deals.empty')} text={t('deals.emptyText')} />}
      fill
    />
  );
}
