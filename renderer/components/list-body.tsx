import type { ReactNode } from 'react';
import styles from './list-body.module.css';

/** The body of a page that shows a list with a panel beside it. */
export function ListBody({ children }: { children: ReactNode }) {
  return <div className={styles.body}>{children}</div>;
}

/** The list in such a body with what stands above it; takes the room that the panel leaves. */
export function ListMain({ children }: { children: ReactNode }) {
  return <div className={styles.main}>{children}</div>;
}
