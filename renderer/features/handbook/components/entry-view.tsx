import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { Facts } from '#renderer/components/page.tsx';
import { PanelBlock } from '#renderer/components/panel.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import type { handbook } from '#shared/api/handbook.ts';
import { competitorPoints } from '#shared/domain/handbook/topics.ts';
import { isOver } from '#shared/domain/handbook/writing.ts';
import styles from './handbook.module.css';

/** An entry of the handbook as the office tells it. */
export type Entry = z.output<typeof handbook.list.output>['entries'][number];

/** Amber once the time of an entry is over: it is not told to customers any more. */
export function OverSignal({ entry }: { entry: Pick<Entry, 'validUntil'> }) {
  const { t } = useTranslation('handbook');
  return isOver(entry, useToday()) ? <Signal tone="amber">{t('over', { day: entry.validUntil ?? '' })}</Signal> : null;
}

/** What an entry says, where it comes from, and as of which day. */
export function EntryView({ entry }: { entry: Entry }) {
  const { t } = useTranslation('handbook');
  const { body, facts, source, asOf, validUntil, writtenBy } = entry;
  const points = competitorPoints.filter((point) => facts[point] !== undefined);
  return (
    <>
      <PanelBlock>
        <div className={styles.meta}>
          <OverSignal entry={entry} />
          <span>{t('from', { source })}</span>
          <span>{t('asOfDay', { day: asOf })}</span>
          {validUntil !== null && <span>{t('until', { day: validUntil })}</span>}
          <span>{writtenBy}</span>
        </div>
      </PanelBlock>
      {points.length > 0 && (
        <PanelBlock>
          <Facts items={points.map((point) => ({ key: point, label: t(`points.${point}`), value: facts[point] }))} />
        </PanelBlock>
      )}
      {body !== '' && (
        <PanelBlock>
          <p className={styles.body}>{body}</p>
        </PanelBlock>
      )}
    </>
  );
}
