import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { EmptyState } from '#renderer/components/data-states.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatDateTimeShort } from '#renderer/lib/format.ts';
import { act } from '#renderer/lib/office.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import { useThumbnails } from '../hooks/use-thumbnails.ts';
import type { ScanPage } from '../scan-types.ts';
import { AssignDrawer } from './assign-drawer.tsx';
import styles from './scans-screen.module.css';

/** Pages that no paper could be told of: what each is, and what to do about it. */
export function WaitingPages({ pages }: { pages: readonly ScanPage[] }) {
  const { t } = useTranslation('scans');
  const [assigning, setAssigning] = useState<ScanPage>();
  const thumbnails = useThumbnails(pages);
  if (pages.length === 0) return <EmptyState title={t('waitingNone')} text={t('waitingNoneText')} />;
  return (
    <ul className={styles.waiting}>
      {pages.map((scan) => (
        <Waiting key={scan.id} scan={scan} picture={thumbnails.get(scan.id)} onAssign={() => setAssigning(scan)} />
      ))}
      {assigning && <AssignDrawer scan={assigning} onClose={() => setAssigning(undefined)} />}
    </ul>
  );
}

function Waiting({ scan, picture, onAssign }: { scan: ScanPage; picture: string | undefined; onAssign: () => void }) {
  const { t } = useTranslation('scans');
  const today = useToday();
  const { id: scanPageId, version, outcome, code, can, paper, page } = scan;
  const replace = useCommand(act.scans.replace, { onDone: () => notifications.show({ message: t('replaced') }) });
  const discard = useCommand(act.scans.discard, { onDone: () => notifications.show({ message: t('discarded') }) });
  const askReplace = () =>
    confirmAct({
      title: t('replaceTitle', { number: paper?.number ?? '', page: page ?? 0 }),
      consequence: t('replaceConsequence'),
      confirmLabel: t('replace'),
      onConfirm: () => replace.sendOrThrow({ scanPageId, version }),
    });
  const askDiscard = () =>
    confirmAct({
      title: t('discardTitle'),
      consequence: t('discardConsequence'),
      confirmLabel: t('discard'),
      danger: true,
      reason: 'required',
      onConfirm: (reason) => discard.sendOrThrow({ scanPageId, version, reason }),
    });
  return (
    <li className={styles.line}>
      <span className={styles.thumb}>{picture !== undefined && <img src={picture} alt="" />}</span>
      <div className={styles.what}>
        <p className={styles.head}>
          <Signal tone={outcome === 'duplicate' ? 'plain' : 'amber'}>{t(`outcomes.${outcome}`)}</Signal>
          {code && <b>{t('codeSays', code)}</b>}
        </p>
        <p>{t(`remedies.${outcome}`)}</p>
        {scan.reason !== '' && <p>{scan.reason}</p>}
        <small>
          {t('scannedBy', { at: formatDateTimeShort(scan.scannedAt, today), name: scan.scannedBy.name })} ·{' '}
          {t('place', { position: scan.position })}
        </small>
      </div>
      <div className={styles.acts}>
        {can['replace'] === true && (
          <Button size="compact-sm" variant="default" onClick={askReplace}>
            {t('replace')}
          </Button>
        )}
        {can['assign'] === true && (
          <Button size="compact-sm" variant="default" onClick={onAssign}>
            {t('assign')}
          </Button>
        )}
        {can['discard'] === true && (
          <Button size="compact-sm" variant="subtle" color="seal" onClick={askDiscard}>
            {t('discard')}
          </Button>
        )}
      </div>
    </li>
  );
}
