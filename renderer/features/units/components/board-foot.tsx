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

/** Under the board: what has just changed or is being typed; while all is quiet, how a cell reads. */
export function BoardFoot({ store, figure, typed, labelOf }: BoardFootProps) {
  const { t } = useTranslation('units');
  const last = useLastChange(store);
  return (
    <span role="status" className={styles.said}>
      {typed !== undefined ? (
        t(typed.found ? 'board.typed' : 'board.notFound', { text: typed.text })
      ) : last !== undefined ? (
        <Change key={last.key} change={last} labelOf={labelOf} />
      ) : (
        <Hint text={figure === undefined ? t('board.overviewHint') : t(`cellHint.${figure}`)} />
      )}
    </span>
  );
}

/** How a cell reads; whole at the pointer where the foot is too narrow for it. */
function Hint({ text }: { text: string }) {
  return (
    <span className={styles.hint} title={text}>
      {text}
    </span>
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
