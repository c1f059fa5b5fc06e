import { useTranslation } from 'react-i18next';
import { UnitMark } from '#renderer/components/unit-state.tsx';
import { formatCount } from '#renderer/lib/format.ts';
import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import { countOf, legend, toggled } from '../board/legend.ts';
import type { BoardStore } from '../board/store.ts';
import { useBoardVersion } from '../hooks/use-board.ts';
import styles from './board.module.css';

type StateLegendProps = {
  store: BoardStore;
  /** Counts of one building; of all when undefined. */
  buildingId: number | undefined;
  filter: readonly UnitCommercialState[];
  onFilter: (filter: readonly UnitCommercialState[]) => void;
};

/** Legend and filter in one, with live counts. A pressed entry is shown, the rest of the board steps back. */
export function StateLegend({ store, buildingId, filter, onFilter }: StateLegendProps) {
  const { t } = useTranslation('units');
  const { t: states } = useTranslation('unitStates');
  useBoardVersion(store);
  const counts = store.counts(buildingId);
  return (
    <div className={styles.legend} role="group" aria-label={t('board.legend')}>
      {legend.map((entry) => (
        <button
          key={entry.key}
          type="button"
          aria-pressed={entry.states.every((state) => filter.includes(state))}
          onClick={() => onFilter(toggled(filter, entry))}
        >
          <UnitMark state={entry.states[0]} />
          <span>{entry.key === 'offMarket' ? t('board.offMarket') : states(`name.${entry.key}`)}</span>
          <b>{formatCount(countOf(entry, counts))}</b>
        </button>
      ))}
    </div>
  );
}
