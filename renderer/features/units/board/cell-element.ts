import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import type { BoardCell } from './cell.ts';
import type { CellText } from './cell-text.ts';
import styles from './grid.module.css';

/** How a cell stands among the others: under the cursor; opened, or chosen for what is to be done. */
type CellStanding = { readonly cursor: boolean; readonly selected: boolean };

/**
 * A unit's element on the board, which lies over its picture: for the mouse, for whoever hears the board, and for the
 * lines around the cursor, the opened and the just changed cell.
 */
export type CellElement = {
  readonly element: HTMLElement;
  readonly tell: (cell: BoardCell, text: CellText, nameOf: (state: UnitCommercialState) => string) => void;
  readonly stand: (standing: CellStanding) => void;
  /** Shows that somebody has just changed it. */
  readonly flash: () => void;
};

/** Writes an attribute only when it changes. What was written is kept here: reading it from the page is dearer. */
function attributeOf(element: HTMLElement, name: string): (value: string | null) => void {
  let written: string | null = null;
  return (value) => {
    if (value === written) return;
    written = value;
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  };
}

/**
 * Makes the element of a unit. No rule of the style sheet asks for what changes with its state, so that hundreds of
 * cells can change in a frame without the page being styled and laid out anew.
 */
export function createCellElement(unitId: number): CellElement {
  const element = document.createElement('div');
  element.className = styles['cell'] ?? '';
  element.id = cellElementId(unitId);
  element.dataset['unit'] = String(unitId);
  element.setAttribute('role', 'gridcell');
  const name = attributeOf(element, 'aria-label');
  // In words for whoever hears the board; the eye has colour, form and letter.
  const heard = attributeOf(element, 'aria-description');
  const shown = attributeOf(element, 'data-shown');
  const cursor = attributeOf(element, 'data-cursor');
  const selected = attributeOf(element, 'aria-selected');
  return {
    element,
    tell: ({ roomNo, state }, { left, right, due }, nameOf) => {
      // The seconds of a lock are not spoken, or a reader would never come to rest.
      name([roomNo, due?.text, left, state === 'locked' ? '' : right].filter(Boolean).join(' '));
      heard(nameOf(state));
      shown(state);
    },
    stand: (standing) => {
      cursor(standing.cursor ? '' : null);
      selected(standing.selected ? 'true' : 'false');
    },
    flash: () => {
      delete element.dataset['flash'];
      element.dataset['flash'] = '';
      element.addEventListener('animationend', () => delete element.dataset['flash'], { once: true });
    },
  };
}

/** The id of a unit's element on the page. */
export function cellElementId(unitId: number): string {
  return `board-unit-${unitId}`;
}
