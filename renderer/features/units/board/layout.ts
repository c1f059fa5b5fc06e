import { roomOf } from '#shared/domain/units/room-column.ts';
import type { BoardCell } from './cell.ts';

/** A column of the board: rooms that lie above each other. */
export type BoardColumn = {
  readonly key: string;
  /** What stands in the head: `01`. Empty where rooms do not lie above each other, such as parking. */
  readonly label: string;
  /** House type and orientation where most rooms of the column share them: `B2 南北`. */
  readonly note: string;
};

/** An entrance with its columns; its first column is `from` among all columns of the building. */
export type BoardEntrance = {
  readonly name: string;
  readonly columns: readonly BoardColumn[];
  readonly from: number;
};

/** A line of the board. A floor with more places than columns takes several lines; only its first has a name. */
export type BoardLine = {
  readonly floor: number;
  readonly name: string;
  readonly first: boolean;
  /** Unit ids by column of the building; null where there is no room. */
  readonly units: readonly (number | null)[];
};

/** Where each unit of a building stands: floors down, rooms across. */
export type BoardLayout = {
  readonly entrances: readonly BoardEntrance[];
  readonly columns: number;
  readonly lines: readonly BoardLine[];
  /** Line and column of each unit. */
  readonly places: ReadonlyMap<number, { readonly line: number; readonly column: number }>;
  /** How many floors have units. */
  readonly floors: number;
  /** The number of the highest floor; below the ground only, how many there are. */
  readonly top: number;
};

/** Most columns of an entrance; a floor with more places, such as a garage, is broken into lines of twelve. */
const WIDEST = 24;
const BROKEN = 12;

const byText = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true });

type EntrancePlan = { columns: BoardColumn[]; byFloor: Map<number, (number | null)[][]> };

function mostly(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] * 2 > values.length ? best[0] : '';
}

function noteOf(cells: readonly BoardCell[]): string {
  // A type is often written with its rooms, `B2 三室两厅`: the head has room for its letter only.
  return [
    mostly(cells.map((cell) => cell.houseType.split(/\s/)[0] ?? '')),
    mostly(cells.map((cell) => cell.orientation)),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function group<Key, Value>(values: readonly Value[], keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const found = groups.get(key);
    if (found === undefined) groups.set(key, [value]);
    else found.push(value);
  }
  return groups;
}

function stacked(rooms: ReadonlyMap<string, readonly BoardCell[]>): EntrancePlan {
  const labels = [...rooms.keys()].toSorted(byText.compare);
  const columns = labels.map((label) => ({ key: label, label, note: noteOf(rooms.get(label) ?? []) }));
  const byFloor = new Map<number, (number | null)[][]>();
  labels.forEach((label, column) => {
    for (const cell of rooms.get(label) ?? []) {
      const line = byFloor.get(cell.floor)?.[0] ?? labels.map(() => null);
      line[column] = cell.id;
      byFloor.set(cell.floor, [line]);
    }
  });
  return { columns, byFloor };
}

function broken(cells: readonly BoardCell[]): EntrancePlan {
  const floors = group(cells, (cell) => cell.floor);
  const width = Math.min(BROKEN, Math.max(...[...floors.values()].map((floor) => floor.length)));
  const columns = Array.from({ length: width }, (_unused, index) => ({ key: `#${index}`, label: '', note: '' }));
  const byFloor = new Map<number, (number | null)[][]>();
  for (const [floor, rooms] of floors) {
    const sorted = rooms.toSorted((a, b) => byText.compare(a.roomNo, b.roomNo)).map((cell) => cell.id);
    const lines: (number | null)[][] = [];
    for (let at = 0; at < sorted.length; at += width)
      lines.push(Array.from({ length: width }, (_unused, index) => sorted[at + index] ?? null));
    byFloor.set(floor, lines);
  }
  return { columns, byFloor };
}

function planOf(cells: readonly BoardCell[]): EntrancePlan {
  const rooms = group(cells, roomOf);
  const floors = new Set(cells.map((cell) => cell.floor)).size;
  const clash = [...rooms.values()].some((same) => new Set(same.map((cell) => cell.floor)).size < same.length);
  const scattered = floors > 1 && rooms.size > WIDEST / 2 && rooms.size * floors > cells.length * 3;
  return clash || scattered || rooms.size > WIDEST ? broken(cells) : stacked(rooms);
}

/** Lays out the units of one building. Floors go down from the highest, below the ground too; a floor 0 is a floor. */
export function layoutOf(cells: readonly BoardCell[]): BoardLayout {
  const names = [...new Set(cells.map((cell) => cell.entrance))].toSorted(byText.compare);
  const plans = names.map((name) => planOf(cells.filter((cell) => cell.entrance === name)));
  const entrances: BoardEntrance[] = [];
  let from = 0;
  plans.forEach((plan, index) => {
    entrances.push({ name: names[index] ?? '', columns: plan.columns, from });
    from += plan.columns.length;
  });
  const floorNames = new Map(cells.map((cell) => [cell.floor, cell.floorName]));
  const floors = [...floorNames.keys()].toSorted((a, b) => b - a);
  const lines: BoardLine[] = [];
  for (const floor of floors) {
    const height = Math.max(...plans.map((plan) => plan.byFloor.get(floor)?.length ?? 0));
    for (let at = 0; at < height; at += 1)
      lines.push({
        floor,
        name: floorNames.get(floor) ?? String(floor),
        first: at === 0,
        units: plans.flatMap((plan) => plan.byFloor.get(floor)?.[at] ?? plan.columns.map(() => null)),
      });
  }
  const places = new Map<number, { line: number; column: number }>();
  lines.forEach((line, index) => {
    line.units.forEach((id, column) => {
      if (id !== null) places.set(id, { line: index, column });
    });
  });
  const [top = 0] = floors;
  return { entrances, columns: from, lines, places, floors: floors.length, top: top > 0 ? top : floors.length };
}

/** The unit one comes to from another by a key; skips places without a room. Undefined for other keys and at the edge. */
export function stepFrom(layout: BoardLayout, from: number | null, key: string, page: number): number | undefined {
  const place = from === null ? undefined : layout.places.get(from);
  const at = (line: number, column: number): number | null => layout.lines[line]?.units[column] ?? null;
  if (place === undefined) return layout.lines.flatMap((line) => line.units).find((id) => id !== null) ?? undefined;
  const { line, column } = place;
  const along = (step: number): number | undefined => {
    for (let c = column + step; c >= 0 && c < layout.columns; c += step)
      if (at(line, c) !== null) return at(line, c) ?? undefined;
    return undefined;
  };
  const across = (step: number, least: number): number | undefined => {
    let found: number | undefined;
    for (let l = line + step; l >= 0 && l < layout.lines.length; l += step) {
      const id = at(l, column);
      if (id === null) continue;
      found = id;
      if (Math.abs(l - line) >= least) break;
    }
    return found;
  };
  const row = layout.lines[line]?.units ?? [];
  switch (key) {
    case 'ArrowRight':
      return along(1);
    case 'ArrowLeft':
      return along(-1);
    case 'ArrowDown':
      return across(1, 1);
    case 'ArrowUp':
      return across(-1, 1);
    case 'PageDown':
      return across(1, page);
    case 'PageUp':
      return across(-1, page);
    case 'Home':
      return row.find((id) => id !== null) ?? undefined;
    case 'End':
      return row.findLast((id) => id !== null) ?? undefined;
    default:
      return undefined;
  }
}

const FLOOR = 34;
const ROOM = 78;
const GAP = 2;
const ENTRANCE_GAP = 6;

/** Tracks of the board as CSS grid has them: the floor, then the rooms of each entrance with a gap between entrances. */
export function boardTracks(layout: BoardLayout): string {
  const rooms = layout.entrances.map(({ columns }) => `repeat(${columns.length}, minmax(${ROOM}px, 1fr))`);
  return `${FLOOR}px ${rooms.join(` ${ENTRANCE_GAP}px `)}`;
}

/** The same tracks as places: where each column begins on a board of a width, and how wide it is, px. */
export function columnPlaces(layout: BoardLayout, boardWide: number): readonly { left: number; width: number }[] {
  const between = Math.max(0, layout.entrances.length - 1);
  const fixed = FLOOR + between * (ENTRANCE_GAP + GAP) + layout.columns * GAP;
  const width = Math.max(ROOM, (boardWide - fixed) / Math.max(1, layout.columns));
  return layout.entrances.flatMap(({ columns, from }, index) =>
    columns.map((_column, offset) => ({
      left: FLOOR + GAP + (from + offset) * (width + GAP) + index * (ENTRANCE_GAP + GAP),
      width,
    })),
  );
}

/** The least width of a board, px. */
export function boardWidth(layout: BoardLayout): number {
  return FLOOR + layout.columns * (ROOM + GAP) + (layout.entrances.length - 1) * (ENTRANCE_GAP + GAP);
}
