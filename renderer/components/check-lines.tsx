import type { ReactNode } from 'react';
import styles from './check-lines.module.css';

/** What stands in the way while a form is filled in, and what is worth a word; read out as it changes. */
export function CheckLines({ children }: { children: ReactNode }) {
  return (
    <div className={styles.checks} role="status">
      {children}
    </div>
  );
}

/** One of them: seal stops, amber is still missing or to be agreed to, plain is worth a word. */
export function CheckLine({ tone, children }: { tone: 'seal' | 'amber' | 'plain'; children: ReactNode }) {
  return (
    <div className={styles.check} data-tone={tone}>
      {children}
    </div>
  );
}

/** What follows once nothing stands in the way. */
export function CheckNote({ children }: { children: ReactNode }) {
  return <p className={styles.note}>{children}</p>;
}
