import { useTranslation } from 'react-i18next';
import { DueSignal } from '#renderer/components/signal.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { useStepName } from '#renderer/lib/step-name.ts';
import { worthText } from '#renderer/lib/worth.ts';
import type { CaseKind } from '#shared/domain/cases/states.ts';
import { sumFen } from '#shared/kernel/money.ts';
import { type CaseRow, type CaseStage, casesOfTerms, urgencyOf, withOlderSteps } from '../case-list.ts';
import styles from './stages.module.css';

const SHOWN = 2;

type StagesProps = {
  kind: CaseKind;
  /** The steps as new cases have them. */
  steps: readonly CaseStage[];
  rows: readonly CaseRow[];
  selected: number | undefined;
  onSelect: (caseId: number) => void;
};

/** The steps of a kind of case side by side: how many stand on each, worth how much, and the most urgent of them. */
export function Stages({ kind, steps, rows, selected, onSelect }: StagesProps) {
  const { t } = useTranslation('cases');
  const today = useToday();
  const language = useLanguage();
  const nameOf = useStepName();
  const columns = withOlderSteps(steps, rows);
  return (
    <div className={styles.stages} style={{ gridTemplateColumns: `repeat(${columns.length}, minmax(144px, 1fr))` }}>
      {columns.map(({ step, name, limitDays }) => {
        const here = casesOfTerms(
          rows.filter((row) => row.step === step && row.stepName === name),
          [],
          today,
        );
        const amount = sumFen(here.flatMap((row) => row.amount ?? []));
        return (
          <section key={`${step} ${name}`} className={styles.stage} aria-label={nameOf(step, name)}>
            <h2>
              {nameOf(step, name)} <span>{here.length}</span>
            </h2>
            <p>
              {kind === 'mortgage'
                ? t('stageLimit', { amount: worthText(amount, language), days: limitDays })
                : t('stageLimitOnly', { days: limitDays })}
            </p>
            {here.slice(0, SHOWN).map((row) => (
              <button
                key={row.id}
                type="button"
                className={styles.card}
                data-tone={urgencyOf(row, today)}
                aria-pressed={row.id === selected}
                onClick={() => onSelect(row.id)}
              >
                <span>
                  <b>{row.buyer}</b>
                  <DueSignal dueOn={row.dueOn} soonDays={3} />
                </span>
                <span className={styles.where}>
                  <span>{row.unit}</span>
                  <span>{row.bank}</span>
                </span>
              </button>
            ))}
            {here.length > SHOWN && <p className={styles.more}>{t('stageMore', { count: here.length - SHOWN })}</p>}
          </section>
        );
      })}
    </div>
  );
}
