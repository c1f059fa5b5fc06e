import { unitMarkForms } from '#renderer/components/unit-state.tsx';
import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import type { BoardCell } from './cell.ts';
import { type CellLook, type CellText, cellText } from './cell-text.ts';
import styles from './grid.module.css';

/** Words that a cell needs; given, so that no translation runs while cells are painted. */
export type CellWords = {
  readonly mark: (state: UnitCommercialState) => string;
  readonly name: (state: UnitCommercialState) => string;
};

/** A unit's element on the board, which changes only where its text or state did. */
export type CellElement = {
  readonly element: HTMLElement;
  readonly paint: (cell: BoardCell, look: CellLook, words: CellWords) => void;
  /** Shows that somebody has just changed it. */
  readonly flash: () => void;
};

function textIn(parent: HTMLElement): (text: string) => void {
  const node = document.createTextNode('');
  parent.append(node);
  return (text) => {
    if (node.data !== text) node.data = text;
  };
}

function part<Name extends keyof HTMLElementTagNameMap>(name: Name, parent: HTMLElement, className?: string) {
  const element = document.createElement(name);
  if (className !== undefined) element.className = className;
  parent.append(element);
  return element;
}

/** How many digits surely fit in the narrowest cell: on its second line, and for the room beside a tag and a mark. */
const FITS = { figures: 11, room: 5 } as const;

/** True when a cell's words may not fit and have to be shortened. A Chinese character is as wide as two digits. */
function isLong(room: string, { left, right }: CellText): boolean {
  return widthOf(left) + widthOf(right) > FITS.figures || widthOf(room) > FITS.room;
}

function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += sign > '\u2e7f' ? 2 : 1;
  return width;
}

/** Makes the element of a unit: two lines of 12 px in a cell that contains its own layout and paint. */
export function createCellElement(unitId: number): CellElement {
  const element = document.createElement('div');
  element.className = styles['cell'] ?? '';
  element.id = cellElementId(unitId);
  element.dataset['unit'] = String(unitId);
  element.setAttribute('role', 'gridcell');
  const above = part('div', element);
  const room = textIn(part('b', above));
  const due = part('span', above, styles['due']);
  const dueText = textIn(due);
  const mark = part('i', above, styles['mark']);
  // In words for whoever hears the board; the eye has colour, form and letter.
  mark.setAttribute('role', 'img');
  const markText = textIn(mark);
  const below = part('div', element);
  const left = textIn(part('span', below));
  const last = part('span', below);
  const right = textIn(last);
  due.hidden = true;
  let state: UnitCommercialState | undefined;
  return {
    element,
    paint: (cell, look, words) => {
      const text = cellText(cell, look);
      room(cell.roomNo);
      left(text.left);
      right(text.right);
      const long = isLong(cell.roomNo, text);
      if (long !== 'long' in element.dataset)
        if (long) element.dataset['long'] = '';
        else delete element.dataset['long'];
      if (state !== cell.state) {
        state = cell.state;
        // The seconds of a lock are not spoken, or a reader would never come to rest.
        last.ariaHidden = cell.state === 'locked' ? 'true' : null;
        element.dataset['unitState'] = cell.state;
        mark.dataset['form'] = unitMarkForms[cell.state];
      }
      const name = words.name(cell.state);
      if (mark.ariaLabel !== name) mark.ariaLabel = name;
      markText(words.mark(cell.state));
      const tag = text.due;
      if (due.hidden !== (tag === undefined)) due.hidden = tag === undefined;
      if (tag !== undefined) {
        dueText(tag.text);
        if (due.dataset['tone'] !== tag.tone) due.dataset['tone'] = tag.tone;
      }
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
