import { os } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { type UnitCommercialState, unitCommercialStates } from '#shared/domain/units/states.ts';

// An office that lives beside the page, as the real one lives in another process: it answers what the board asks, and
// changes as many units as it is told to.

/** What the page tells the office: its port, or units that change. */
export type ToOffice = { readonly connect: true } | { readonly change: readonly number[] };

/** What the office tells the page: cells asked for again so far, and when the whole board was answered (epoch ms). */
export type FromOffice = { readonly asked: number; readonly answeredAt: number };

const BUILDINGS = 5;
const FLOORS = 40;
const ROOMS = 25;
const NAMES = ['蒋雪梅', '邓子轩', '欧阳静怡', '唐文浩', '罗静'];

type Cell = ReturnType<typeof cellOf>;

function cellOf(id: number, buildingId: number, floor: number, room: number) {
  return {
    id,
    buildingId,
    entrance: room <= 12 ? '1单元' : '2单元',
    floor,
    floorName: String(floor),
    roomNo: `${floor}${String(room).padStart(2, '0')}`,
    use: 'home',
    houseType: '三室两厅',
    orientation: '南',
    builtArea: 9873 + room * 11,
    innerArea: 7831 + room * 9,
    listPrice: 180_000_000 + floor * 400_000 + room * 10_000,
    state: 'available' as UnitCommercialState,
    since: 1_790_000_000_000,
    reason: '',
    offSaleUse: null,
    encumbrance: 'none',
    by: null as string | null,
    mine: false,
    until: null as number | null,
  };
}

const units = new Map<number, Cell>();
for (let building = 1; building <= BUILDINGS; building += 1)
  for (let floor = 1; floor <= FLOORS; floor += 1)
    for (let room = 1; room <= ROOMS; room += 1) {
      const id = units.size + 1;
      units.set(id, cellOf(id, building, floor, room));
    }
const now = Date.now();
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Until when somebody has a unit in a state, as the real office says it; a signed one is nobody's to lose any more. */
const ownedFor: Partial<Record<UnitCommercialState, (id: number) => number | null>> = {
  locked: (id) => now + (1 + (id % 20)) * MINUTE,
  held: (id) => now + (1 + (id % 3)) * DAY,
  booked: (id) => now + (1 + (id % 3)) * DAY,
  subscribed: (id) => now + ((id % 8) - 1) * DAY,
  drafting: () => null,
  signed: () => null,
  paidUp: () => null,
};
let asked = 0;
let answeredAt = 0;
let seq = 0;
let told: { seq: number; touched: string[] }[] = [];
let wake: () => void = () => undefined;
const answer = <T>(give: (input: never) => T) => os.handler(({ input }) => give(input as never));
const router = {
  session: {
    current: answer(() => ({
      state: 'open',
      idleLockMinutes: 10,
      officeName: '江岸案场',
      projectName: '江岸云境',
      demo: true,
      businessDate: '2026-11-23',
      clockOffMs: 0,
      lowDiskBytes: null,
      reserveGiven: false,
      now,
      person: {
        id: 1,
        name: '蒋雪梅',
        post: 'manager',
        language: 'zh-CN',
        permissions: ['board.read'],
        hasPin: false,
      },
    })),
    changes: os.handler(async function* () {
      for (;;) {
        const batch = told;
        told = [];
        yield* batch;
        if (told.length === 0)
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
    }),
  },
  units: {
    board: answer(() => {
      const buildings = Array.from({ length: BUILDINGS }, (_, index) => ({
        id: index + 1,
        name: `${index + 1}栋`,
        phase: null,
        permitNumber: '预售字第1号',
      }));
      answeredAt = performance.timeOrigin + performance.now();
      tell();
      return { projectName: '江岸云境', buildings, units: [...units.values()] };
    }),
    cells: answer(({ unitIds }: { unitIds: readonly number[] }) => {
      asked += unitIds.length;
      tell();
      return unitIds.flatMap((id) => units.get(id) ?? []);
    }),
    boardMoments: answer(() => []),
  },
};
const handler = new RPCHandler(router);

function tell(): void {
  const said: FromOffice = { asked, answeredAt };
  self.postMessage(said);
}

function change(unitIds: readonly number[]): void {
  for (const id of unitIds) {
    const cell = units.get(id);
    if (cell === undefined) continue;
    const at = unitCommercialStates.indexOf(cell.state);
    const state = unitCommercialStates[(at + 1) % unitCommercialStates.length] ?? 'available';
    const owned = ownedFor[state];
    const by = owned === undefined ? null : (NAMES[(id + at) % NAMES.length] ?? null);
    const until = owned?.(id) ?? null;
    units.set(id, { ...cell, state, by, until, reason: state === 'frozen' ? '工程抵押' : '' });
  }
  seq += 1;
  told.push({ seq, touched: unitIds.map((id) => `units:${id}`) });
  wake();
}

self.addEventListener('message', (event: MessageEvent<ToOffice>) => {
  const [port] = event.ports;
  if ('change' in event.data) change(event.data.change);
  else if (port !== undefined) {
    handler.upgrade(port, { context: {} });
    port.start();
  }
});
