import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fact, Facts } from '#renderer/components/page.tsx';
import { PanelBlock } from '#renderer/components/panel.tsx';
import { DateTimeText } from '#renderer/components/values.tsx';
import { ask } from '#renderer/lib/office.ts';
import styles from './backups.module.css';
import { KeyChangeDrawer } from './key-change-drawer.tsx';

/** Since when the office has its key, why one changes it, and the way to do so. `here`: this PC has the office. */
export function KeyBlock({ here, placed }: { here: boolean; placed: boolean }) {
  const { t } = useTranslation('keys');
  const state = useQuery(ask.keys.state({}));
  const [open, setOpen] = useState(false);
  if (state.data === undefined) return null;
  const { since, changed } = state.data;
  const facts: Fact[] = [
    { key: 'since', label: t('since'), value: since === null ? '–' : <DateTimeText at={since} /> },
    ...(changed === null
      ? []
      : [
          { key: 'by', label: t('by'), value: changed.by ?? t('byScript') },
          { key: 'reason', label: t('reason'), value: changed.reason },
        ]),
  ];
  return (
    <PanelBlock>
      <div className={styles.fields}>
        <p className={styles.keyLabel}>{t('label')}</p>
        <Facts items={facts} />
        {changed === null && <p className={styles.hint}>{t('founded')}</p>}
        <p className={styles.hint}>{t('when')}</p>
        {here && placed ? (
          <div>
            <Button variant="default" size="xs" onClick={() => setOpen(true)}>
              {t('change')}
            </Button>
          </div>
        ) : (
          <p className={styles.hint}>{t(here ? 'noPlace' : 'elsewhere')}</p>
        )}
      </div>
      {open && <KeyChangeDrawer onClose={() => setOpen(false)} />}
    </PanelBlock>
  );
}
