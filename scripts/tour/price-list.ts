import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { yuan } from '#shared/kernel/money.ts';

/** Building of the tour: none of the demo office's own. */
const TOUR_BUILDING = '6栋';

const FLOORS = 18;

/** Built area and inner area in m², and yuan per m² of each room of a floor; invented. */
const rooms = [
  { room: '01', builtArea: 128.46, innerArea: 101.92, unitPrice: 18_650 },
  { room: '02', builtArea: 98.73, innerArea: 78.31, unitPrice: 18_320 },
  { room: '03', builtArea: 98.73, innerArea: 78.31, unitPrice: 18_240 },
  { room: '04', builtArea: 128.46, innerArea: 101.92, unitPrice: 18_480 },
] as const;

/** Writes the price list that the tour imports, as a sales office would get it: a title, a header, a row for each home. */
function writePriceList(folder: string): string {
  const lines = [`${TOUR_BUILDING}一房一价表`, '楼栋,单元,楼层,房号,户型,建筑面积,套内面积,单价(元/㎡),总价(元)'];
  for (let floor = FLOORS; floor >= 1; floor -= 1)
    for (const { room, builtArea, innerArea, unitPrice } of rooms) {
      const price = unitPrice + floor * 40;
      const houseType = builtArea > 120 ? '四室两厅' : '三室两厅';
      const roomNo = `${floor}${room}`;
      lines.push(
        [
          TOUR_BUILDING,
          '1单元',
          floor,
          roomNo,
          houseType,
          builtArea,
          innerArea,
          price,
          Math.floor(price * builtArea),
        ].join(),
      );
    }
  const file = path.join(folder, `${TOUR_BUILDING}一房一价表.csv`);
  writeFileSync(file, `${lines.join('\r\n')}\r\n`);
  return file;
}

/** Writes the price list and answers the home that is sold from it, with what the list says of it. */
export function tourHome(folder: string) {
  const floor = 16;
  const [, home] = rooms;
  const price = (home.unitPrice + floor * 40) * home.builtArea;
  return {
    list: writePriceList(folder),
    building: TOUR_BUILDING,
    floor,
    room: `${floor}${home.room}`,
    unit: `${TOUR_BUILDING.replace('栋', '')}-1-${floor}${home.room}`,
    listPrice: yuan(Math.floor(price)),
    builtArea: String(home.builtArea),
  };
}
