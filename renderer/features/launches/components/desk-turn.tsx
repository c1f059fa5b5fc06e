import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { ActionBar } from '#renderer/components/action-bar.tsx';
import { useNow } from '#renderer/lib/clock.tsx';
import { formatRemaining } from '#renderer/lib/format.ts';
import type { launches } from '#shared/api/launches.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import styles from './launch-day.module.css';

type Detail = z.output<typeof launches.detail.output>;
/** Whoever stands at a desk. */
export type Turn = NonNullable<Detail['desks'][number]['turn']>;

type DeskTurnProps = {
  turn: Turn | null;
  /** Whether the next may be called, as the office says. */
  call: true | Refusal | undefined;
  busy: boolean;
  onCall: () => void;
  onPass: () => void;
  onNoShow: () => void;
};

const TICK_MS = 500;

/** Whose turn it is at this desk, the seconds that are left, and what can be done about the turn itself. */
export function DeskTurn({ turn, call, busy, onCall, onPass, onNoShow }: DeskTurnProps) {
  const { t } = useTranslation('launchDay');
  const now = useNow(TICK_MS);
  const late = turn !== null && turn.endsAt <= now;
  const next = {
    id: 'call',
    label: t(late ? 'callOver' : 'call'),
    look: 'primary',
    hotkey: 'F9',
    busy,
    onRun: onCall,
  } as const;
  if (turn === null)
    return (
      <div className={styles.nobody}>
        {t('nobody')}
        <div className={styles.buttons}>
          <ActionBar can={call === undefined ? {} : { call }} actions={[next]} />
        </div>
      </div>
    );
  return (
    <div className={styles.turn}>
      <div className={styles.who}>
        <b>{turn.drawPlace ?? turn.queueNo}</b>
        <span title={turn.name}>{turn.name}</span>
      </div>
      <div className={styles.clock}>
        <span>{t('numbers', { place: turn.drawPlace ?? 0, queue: turn.queueNo })}</span>
        <strong role="timer" data-late={late || undefined}>
          {late ? t('over') : formatRemaining(turn.endsAt - now)}
        </strong>
      </div>
      <div className={styles.buttons}>
        <ActionBar
          can={{ pass: true, noShow: true, ...(late && call !== undefined ? { call } : {}) }}
          actions={[
            { id: 'pass', label: t('pass'), hotkey: 'F7', busy, onRun: onPass },
            { id: 'noShow', label: t('noShow'), hotkey: 'F8', busy, onRun: onNoShow },
            next,
          ]}
        />
      </div>
    </div>
  );
}
