import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { DataTable } from '#renderer/components/data-table.tsx';
import { FilterChips } from '#renderer/components/filters.tsx';
import { ListBody, ListMain } from '#renderer/components/list-body.tsx';
import { Page, PageHeader } from '#renderer/components/page.tsx';
import { useAddressState } from '#renderer/lib/address.ts';
import { useToday } from '#renderer/lib/clock.tsx';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { ask } from '#renderer/lib/office.ts';
import { worthText } from '#renderer/lib/worth.ts';
import { defaultCaseDefinitions } from '#shared/domain/cases/definitions.ts';
import { type CaseKind, loanStates } from '#shared/domain/cases/states.ts';
import { sumFen } from '#shared/kernel/money.ts';
import { type CaseRow, type CaseStage, casesOfTerms, caseTerms, isOfTerm } from '../case-list.ts';
import { CasePanel } from '../components/case-panel.tsx';
import { Stages } from '../components/stages.tsx';
import { useCaseColumns, useLoanColumns } from '../components/use-case-columns.tsx';

const tabs = ['mortgage', 'filing', 'loans'] as const;
const addressSchema = z.object({
  tab: z.enum(tabs).optional(),
  terms: z.array(z.enum(caseTerms)).default([]),
  loans: z.array(z.enum(loanStates)).default([]),
  case: z.int().positive().optional(),
});

/** Filing, mortgages and loans of signed contracts, each list by its clocks. */
export function WarrantsScreen() {
  const { t } = useTranslation('cases');
  const language = useLanguage();
  const today = useToday();
  const [address, change] = useAddressState(addressSchema);
  const tab = address.tab ?? 'mortgage';
  const kind = tab === 'filing' ? 'filing' : 'mortgage';
  const list = useQuery(ask.cases.list({ kind, open: tab !== 'loans' }));
  // A loan whose contract ended is none any more.
  const rows = useMemo(() => list.data?.rows.filter(({ state }) => state !== 'cancelled'), [list.data]);
  const amount = sumFen((rows ?? []).flatMap((row) => row.amount ?? []));
  const late = (rows ?? []).filter((row) => row.closedOn === null && isOfTerm(row, 'late', today)).length;
  const sum =
    kind === 'filing'
      ? t('summaryFiling', { count: rows?.length ?? 0 })
      : t(tab === 'loans' ? 'summaryLoans' : 'summary', {
          count: rows?.length ?? 0,
          amount: worthText(amount, language),
        });
  return (
    <Page
      header={
        <PageHeader
          title={t(`tabs.${tab}`)}
          sub={rows && (late === 0 ? sum : `${sum} · ${t('summaryLate', { late })}`)}
          actions={
            <SegmentedControl
              size="xs"
              aria-label={t('tabs.label')}
              data={tabs.map((one) => ({ value: one, label: t(`tabs.${one}`) }))}
              value={tab}
              onChange={(next) =>
                change({ tab: tabs.find((one) => one === next), case: undefined, terms: undefined, loans: undefined })
              }
            />
          }
        />
      }
    >
      <ListBody>
        {tab === 'loans' ? (
          <LoanList
            rows={rows}
            list={list}
            chosen={address.loans}
            onChoose={(loans) => change({ loans })}
            name={t('tabs.loans')}
          />
        ) : (
          <>
            <ClockList
              key={kind}
              kind={kind}
              steps={list.data?.steps ?? defaultCaseDefinitions[kind].steps}
              rows={rows}
              list={list}
              terms={address.terms}
              selected={address.case}
              onTerms={(terms) => change({ terms })}
              onSelect={(caseId) => change({ case: caseId }, { replace: true })}
            />
            <CasePanel caseId={address.case ?? casesOfTerms(rows ?? [], address.terms, today)[0]?.id} />
          </>
        )}
      </ListBody>
    </Page>
  );
}

type Reading = { readonly error: unknown; readonly refetch: () => unknown };

function toggled<T>(list: readonly T[], key: T): T[] {
  return list.includes(key) ? list.filter((one) => one !== key) : [...list, key];
}

type ClockListProps = {
  kind: CaseKind;
  steps: readonly CaseStage[];
  rows: readonly CaseRow[] | undefined;
  list: Reading;
  terms: readonly (typeof caseTerms)[number][];
  selected: number | undefined;
  onTerms: (terms: (typeof caseTerms)[number][]) => void;
  onSelect: (caseId: number) => void;
};

/** The steps with their most urgent cases, and below them every case by its clock. */
function ClockList({ kind, steps, rows, list, terms, selected, onTerms, onSelect }: ClockListProps) {
  const { t } = useTranslation('cases');
  const navigate = useNavigate();
  const today = useToday();
  const columns = useCaseColumns(kind);
  const shown = useMemo(() => rows && casesOfTerms(rows, terms, today), [rows, terms, today]);
  const chosen = selected ?? shown?.[0]?.id;
  return (
    <ListMain>
      <Stages kind={kind} steps={steps} rows={rows ?? []} selected={chosen} onSelect={onSelect} />
      <DataTable
        id={`cases-${kind}`}
        label={t(`tabs.${kind}`)}
        columns={columns}
        rows={shown}
        rowKey={({ id }) => id}
        selectedKey={chosen}
        onSelect={({ id }) => onSelect(id)}
        onOpen={({ id }) => void navigate({ to: `/warrants/cases/${id}` as string })}
        error={list.error}
        onRetry={() => void list.refetch()}
        filters={
          <FilterChips
            label={t('filters.label')}
            chips={caseTerms.map((key) => ({
              key,
              label: t(`filters.${key}`),
              count: (rows ?? []).filter((row) => isOfTerm(row, key, today)).length,
            }))}
            active={terms}
            onToggle={(key) => onTerms(toggled(terms, key))}
          />
        }
        summary={shown && t('rows', { count: shown.length })}
        exports={{
          list: kind === 'filing' ? 'filings' : 'mortgages',
          title: t('export', { name: t(`tabs.${kind}`), todayOn: today }),
          filter: { terms },
        }}
        empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
        fill
      />
    </ListMain>
  );
}

type LoanListProps = {
  rows: readonly CaseRow[] | undefined;
  list: Reading;
  name: string;
  chosen: readonly (typeof loanStates)[number][];
  onChoose: (states: (typeof loanStates)[number][]) => void;
};

/** Every loan with its bank, amount and state: what the manager and finance ask for each month. */
function LoanList({ rows, list, name, chosen, onChoose }: LoanListProps) {
  const { t } = useTranslation('cases');
  const navigate = useNavigate();
  const today = useToday();
  const shown = useMemo(
    () => rows?.filter(({ loanState }) => chosen.length === 0 || (loanState !== null && chosen.includes(loanState))),
    [rows, chosen],
  );
  const columns = useLoanColumns(shown);
  return (
    <ListMain>
      <DataTable
        id="loans"
        label={name}
        columns={columns}
        rows={shown}
        rowKey={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: `/warrants/cases/${id}` as string })}
        error={list.error}
        onRetry={() => void list.refetch()}
        filters={
          <FilterChips
            label={t('loanFilters')}
            chips={loanStates.map((key) => ({
              key,
              label: t(`loanStates.${key}`),
              count: (rows ?? []).filter(({ loanState }) => loanState === key).length,
            }))}
            active={chosen}
            onToggle={(key) => onChoose(toggled(chosen, key))}
          />
        }
        summary={shown && t('rows', { count: shown.length })}
        exports={{ list: 'loans', title: t('export', { name, todayOn: today }), filter: { states: chosen } }}
        empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
        fill
      />
    </ListMain>
  );
}
