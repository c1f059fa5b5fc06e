import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import { type CellElement, type CellWords, createCellElement } from './cell-element.ts';
import type { CellLook } from './cell-text.ts';
import styles from './grid.module.css';
import type { BoardLayout } from './layout.ts';
import type { BoardStore } from './store.ts';

/** Height of a line of the board with its gap, px. */
export const LINE_HEIGHT = 30;
const OVERSCAN = 6;
/** More changes at once than this do not flash: where everything lights up nothing stands out, and it costs frames. */
const FLASHES = 40;

/** Which cells stand out: those of the pressed states, the opened one, the cursor, the chosen ones. */
export type BoardMarks = {
  readonly states: readonly UnitCommercialState[];
  readonly opened: number | null;
  readonly cursor: number | null;
  readonly chosen: ReadonlySet<number> | null;
};

/** Draws one building into an element and keeps it true; only lines in view exist. */
export type BoardPainter = {
  readonly show: (buildingId: number) => void;
  readonly look: (look: CellLook, words: CellWords) => void;
  readonly mark: (marks: BoardMarks) => void;
  /** Draws the lines that are in view now. */
  readonly scroll: () => void;
  /** Writes remaining times again. */
  readonly tick: (look: CellLook) => void;
  /** Brings a unit into view and draws it. */
  readonly reveal: (unitId: number) => void;
  readonly destroy: () => void;
};

/** Starts a painter in `body`, which stands under a head of `headHeight()` px inside the scrolling `view`. */
export function createBoardPainter(
  store: BoardStore,
  view: HTMLElement,
  body: HTMLElement,
  headHeight: () => number,
): BoardPainter {
  const rows = new Map<number, HTMLElement>();
  const cells = new Map<number, CellElement>();
  let buildingId = -1;
  let layout: BoardLayout | undefined;
  let look: CellLook | undefined;
  let words: CellWords | undefined;
  let marks: BoardMarks = { states: [], opened: null, cursor: null, chosen: null };

  const paint = (unitId: number): void => {
    const cell = store.cell(unitId);
    const drawn = cells.get(unitId);
    if (cell === undefined || drawn === undefined || look === undefined || words === undefined) return;
    drawn.paint(cell, look, words);
    markOne(unitId, drawn);
  };
  const markOne = (unitId: number, drawn: CellElement): void => {
    const state = store.cell(unitId)?.state;
    const choosing = marks.chosen !== null;
    const selected = choosing ? (marks.chosen?.has(unitId) ?? false) : marks.opened === unitId;
    const filtered = marks.states.length > 0 && state !== undefined && !marks.states.includes(state);
    drawn.stand({
      dim: choosing ? state !== 'unreleased' : filtered,
      cursor: marks.cursor === unitId,
      selected,
      chosen: choosing && selected,
    });
  };
  const clear = (): void => {
    rows.clear();
    cells.clear();
    body.replaceChildren();
  };
  const build = (index: number, shown: BoardLayout): HTMLElement => {
    const line = shown.lines[index];
    const row = document.createElement('div');
    row.className = styles['line'] ?? '';
    row.setAttribute('role', 'row');
    row.setAttribute('aria-rowindex', String(index + 3));
    row.style.transform = `translateY(${index * LINE_HEIGHT}px)`;
    const floor = document.createElement('div');
    floor.className = styles['floor'] ?? '';
    floor.setAttribute('role', 'rowheader');
    if (line?.first) {
      floor.textContent = line.name;
      floor.dataset['floor'] = String(line.floor);
    }
    row.append(floor);
    shown.entrances.forEach((entrance, number) => {
      entrance.columns.forEach((_column, offset) => {
        const column = entrance.from + offset;
        const unitId = line?.units[column] ?? null;
        const cell = unitId === null ? undefined : createCellElement(unitId);
        const element = cell?.element ?? document.createElement('div');
        if (cell === undefined) element.setAttribute('role', 'gridcell');
        else if (unitId !== null) cells.set(unitId, cell);
        element.style.gridColumn = String(2 + column + number);
        element.setAttribute('aria-colindex', String(column + 2));
        row.append(element);
        if (unitId !== null) paint(unitId);
      });
    });
    return row;
  };
  const scroll = (): void => {
    if (layout === undefined || look === undefined) return;
    const top = view.scrollTop;
    const first = Math.max(0, Math.floor(top / LINE_HEIGHT) - OVERSCAN);
    const last = Math.min(layout.lines.length - 1, Math.ceil((top + view.clientHeight) / LINE_HEIGHT) + OVERSCAN);
    for (const [index, row] of rows) {
      if (index >= first && index <= last) continue;
      row.remove();
      rows.delete(index);
      for (const unitId of layout.lines[index]?.units ?? []) if (unitId !== null) cells.delete(unitId);
    }
    for (let index = first; index <= last; index += 1) {
      if (rows.has(index)) continue;
      const row = build(index, layout);
      rows.set(index, row);
      const after = [...rows.keys()].filter((one) => one > index).toSorted((a, b) => a - b)[0];
      body.insertBefore(row, (after === undefined ? undefined : rows.get(after)) ?? null);
    }
  };
  const redraw = (): void => {
    clear();
    layout = store.buildings().some((one) => one.id === buildingId) ? store.layout(buildingId) : undefined;
    body.style.height = `${(layout?.lines.length ?? 0) * LINE_HEIGHT}px`;
    scroll();
  };
  const stop = store.subscribe(({ changed, structure }) => {
    if (structure) redraw();
    else
      for (const { before, after } of changed) {
        const drawn = cells.get(after.id);
        if (drawn === undefined) continue;
        paint(after.id);
        if (changed.length <= FLASHES && before?.state !== after.state) drawn.flash();
      }
  });
  return {
    show: (id) => {
      buildingId = id;
      redraw();
    },
    look: (next, nextWords) => {
      look = next;
      words = nextWords;
      if (rows.size === 0) scroll();
      else for (const unitId of cells.keys()) paint(unitId);
    },
    mark: (next) => {
      marks = next;
      for (const [unitId, drawn] of cells) markOne(unitId, drawn);
    },
    scroll,
    tick: (next) => {
      look = next;
      for (const unitId of cells.keys()) if (store.cell(unitId)?.state === 'locked') paint(unitId);
    },
    reveal: (unitId) => {
      const place = layout?.places.get(unitId);
      if (place === undefined) return;
      const top = place.line * LINE_HEIGHT;
      const height = view.clientHeight - headHeight();
      if (top < view.scrollTop) view.scrollTop = top;
      else if (top + LINE_HEIGHT > view.scrollTop + height) view.scrollTop = top + LINE_HEIGHT - height;
      scroll();
      cells.get(unitId)?.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    },
    destroy: () => {
      stop();
      clear();
    },
  };
}
