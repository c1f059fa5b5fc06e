import { CloseButton, Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './panel.module.css';

type PanelProps = {
  title: ReactNode;
  /** Badges after the title. */
  state?: ReactNode;
  sub?: ReactNode;
  children: ReactNode;
  /** Stays at the bottom: the actions. */
  foot?: ReactNode;
  onClose?: (() => void) | undefined;
};

function PanelBody({ title, state, sub, children, foot, onClose }: PanelProps) {
  const { t } = useTranslation('common');
  return (
    <>
      <div className={styles.head}>
        <h2>{title}</h2>
        {state}
        {onClose && <CloseButton className={styles.close} aria-label={t('close')} onClick={onClose} />}
      </div>
      {sub !== undefined && <div className={styles.sub}>{sub}</div>}
      <div className={styles.content}>{children}</div>
      {foot !== undefined && <div className={styles.foot}>{foot}</div>}
    </>
  );
}

/** A panel beside the content: 356 px on the board, 372 or 400 elsewhere. Nothing is covered. */
export function SidePanel({ width = 372, label, ...body }: PanelProps & { width?: number; label: string }) {
  return (
    <aside className={styles.panel} style={{ width }} aria-label={label}>
      <PanelBody {...body} />
    </aside>
  );
}

/** One part of a panel between hairlines. */
export function PanelBlock({ children }: { children: ReactNode }) {
  return <div className={styles.block}>{children}</div>;
}

/** A drawer over the content, for peeking at a record or a short form. Esc closes it. */
export function SideDrawer({
  opened,
  width = 480,
  onClose,
  label,
  ...body
}: PanelProps & { opened: boolean; width?: number; label: string; onClose: () => void }) {
  return (
    <Drawer.Root opened={opened} onClose={onClose} size={width}>
      <Drawer.Overlay />
      <Drawer.Content aria-label={label} aria-labelledby={undefined}>
        <Drawer.Body className={styles.drawer}>
          <div className={styles.panel}>
            <PanelBody {...body} onClose={onClose} />
          </div>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
