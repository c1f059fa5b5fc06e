import { type CSSProperties, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import type { BoardCell } from '../board/cell.ts';
import { cellElementId } from '../board/cell-element.ts';
import type { CellFigure } from '../board/cell-text.ts';
import styles from '../board/grid.module.css';
import { type BoardLayout, boardTracks, boardWidth, stepFrom } from '../board/layout.ts';
import { type BoardPainter, createBoardPainter, LINE_HEIGHT } from '../board/painter.ts';
import type { BoardStore } from '../board/store.ts';
import { useBoardPalette } from '../hooks/use-board-palette.ts';
import { useBuyers } from '../hooks/use-buyers.ts';
import { useCellLook, useStateNames } from '../hooks/use-cell-look.ts';
import { useTypedJump } from '../hooks/use-typed-jump.ts';

type BoardGridProps = {
  store: BoardStore;
  buildingId: number;
  label: string;
  layout: BoardLayout;
  figure: CellFigure;
  /** The instant of the past that is shown; undefined is now. */
  at: number | undefined;
  states: readonly UnitCommercialState[];
  opened: number | null;
  /** Units chosen to be released; null while nothing is being chosen. */
  chosen: ReadonlySet<number> | null;
  onOpen: (unitId: number) => void;
  onChoose: (unitIds: readonly number[]) => void;
  onTyped: (typed: { text: string; found: boolean } | undefined) => void;
};

function sizesOf(layout: BoardLayout): CSSProperties {
  return { minWidth: boardWidth(layout), ['--board-columns' as string]: boardTracks(layout) };
}

/** Units that are chosen together by clicking a floor or a column. */
function unitsAlong(layout: BoardLayout, target: Element): readonly number[] {
  const floor = target.closest<HTMLElement>('[data-floor]')?.dataset['floor'];
  const column = target.closest<HTMLElement>('[data-column]')?.dataset['column'];
  const lines = floor === undefined ? layout.lines : layout.lines.filter((line) => line.floor === Number(floor));
  if (floor === undefined && column === undefined) return [];
  return lines
    .flatMap((line) => (column === undefined ? line.units : [line.units[Number(column)] ?? null]))
    .filter((id) => id !== null);
}

function roomBegins({ roomNo }: BoardCell, typed: string): boolean {
  return roomNo.toLowerCase().startsWith(typed);
}

/** One building: floors down, rooms across, heads in view. The cells are painted outside React's tree. */
export function BoardGrid(props: BoardGridProps) {
  const { store, buildingId, layout, opened, chosen, states, figure } = props;
  const { t } = useTranslation('units');
  const view = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [painter, setPainter] = useState<BoardPainter>();
  const [cursor, setCursor] = useState<number | null>(opened);
  const lookNow = useCellLook(figure, props.at, useBuyers(figure, buildingId, props.at));
  const nameOf = useStateNames();
  const palette = useBoardPalette();

  useLayoutEffect(() => {
    if (!view.current || !body.current) return undefined;
    const made = createBoardPainter(store, view.current, body.current, () => head.current?.offsetHeight ?? 0);
    setPainter(made);
    const observer = new ResizeObserver(() => made.fit());
    observer.observe(view.current);
    return () => {
      observer.disconnect();
      made.destroy();
    };
  }, [store]);
  useLayoutEffect(() => painter?.show(buildingId), [painter, buildingId]);
  useLayoutEffect(() => {
    if (palette) painter?.look({ look: lookNow(), nameOf, palette });
  }, [painter, lookNow, nameOf, palette]);
  useLayoutEffect(() => painter?.mark({ states, opened, cursor, chosen }), [painter, states, opened, cursor, chosen]);
  useEffect(() => {
    if (opened !== null) {
      setCursor(opened);
      painter?.reveal(opened);
    }
  }, [painter, opened]);
  // The keyboard works at once, unless one is somewhere else already.
  useEffect(() => {
    if (document.activeElement === document.body) view.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    const timer = setInterval(() => painter?.tick(lookNow()), 1000);
    return () => clearInterval(timer);
  }, [painter, lookNow]);

  const goTo = (unitId: number): void => {
    setCursor(unitId);
    painter?.reveal(unitId);
  };
  const type = useTypedJump((text) => {
    // The pause after the last letter ends the word; it goes nowhere.
    const found = text === '' ? undefined : store.cells(buildingId).find((cell) => roomBegins(cell, text));
    if (found) goTo(found.id);
    props.onTyped(text === '' ? undefined : { text: text.toUpperCase(), found: found !== undefined });
  });
  const at = cursor !== null && layout.places.has(cursor) ? cursor : null;
  const act = (unitId: number): void => (chosen === null ? props.onOpen(unitId) : props.onChoose([unitId]));
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return;
    const page = Math.max(1, Math.floor((view.current?.clientHeight ?? 300) / LINE_HEIGHT) - 3);
    const next = stepFrom(layout, at, event.key, page);
    const moving = /^(Arrow|Page|Home|End)/.test(event.key);
    if (moving) {
      event.preventDefault();
      if (next !== undefined) goTo(next);
    } else if ((event.key === 'Enter' || event.key === ' ') && at !== null) {
      event.preventDefault();
      act(at);
    } else if (/^[\p{L}\p{N}-]$/u.test(event.key)) {
      event.preventDefault();
      type(event.key.toLowerCase());
    }
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot paint only the lines in view
    <div
      ref={view}
      className={styles.view}
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={layout.lines.length + 2}
      aria-colcount={layout.columns + 1}
      aria-multiselectable={chosen !== null}
      aria-activedescendant={at === null ? undefined : cellElementId(at)}
      onScroll={() => painter?.scroll()}
      onKeyDown={onKeyDown}
      onFocus={() => {
        const first = layout.lines[0]?.units.find((id) => id !== null);
        if (at === null && first !== undefined && first !== null) setCursor(first);
      }}
      onClick={(event) => {
        if (!(event.target instanceof Element)) return;
        const unit = event.target.closest<HTMLElement>('[data-unit]')?.dataset['unit'];
        if (unit !== undefined) {
          setCursor(Number(unit));
          act(Number(unit));
        } else if (chosen !== null) props.onChoose(unitsAlong(layout, event.target));
      }}
    >
      <div style={sizesOf(layout)}>
        <div ref={head} className={styles.head} role="rowgroup">
          <div className={styles.headLine} role="row" aria-rowindex={1}>
            <span className={styles.corner} aria-hidden="true" />
            {layout.entrances.map((entrance, index) => (
              <span
                key={entrance.name}
                className={styles.entrance}
                role="columnheader"
                aria-colspan={entrance.columns.length}
                style={{ gridColumn: `${2 + entrance.from + index} / span ${entrance.columns.length}` }}
              >
                {entrance.name}
              </span>
            ))}
          </div>
          <div className={styles.headLine} role="row" aria-rowindex={2}>
            <span className={styles.corner} role="columnheader">
              {t('board.floor')}
            </span>
            {layout.entrances.map((entrance, index) =>
              entrance.columns.map((column, offset) => (
                <span
                  key={`${entrance.name} ${column.key}`}
                  className={styles.column}
                  role="columnheader"
                  data-column={entrance.from + offset}
                  title={[column.label, column.note].filter(Boolean).join(' ')}
                  style={{ gridColumn: 2 + entrance.from + offset + index }}
                >
                  <b>{column.label}</b>
                  {column.note !== '' && <span>{column.note}</span>}
                </span>
              )),
            )}
          </div>
        </div>
        <div ref={body} className={styles.body} role="rowgroup" />
      </div>
    </div>
  );
}
