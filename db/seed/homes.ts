import { type Area, area, priceOfArea } from '#shared/kernel/area.ts';
import { type Fen, fen, fenToDecimal, yuan } from '#shared/kernel/money.ts';
import type { Random } from '#shared/kernel/random.ts';

/** A home or parking space as its price list names it. Money in fen, areas in 0.01 m². */
export type HomePlan = {
  readonly building: string;
  readonly entrance: string;
  readonly floor: number;
  readonly roomNo: string;
  readonly use: '住宅' | '车位';
  readonly houseType: string;
  readonly orientation: string;
  readonly builtArea: Area;
  readonly innerArea: Area;
  readonly listPrice: Fen;
  readonly filedPrice: Fen;
  readonly floorPrice: Fen;
};

/** A building: what is built, and how it comes on sale. Days count from today, backwards. */
export type BuildingPlan = {
  readonly name: string;
  readonly homes: readonly HomePlan[];
  /** When its price list was imported; null never (an office always has its lists). */
  readonly listedAgo: number;
  /** When its permit came and its homes were released; null while it has none. */
  readonly openedAgo: number | null;
  /** Floors above this one are not yet released. */
  readonly releasedUpTo: number;
  /** Mortgaged with a bank whose consent came with the opening; days ago that it lapsed, or null while it holds. */
  readonly mortgage: { readonly consentEndedAgo: number | null } | null;
};

type Layout = {
  readonly code: string;
  readonly name: string;
  readonly orientation: string;
  readonly built: number;
  readonly inner: number;
};

const layouts = {
  A1: { code: 'A1', name: '四室两厅两卫', orientation: '南北', built: 14_308, inner: 11_532 },
  B2: { code: 'B2', name: '三室两厅两卫', orientation: '南北', built: 12_936, inner: 10_426 },
  C1: { code: 'C1', name: '三室两厅两卫', orientation: '南北', built: 11_842, inner: 9537 },
  C2: { code: 'C2', name: '三室两厅一卫', orientation: '东南', built: 10_478, inner: 8441 },
  D3: { code: 'D3', name: '两室两厅一卫', orientation: '南', built: 8957, inner: 7212 },
  D4: { code: 'D4', name: '两室两厅一卫', orientation: '西南', built: 9215, inner: 7418 },
} as const satisfies Record<string, Layout>;

/** What the planner writes about a house type. */
export type HouseTypePlan = {
  /** As the price lists name it. */
  readonly name: string;
  readonly rooms: string;
  readonly orientation: string;
  readonly builtArea: Area;
  readonly innerArea: Area;
  readonly highlights: string;
  /** Bedrooms and bathrooms, for its picture. */
  readonly bedrooms: number;
  readonly baths: number;
};

const told: Readonly<Record<keyof typeof layouts, readonly [number, number, string]>> = {
  A1: [4, 2, '四开间朝南，主卧套房带步入式衣帽间，客厅面宽 4.2 m，双阳台。'],
  B2: [3, 2, '三开间朝南，餐客一体，主卧带独立卫生间，厨房连生活阳台。'],
  C1: [3, 2, '南北通透，动静分区，客厅连 6 m 景观阳台，次卧可改书房。'],
  C2: [3, 1, '三室紧凑，总价低，客厅带飘窗，明厨明卫。'],
  D3: [2, 1, '两室朝南，客厅与主卧同向，适合首次置业。'],
  D4: [2, 1, '两室带转角飘窗，西南朝向，傍晚采光好。'],
};

/** The house types of the towers, by their names on the price lists. */
export const houseTypePlans: readonly HouseTypePlan[] = Object.values(layouts).map((layout) => {
  const [bedrooms, baths, highlights] = told[layout.code];
  return {
    ...{ name: typeName(layout), rooms: layout.name, orientation: layout.orientation, highlights, bedrooms, baths },
    builtArea: area(layout.built),
    innerArea: area(layout.inner),
  };
});

function typeName({ code, name }: Layout): string {
  return `${code} ${name}`;
}

const plates = [
  [layouts.B2, layouts.C1, layouts.C1, layouts.B2],
  [layouts.A1, layouts.D3, layouts.D4, layouts.A1],
  [layouts.C1, layouts.C2, layouts.D3, layouts.B2],
] as const;

/** A tower: entrances of four homes on each floor; dearer the higher, dearest in the middle of the upper third. */
export function planTower(random: Random, name: string, floors: number, pricePerInnerArea: number): HomePlan[] {
  const homes: HomePlan[] = [];
  for (const [index, plate] of [random.pick(plates), random.pick(plates)].entries())
    for (let floor = floors; floor >= 1; floor -= 1)
      for (const [place, layout] of plate.entries()) {
        const edge = place === 0 || place === plate.length - 1 ? 180 : 0;
        const height = 60 * floor - (floor === floors ? 700 : 0) - (floor === 1 ? 500 : 0);
        // The fourth and fourteenth floors sell slower here, and are priced so.
        const superstition = floor === 4 || floor === 14 ? -250 : 0;
        const price = yuan(pricePerInnerArea + height + edge + superstition);
        homes.push({
          building: name,
          entrance: `${index + 1}单元`,
          floor,
          roomNo: `${floor}${String(place + 1).padStart(2, '0')}`,
          use: '住宅',
          houseType: typeName(layout),
          orientation: layout.orientation,
          ...sized(layout.built, layout.inner, price),
        });
      }
  return homes;
}

/** An underground garage: two floors of two areas with the given number of spaces in all. */
export function planGarage(name: string, spaces: number): HomePlan[] {
  const each = Math.ceil(spaces / 4);
  return ['A区', 'B区'].flatMap((entrance) =>
    [-1, -2].flatMap((floor) =>
      Array.from({ length: each }, (_, index): HomePlan => {
        const price = yuan(floor === -1 ? 9200 : 8600);
        return {
          building: name,
          entrance,
          floor,
          roomNo: `${-floor}${String(index + 1).padStart(2, '0')}`,
          use: '车位',
          houseType: index % 5 === 4 ? '子母车位' : '标准车位',
          orientation: '',
          ...sized(index % 5 === 4 ? 2650 : 1325, index % 5 === 4 ? 2540 : 1270, price),
        };
      }),
    ),
  );
}

/** Three prices by the inner area, as Chongqing sells: what is filed, 2 % less on the list, 5 % less as the floor. */
function sized(built: number, inner: number, pricePerInnerArea: Fen) {
  const filedPrice = wholeYuan(priceOfArea(pricePerInnerArea, area(inner)));
  return {
    builtArea: area(built),
    innerArea: area(inner),
    filedPrice,
    listPrice: wholeYuan(fen(Math.round(filedPrice * 0.98))),
    floorPrice: wholeYuan(fen(Math.round(filedPrice * 0.93))),
  };
}

function wholeYuan(amount: Fen): Fen {
  return fen(amount - (amount % 100));
}

const columns = [
  '楼栋',
  '单元',
  '楼层',
  '房号',
  '用途',
  '户型',
  '朝向',
  '建筑面积(㎡)',
  '套内面积(㎡)',
  '总价(元)',
  '备案总价(元)',
  '底价(元)',
];

/** The price list of a building as the CSV file that the office imports. */
export function priceListFile(homes: readonly HomePlan[]): string {
  const square = (size: Area) => (size / 100).toFixed(2);
  const rows = homes.map((home) => [
    home.building,
    home.entrance,
    String(home.floor),
    home.roomNo,
    home.use,
    home.houseType,
    home.orientation,
    square(home.builtArea),
    square(home.innerArea),
    fenToDecimal(home.listPrice),
    fenToDecimal(home.filedPrice),
    fenToDecimal(home.floorPrice),
  ]);
  return [columns, ...rows].map((row) => row.join(',')).join('\n');
}
