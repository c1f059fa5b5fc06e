type Placed = {
  readonly entrance: string;
  readonly floor: number;
  readonly floorName: string;
  readonly roomNo: string;
};

/** A column of rooms that lie above each other, with the entrance it belongs to. */
export type Column = { readonly key: string; readonly entrance: string };

/** The part of a room's number that says where on its floor it lies: `1802` and `1702` are one above the other. */
function columnOf({ entrance, floorName, roomNo }: Placed): string {
  const within =
    roomNo.startsWith(floorName) && roomNo.length > floorName.length ? roomNo.slice(floorName.length) : roomNo;
  return `${entrance} ${within}`;
}

/** Homes of a building by floor, the highest first, rooms that lie above each other in one column. */
export function floorsOf<Home extends Placed>(homes: readonly Home[]) {
  const byOrder = new Intl.Collator('zh-CN', { numeric: true });
  const entranceOf = new Map(homes.map((home) => [columnOf(home), home.entrance]));
  const columns = [...entranceOf]
    .map(([key, entrance]): Column => ({ key, entrance }))
    .toSorted((one, other) => byOrder.compare(one.key, other.key));
  const entrances = [...new Set(columns.map(({ entrance }) => entrance))].map((name) => ({
    name,
    columns: columns.filter(({ entrance }) => entrance === name).length,
  }));
  const byFloor = new Map<number, { readonly name: string; readonly homes: Map<string, Home> }>();
  for (const home of homes) {
    const floor = byFloor.get(home.floor) ?? { name: home.floorName, homes: new Map<string, Home>() };
    floor.homes.set(columnOf(home), home);
    byFloor.set(home.floor, floor);
  }
  const floors = [...byFloor]
    .toSorted(([one], [other]) => other - one)
    .map(([key, floor]) => ({ key, name: floor.name, homes: floor.homes as ReadonlyMap<string, Home> }));
  return { floors, columns, entrances };
}
