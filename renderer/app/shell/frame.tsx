import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useHotkey } from '#renderer/lib/hotkeys.ts';
import { Banners } from './banners.tsx';
import styles from './frame.module.css';
import type { FrameModel } from './frame-model.ts';
import { Rail } from './rail.tsx';
import { TopBar } from './top-bar.tsx';

/** The frame around every screen: rail, top bar, banners, content. Ctrl+K searches from everywhere. */
export function Frame({ children, ...model }: FrameModel & { children: ReactNode }) {
  const { t } = useTranslation('shell');
  const main = useRef<HTMLElement>(null);
  useHotkey('Ctrl+K', model.onSearch);
  return (
    <div className={styles.frame}>
      <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>
        {t('skipToContent')}
      </button>
      <Rail desks={model.desks} />
      <TopBar {...model} />
      <div className={styles.content}>
        <Banners banners={model.banners} />
        <div className={styles.beside}>
          <main className={styles.main} ref={main} tabIndex={-1}>
            {children}
          </main>
          {model.aside}
        </div>
      </div>
    </div>
  );
}
