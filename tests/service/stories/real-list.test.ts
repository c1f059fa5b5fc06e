import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { currentTables, replay } from '#db/replay.ts';
import { verifyLog } from '#db/repositories/events.ts';
import { projects } from '#db/schema/inventory.ts';
import { openSession } from '#electron/server/kernel/session.ts';
import { defaultPlanTemplates } from '#shared/domain/plans/defaults.ts';
import type { SettingKey, SettingValue } from '#shared/domain/settings/registry.ts';
import { instantOf, type LocalDate, localDateSchema } from '#shared/kernel/local-date.ts';
import { type Fen, fen, mulDivHalfUp, sumFen, yuan } from '#shared/kernel/money.ts';
import { bookHome } from '#tests/support/booking-builders.ts';
import { askFor, decideChange } from '#tests/support/change-desk.ts';
import { explainTerms, fillIn, passReview, payLines, printOriginal, seen, sign } from '#tests/support/contract-desk.ts';
import { approve, buildBuyer } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { refusalOf } from '#tests/support/refusals.ts';
import { sharedDataFile } from '#tests/support/shared-data.ts';

const listFile = sharedDataFile('units/sz_songfeng_3dong.csv');
const storyFile = sharedDataFile('vectors/scenario_sales.json');
const amount = z.string().transform((text) => yuan(Number(text)));
const eventSchema = z.object({
  date: localDateSchema,
  event: z.enum(['预订', '认购', '禁止', '签约', '退订', '换房', '放款']),
  unit: z.string(),
  to_unit: z.string().optional(),
  customer: z.string().default(''),
  deposit: amount.optional(),
  agreed_total: amount.optional(),
  discount_percent_of_list: z.string().optional(),
  attempt: z.string().optional(),
  loan: amount.optional(),
  down_payment: amount.optional(),
  paid_now: amount.optional(),
  refund: amount.optional(),
  kept: amount.optional(),
  bank_pays: amount.optional(),
});
const storySchema = z.object({
  events: z.array(eventSchema),
  expected_at_end: z.object({
    units: z.number(),
    by_status: z.object({ 签约: z.number(), 可售: z.number(), 认购: z.number() }),
    签约套数: z.number(),
    签约面积: z.string(),
    签约额: amount,
    签约均价: z.string(),
    去化率_percent: z.string(),
    应收: amount,
    实收: amount,
    待收: amount,
    认购中金额: amount,
    未签约已收定金: amount,
    违约金等留存: amount,
    折扣总额: amount,
  }),
});
type StoryEvent = z.output<typeof eventSchema>;
type Person = TestClient & { readonly me: number };

const story = storyFile === undefined ? undefined : storySchema.parse(JSON.parse(readFileSync(storyFile, 'utf8')));
const told: readonly StoryEvent[] = story?.events ?? [];
/** Days to sign that reach over the whole story. */
const SIGN_BY = localDateSchema.parse('2026-04-30');

describe.skipIf(listFile === undefined || story === undefined)('A sales story on a real price list', () => {
  let desk: TestOffice;
  let consultant: Person;
  let manager: Person;
  const buyers = new Map<string, number>();
  /** The deal and the booking of each home, by the label of the story. */
  const deals = new Map<string, number>();
  const bookings = new Map<string, number>();
  let refused = 0;

  beforeAll(async () => {
    desk = await testOffice();
    consultant = desk.as('consultant', '赵敏');
    manager = desk.as('manager', '方芸');
    const content = readFileSync(listFile ?? '').toString('base64');
    const file = { name: 'sz_songfeng_3dong.csv', content };
    await manager.imports.commit({ file, sheet: null, mapping: null, alsoFiled: true, leaveOutFaulty: false });
    desk.clock.set(instantOf(told[0]?.date ?? SIGN_BY, 600));
    const { id: projectId, buildings } = await manager.projects.detail({});
    for (const { id: buildingId } of buildings) {
      const permit = { kind: 'preSalePermit' as const, number: '深房许字(2021)南山001号', validTo: null };
      const { permitId } = await manager.projects.addPermit({
        projectId,
        ...permit,
        issuedOn: '2026-01-05',
        buildingIds: [buildingId],
      });
      const version = (await manager.projects.detail({})).buildings.find(({ id }) => id === buildingId)?.version ?? 0;
      const papers = { permitId, pricesPublishedOn: '2026-01-06', deliveryOn: null };
      const free = { mortgaged: false, lenderConsentOn: null };
      await manager.projects.updateBuilding({ buildingId, version, ...papers, ...free });
    }
    await desk.office.corridor.act({
      procedure: 'tests.openSupervisedAccount',
      run: ({ tx, happened }) => {
        tx.update(projects, projectId, { supervisedBank: '样本银行', supervisedAccount: '0000 0000 0000 0018' });
        happened({ kind: 'projectChanged', noun: 'projects', id: projectId });
      },
    });
    const { units } = await manager.units.board({});
    await manager.units.release({ unitIds: units.map(({ id }) => id) });
    await set('bookingMoney', yuan(20_000));
    await set('signingDays', 60);
  });
  afterAll(() => desk.close());

  /** Whoever comes back in the morning logs in anew. */
  function again({ me }: Person): Person {
    const connection = desk.office.connect(`terminal of ${me}`);
    openSession(connection, me, desk.clock());
    return { ...desk.at(connection), me };
  }

  async function set<K extends SettingKey>(key: K, value: SettingValue<K>): Promise<void> {
    const effectiveFrom = localDateSchema.parse(new Date(desk.clock()).toISOString().slice(0, 10));
    await manager.settings.set({ key, value: value as never, effectiveFrom, sourceNote: '本案场约定' });
  }

  async function unitOf(label: string): Promise<{ id: number; listPrice: Fen; state: string }> {
    const [, , floor, room] = label.split('/');
    const cell = (await manager.units.board({})).units.find((one) => one.floorName === floor && one.roomNo === room);
    if (cell === undefined) throw new Error(`No unit ${label}`);
    return { id: cell.id, listPrice: cell.listPrice ?? fen(0), state: cell.state };
  }

  async function buyerOf(name: string): Promise<number> {
    const known = buyers.get(name);
    if (known !== undefined) return known;
    const id = await buildBuyer(consultant, name);
    buyers.set(name, id);
    return id;
  }

  /** The agreed price as the story has it: what is below a yuan is dropped. */
  function offList(listPrice: Fen, agreed: Fen) {
    const off = fen(listPrice - agreed);
    return off === 0 ? [] : [{ kind: 'reduction' as const, code: 'by-hand-1', label: '成交优惠', amount: off }];
  }

  /** Everybody whom the ladders ask agrees: the price first, then the review. */
  async function agree(subscriptionId: number): Promise<void> {
    for (let step = 0; step < 5; step += 1) {
      const { approval } = await manager.subscriptions.detail({ subscriptionId });
      if (approval?.state !== 'pending') return;
      const person = approval.requiredPost === 'manager' ? manager : desk.as(approval.requiredPost);
      const { version } = await person.approvals.detail({ approvalId: approval.id });
      await person.approvals.decide({ approvalId: approval.id, version, decision: 'approve', opinion: '同意' });
    }
  }

  async function receive(subscriptionId: number, money: Fen, payerId: number): Promise<void> {
    const cashier = desk.as('backOffice');
    const { version } = await cashier.subscriptions.detail({ subscriptionId });
    const paid = { method: 'transfer' as const, amount: money, payerId, reference: '0000123' };
    await cashier.payments.receive({ subscriptionId, version, item: 'deposit', ...paid });
  }

  const acts: Record<StoryEvent['event'], (event: StoryEvent) => Promise<void>> = {
    预订: async ({ unit: label, customer }) => {
      const unit = await unitOf(label);
      const { bookingId, approvalId } = await bookHome(consultant, unit.id, await buyerOf(customer));
      await approve(desk, approvalId);
      const cashier = desk.as('backOffice');
      const { row } = await cashier.bookings.detail({ bookingId });
      expect(row.money).toBe(yuan(20_000));
      await cashier.bookings.receive({ bookingId, version: row.version, method: 'transfer', reference: '0000456' });
      bookings.set(label, bookingId);
      expect((await unitOf(label)).state).toBe('booked');
    },

    退订: async ({ unit: label, customer, refund = fen(0) }) => {
      const bookingId = bookings.get(label) ?? 0;
      const finance = desk.as('finance');
      const own = { noun: 'bookings' as const, recordId: bookingId };
      const wish = { ...own, payeeId: await buyerOf(customer), amount: refund, reason: '客户不买了' };
      const { refundId } = await finance.payments.askRefund(wish);
      const day = localDateSchema.parse('2026-03-07');
      const asked = (await finance.payments.refunds({ from: day, to: day })).rows.find(({ id }) => id === refundId);
      const { version } = await manager.approvals.detail({ approvalId: asked?.approvalId ?? 0 });
      const yes = { decision: 'approve' as const, opinion: '同意退款' };
      await manager.approvals.decide({ approvalId: asked?.approvalId ?? 0, version, ...yes });
      const agreed = (await finance.payments.refunds({ from: day, to: day })).rows.find(({ id }) => id === refundId);
      const pay = { refundId, version: agreed?.version ?? 0, method: 'transfer' as const, reference: '0000789' };
      expect(await finance.payments.refund(pay)).toEqual({ state: 'paid', held: 0 });
      expect((await unitOf(label)).state).toBe('available');
    },

    认购: async ({ unit: label, customer, deposit = fen(0), agreed_total: agreed = fen(0), ...event }) => {
      const unit = await unitOf(label);
      const customerId = await buyerOf(customer);
      const booked = unit.state === 'booked';
      const share = mulDivHalfUp(unit.listPrice, Number(event.discount_percent_of_list) * 10, 1000);
      expect(Math.floor(share / 100)).toBe(agreed / 100);
      // What was booked becomes a part of the deposit.
      const whole = fen(deposit + (booked ? yuan(20_000) : 0));
      const adjustments = offList(unit.listPrice, agreed);
      const planCode = label.includes('31/01') ? 'lumpSum' : 'mortgage';
      const terms = { unitId: unit.id, adjustments, planCode, deposit: whole, signBy: SIGN_BY };
      if (!booked) await consultant.units.lock({ unitId: unit.id });
      const quote = await consultant.subscriptions.quote({ terms });
      expect(quote.price).toBe(agreed);
      const { subscriptionId } = await consultant.subscriptions.create({
        terms,
        buyers: [{ customerId, sharePpm: 1_000_000 }],
        shownPrice: quote.price,
        consent: true,
        mortgageDisclosed: false,
        reason: '成交优惠',
      });
      await agree(subscriptionId);
      if (booked) {
        const cashier = desk.as('backOffice');
        const { receipts } = await cashier.bookings.detail({ bookingId: bookings.get(label) ?? 0 });
        const [receipt] = receipts;
        await cashier.payments.exchange({ receiptId: receipt?.id ?? 0, version: 1, subscriptionId });
      }
      await receive(subscriptionId, deposit, customerId);
      const { row, depositRemaining } = await consultant.subscriptions.detail({ subscriptionId });
      expect([row.state, row.price, depositRemaining]).toEqual(['depositComplete', agreed, 0]);
      deals.set(label, subscriptionId);
    },

    禁止: async ({ unit: label, attempt, customer }) => {
      const unit = await unitOf(label);
      expect(unit.state).not.toBe('available');
      await buyerOf(customer);
      expect(['预订', '认购']).toContain(attempt);
      const { code } = await refusalOf(consultant.units.lock({ unitId: unit.id }));
      expect(['UNIT_TAKEN', 'UNIT_SOLD']).toContain(code);
      refused += 1;
    },

    换房: async ({ unit: label, to_unit: to = '', agreed_total: agreed = fen(0) }) => {
      const subscriptionId = deals.get(label) ?? 0;
      const target = await unitOf(to);
      // The bank lends 65 % of this home.
      await set(
        'planTemplates',
        defaultPlanTemplates.map((template) =>
          template.kind !== 'mortgage'
            ? template
            : {
                ...template,
                lines: template.lines.map((line) =>
                  line.item === 'commercialLoan' && line.share.kind === 'percent'
                    ? { ...line, share: { ...line.share, ratePpm: 650_000 } }
                    : line,
                ),
              },
        ),
      );
      const ask = {
        kind: 'unitChange' as const,
        unitId: target.id,
        adjustments: offList(target.listPrice, agreed),
        planCode: 'mortgage',
        mortgageDisclosed: false,
      };
      const { changeId } = await askFor(consultant, subscriptionId, ask, '客户换房');
      await decideChange(manager, changeId);
      const { row, receipts } = await consultant.subscriptions.detail({ subscriptionId });
      expect([row.unitId, row.price, row.state]).toEqual([target.id, agreed, 'depositComplete']);
      expect(receipts.map(({ state }) => state)).toEqual(['exchanged', 'valid']);
      expect([(await unitOf(label)).state, (await unitOf(to)).state]).toEqual(['available', 'subscribed']);
      deals.delete(label);
      deals.set(to, subscriptionId);
    },

    签约: async ({ unit: label, customer, agreed_total: agreed, loan = fen(0), paid_now: paid = fen(0) }) => {
      const subscriptionId = deals.get(label) ?? 0;
      const buyer = await buyerOf(customer);
      const { version, plan, receivedInAll } = await consultant.subscriptions.detail({ subscriptionId });
      const lent = plan.filter(({ item }) => item === 'commercialLoan').map((line) => line.amount);
      expect(sumFen(lent)).toBe(loan);
      const { contractId } = await consultant.contracts.draft({ subscriptionId, version });
      await fillIn(consultant, contractId);
      // The list has homes on its 33rd floor.
      const fields = { floorsTotal: 35, floorsAbove: 33, floorsBelow: 2 };
      await consultant.contracts.edit({ ...(await seen(consultant, contractId)), changes: { fields } });
      await explainTerms(consultant, contractId);
      await consultant.contracts.submit(await seen(consultant, contractId));
      await passReview(desk, contractId);
      await printOriginal(desk, contractId);
      await payLines(desk, { subscriptionId, buyer }, ['firstPayment', 'finalPayment']);
      const after = await consultant.subscriptions.detail({ subscriptionId });
      expect(after.receivedInAll - receivedInAll).toBe(paid);
      await sign(desk, contractId, 'buyer', buyer);
      await sign(desk, contractId, 'seller', null);
      const { row } = await consultant.contracts.detail({ contractId });
      expect([row.state, row.price]).toEqual(['signed', agreed]);
    },

    放款: async ({ unit: label, bank_pays: paid }) => {
      const subscriptionId = deals.get(label) ?? 0;
      const { buyers: own, receivedInAll } = await consultant.subscriptions.detail({ subscriptionId });
      await payLines(desk, { subscriptionId, buyer: own[0]?.customerId ?? 0 }, ['commercialLoan']);
      const after = await consultant.subscriptions.detail({ subscriptionId });
      expect(after.receivedInAll - receivedInAll).toBe(paid);
      expect((await unitOf(label)).state).toBe('paidUp');
    },
  };

  it('has 116 homes whose prices are those of the list', async () => {
    const { units } = await manager.units.board({});
    expect(units).toHaveLength(116);
    expect(units.reduce((sum, { listPrice }) => sum + (listPrice ?? 0), 0)).toBe(yuan(643_207_013));
    expect(units.reduce((sum, { builtArea }) => sum + builtArea, 0)).toBe(1_272_520);
  });

  it('is lived through, day by day', async () => {
    let day: LocalDate | undefined;
    for (const event of told) {
      if (event.date !== day) desk.clock.set(instantOf(event.date, 600));
      day = event.date;
      desk.clock.advance(60_000);
      consultant = again(consultant);
      manager = again(manager);
      await acts[event.event](event);
    }
    expect(refused).toBe(told.filter(({ event }) => event === '禁止').length);
  }, 300_000);

  it('comes to every figure that the story tells at its end', async () => {
    const expected = story?.expected_at_end;
    if (expected === undefined) throw new Error('No story');
    manager = again(manager);
    const { units } = await manager.units.board({});
    const sold = units.filter(({ state }) => state === 'signed' || state === 'paidUp');
    const inState = (state: string) => units.filter((one) => one.state === state).length;
    expect(units).toHaveLength(expected.units);
    expect({ 签约: sold.length, 可售: inState('available'), 认购: inState('subscribed') }).toEqual(expected.by_status);
    const all = await Promise.all(
      [...deals.values()].map((subscriptionId) => manager.subscriptions.detail({ subscriptionId })),
    );
    const signed = all.filter(({ row }) => row.state === 'converted');
    const open = all.filter(({ row }) => row.state === 'depositComplete');
    expect(signed).toHaveLength(expected.签约套数);
    const area = sold.reduce((sum, { builtArea }) => sum + builtArea, 0);
    expect((area / 100).toFixed(2)).toBe(expected.签约面积);
    const value = sumFen(signed.map(({ row }) => row.price));
    expect(value).toBe(expected.签约额);
    expect((value / area).toFixed(2)).toBe(expected.签约均价);
    expect(((sold.length / units.length) * 100).toFixed(2)).toBe(expected.去化率_percent);
    const due = sumFen(signed.flatMap(({ plan }) => plan.map((line) => line.amount)));
    const received = sumFen(signed.map(({ receivedInAll }) => receivedInAll));
    expect(due).toBe(expected.应收);
    expect(received).toBe(expected.实收);
    expect(due - received).toBe(expected.待收);
    expect(sumFen(open.map(({ row }) => row.price))).toBe(expected.认购中金额);
    expect(sumFen(open.map(({ receivedInAll }) => receivedInAll))).toBe(expected.未签约已收定金);
    expect(sumFen(signed.map(({ listPrice, row }) => fen(listPrice - row.price)))).toBe(expected.折扣总额);
    const ledger = (account: string) =>
      Number(
        desk.office.database.client
          .prepare('select coalesce(sum(amount), 0) from ledger_entries where account = ?')
          .pluck()
          .get(account),
      );
    expect(0 - ledger('depositsKept')).toBe(expected.违约金等留存);
    // Nothing of the bookings is left, and what is here is what was received: of the signed deals and as a deposit.
    expect(ledger('bookingMoneyReceived') + 0).toBe(0);
    expect(ledger('supervisedAccount')).toBe(expected.实收 + expected.未签约已收定金);
  });

  it('is told by a log that replays to the same homes', () => {
    const { client } = desk.office.database;
    verifyLog(client);
    for (const table of ['units', 'subscriptions', 'customers', 'receipts', 'refunds'])
      expect(replay(client).get(table)).toEqual(currentTables(client).get(table));
  });
});
