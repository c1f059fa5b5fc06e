import { useTranslation } from 'react-i18next';
import type { Tone } from '#renderer/components/signal.tsx';
import { Timeline, type TimelineEntry } from '#renderer/components/timeline.tsx';
import { actedFor } from '#renderer/lib/acted-for.ts';
import type { EventKind } from '#shared/domain/events/kinds.ts';
import type { UnitDetail } from '../board/cell.ts';
import styles from './drawer.module.css';

/** Events whose name does not say by itself where the unit went. */
const moving: readonly EventKind[] = [
  'submitted',
  'priceAsked',
  'approved',
  'rejected',
  'withdrawn',
  'expired',
  'unfrozen',
  'putBackOnSale',
];
const finals: readonly string[] = ['signed', 'paidUp'];

/** Everything that happened to a unit, newest first. */
export function UnitHistory({ history }: { history: UnitDetail['history'] }) {
  const { t } = useTranslation('units');
  const { t: words } = useTranslation('events');
  const { t: states } = useTranslation('unitStates');
  const entries = history.map(({ seq, at, kind, actor, data, state }, index): TimelineEntry => {
    const what = words(`kinds.${kind}`);
    const tone: Tone | undefined = index === 0 ? 'ink' : finals.includes(state ?? '') ? 'seal' : undefined;
    const amount = data['amountFen'];
    const note = [
      typeof amount === 'number' && Number.isSafeInteger(amount) ? t('drawer.amount', { amountFen: amount }) : '',
      data['number'] ?? data['receipt'],
      data['reason'],
    ]
      .filter((part): part is string => typeof part === 'string' && part !== '')
      .join(' · ');
    return {
      key: seq,
      seq,
      at,
      who: actor ?? t('drawer.office'),
      ...actedFor(data),
      what:
        state === null || !moving.includes(kind) ? what : t('drawer.turned', { what, state: states(`name.${state}`) }),
      ...(note === '' ? {} : { note }),
      ...(tone === undefined ? {} : { tone }),
    };
  });
  return (
    <section className={styles.history}>
      <h3>{t('drawer.history')}</h3>
      {entries.length === 0 ? (
        <p className={styles.quiet}>{t('drawer.historyEmpty')}</p>
      ) : (
        <Timeline entries={entries} label={t('drawer.history')} />
      )}
    </section>
  );
}
