import { Anchor, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { refusalOf } from '#renderer/lib/error-sentence.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import styles from './entrance.module.css';
import { Stage } from './stage.tsx';
import { useOpenFolder } from './use-gate.ts';
import { useBeginRestore } from './use-restore.ts';

/** The office is here and can't be read: why, and that a backup can take its place. Nothing is ever deleted. */
export function Damaged({ refusal }: { refusal: Refusal }) {
  const { t } = useTranslation('restores');
  const { t: entrance } = useTranslation('entrance');
  const restore = useBeginRestore();
  const folder = useOpenFolder();
  const refused = restore.error ?? folder.error;
  return (
    <Stage title={t('damaged.title')} text={t('damaged.text')}>
      <div className={styles.stack}>
        <div className={styles.seen} role="alert">
          <RefusalText refusal={refusal} />
        </div>
        <Button size="md" autoFocus loading={restore.isPending} onClick={() => restore.mutate()}>
          {t('begin')}
        </Button>
        {refused !== null && <RefusalText refusal={refusalOf(refused)} />}
        <div className={styles.ways}>
          <Anchor component="button" type="button" onClick={() => folder.mutate()}>
            {entrance('openFolder')}
          </Anchor>
        </div>
      </div>
    </Stage>
  );
}
