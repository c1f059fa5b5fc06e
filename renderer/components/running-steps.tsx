import { IconCheck, IconPointFilled } from '@tabler/icons-react';
import styles from './running-steps.module.css';

type RunningStepsProps = {
  /** The steps in words, in their order. */
  steps: readonly string[];
  /** Place of the one at hand among them. */
  now: number;
  /** How much of it is done, per cent; 0 where that is not counted. */
  percent: number;
};

/** How far long work is: which of its steps are done, and how much of the one at hand. */
export function RunningSteps({ steps, now, percent }: RunningStepsProps) {
  return (
    <ol className={styles.steps}>
      {steps.map((step, at) => (
        <li key={step} data-at={at < now ? 'done' : at === now ? 'now' : 'next'}>
          <span aria-hidden="true">
            {at < now ? <IconCheck size={15} stroke={2.2} /> : at === now && <IconPointFilled size={15} />}
          </span>
          {step}
          {at === now && percent > 0 && <span className={styles.percent}>{percent} %</span>}
        </li>
      ))}
    </ol>
  );
}
