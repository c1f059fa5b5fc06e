import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import { type CellWords, createCellElement } from './cell-element.ts';
import type { CellLook } from './cell-text.ts';
import styles from './grid.module.css';
import { type BoardLayout, boardTracks, boardWidth } from './layout.ts';
import { drawMarks } from './mark-images.ts';
import { LINE_HEIGHT } from './painter.ts';
import type { BoardStore } from './store.ts';

/** What is printed: one building as it is seen, with its title and its legend. */
export type BoardSheet = {
  readonly store: BoardStore;
  readonly layout: BoardLayout;
  readonly look: CellLook;
  readonly words: CellWords;
  readonly letterOf: (state: UnitCommercialState) => string;
  /** States that stand out; the rest steps back, as on the screen. */
  readonly states: readonly UnitCommercialState[];
  readonly title: string;
  readonly sub: string;
  readonly legend: readonly string[];
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

function headOf(sheet: HTMLElement, { layout }: BoardSheet): void {
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

function linesOf(sheet: HTMLElement, { store, layout, look, words, states }: BoardSheet): void {
  const tracks = boardTracks(layout);
  for (const line of layout.lines) {
    const row = element(sheet, styles['printed']);
    row.style.setProperty('--board-columns', tracks);
    element(row, styles['floor'], line.first ? line.name : '');
    layout.entrances.forEach((entrance, index) => {
      entrance.columns.forEach((_column, offset) => {
        const unitId = line.units[entrance.from + offset] ?? null;
        const cell = unitId === null ? undefined : store.cell(unitId);
        if (cell === undefined) return;
        const drawn = createCellElement(cell.id);
        drawn.element.removeAttribute('id');
        drawn.element.style.gridColumn = String(2 + entrance.from + offset + index);
        drawn.paint(cell, look, words);
        const dim = states.length > 0 && !states.includes(cell.state);
        drawn.stand({ dim, cursor: false, selected: false, chosen: false });
        row.append(drawn.element);
      });
    });
  }
}

/** Points for each CSS px of a mark on paper: sharp for a printer. */
const PRINT_SCALE = 4;

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

/** Lays the whole building on one A3 sheet, in the colours of the light scheme. Lives in the page while it is printed. */
function layOutSheet(sheet: BoardSheet): HTMLElement {
  const paper = document.createElement('section');
  paper.className = styles['paper'] ?? '';
  paper.setAttribute('aria-hidden', 'true');
  const head = element(paper, styles['paperHead']);
  element(head, undefined, sheet.title);
  element(head, undefined, sheet.sub);
  element(paper, styles['paperLegend'], sheet.legend.join('　'));
  headOf(paper, sheet);
  const marks = inLight(() => drawMarks(sheet.letterOf, PRINT_SCALE));
  linesOf(paper, { ...sheet, words: { ...sheet.words, mark: (state) => marks[state] } });
  const width = boardWidth(sheet.layout);
  const height = 110 + sheet.layout.lines.length * LINE_HEIGHT;
  const scale = Math.min(1.3, PAGE.width / width, PAGE.height / height);
  paper.style.setProperty('zoom', String(Math.floor(scale * 1000) / 1000));
  return paper;
}

/** Prints a building through the system's dialog. The sheet is white whatever the screen is, and goes when it is done. */
export function printBoard(sheet: BoardSheet): void {
  document.querySelector(`body > .${styles['paper'] ?? ''}`)?.remove();
  const paper = layOutSheet(sheet);
  document.body.append(paper);
  const root = document.documentElement.dataset;
  const scheme = root['mantineColorScheme'];
  const lighten = (): void => {
    root['mantineColorScheme'] = 'light';
  };
  const restore = (): void => {
    window.removeEventListener('beforeprint', lighten);
    if (scheme !== undefined) root['mantineColorScheme'] = scheme;
    paper.remove();
  };
  window.addEventListener('beforeprint', lighten, { once: true });
  window.addEventListener('afterprint', restore, { once: true });
  window.print();
}
