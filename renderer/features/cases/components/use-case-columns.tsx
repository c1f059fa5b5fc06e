import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '#renderer/components/data-table-model.ts';
import { DueSignal, StatusBadge, type Tone } from '#renderer/components/signal.tsx';
import { DateText, Money } from '#renderer/components/values.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { useStepName } from '#renderer/lib/step-name.ts';
import type { CaseKind, LoanState } from '#shared/domain/cases/states.ts';
import { sumFen } from '#shared/kernel/money.ts';
import { type CaseRow, urgencyOf } from '../case-list.ts';
import styles from './cases.module.css';

const loanTones: Readonly<Record<LoanState, Tone>> = {
  preparing: 'plain',
  applied: 'ink',
  approved: 'amber',
  released: 'ok',
};

/** How much of a step's time is used, as a bar and in figures. */
function Clock({ row }: { row: CaseRow }) {
  const { t } = useTranslation('cases');
  const { usedDays, limitDays } = row;
  const width = `${Math.min(100, Math.round((usedDays * 100) / Math.max(1, limitDays)))}%`;
  return (
    <span className={styles.clock} title={t('clockText', { used: usedDays, limit: limitDays })}>
      <span className={styles.bar} aria-hidden="true">
        <span data-tone={urgencyOf(row, useToday())} style={{ width }} />
      </span>
      {usedDays} / {limitDays}
    </span>
  );
}

/** Whom a case waits for, in words: what came back, papers that are missing, or the party of its step. */
export function useWaitingWords(): (row: CaseRow) => string {
  const { t } = useTranslation('cases');
  return ({ state, note, step, papersMissing, waitsFor }) => {
    if (state === 'returned') return note;
    if (step === 'collect' && papersMissing > 0) return t('waitingPapers', { count: papersMissing });
    return t(`parties.${waitsFor}`);
  };
}

/** The columns of the clock list of a kind of case. */
export function useCaseColumns(kind: CaseKind): readonly Column<CaseRow>[] {
  const { t } = useTranslation('cases');
  const waiting = useWaitingWords();
  const nameOf = useStepName();
  return useMemo(() => {
    const loan: Column<CaseRow>[] = [
      { id: 'bank', header: t('bank'), width: 120, value: ({ bank }) => bank },
      { id: 'amount', header: t('amount'), kind: 'money', width: 112, value: ({ amount }) => amount },
    ];
    return [
      { id: 'buyer', header: t('customer'), kind: 'person', width: 84, value: ({ buyer }) => buyer, fixed: true },
      { id: 'unit', header: t('unit'), width: 96, value: ({ unit }) => unit },
      ...(kind === 'mortgage' ? loan : []),
      ...(kind === 'filing'
        ? [{ id: 'contract', header: t('contract'), width: 122, value: (row: CaseRow) => row.contract }]
        : []),
      { id: 'step', header: t('step'), width: 96, value: ({ step, stepName }) => nameOf(step, stepName) },
      {
        id: 'clock',
        header: t('clock'),
        width: 124,
        value: ({ usedDays, limitDays }) => usedDays - limitDays,
        cell: (row) => <Clock row={row} />,
      },
      {
        id: 'term',
        header: t('term'),
        width: 94,
        value: ({ dueOn }) => dueOn,
        cell: ({ dueOn }) => <DueSignal dueOn={dueOn} soonDays={3} />,
      },
      { id: 'waiting', header: t('waiting'), value: waiting },
      {
        id: 'responsible',
        header: t('responsible'),
        kind: 'person',
        width: 72,
        value: ({ responsible }) => responsible ?? t('nobody'),
        hidden: kind === 'mortgage',
      },
      {
        id: 'expected',
        header: t(kind === 'mortgage' ? 'expected' : 'signed'),
        kind: 'date',
        width: 92,
        value: ({ expectedOn, signedOn }) => (kind === 'mortgage' ? expectedOn : signedOn),
      },
    ];
  }, [t, waiting, kind, nameOf]);
}

/** The columns of the loan list: bank, amount, where the loan stands. */
export function useLoanColumns(rows: readonly CaseRow[] | undefined): readonly Column<CaseRow>[] {
  const { t } = useTranslation('cases');
  const nameOf = useStepName();
  return useMemo(
    () => [
      { id: 'buyer', header: t('customer'), kind: 'person', width: 96, value: ({ buyer }) => buyer, fixed: true },
      { id: 'unit', header: t('unit'), width: 96, value: ({ unit }) => unit },
      { id: 'bank', header: t('bank'), value: ({ bank }) => bank },
      {
        id: 'kind',
        header: t('loanKind'),
        width: 100,
        value: ({ loanKind }) => (loanKind === null ? '' : t(`loanKinds.${loanKind}`)),
      },
      { id: 'years', header: t('years'), kind: 'number', width: 64, value: ({ loanYears }) => loanYears },
      {
        id: 'amount',
        header: t('amount'),
        kind: 'money',
        width: 124,
        value: ({ amount }) => amount,
        foot: <Money value={sumFen((rows ?? []).flatMap(({ amount }) => amount ?? []))} />,
      },
      {
        id: 'state',
        header: t('loanState'),
        width: 92,
        value: ({ loanState }) => (loanState === null ? '' : t(`loanStates.${loanState}`)),
        cell: ({ loanState }) =>
          loanState === null ? null : (
            <StatusBadge tone={loanTones[loanState]}>{t(`loanStates.${loanState}`)}</StatusBadge>
          ),
      },
      { id: 'step', header: t('step'), width: 96, value: ({ step, stepName }) => nameOf(step, stepName) },
      { id: 'signed', header: t('signed'), kind: 'date', width: 100, value: ({ signedOn }) => signedOn },
      { id: 'expected', header: t('expected'), kind: 'date', width: 100, value: ({ expectedOn }) => expectedOn },
      {
        id: 'released',
        header: t('released'),
        kind: 'date',
        width: 100,
        value: ({ loanState, closedOn }) => (loanState === 'released' ? closedOn : null),
        cell: ({ loanState, closedOn }) => <DateText day={loanState === 'released' ? closedOn : null} />,
      },
      {
        id: 'consultant',
        header: t('consultant'),
        kind: 'person',
        width: 84,
        value: ({ consultant }) => consultant,
        hidden: true,
      },
    ],
    [t, rows, nameOf],
  );
}
