import { foldWidth } from '../../kernel/full-width.ts';

/** A place as somebody typed it: a building and a room of it, the entrance said or left out. */
export type TypedPlace = { readonly building: string; readonly entrance: string | null; readonly room: string };

/** `3栋1802`, `3#楼1802室`, `3-1802`, `3 1802`, `3栋1单元1802`; the room from two signs on, as a half of all rooms begins with one. */
const place =
  /^(?<building>[\p{Script=Han}a-z\d]+?)(?:(?:#楼|号楼|栋|幢|座|#)[-_./ ]?|[-_./ ])(?:(?<entrance>[a-z\d]+)(?:单元[-_./ ]?|[-_./ ]))?(?<room>[a-z]?\d[a-z\d]+)[室号房]?$/u;

/** Reads a typed place; undefined for a text that is none. */
export function typedPlace(text: string): TypedPlace | undefined {
  const found = foldWidth(text).toLowerCase().match(place)?.groups;
  const { building, entrance, room } = found ?? {};
  return building === undefined || room === undefined ? undefined : { building, entrance: entrance ?? null, room };
}

/**
 * True when a label of `unitLabel` lies at a typed place. Whoever leaves the entrance out means each of them; of the room
 * its beginning is enough, as it is typed sign by sign.
 */
export function liesAt(label: string, { building, entrance, room }: TypedPlace): boolean {
  const [own = '', ...rest] = label.toLowerCase().split('-');
  if (!own.endsWith(building) || /\d$/.test(own.slice(0, -building.length)) || rest.length === 0) return false;
  if (entrance !== null) return rest.join('-').startsWith(`${entrance}-${room}`);
  return rest.slice(0, 2).some((part) => part.startsWith(room));
}
