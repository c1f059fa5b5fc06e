import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import type { BoardLayout } from './layout.ts';
import { readStates } from './state-colours.ts';
import type { BoardStore } from './store.ts';

/** Colour of each state on a small map, and of the line around and through what is off the market. */
export type MapColours = Readonly<Partial<Record<UnitCommercialState | 'line', string>>>;

/** What is sold or not out steps back, what is left stands out: these are drawn in their ground, the rest in the mark. */
const behind: readonly UnitCommercialState[] = ['signed', 'paidUp'];
const off: readonly UnitCommercialState[] = ['unreleased', 'frozen', 'notForSale'];
/** Struck through, so that colour is not the only sign. */
const struck: readonly UnitCommercialState[] = ['frozen', 'notForSale'];
/** Lines are drawn where a unit is at least so high. */
const LEAST_LINED = 5;

/** Reads the colours of the states from the page's current scheme. */
export function readMapColours(): MapColours {
  let line = '';
  const states = readStates((token, state) => {
    line = token('--zy-strong');
    return token(off.includes(state) ? '--zy-sunken' : behind.includes(state) ? '--unit-bg' : '--unit-mark');
  });
  return { ...states, line };
}

/** Size of one unit on a map, px, and the space between two. */
export type MapScale = { readonly width: number; readonly height: number; readonly gap: number };

/** The scale at which a building fits a box. */
export function fitScale(layout: BoardLayout, width: number, height: number): MapScale {
  const columns = layout.columns + Math.max(0, layout.entrances.length - 1) * 0.5;
  return {
    width: Math.max(1, Math.min(12, width / Math.max(1, columns))),
    height: Math.max(1, Math.min(6, height / Math.max(1, layout.lines.length))),
    gap: 0,
  };
}

/** Space that a building takes beside its map: padding, its name, its figures. */
const FRAME = { width: 29, height: 82 };
const TALLEST = 22;
const LOWEST = 7;

/** The largest scale at which all buildings of a project fit a box, side by side and in lines; the smallest when none does. */
export function overviewScale(layouts: readonly BoardLayout[], width: number, height: number): MapScale {
  for (let tall = TALLEST; tall > LOWEST; tall -= 1) {
    const scale = { width: tall * 1.6, height: tall, gap: Math.max(1, Math.round(tall / 8)) };
    if (heightOf(layouts, scale, width) <= height) return scale;
  }
  return { width: LOWEST * 1.6, height: LOWEST, gap: 1 };
}

/** How high the buildings stand when they are set side by side and broken into lines. */
function heightOf(layouts: readonly BoardLayout[], scale: MapScale, width: number): number {
  let total = 0;
  let left = 0;
  let tallest = 0;
  for (const layout of layouts) {
    const wide = Math.max(MIN_BLOCK, widthOf(layout, scale)) + FRAME.width;
    if (left > 0 && left + wide > width) {
      total += tallest;
      left = 0;
      tallest = 0;
    }
    left += wide;
    tallest = Math.max(tallest, layout.lines.length * scale.height + FRAME.height);
  }
  return total + tallest;
}

/** A building's figures need as much. */
const MIN_BLOCK = 120;

function widthOf(layout: BoardLayout, scale: MapScale): number {
  return Math.ceil(leftOf(layout, Math.max(0, layout.columns - 1), scale) + scale.width);
}

/** Where a column of a building begins on a map; entrances stand half a unit apart. */
function leftOf(layout: BoardLayout, column: number, scale: MapScale): number {
  const entrance = layout.entrances.findLastIndex((one) => one.from <= column);
  return (column + Math.max(0, entrance) * 0.5) * scale.width;
}

/** Draws a building as small tiles, sized in CSS px. Only units in `states` are drawn in full when there are any. */
export function drawMap(
  canvas: HTMLCanvasElement,
  store: BoardStore,
  layout: BoardLayout,
  scale: MapScale,
  colours: MapColours,
  states: readonly UnitCommercialState[] = [],
): void {
  const ratio = window.devicePixelRatio || 1;
  const width = widthOf(layout, scale);
  const height = Math.ceil(layout.lines.length * scale.height);
  canvas.width = Math.max(1, Math.round(width * ratio));
  canvas.height = Math.max(1, Math.round(height * ratio));
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.scale(ratio, ratio);
  layout.lines.forEach((line, row) => {
    line.units.forEach((unitId, column) => {
      const cell = unitId === null ? undefined : store.cell(unitId);
      if (cell === undefined) return;
      context.globalAlpha = states.length > 0 && !states.includes(cell.state) ? 0.2 : 1;
      context.fillStyle = colours[cell.state] ?? '#888';
      const left = leftOf(layout, column, scale);
      const top = row * scale.height;
      const width = scale.width - scale.gap;
      const height = scale.height - scale.gap;
      context.fillRect(left, top, width, height);
      if (!off.includes(cell.state) || height < LEAST_LINED) return;
      context.strokeStyle = colours.line ?? '#888';
      context.strokeRect(left + 0.5, top + 0.5, width - 1, height - 1);
      if (!struck.includes(cell.state)) return;
      context.beginPath();
      context.moveTo(left, top + height);
      context.lineTo(left + width, top);
      context.stroke();
    });
  });
}

/** The unit under a point of a map, in CSS px from its upper left corner. */
export function unitAt(layout: BoardLayout, scale: MapScale, x: number, y: number): number | undefined {
  const line = layout.lines[Math.floor(y / scale.height)];
  const column = line?.units.findIndex((_unit, index) => {
    const left = leftOf(layout, index, scale);
    return x >= left && x < left + scale.width;
  });
  return column === undefined ? undefined : (line?.units[column] ?? undefined);
}
