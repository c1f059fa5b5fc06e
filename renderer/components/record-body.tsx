import type { ReactNode } from 'react';
import { ScrollArea } from './page.tsx';
import styles from './record-body.module.css';

type RecordBodyProps = {
  label: string;
  children: ReactNode;
  /** What is worked with beside the record: its review, papers, history. */
  side: ReactNode;
  sideLabel: string;
  sideWidth?: 372 | 400;
};

/** The body of a record page: what it says on the left, what is done about it on the right; each scrolls by itself. */
export function RecordBody({ label, children, side, sideLabel, sideWidth = 372 }: RecordBodyProps) {
  return (
    <div className={styles.body}>
      <ScrollArea label={label}>{children}</ScrollArea>
      <aside className={styles.side} style={{ width: sideWidth }} aria-label={sideLabel}>
        {side}
      </aside>
    </div>
  );
}

/** Two sections side by side between the others; with `stacks` one below the other where the screen is small. */
export function SectionPair({ children, stacks = false }: { children: ReactNode; stacks?: boolean }) {
  return (
    <div className={styles.pair} data-stacks={stacks || undefined}>
      {children}
    </div>
  );
}
