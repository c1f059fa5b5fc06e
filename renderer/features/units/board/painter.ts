import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import { type CellFace, type CellPlace, createLineDrawing, type LineDrawing } from './cell-drawing.ts';
import { type CellElement, createCellElement } from './cell-element.ts';
import { type CellLook, cellText } from './cell-text.ts';
import styles from './grid.module.css';
import { type BoardLayout, columnPlaces } from './layout.ts';
import type { BoardPalette } from './palette.ts';
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

/** What cells are written and drawn with. */
export type BoardStyle = {
  readonly look: CellLook;
  readonly nameOf: (state: UnitCommercialState) => string;
  readonly palette: BoardPalette;
};

/** Draws one building into an element and keeps it true; only lines in view exist. */
export type BoardPainter = {
  readonly show: (buildingId: number) => void;
  readonly look: (style: BoardStyle) => void;
  readonly mark: (marks: BoardMarks) => void;
  /** Draws the lines that are in view now. */
  readonly scroll: () => void;
  /** The view has another size: lines in view are drawn, in their new width. */
  readonly fit: () => void;
  /** Writes remaining times again. */
  readonly tick: (look: CellLook) => void;
  /** Brings a unit into view and draws it. */
  readonly reveal: (unitId: number) => void;
  readonly destroy: () => void;
};

/** A cell in view: its element, its place in the picture of its line, and what is drawn there. */
type Drawn = {
  readonly element: CellElement;
  readonly drawing: LineDrawing;
  readonly place: CellPlace;
  face: CellFace | undefined;
};

function isSameFace(a: CellFace | undefined, b: CellFace): boolean {
  return (
    a !== undefined &&
    a.state === b.state &&
    a.room === b.room &&
    a.dim === b.dim &&
    a.chosen === b.chosen &&
    a.text.left === b.text.left &&
    a.text.right === b.text.right &&
    a.text.due?.text === b.text.due?.text &&
    a.text.due?.tone === b.text.due?.tone
  );
}

/** Starts a painter in `body`, which stands under a head of `headHeight()` px inside the scrolling `view`. */
export function createBoardPainter(
  store: BoardStore,
  view: HTMLElement,
  body: HTMLElement,
  headHeight: () => number,
): BoardPainter {
  const rows = new Map<number, HTMLElement>();
  const cells = new Map<number, Drawn>();
  let buildingId = -1;
  let layout: BoardLayout | undefined;
  let style: BoardStyle | undefined;
  let width = 0;
  let places: readonly CellPlace[] = [];
  let marks: BoardMarks = { states: [], opened: null, cursor: null, chosen: null };

  const paint = (unitId: number): void => {
    const cell = store.cell(unitId);
    const drawn = cells.get(unitId);
    if (cell === undefined || drawn === undefined || style === undefined) return;
    const text = cellText(cell, style.look);
    const choosing = marks.chosen !== null;
    const chosen = marks.chosen?.has(unitId) ?? false;
    const filtered = marks.states.length > 0 && !marks.states.includes(cell.state);
    const dim = choosing ? cell.state !== 'unreleased' : filtered;
    drawn.element.tell(cell, text, style.nameOf);
    drawn.element.stand({
      cursor: marks.cursor === unitId,
      selected: choosing ? chosen : marks.opened === unitId,
    });
    const face = { state: cell.state, room: cell.roomNo, text, dim, chosen };
    if (isSameFace(drawn.face, face)) return;
    drawn.face = face;
    drawn.drawing.draw(face, drawn.place);
  };
  const paintAll = (): void => {
    for (const unitId of cells.keys()) paint(unitId);
  };
  const clear = (): void => {
    rows.clear();
    cells.clear();
    body.replaceChildren();
  };
  const build = (index: number, shown: BoardLayout, palette: BoardPalette): HTMLElement => {
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
    const drawing = createLineDrawing(width, palette);
    drawing.canvas.className = styles['picture'] ?? '';
    row.append(drawing.canvas, floor);
    shown.entrances.forEach((entrance, number) => {
      entrance.columns.forEach((_column, offset) => {
        const column = entrance.from + offset;
        const unitId = line?.units[column] ?? null;
        const place = places[column];
        const cell = unitId === null ? undefined : createCellElement(unitId);
        const element = cell?.element ?? document.createElement('div');
        if (cell === undefined) element.setAttribute('role', 'gridcell');
        else if (unitId !== null && place !== undefined)
          cells.set(unitId, { element: cell, drawing, place, face: undefined });
        element.style.gridColumn = String(2 + column + number);
        element.setAttribute('aria-colindex', String(column + 2));
        row.append(element);
        if (unitId !== null) paint(unitId);
      });
    });
    return row;
  };
  const scroll = (): void => {
    if (layout === undefined || style === undefined) return;
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
      const row = build(index, layout, style.palette);
      rows.set(index, row);
      const after = [...rows.keys()].filter((one) => one > index).toSorted((a, b) => a - b)[0];
      body.insertBefore(row, (after === undefined ? undefined : rows.get(after)) ?? null);
    }
  };
  const redraw = (): void => {
    clear();
    layout = store.buildings().some((one) => one.id === buildingId) ? store.layout(buildingId) : undefined;
    body.style.height = `${(layout?.lines.length ?? 0) * LINE_HEIGHT}px`;
    width = body.getBoundingClientRect().width;
    places = layout === undefined ? [] : columnPlaces(layout, width);
    scroll();
  };
  const stop = store.subscribe(({ changed, structure }) => {
    if (structure) redraw();
    else
      for (const { before, after } of changed) {
        const drawn = cells.get(after.id);
        if (drawn === undefined) continue;
        paint(after.id);
        if (changed.length <= FLASHES && before?.state !== after.state) drawn.element.flash();
      }
  });
  return {
    show: (id) => {
      buildingId = id;
      redraw();
    },
    look: (next) => {
      const drawnOtherwise = style?.palette !== next.palette;
      style = next;
      if (drawnOtherwise) redraw();
      else paintAll();
    },
    mark: (next) => {
      marks = next;
      paintAll();
    },
    scroll,
    fit: () => {
      if (body.getBoundingClientRect().width === width) scroll();
      else redraw();
    },
    tick: (look) => {
      if (style === undefined) return;
      style = { ...style, look };
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
      cells.get(unitId)?.element.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    },
    destroy: () => {
      stop();
      clear();
    },
  };
}
