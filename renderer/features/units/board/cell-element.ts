import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import type { BoardCell } from './cell.ts';
import { type CellLook, type CellText, cellText } from './cell-text.ts';
import styles from './grid.module.css';
import { type MarkImage, noMark } from './mark-images.ts';

/** Words that a cell needs; given, so that no translation runs while cells are painted. */
export type CellWords = {
  readonly mark: (state: UnitCommercialState) => MarkImage;
  readonly name: (state: UnitCommercialState) => string;
};

/** How a cell stands among the others: behind a filter, under the cursor, opened, or chosen for what is to be done. */
export type CellStanding = {
  readonly dim: boolean;
  readonly cursor: boolean;
  readonly selected: boolean;
  readonly chosen: boolean;
};

/** A unit's element on the board, which changes only where its text or state did. */
export type CellElement = {
  readonly element: HTMLElement;
  readonly paint: (cell: BoardCell, look: CellLook, words: CellWords) => void;
  readonly stand: (standing: CellStanding) => void;
  /** Shows that somebody has just changed it. */
  readonly flash: () => void;
};

/** Writes what changed and only that. What was written is kept here: reading it from the page is half the work. */
function once<Value>(first: Value, write: (value: Value) => void): (value: Value) => void {
  let written = first;
  return (value) => {
    if (value === written) return;
    written = value;
    write(value);
  };
}

function textIn(parent: HTMLElement): (text: string) => void {
  const node = document.createTextNode('');
  parent.append(node);
  return once('', (text) => {
    node.data = text;
  });
}

function attributeOf(element: HTMLElement, name: string): (value: string | null) => void {
  return once<string | null>(null, (value) => {
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  });
}

function part<Name extends keyof HTMLElementTagNameMap>(name: Name, parent: HTMLElement) {
  const element = document.createElement(name);
  parent.append(element);
  return element;
}

type Due = NonNullable<CellText['due']>;

/** Writes the tag of a deadline, which few cells have: there is no element for it until it is needed. */
function dueIn(cell: HTMLElement): (due: Due | undefined) => void {
  let tag: { readonly element: HTMLElement; readonly paint: (due: Due) => void } | undefined;
  const made = (): NonNullable<typeof tag> => {
    const element = document.createElement('em');
    const text = textIn(element);
    const tone = attributeOf(element, 'data-tone');
    const paint = (due: Due): void => {
      text(due.text);
      tone(due.tone);
    };
    return { element, paint };
  };
  const present = once(false, (there) => {
    if (tag === undefined) return;
    if (there) cell.prepend(tag.element);
    else tag.element.remove();
  });
  return (due) => {
    if (due !== undefined) {
      tag ??= made();
      tag.paint(due);
    }
    present(due !== undefined);
  };
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

/**
 * Makes the element of a unit: two lines of text in a cell that contains its own layout and paint. As few elements as
 * can be and no flexible boxes, for hundreds of cells may change in one frame.
 */
export function createCellElement(unitId: number): CellElement {
  const element = document.createElement('div');
  element.className = styles['cell'] ?? '';
  element.id = cellElementId(unitId);
  element.dataset['unit'] = String(unitId);
  element.setAttribute('role', 'gridcell');
  const room = textIn(part('b', element));
  // Ends the first line. An element for each line would be dearer.
  element.append('\n');
  const last = part('span', element);
  const right = textIn(last);
  const left = textIn(element);
  const paintDue = dueIn(element);
  const showMark = once('none', (image) => {
    element.style.backgroundImage = image;
  });
  const long = attributeOf(element, 'data-long');
  // In words for whoever hears the board; the eye has colour, form and letter.
  const heard = attributeOf(element, 'aria-description');
  const unheard = attributeOf(last, 'aria-hidden');
  const state = attributeOf(element, 'data-unit-state');
  const dim = attributeOf(element, 'data-dim');
  const cursor = attributeOf(element, 'data-cursor');
  const chosen = attributeOf(element, 'data-chosen');
  const selected = attributeOf(element, 'aria-selected');
  let mark = noMark;
  let dimmed = false;
  return {
    element,
    paint: (cell, look, words) => {
      const text = cellText(cell, look);
      room(cell.roomNo);
      left(text.left);
      right(text.right);
      paintDue(text.due);
      long(isLong(cell.roomNo, text) ? '' : null);
      state(cell.state);
      mark = words.mark(cell.state);
      showMark(dimmed ? mark.dim : mark.plain);
      heard(words.name(cell.state));
      // The seconds of a lock are not spoken, or a reader would never come to rest.
      unheard(cell.state === 'locked' ? 'true' : null);
    },
    stand: (standing) => {
      dimmed = standing.dim;
      showMark(dimmed ? mark.dim : mark.plain);
      dim(dimmed ? '' : null);
      cursor(standing.cursor ? '' : null);
      chosen(standing.chosen ? '' : null);
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
