import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { moveOnByEnter } from './form.tsx';
import styles from './panel.module.css';

/** One step of a wizard. */
export type WizardStep = {
  key: string;
  label: string;
  content: ReactNode;
  /** Whether the next one may begin (default true). */
  ready?: boolean;
  /** Beside the buttons: why the next one may not begin, or what it will do. */
  note?: ReactNode;
  /** No padding: for tables that reach the edges and scroll by themselves. */
  flush?: boolean;
};

type WizardProps = {
  steps: readonly WizardStep[];
  at: number;
  onMove: (step: number) => void;
  finishLabel: string;
  onFinish: () => void;
  busy?: boolean;
};

/** What is rare and ordered, step by step: first start, import, launch day, restore. */
export function Wizard({ steps, at, onMove, finishLabel, onFinish, busy }: WizardProps) {
  const { t } = useTranslation('parts');
  const { t: common } = useTranslation('common');
  const step = steps[at];
  const last = at === steps.length - 1;
  return (
    <div className={styles.wizard} onKeyDown={moveOnByEnter}>
      <ol className={styles.steps} aria-label={t('steps.label')}>
        {steps.map((one, index) => (
          <li
            key={one.key}
            data-at={index < at ? 'done' : index === at ? 'now' : 'next'}
            aria-current={index === at ? 'step' : undefined}
          >
            <i aria-hidden="true">{index < at ? <IconCheck size={13} stroke={2.5} /> : index + 1}</i>
            {one.label}
          </li>
        ))}
      </ol>
      <div className={step?.flush ? styles.flushBody : styles.body}>{step?.content}</div>
      <div className={styles.buttons}>
        <Button variant="default" size="md" disabled={at === 0 || busy === true} onClick={() => onMove(at - 1)}>
          {common('previous')}
        </Button>
        <Button
          size="md"
          data-submit
          disabled={step?.ready === false}
          loading={busy ?? false}
          onClick={() => (last ? onFinish() : onMove(at + 1))}
        >
          {last ? finishLabel : common('next')}
        </Button>
        {step?.note !== undefined && <p>{step.note}</p>}
        <span>{t('steps.of', { step: at + 1, count: steps.length })}</span>
      </div>
    </div>
  );
}
