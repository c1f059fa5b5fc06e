import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { itemOfLines, mayPay } from '#shared/domain/payments/allocation.ts';
import type { PlanItem } from '#shared/domain/plans/states.ts';
import { capitalsOf } from '#shared/kernel/capitals.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Fen } from '#shared/kernel/money.ts';
import { MoneyInput } from './amount-inputs.tsx';
import styles from './plan-lines-field.module.css';
import { DueSignal } from './signal.tsx';
import { Money } from './values.tsx';

/** A line of a plan that is not whole. */
export type OpenLine = {
  readonly position: number;
  readonly item: PlanItem;
  readonly dueOn: LocalDate;
  readonly amount: Fen;
  readonly received: Fen;
  readonly open: Fen;
};

/** A receipt has room for so many lines. */
const MOST_LINES = 4;

type PlanLinesFieldProps = {
  lines: readonly OpenLine[];
  /** The chosen lines and what is paid on each; null while an amount is being typed. */
  amounts: ReadonlyMap<number, Fen | null>;
  total: Fen;
  onChange: (amounts: ReadonlyMap<number, Fen | null>) => void;
};

/** Which open lines a payment is for, and how much of each; the total with capitals below. */
export function PlanLinesField({ lines, amounts, total, onChange }: PlanLinesFieldProps) {
  const { t } = useTranslation('payments');
  const { t: labels } = useTranslation('labels');
  const chosen = lines.filter(({ position }) => amounts.has(position));
  const full = amounts.size >= MOST_LINES;
  const set = (position: number, amount: Fen | null) => onChange(new Map(amounts).set(position, amount));
  const toggle = ({ position, open }: OpenLine) => {
    const next = new Map(amounts);
    if (!next.delete(position)) next.set(position, open);
    onChange(next);
  };
  return (
    <fieldset className={styles.field}>
      <legend className={styles.legend}>{t('planLines')}</legend>
      <ul className={styles.lines}>
        {lines.map((line) => {
          const { position, item, dueOn, open } = line;
          const picked = amounts.has(position);
          const other = chosen.length > 0 && !mayPay(itemOfLines(chosen), line);
          return (
            <li key={position} className={styles.line} data-picked={picked || undefined}>
              <Checkbox
                size="xs"
                checked={picked}
                disabled={!picked && (other || full)}
                onChange={() => toggle(line)}
                label={t('planLine', { position, item: labels(`planItems.${item}`) })}
                description={t('planLineDue', { dueOn, openFen: open })}
              />
              {picked ? (
                <div className={styles.amount}>
                  <MoneyInput
                    label={undefined}
                    aria-label={t('lineAmount', { position })}
                    value={amounts.get(position) ?? null}
                    onChange={(amount) => set(position, amount)}
                    required
                  />
                </div>
              ) : (
                <span className={styles.sign}>
                  {other ? <span className={styles.dim}>{t('otherReceipt')}</span> : <DueSignal dueOn={dueOn} />}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {full && lines.length > MOST_LINES && <p className={styles.dim}>{t('atMost')}</p>}
      <div className={styles.total} aria-live="polite">
        <span>{t('totalNow')}</span>
        <Money value={total} strong />
        <span className={styles.capitals} lang="zh-CN">
          {total > 0 ? capitalsOf(total) : ''}
        </span>
      </div>
    </fieldset>
  );
}
