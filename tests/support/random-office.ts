import fc from 'fast-check';
import { readDb } from '#db/access.ts';
import { sweepApprovals } from '#electron/server/approvals/sweep-approvals.ts';
import { sweepLeases } from '#electron/server/units/sweep-leases.ts';
import { buildHomes } from './builders.ts';
import { buildBuyer, plainTerms } from './deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from './office.ts';

/** Everybody who works in a random office, and what they work on. */
export type Staff = {
  readonly desk: TestOffice;
  readonly consultants: readonly TestClient[];
  /** Supervisor and managers. */
  readonly leaders: readonly TestClient[];
  readonly cashiers: readonly TestClient[];
  readonly homes: readonly number[];
  readonly buyers: readonly number[];
};

const reason = '随机操作';
const csv = (rooms: number, price: number) =>
  [
    '楼栋,单元,楼层,房号,建筑面积,总价',
    ...Array.from({ length: rooms }, (_none, at) => `9栋,1单元,1,10${at},100.00,${price}`),
  ].join('\n');

/** One thing that somebody wants; the numbers say which record, and are taken round the list of those there are. */
export type Wish = {
  readonly who: number;
  readonly what: keyof typeof wishes;
  readonly which: number;
  readonly other: number;
};

type Act = (person: TestClient, staff: Staff, wish: Wish) => Promise<unknown>;

const of = (list: readonly number[], which: number): number => list[which % Math.max(1, list.length)] ?? 1;

/** The newest record of a table and its version, as a screen that is up to date would have it. */
function latest(desk: TestOffice, table: string, which: number): { id: number; version: number } {
  const rows = desk.office.database.client
    .prepare<[], { id: number; version: number }>(`select id, version from ${table} order by id desc limit 3`)
    .all();
  return rows[which % Math.max(1, rows.length)] ?? { id: 1, version: 1 };
}

const unitWish =
  (event: 'freeze' | 'unfreeze' | 'takeOffSale' | 'putBackOnSale' | 'takeBack' | 'withdrawHold'): Act =>
  (person, { homes }, { which }) =>
    person.units[event]({ unitId: of(homes, which), reason });

const wishes = {
  lock: (person, { homes }, { which }) => person.units.lock({ unitId: of(homes, which) }),
  unlock: (person, { homes }, { which }) => person.units.unlock({ unitId: of(homes, which) }),
  renewLock: (person, { homes }, { which }) => person.units.renewLock({ unitId: of(homes, which) }),
  release: (person, { homes }, { which, other }) =>
    person.units.release({ unitIds: [of(homes, which), of(homes, other)] }),
  freeze: unitWish('freeze'),
  unfreeze: unitWish('unfreeze'),
  takeOffSale: unitWish('takeOffSale'),
  putBackOnSale: unitWish('putBackOnSale'),
  takeBack: unitWish('takeBack'),
  withdrawHold: unitWish('withdrawHold'),
  hold: (person, { homes, buyers }, { which, other }) =>
    person.units.hold({
      unitId: of(homes, which),
      purpose: other % 2 === 0 ? 'customer' : 'management',
      customerId: other % 2 === 0 ? of(buyers, other) : null,
      reason,
      until: '2026-11-25',
    }),
  subscribe: async (person, { homes, buyers }, { which, other }) => {
    const unitId = of(homes, which);
    await person.units.lock({ unitId });
    const adjustments =
      other % 3 === 0 ? [{ kind: 'percent' as const, code: 'by-hand-1', label: '特批', ratePpm: 20_000 }] : [];
    const terms = { ...plainTerms(unitId), adjustments };
    const { price } = await person.subscriptions.quote({ terms });
    return person.subscriptions.create({
      terms,
      buyers: [{ customerId: of(buyers, other), sharePpm: 1_000_000 }],
      shownPrice: price,
      consent: true,
      mortgageDisclosed: false,
      reason,
    });
  },
  decide: (person, { desk }, { which, other }) => {
    const { id: approvalId, version } = latest(desk, 'approvals', which);
    const decision = other % 4 === 0 ? 'reject' : 'approve';
    return person.approvals.decide({ approvalId, version, decision, opinion: reason });
  },
  withdraw: (person, { desk }, { which }) => {
    const { id: approvalId, version } = latest(desk, 'approvals', which);
    return person.approvals.withdraw({ approvalId, version });
  },
  receive: (person, { desk }, { which, other }) => {
    const { id: subscriptionId, version } = latest(desk, 'subscriptions', which);
    const payer = desk.office.database.client.prepare<[number], number>(
      'select customer_id from subscription_buyers where subscription_id = ?',
    );
    const payerId = payer.pluck().get(subscriptionId) ?? 1;
    const amount = other % 2 === 0 ? 5_000_000 : 2_500_000;
    const money = { item: 'deposit' as const, method: 'transfer' as const, amount, reference: '0001' };
    return person.payments.receive({ subscriptionId, version, payerId, ...money });
  },
  receivePrice: (person, { desk }, { which, other }) => {
    const { client } = desk.office.database;
    const { id: subscriptionId, version } = latest(desk, 'subscriptions', which);
    const payerId = client
      .prepare<[number], number>('select customer_id from subscription_buyers where subscription_id = ?')
      .pluck()
      .get(subscriptionId);
    const position = client
      .prepare<[number], number>("select position from plan_lines where subscription_id = ? and item <> 'deposit'")
      .pluck()
      .get(subscriptionId);
    const amount = 1_000_000 * (1 + (other % 60));
    const lines = other % 2 === 0 ? { lines: [{ position: position ?? 2, amount }] } : {};
    const money = { item: 'other' as const, method: 'transfer' as const, amount, reference: '0002', ...lines };
    return person.payments.receive({ subscriptionId, version, payerId: payerId ?? 1, ...money });
  },
  voidReceipt: (person, { desk }, { which }) => {
    const { id: receiptId, version } = latest(desk, 'receipts', which);
    return person.payments.voidReceipt({ receiptId, version, reason });
  },
  cancel: (person, { desk }, { which }) => {
    const { id: subscriptionId, version } = latest(desk, 'subscriptions', which);
    return person.subscriptions.cancel({ subscriptionId, version, reason });
  },
  visit: (person, _staff, { which, other }) =>
    person.visits.register({
      kind: other % 2 === 0 ? 'call' : 'visit',
      customerId: null,
      name: `来访${which}`,
      phone: `100${String(900_000 + (which % 5)).padStart(8, '0')}`,
      channel: 'passingBy',
      rating: 'B',
      partySize: 1,
      intent: '',
      notes: `第${other}次`,
      nextFollowUpOn: null,
      receivedBy: null,
    }),
  followUp: (person, { buyers }, { which, other }) =>
    person.customers.followUp({
      customerId: of(buyers, which),
      method: 'phone',
      content: `通话${other}`,
      rating: other % 2 === 0 ? 'A' : 'C',
      nextOn: other % 3 === 0 ? null : '2026-11-28',
    }),
  import: (person, _staff, { which, other }) =>
    person.imports.commit({
      file: { name: 'x.csv', content: Buffer.from(csv(1 + (which % 3), 1_000_000 + other)).toString('base64') },
      sheet: null,
      mapping: null,
      alsoFiled: true,
      leaveOutFaulty: false,
    }),
  undoImport: (person, { desk }, { which }) => {
    const { id: importId, version } = latest(desk, 'imports', which);
    return person.imports.undo({ importId, version });
  },
  setting: (person, _staff, { which }) =>
    person.settings.set({
      key: 'lockMinutes',
      value: 5 + (which % 20),
      effectiveFrom: '2026-11-23',
      sourceNote: reason,
    }),
  language: (person, _staff, { which }) => person.session.setLanguage({ language: which % 2 === 0 ? 'en' : 'zh-CN' }),
  wait: async (_person, { desk, consultants, leaders, cashiers }, { other }) => {
    for (let step = 0; step < other % 5; step += 1) {
      desk.clock.advance(200_000);
      await Promise.all([...consultants, ...leaders, ...cashiers].map((one) => one.session.touch({})));
    }
    const db = readDb(desk.office.database);
    await sweepLeases(desk.office.corridor, db, desk.clock());
    await sweepApprovals(desk.office.corridor, db, desk.clock());
  },
} satisfies Record<string, Act>;

/** Whose work a wish is; everybody else wishes for it now and then. */
const consultants: readonly Wish['what'][] = [
  'lock',
  'unlock',
  'renewLock',
  'subscribe',
  'visit',
  'followUp',
  'withdraw',
];
const cashiers: readonly Wish['what'][] = ['receive', 'receivePrice', 'voidReceipt', 'import', 'undoImport'];

function personFor(staff: Staff, { who, what }: Wish): TestClient | undefined {
  const everybody = [...staff.consultants, ...staff.leaders, ...staff.cashiers];
  const list =
    who === 9
      ? everybody
      : consultants.includes(what)
        ? staff.consultants
        : cashiers.includes(what)
          ? staff.cashiers
          : staff.leaders;
  return list[who % list.length];
}

/** A new office with everybody who works in it. */
export async function randomStaff(): Promise<Staff> {
  const desk = await testOffice();
  const homes = await buildHomes(desk, { floors: 1, rooms: 3 });
  const staff = {
    consultants: (['consultant', 'consultant'] as const).map((post) => desk.as(post)),
    leaders: (['supervisor', 'manager', 'manager'] as const).map((post) => desk.as(post)),
    cashiers: (['backOffice', 'finance', 'manager'] as const).map((post) => desk.as(post)),
  };
  const buyers: number[] = [];
  for (const consultant of staff.consultants) buyers.push(await buildBuyer(consultant));
  return { desk, homes, buyers, ...staff };
}

/** Days of an office as nobody plans them: several people want something at each moment. */
export const moments: fc.Arbitrary<Wish[][]> = fc.array(
  fc.array(
    fc.record({
      who: fc.nat(9),
      // What sells homes is wished for more often than what does not.
      what: fc.constantFrom(
        ...(Object.keys(wishes) as Wish['what'][]),
        ...([
          'subscribe',
          'decide',
          'receive',
          'subscribe',
          'decide',
          'receive',
          'receivePrice',
          'cancel',
          'wait',
        ] as const),
      ),
      which: fc.nat(99),
      other: fc.nat(99),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  { minLength: 10, maxLength: 50, size: 'max' },
);

/** Brings a wish before the office; answers `done` or the code of the refusal. */
export async function attempt(staff: Staff, wish: Wish): Promise<string> {
  const person = personFor(staff, wish);
  if (person === undefined) return 'nobody';
  const act: Act = wishes[wish.what];
  return act(person, staff, wish).then(
    () => 'done',
    (error: unknown) => String(Object(Object(error).data).code),
  );
}
