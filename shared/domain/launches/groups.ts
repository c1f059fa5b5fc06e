/** Places that are called up together (分组叫号), both counted. */
export type PlaceGroup = { readonly position: number; readonly fromPlace: number; readonly toPlace: number };

/** Cuts the drawn places into groups of a size; the last one takes what is left. */
export function groupsOf(places: number, size: number): PlaceGroup[] {
  const count = Math.ceil(places / size);
  return Array.from({ length: count }, (_none, index) => ({
    position: index + 1,
    fromPlace: index * size + 1,
    toPlace: Math.min((index + 1) * size, places),
  }));
}
