import { Kbd } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './hotkey-hint.module.css';

/** A key and what it does: `[Ctrl Enter] 登记`. A combination is written as `Ctrl+Enter`. */
export function HotkeyHint({ keys, children }: { keys: string; children?: ReactNode }) {
  return (
    <span className={styles.hint}>
      <Kbd>{keys.replaceAll('+', ' ')}</Kbd>
      {children}
    </span>
  );
}
