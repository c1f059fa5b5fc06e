import { collator } from '#renderer/lib/format.ts';
import { roomOf } from '#shared/domain/units/room-column.ts';
import type { WhatIfRow } from './batch-words.ts';

/** A floor of the picture, with its homes by column; null where there is none. */
export type GridLine = {
  readonly floor: number;
  readonly name: string;
  readonly rows: readonly (WhatIfRow | null)[];
};

/** A building as its picture shows it. */
export type ChangeGrid = {
  readonly heads: readonly { readonly key: string; readonly entrance: string; readonly room: string }[];
  readonly lines: readonly GridLine[];
};

/** More columns than this are no building but a garage: its places stand one after the other. */
const WIDEST = 40;
const BROKEN = 20;

/** Lays the homes of a building out: floors down, entrances and rooms across. */
export function gridOf(rows: readonly WhatIfRow[]): ChangeGrid {
  const compare = collator('zh-CN').compare;
  const keyOf = (row: WhatIfRow) => JSON.stringify([row.entrance, roomOf(row)]);
  const heads = [
    ...new Map(
      rows.map((row) => [keyOf(row), { key: keyOf(row), entrance: row.entrance, room: roomOf(row) }]),
    ).values(),
  ].toSorted((a, b) => compare(a.entrance, b.entrance) || compare(a.room, b.room));
  const floors = [...new Map(rows.map(({ floor, floorName }) => [floor, floorName]))].toSorted((a, b) => b[0] - a[0]);
  const clash = new Set(rows.map((row) => JSON.stringify([row.floor, keyOf(row)]))).size < rows.length;
  if (heads.length > WIDEST || clash) return brokenGrid(rows, floors);
  const placed = new Map(rows.map((row) => [JSON.stringify([row.floor, keyOf(row)]), row]));
  return {
    heads,
    lines: floors.map(([floor, name]) => ({
      floor,
      name,
      rows: heads.map(({ key }) => placed.get(JSON.stringify([floor, key])) ?? null),
    })),
  };
}

function brokenGrid(rows: readonly WhatIfRow[], floors: readonly (readonly [number, string])[]): ChangeGrid {
  const compare = collator('zh-CN').compare;
  const lines = floors.flatMap(([floor, name]) => {
    const own = rows.filter((row) => row.floor === floor).toSorted((a, b) => compare(a.roomNo, b.roomNo));
    return Array.from({ length: Math.ceil(own.length / BROKEN) }, (_unused, index) => ({
      floor,
      name: index === 0 ? name : '',
      rows: Array.from({ length: BROKEN }, (_none, at) => own[index * BROKEN + at] ?? null),
    }));
  });
  return {
    heads: Array.from({ length: BROKEN }, (_unused, index) => ({ key: `#${index}`, entrance: '', room: '' })),
    lines,
  };
}

/** How a home's list price moves, in ppm of what it was; null where it does not, or had none. */
export function movePpm({ list }: WhatIfRow): number | null {
  if (list.before === null || list.after === null || list.before === list.after) return null;
  return Math.round(((list.after - list.before) / list.before) * 1_000_000);
}
