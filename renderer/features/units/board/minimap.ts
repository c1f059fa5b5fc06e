import { type UnitCommercialState, unitCommercialStates } from '#shared/domain/units/states.ts';
import type { BoardLayout } from './layout.ts';
import type { BoardStore } from './store.ts';

/** Colour of each state on a small map. */
export type MapColours = Readonly<Partial<Record<UnitCommercialState, string>>>;

/** What is sold or not out steps back, what is left stands out: these are drawn in their ground, the rest in the mark. */
const behind: readonly UnitCommercialState[] = ['signed', 'paidUp'];
const off: readonly UnitCommercialState[] = ['unreleased', 'frozen', 'notForSale'];

/** Reads the colours of the states from the page's current scheme. */
export function readMapColours(): MapColours {
  const probe = document.createElement('i');
  probe.hidden = true;
  document.body.append(probe);
  const colours: Partial<Record<UnitCommercialState, string>> = {};
  for (const state of unitCommercialStates) {
    probe.dataset['unitState'] = state;
    const style = getComputedStyle(probe);
    const name = off.includes(state) ? '--zy-strong' : behind.includes(state) ? '--unit-bg' : '--unit-mark';
    colours[state] = style.getPropertyValue(name).trim();
  }
  probe.remove();
  return colours;
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
  const width = Math.ceil(leftOf(layout, Math.max(0, layout.columns - 1), scale) + scale.width);
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
      context.fillRect(
        leftOf(layout, column, scale),
        row * scale.height,
        scale.width - scale.gap,
        scale.height - scale.gap,
      );
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
