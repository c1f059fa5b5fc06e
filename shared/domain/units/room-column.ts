/** The part of a room number that is the same on every floor: `1802` on floor `18` is `02`. */
export function roomOf(unit: { readonly roomNo: string; readonly floorName: string; readonly floor: number }): string {
  const { roomNo } = unit;
  for (const prefix of [unit.floorName, String(unit.floor), String(unit.floor).padStart(2, '0')])
    if (prefix !== '' && roomNo.length > prefix.length && roomNo.startsWith(prefix))
      return roomNo.slice(prefix.length).replace(/^[-－.]/, '');
  return roomNo;
}
