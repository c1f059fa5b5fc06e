import { Anchor, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { refusalOf } from '#renderer/lib/error-sentence.ts';
import { formatDateTime } from '#renderer/lib/format.ts';
import type { RestoreOffer } from '#shared/api/pc-restore.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import styles from './entrance.module.css';
import { Stage } from './stage.tsx';
import { useOpenFolder } from './use-gate.ts';
import { useBeginRestore, useRestoreOffer } from './use-restore.ts';

/** The newest good backup, and what is lost with it as far as this PC knows. */
function Offer({ offer }: { offer: RestoreOffer }) {
  const { t } = useTranslation('restores');
  if (offer.kind === 'none') return null;
  if (offer.kind === 'missing')
    return (
      <p className={styles.text} role="status">
        {t('damaged.missing', { folder: offer.folder })}
      </p>
    );
  const { at, acts, folder } = offer;
  return (
    <div role="status">
      <p className={styles.text}>{t('damaged.newest', { time: formatDateTime(at), folder })}</p>
      <p className={styles.text}>
        {acts === null
          ? t('damaged.actsUnknown')
          : acts === 0
            ? t('damaged.nothingLost')
            : t('damaged.acts', { count: acts })}
      </p>
    </div>
  );
}

/** The office is here and can't be read: why, and that a backup can take its place. Nothing is ever deleted. */
export function Damaged({ refusal }: { refusal: Refusal }) {
  const { t } = useTranslation('restores');
  const { t: entrance } = useTranslation('entrance');
  const restore = useBeginRestore();
  const offer = useRestoreOffer();
  const folder = useOpenFolder();
  const refused = restore.error ?? folder.error;
  return (
    <Stage title={t('damaged.title')} text={t('damaged.text')}>
      <div className={styles.stack}>
        <div className={styles.seen} role="alert">
          <RefusalText refusal={refusal} />
        </div>
        {offer !== undefined && <Offer offer={offer} />}
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
