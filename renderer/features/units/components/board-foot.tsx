import { useTranslation } from 'react-i18next';
import { useNow } from '#renderer/lib/clock.tsx';
import { formatDateTimeShort } from '#renderer/lib/format.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import type { BoardCell } from '../board/cell.ts';
import type { CellFigure } from '../board/cell-text.ts';
import type { BoardStore } from '../board/store.ts';
import { type LastChange, useLastChange } from '../hooks/use-last-change.ts';
import styles from './board.module.css';

/** What is being typed to jump to a room. */
export type Typed = { readonly text: string; readonly found: boolean };

type BoardFootProps = {
  store: BoardStore;
  /** What the cells say; undefined where there are none, in the overview. */
  figure: CellFigure | undefined;
  typed: Typed | undefined;
  labelOf: (cell: BoardCell) => string;
};

/** The line under the board: what has just changed, what is being typed, and how a cell reads. */
export function BoardFoot({ store, figure, typed, labelOf }: BoardFootProps) {
  const { t } = useTranslation('units');
  const last = useLastChange(store);
  return (
    <div className={styles.foot}>
      <span role="status">
        {typed !== undefined
          ? t(typed.found ? 'board.typed' : 'board.notFound', { text: typed.text })
          : last && <Change key={last.key} change={last} labelOf={labelOf} />}
        {typed === undefined && last === undefined && (
          <span className={styles.hint}>{t(figure === undefined ? 'board.overviewHint' : 'board.keys')}</span>
        )}
      </span>
      {figure !== undefined && <small>{t(`cellHint.${figure}`)}</small>}
    </div>
  );
}

function Change({ change, labelOf }: { change: LastChange; labelOf: (cell: BoardCell) => string }) {
  const { t } = useTranslation('units');
  const { t: states } = useTranslation('unitStates');
  const now = useNow(undefined);
  const { cell, count } = change;
  const words = { unit: labelOf(cell), state: states(`name.${cell.state}`) };
  return (
    <>
      <time>{formatDateTimeShort(now, dayOf(now))}</time>
      {count > 1
        ? t('board.changes', { ...words, count })
        : cell.by === null
          ? t('board.changeNobody', words)
          : t('board.change', { ...words, by: cell.by })}
    </>
  );
}
