import { IconArrowBackUp, IconCheck, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './approval-ladder.module.css';
import { DateTimeText } from './values.tsx';

/** How far one step of a ladder has come. */
export type LadderState = 'asked' | 'approved' | 'rejected' | 'sentBack' | 'current' | 'waiting' | 'notNeeded';

/** One step: whose it is, up to which limit, what they said, when (UTC ms). */
export type LadderStep = {
  key: string | number;
  state: LadderState;
  who: ReactNode;
  /** Post and limit: `销售主管，至 3 %`. */
  authority?: ReactNode;
  note?: ReactNode;
  at?: number | null;
  /** Instead of the time: a countdown, a due signal. */
  aside?: ReactNode;
};

/** Who has decided, who decides now, and who is not needed. */
export function ApprovalLadder({ steps }: { steps: readonly LadderStep[] }) {
  const { t } = useTranslation('parts');
  return (
    <ol className={styles.ladder} aria-label={t('ladder.label')}>
      {steps.map((step, index) => (
        <li key={step.key} data-state={step.state} aria-current={step.state === 'current' ? 'step' : undefined}>
          <span className={styles.step} role="img" aria-label={t(`ladder.${step.state}`)}>
            {step.state === 'approved' && <IconCheck size={13} stroke={2.5} />}
            {step.state === 'rejected' && <IconX size={13} stroke={2.5} />}
            {step.state === 'sentBack' && <IconArrowBackUp size={13} stroke={2.5} />}
            {(step.state === 'asked' || step.state === 'waiting' || step.state === 'notNeeded') && index + 1}
          </span>
          <div>
            <p>
              <b>{step.who}</b>
              {step.authority !== undefined && <> · {step.authority}</>}
            </p>
            <p className={styles.note}>{step.note ?? t(`ladder.${step.state}`)}</p>
          </div>
          {step.aside ?? (step.at !== undefined && step.at !== null ? <DateTimeText at={step.at} short /> : <span />)}
        </li>
      ))}
    </ol>
  );
}
