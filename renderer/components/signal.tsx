import { IconAlertTriangle, IconCheck, IconCircleDashed, IconClock, IconPointFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { useToday } from '../lib/clock.tsx';
import { dueSign } from '../lib/format.ts';
import { useLanguage } from '../lib/i18n.ts';
import styles from './state.module.css';

/** Meaning of a colour: seal is final, refused or overdue; amber is due soon; ok is done; ink is in progress. */
export type Tone = 'seal' | 'amber' | 'ok' | 'ink' | 'plain';

/** Clocks and checks in words. Amber is due soon, red is overdue, the same everywhere. */
export function Signal({ tone, children, solid }: { tone: Tone; children: ReactNode; solid?: boolean }) {
  return (
    <span className={styles.signal} data-tone={tone} data-solid={solid || undefined}>
      {children}
    </span>
  );
}

const icons = {
  seal: IconAlertTriangle,
  amber: IconClock,
  ok: IconCheck,
  ink: IconPointFilled,
  plain: IconCircleDashed,
};

/** State of a record that is no unit: a word on a ground with a mark of its own, so that colour is never alone. */
export function StatusBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  const Icon = icons[tone];
  return (
    <span className={styles.signal} data-tone={tone}>
      <Icon size={12} stroke={2} aria-hidden="true" />
      {children}
    </span>
  );
}

/** How a deadline stands today: `余 4 天`, `逾 3 天`; overdue is solid red. */
export function DueSignal({ dueOn, soonDays }: { dueOn: LocalDate; soonDays?: number }) {
  const language = useLanguage();
  const sign = dueSign(dueOn, useToday(), language, soonDays);
  return (
    <Signal tone={sign.tone} solid={sign.tone === 'seal'}>
      {sign.text}
    </Signal>
  );
}
