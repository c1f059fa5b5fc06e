import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { PanelBlock } from '#renderer/components/panel.tsx';
import { Timeline, type TimelineEntry } from '#renderer/components/timeline.tsx';
import { Money } from '#renderer/components/values.tsx';
import { ask } from '#renderer/lib/office.ts';
import { usePerson } from '#renderer/lib/person.ts';
import type { prices } from '#shared/api/prices.ts';
import { keptPrices } from '#shared/domain/prices/history.ts';
import styles from './drawer.module.css';

type Change = z.output<typeof prices.ofUnit.output>[number];

/** How a home's prices moved, newest first, for those who answer for prices; nothing while they never moved. */
export function PriceHistory({ unitId }: { unitId: number }) {
  const { t } = useTranslation('prices');
  const { t: words } = useTranslation('events');
  const allowed = usePerson().may('prices.read');
  const { data } = useQuery({ ...ask.prices.ofUnit({ unitId }), enabled: allowed });
  // The first prices of a home are no change of them.
  if (data === undefined || data.length < 2) return null;
  const entries = data.map((change, index): TimelineEntry => {
    const { seq, at, kind, by } = change;
    return {
      key: seq,
      seq,
      at,
      who: by ?? t('byOffice'),
      what: words(`kinds.${kind}`),
      note: <Moves change={change} />,
      ...(index === 0 ? { tone: 'ink' as const } : {}),
    };
  });
  return (
    <PanelBlock>
      <h3>{t('history')}</h3>
      <Timeline entries={entries} label={t('history')} />
    </PanelBlock>
  );
}

function Moves({ change }: { change: Change }) {
  const { t } = useTranslation('prices');
  return (
    <>
      {keptPrices.map((kept) => {
        const move = change[kept];
        return move === null ? null : (
          <span key={kept} className={styles.priceMove}>
            {t(`kept.${kept}`)}{' '}
            {move.before !== null && (
              <>
                <Money value={move.before} /> →{' '}
              </>
            )}
            <Money value={move.after} />
          </span>
        );
      })}
    </>
  );
}
