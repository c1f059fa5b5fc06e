import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SupersededText, useSuperseded } from '../shell/link-banner.tsx';
import styles from './entrance.module.css';

type StageProps = { title: string; text?: string; wide?: boolean; children?: ReactNode };

/** The one card that stands on the screen before the office does. */
export function Stage({ title, text, wide, children }: StageProps) {
  const { t } = useTranslation('common');
  const superseded = useSuperseded();
  return (
    <main className={styles.stage}>
      <div className={`${styles.card} ${wide === true ? styles.wide : ''}`}>
        <div className={styles.brand}>
          <span className={styles.seal} aria-hidden="true">
            置
            <br />业
          </span>
          {t('productName')}
        </div>
        <h1 className={styles.title}>{title}</h1>
        {text !== undefined && <p className={styles.text}>{text}</p>}
        {superseded !== undefined && (
          <p className={styles.superseded} role="alert">
            <SupersededText {...superseded} />
          </p>
        )}
        {children}
      </div>
    </main>
  );
}
