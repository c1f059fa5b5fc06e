import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#renderer/components/data-states.tsx';
import { SideDrawer } from '#renderer/components/panel.tsx';
import { ask } from '#renderer/lib/office.ts';
import styles from './accounts.module.css';

type CodeDrawerProps = { accountId: number; name: string; onClose: () => void };

/** The one-time code of a person, for whoever hands it over: shown now, and nowhere kept. */
export function CodeDrawer({ accountId, name, onClose }: CodeDrawerProps) {
  const { t } = useTranslation('accounts');
  const code = useQuery({ ...ask.accounts.code({ accountId }), gcTime: 0 });
  const title = t('code.title', { name });
  return (
    <SideDrawer
      opened
      onClose={onClose}
      label={title}
      title={title}
      width={400}
      foot={<Button onClick={onClose}>{t('code.done')}</Button>}
    >
      <div className={styles.handOver}>
        <Loaded query={code}>
          {({ shown }) =>
            shown === null ? (
              <p>{t('code.gone')}</p>
            ) : (
              <>
                <output className={styles.onceCode} aria-label={t('code.label')}>
                  {shown.code}
                </output>
                <p>{t('code.text', { untilAt: shown.until })}</p>
                <p className={styles.hint}>{t('code.hint')}</p>
              </>
            )
          }
        </Loaded>
      </div>
    </SideDrawer>
  );
}
