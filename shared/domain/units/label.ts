/** The label by which people speak of a unit: building, entrance where there is one, room: `3-1-1802`. */
export function unitLabel(unit: {
  readonly building: string;
  readonly entrance: string;
  readonly roomNo: string;
}): string {
  const bare = (text: string) => text.replace(/(?:号楼|栋|幢|座|单元|室|号)$/u, '');
  return [unit.building, unit.entrance, unit.roomNo]
    .map(bare)
    .filter((part) => part !== '')
    .join('-');
}
