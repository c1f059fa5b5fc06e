import { printPapers } from '#renderer/components/print-papers.ts';
import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import { createLineDrawing } from './cell-drawing.ts';
import { type CellLook, cellText } from './cell-text.ts';
import styles from './grid.module.css';
import { type BoardLayout, boardTracks, boardWidth, columnPlaces } from './layout.ts';
import { LINE_HEIGHT } from './painter.ts';
import { type BoardPalette, loadFaces, readPalette } from './palette.ts';
import type { BoardStore } from './store.ts';

/** What is printed: one building as it is seen, with its title, its legend and its totals; or the totals alone. */
export type BoardSheet = {
  readonly store: BoardStore;
  /** Undefined for the sheet that only adds up. */
  readonly layout: BoardLayout | undefined;
  readonly look: CellLook;
  readonly letterOf: (state: UnitCommercialState) => string;
  /** States that stand out; the rest steps back, as on the screen. */
  readonly states: readonly UnitCommercialState[];
  readonly title: string;
  readonly sub: string;
  readonly legend: readonly string[];
  /** What the homes come to by their layouts: heads, then lines, the last of which is all of them. */
  readonly totals: readonly (readonly string[])[];
  /** That it is not for anybody outside. */
  readonly mark: string;
  /** Number of the export, who printed it, and when. */
  readonly record: string;
};

/** Printable part of an A3 sheet lying down with margins of 10 mm, in CSS px. */
const PAGE = { width: 1512, height: 1046 };

function element(parent: HTMLElement, className: string | undefined, text?: string): HTMLElement {
  const made = document.createElement('div');
  made.className = className ?? '';
  if (text !== undefined) made.textContent = text;
  parent.append(made);
  return made;
}

function headOf(sheet: HTMLElement, layout: BoardLayout): void {
  const tracks = boardTracks(layout);
  const entrances = element(sheet, styles['headLine']);
  const columns = element(sheet, styles['headLine']);
  for (const line of [entrances, columns]) line.style.setProperty('--board-columns', tracks);
  layout.entrances.forEach((entrance, index) => {
    const name = element(entrances, styles['entrance'], entrance.name);
    name.style.gridColumn = `${2 + entrance.from + index} / span ${entrance.columns.length}`;
    entrance.columns.forEach(({ label, note }, offset) => {
      const column = element(columns, styles['column'], `${label} ${note}`);
      column.style.gridColumn = String(2 + entrance.from + offset + index);
    });
  });
}

function linesOf(
  sheet: HTMLElement,
  { store, look, states }: BoardSheet,
  layout: BoardLayout,
  width: number,
  palette: BoardPalette,
) {
  const places = columnPlaces(layout, width);
  for (const line of layout.lines) {
    const row = element(sheet, styles['printed']);
    const drawing = createLineDrawing(width, palette);
    row.append(drawing.canvas);
    element(row, styles['floor'], line.first ? line.name : '');
    line.units.forEach((unitId, column) => {
      const cell = unitId === null ? undefined : store.cell(unitId);
      const place = places[column];
      if (cell === undefined || place === undefined) return;
      const dim = states.length > 0 && !states.includes(cell.state);
      drawing.draw({ state: cell.state, room: cell.roomNo, text: cellText(cell, look), dim, chosen: false }, place);
    });
  }
}

/** Points for each px of the sheet: 288 to the inch. */
const PRINT_SCALE = 3;

/** Runs something with the page in light colours; nothing is painted in between. */
function inLight<Result>(run: () => Result): Result {
  const root = document.documentElement.dataset;
  const scheme = root['mantineColorScheme'];
  root['mantineColorScheme'] = 'light';
  try {
    return run();
  } finally {
    if (scheme !== undefined) root['mantineColorScheme'] = scheme;
  }
}

/** Height of a line of the totals, px. */
const TOTAL_HEIGHT = 18;

function totalsOf(paper: HTMLElement, lines: readonly (readonly string[])[]): void {
  const table = document.createElement('table');
  table.className = styles['paperTotals'] ?? '';
  lines.forEach((cells, index) => {
    const row = table.insertRow();
    for (const text of cells) {
      const cell = document.createElement(index === 0 ? 'th' : 'td');
      cell.textContent = text;
      row.append(cell);
    }
  });
  paper.append(table);
}

/** Lays a whole building on one A3 sheet, in the colours of the light scheme. Lives in the page while it is printed. */
function layOutSheet(sheet: BoardSheet): HTMLElement {
  const { layout } = sheet;
  const paper = document.createElement('section');
  paper.className = styles['paper'] ?? '';
  const head = element(paper, styles['paperHead']);
  element(head, undefined, sheet.title);
  element(head, undefined, sheet.sub);
  element(head, styles['paperMark'], sheet.mark);
  element(head, styles['paperRecord'], sheet.record);
  element(paper, styles['paperLegend'], sheet.legend.join('　'));
  const least = layout === undefined ? 0 : boardWidth(layout);
  const height = 116 + (layout?.lines.length ?? 0) * LINE_HEIGHT + sheet.totals.length * TOTAL_HEIGHT;
  const zoom = Math.floor(Math.min(1.3, PAGE.width / least, PAGE.height / height) * 1000) / 1000;
  const width = Math.floor(PAGE.width / zoom);
  paper.style.setProperty('zoom', String(zoom));
  paper.style.width = `${width}px`;
  if (layout !== undefined) {
    headOf(paper, layout);
    const palette = inLight(() => readPalette(sheet.letterOf, PRINT_SCALE * zoom));
    linesOf(paper, sheet, layout, width, { ...palette, page: '#ffffff' });
  }
  totalsOf(paper, sheet.totals);
  return paper;
}

/** What the cells of a sheet are written with. */
function lettersOf({ store, layout, look }: BoardSheet): string {
  const ids = layout?.lines.flatMap(({ units }) => units) ?? [];
  const cells = ids.flatMap((id) => (id === null ? [] : (store.cell(id) ?? [])));
  return cells
    .map((cell) => {
      const { left, right, due } = cellText(cell, look);
      return `${cell.roomNo}${left}${right}${due?.text ?? ''}`;
    })
    .join('');
}

/**
 * Prints buildings through the system's dialog, a sheet each. Their letters are loaded first: a sheet is drawn once, also the
 * rows that never were on the screen.
 */
export async function printBoard(sheets: readonly BoardSheet[]): Promise<void> {
  await loadFaces([...new Set(sheets.map(lettersOf).join(''))].join(''), PRINT_SCALE);
  printPapers(sheets.map(layOutSheet));
}
