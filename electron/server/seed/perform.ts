import { readDb } from '#db/access.ts';
import { approvalById } from '#db/repositories/approvals.ts';
import { customerById } from '#db/repositories/customers.ts';
import { subscriptionById } from '#db/repositories/subscriptions.ts';
import { unitById } from '#db/repositories/units.ts';
import type { Act, CustomerPlan, DealPlan, OfficePlan } from '#db/seed/acts.ts';
import { priceListFile } from '#db/seed/homes.ts';
import type { StaffName } from '#db/seed/people.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { addMonths, dayOf, type LocalDate } from '#shared/kernel/local-date.ts';
import { type Fen, fen, yuan } from '#shared/kernel/money.ts';
import type { Random } from '#shared/kernel/random.ts';
import type { CommandContext } from '../kernel/handlers.ts';
import type { Office } from '../office.ts';
import { applyUnitEvent } from '../units/apply-unit-event.ts';
import { type DeskClient, type MovableClock, terminalOf } from './desk.ts';
import {
  draftContract,
  expireSubscription,
  fileContract,
  forfeitSubscription,
  settleContract,
  signContract,
} from './later-steps.ts';

const MINUTE_MS = 60_000;

/** The office in which the plan happens, and who works there. */
export type Stage = {
  readonly office: Office;
  readonly plan: OfficePlan;
  readonly clock: MovableClock;
  readonly random: Random;
  readonly desk: (name: StaffName) => DeskClient;
  readonly accountId: (name: StaffName) => number;
  readonly projectId: number;
};

type Deal = { subscriptionId: number; approvalId: number | null };

/** Lets the acts of a plan happen one by one, through the desks of those who do them. */
export function performer(stage: Stage): (act: Act) => Promise<void> {
  const { office, plan, clock, random, desk } = stage;
  const db = readDb(office.database);
  const homes = plan.buildings.flatMap(({ homes: own }) => own);
  const unitIds: number[] = [];
  const buildingIds = new Map<number, number>();
  const customerIds: number[] = [];
  const deals: Deal[] = [];
  const wait = (minutes: number) => clock.moveTo(clock() + minutes * MINUTE_MS);
  const slip = () => String(random.int(10_000_000, 99_999_999));

  async function buildingOf(index: number) {
    const name = plan.buildings[index]?.name;
    const { buildings } = await desk('dujianhua').projects.detail({});
    const found = buildings.find((one) => one.name === name);
    if (found === undefined) throw new DomainError('NOT_FOUND');
    return found;
  }

  /** Imports the price list of a building, as the office's planner would. */
  async function list(index: number): Promise<void> {
    const building = plan.buildings[index];
    if (building === undefined) return;
    const content = Buffer.from(priceListFile(building.homes)).toString('base64');
    const file = { name: `一房一价表-${building.name}.csv`, content };
    const order = { file, sheet: null, mapping: null, alsoFiled: false, leaveOutFaulty: false };
    await desk('baiyutong').imports.commit(order);
    const { id } = await buildingOf(index);
    buildingIds.set(index, id);
    const first = plan.buildings.slice(0, index).reduce((sum, { homes: own }) => sum + own.length, 0);
    const byPlace = new Map(building.homes.map((home, at) => [placeOf(home), first + at]));
    const { units } = await desk('dujianhua').units.board({});
    for (const unit of units) {
      const at = unit.buildingId === id ? byPlace.get(placeOf(unit)) : undefined;
      if (at !== undefined) unitIds[at] = unit.id;
    }
  }

  /** The permit comes, the prices are published, and the first homes are released. */
  async function open(index: number, today: LocalDate): Promise<void> {
    const manager = desk('dujianhua');
    const building = plan.buildings[index];
    const { id } = await buildingOf(index);
    await manager.projects.addPermit({
      projectId: stage.projectId,
      kind: 'preSalePermit',
      number: `渝澄住建(${today.slice(0, 4)})预字第${String(318 + index * 7)}号`,
      issuedOn: today,
      validTo: null,
      buildingIds: [id],
    });
    const { version, permitId } = await buildingOf(index);
    const mortgaged = building?.mortgage !== null;
    await manager.projects.updateBuilding({
      buildingId: id,
      version,
      permitId,
      pricesPublishedOn: today,
      mortgaged,
      lenderConsentOn: mortgaged ? today : null,
      deliveryOn: addMonths(today, 24),
    });
    const first = plan.buildings.slice(0, index).reduce((sum, { homes: own }) => sum + own.length, 0);
    const released = (building?.homes ?? []).flatMap(({ floor }, at) =>
      floor <= (building?.releasedUpTo ?? 0) ? [unitIds[first + at] ?? 0] : [],
    );
    await manager.units.release({ unitIds: released });
  }

  async function lapse(index: number): Promise<void> {
    const { id: buildingId, version, permitId, pricesPublishedOn, mortgaged, deliveryOn } = await buildingOf(index);
    const rest = { permitId, pricesPublishedOn, mortgaged, deliveryOn };
    await desk('dujianhua').projects.updateBuilding({ buildingId, version, ...rest, lenderConsentOn: null });
  }

  async function register(act: Extract<Act, { do: 'register' }>): Promise<void> {
    const { name, phone, channel, intent } = customerAt(act.customer);
    const { customerId } = await desk(act.by).visits.register({
      kind: act.kind,
      customerId: customerIds[act.customer] ?? null,
      name,
      phone,
      channel,
      rating: act.rating,
      partySize: act.partySize,
      intent,
      notes: act.notes,
      nextFollowUpOn: null,
      receivedBy: null,
    });
    customerIds[act.customer] = customerId;
  }

  function customerAt(index: number): CustomerPlan {
    const found = plan.customers[index];
    if (found === undefined) throw new DomainError('NOT_FOUND');
    return found;
  }

  /** A customer shows their papers. */
  async function identify(consultant: DeskClient, index: number): Promise<void> {
    const { name, identityNumber, address, intent } = customerAt(index);
    const customerId = customerIds[index] ?? 0;
    const version = customerById(db, customerId)?.version ?? 0;
    await consultant.customers.update({
      customerId,
      version,
      name,
      secondPhone: null,
      identity: { kind: 'identityCard', number: identityNumber },
      address,
      intent,
      rating: 'A',
      nextFollowUpOn: null,
    });
  }

  async function subscribe(index: number): Promise<void> {
    const deal = dealAt(index);
    const consultant = desk(deal.consultant);
    const buyers = [deal.customer, ...(deal.with === null ? [] : [deal.with])];
    for (const buyer of buyers) await identify(consultant, buyer);
    wait(1);
    const unitId = unitIds[deal.unit] ?? 0;
    await consultant.units.lock({ unitId });
    wait(3);
    const parking = homes[deal.unit]?.use === '车位';
    const { signBy } = await consultant.subscriptions.offer({ unitId });
    const terms = {
      unitId,
      adjustments: adjustmentsOf(deal),
      planKind: parking ? ('lumpSum' as const) : deal.planKind,
      deposit: parking ? yuan(10_000) : yuan(50_000),
      signBy,
    };
    const { price } = await consultant.subscriptions.quote({ terms });
    const shares = buyers.length === 1 ? [1_000_000] : [500_000, 500_000];
    const { subscriptionId, approvalId } = await consultant.subscriptions.create({
      terms,
      buyers: buyers.map((buyer, at) => ({ customerId: customerIds[buyer] ?? 0, sharePpm: shares[at] ?? 0 })),
      shownPrice: price,
      consent: true,
      mortgageDisclosed: true,
      reason: deal.reason,
    });
    deals[index] = { subscriptionId, approvalId };
  }

  function dealAt(index: number): DealPlan {
    const found = plan.deals[index];
    if (found === undefined) throw new DomainError('NOT_FOUND');
    return found;
  }

  const subscriptionOf = (index: number) => deals[index]?.subscriptionId ?? 0;

  async function decide({ deal, by, decision }: Extract<Act, { do: 'decide' }>): Promise<void> {
    const approvalId = deals[deal]?.approvalId ?? 0;
    const version = approvalById(db, approvalId)?.version ?? 0;
    const opinion = decision === 'approve' ? random.pick(agreed) : '价格依据不足，请与客户再沟通后重新提交。';
    await desk(by).approvals.decide({ approvalId, version, decision, opinion });
  }

  async function takeDeposit(index: number, share: 'whole' | 'half'): Promise<void> {
    const cashier = desk('jiangxuemei');
    const row = subscriptionById(db, subscriptionOf(index));
    if (row === undefined) throw new DomainError('NOT_FOUND');
    const amount: Fen = share === 'whole' ? row.depositDue : fen(Math.round(row.depositDue / 2));
    const deal = dealAt(index);
    await cashier.payments.receive({
      subscriptionId: row.id,
      version: row.version,
      item: 'deposit',
      method: deal.method,
      amount,
      payerId: customerIds[deal.customer] ?? 0,
      reference: slip(),
    });
  }

  /** The slip bears another name: the receipt is voided before the money is taken anew. */
  async function voidDeposit(index: number): Promise<void> {
    const finance = desk('fangmin');
    const { receipts } = await finance.subscriptions.detail({ subscriptionId: subscriptionOf(index) });
    for (const { id: receiptId, version } of receipts.filter(({ state }) => state === 'valid'))
      await finance.payments.voidReceipt({ receiptId, version, reason: '付款人姓名开错，作废重开' });
  }

  async function issueBook(index: number): Promise<void> {
    const backOffice = desk('jiangxuemei');
    const subscriptionId = subscriptionOf(index);
    await backOffice.documents.issue({ kind: 'subscriptionBook', subjectId: subscriptionId });
    const { receipts } = await backOffice.subscriptions.detail({ subscriptionId });
    for (const { id } of receipts.filter(({ state }) => state === 'valid'))
      await backOffice.documents.issue({ kind: 'depositReceipt', subjectId: id });
  }

  async function cancel(index: number): Promise<void> {
    const manager = desk('dujianhua');
    const subscriptionId = subscriptionOf(index);
    const { version } = await manager.subscriptions.detail({ subscriptionId });
    await manager.subscriptions.cancel({ subscriptionId, version, reason: '客户家庭原因放弃认购，未交定金' });
  }

  /** Booked by its consultant from the lock; small bookings have no desk of their own yet. */
  async function book({ unit, by, customer }: Extract<Act, { do: 'book' }>): Promise<void> {
    const unitId = unitIds[unit] ?? 0;
    const { lockId } = await desk(by).units.lock({ unitId });
    wait(4);
    await officeAct('book', (context) => {
      const row = unitById(context.db, unitId);
      if (row === undefined || lockId === 0) throw new DomainError('NOT_FOUND');
      const person = { id: stage.accountId(by), name: '', post: 'consultant', language: 'zh-CN' } as const;
      const command = { ...context, actor: person, connection: { ...context.connection, terminal: terminalOf(by) } };
      const deal = {
        customerId: customerIds[customer] ?? null,
        approved: ['book'] as const,
        bookingMoneyReceived: true,
      };
      applyUnitEvent(command, row, 'book', deal, { reason: '小订，订金 5,000 元' });
      context.happened({ kind: 'booked', noun: 'units', id: unitId, data: { from: row.commercialState } });
    });
  }

  function officeAct(name: string, run: (context: CommandContext<undefined>) => void): Promise<void> {
    return office.corridor.act({ procedure: `office.${name}`, run });
  }

  return async (act) => {
    clock.moveTo(act.at);
    switch (act.do) {
      case 'list':
        return list(act.building);
      case 'open':
        return open(act.building, dayOf(act.at));
      case 'lapse':
        return lapse(act.building);
      case 'register':
        return register(act);
      case 'followUp': {
        const { method, content, rating, nextOn } = act;
        const owner = desk(customerAt(act.customer).owner);
        await owner.customers.followUp({ customerId: customerIds[act.customer] ?? 0, method, content, rating, nextOn });
        return;
      }
      case 'subscribe':
        return subscribe(act.deal);
      case 'decide':
        return decide(act);
      case 'takeDeposit':
        return takeDeposit(act.deal, act.share);
      case 'voidDeposit':
        return voidDeposit(act.deal);
      case 'issueBook':
        return issueBook(act.deal);
      case 'cancel':
        return cancel(act.deal);
      case 'expire':
        return officeAct(act.do, (context) => expireSubscription(context, subscriptionOf(act.deal)));
      case 'forfeit':
        return officeAct(act.do, (context) => forfeitSubscription(context, subscriptionOf(act.deal)));
      case 'draft':
        return officeAct(act.do, (context) => draftContract(context, subscriptionOf(act.deal)));
      case 'sign':
        return officeAct(act.do, (context) => signContract(context, subscriptionOf(act.deal), cash()));
      case 'file':
        return officeAct(act.do, (context) => fileContract(context, subscriptionOf(act.deal)));
      case 'settle':
        return officeAct(act.do, (context) => settleContract(context, subscriptionOf(act.deal), cash()));
      case 'lock':
        await desk(act.by).units.lock({ unitId: unitIds[act.unit] ?? 0 });
        return;
      case 'book':
        return book(act);
      case 'hold': {
        const customerId = act.customer === null ? null : (customerIds[act.customer] ?? null);
        const { purpose, until, reason } = act;
        await desk(act.by).units.hold({ unitId: unitIds[act.unit] ?? 0, purpose, customerId, reason, until });
        return;
      }
      case 'freeze':
      case 'takeOffSale':
        await desk('dujianhua').units[act.do]({ unitId: unitIds[act.unit] ?? 0, reason: act.reason });
        return;
      case 'sweep':
        return office.clock.tick();
    }
  };

  function cash() {
    return { cashierId: stage.accountId('fangmin'), reference: slip() };
  }
}

const agreed = ['同意', '同意，请按期签约', '资料齐全，同意', '客户意向明确，同意'];

/** By what a home of the plan and a cell of the board are the same. */
function placeOf(home: { readonly entrance: string; readonly floor: number; readonly roomNo: string }): string {
  return `${home.entrance} ${home.floor} ${home.roomNo}`;
}

function adjustmentsOf({ discountPpm }: DealPlan) {
  if (discountPpm === 0) return [];
  const known = discountPpm === 10_000;
  const named = known ? { code: 'onTime', label: '按时签约优惠' } : { code: 'agreed', label: '协议优惠' };
  return [{ kind: 'percent' as const, ...named, ratePpm: discountPpm }];
}
