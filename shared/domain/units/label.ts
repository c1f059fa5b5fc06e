/** A building as papers name it: with its phase where it has one, `二期 3栋`. */
export function buildingLabel({ name, phase }: { readonly name: string; readonly phase: string | null }): string {
  return phase === null || phase === '' ? name : `${phase} ${name}`;
}

/**
 * The label by which people speak of a unit: building, entrance where there is one, room: `3-1-1802`. Lists that number
 * the rooms of each floor anew (01, 02) get the floor before it.
 */
export function unitLabel(unit: {
  readonly building: string;
  readonly entrance: string;
  readonly floorName: string;
  readonly roomNo: string;
}): string {
  const bare = (text: string) => text.replace(/(?:#楼|号楼|栋|幢|座|单元|室|号)$/u, '');
  const room = /^\d{1,2}$/.test(unit.roomNo) ? `${unit.floorName}${unit.roomNo.padStart(2, '0')}` : unit.roomNo;
  return [unit.building, unit.entrance, room]
    .map(bare)
    .filter((part) => part !== '')
    .join('-');
}
