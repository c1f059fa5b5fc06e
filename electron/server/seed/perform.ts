import type { Act } from '#db/seed/acts.ts';
import { referrerOf, transportOf } from '#db/seed/plan-hall.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { workOnCases } from './case-steps.ts';
import { changeActs } from './change-steps.ts';
import { contractActs } from './contract-steps.ts';
import { keepArchive } from './custody-steps.ts';
import {
  type Cash,
  draftContract,
  expireSubscription,
  fileContract,
  forfeitSubscription,
  settleContract,
  signContract,
} from './later-steps.ts';
import { buildingActs } from './perform-buildings.ts';
import { checkControl, planRelease, releaseForLaunch, ruleConflicts, writeHandbook } from './perform-control.ts';
import { saleActs } from './perform-sales.ts';
import { changePrices, describe, dividePhases, measure } from './perform-stock.ts';
import { scanDeal } from './scan-steps.ts';
import { customerAt, dealAt, officeAct, type Stage, slipNumber, wait } from './stage.ts';

/** Lets the acts of a plan happen one by one, through the desks of those who do them. */
export function performer(stage: Stage): (act: Act) => Promise<void> {
  const { office, clock, desk, unitIds, customerIds } = stage;
  const buildings = buildingActs(stage);
  const sales = saleActs(stage);
  const changes = changeActs(stage, sales.subscriptionOf);
  const contracts = contractActs(stage, sales.subscriptionOf, () => cash(stage));

  return async (act) => {
    clock.moveTo(act.at);
    switch (act.do) {
      case 'list':
        return buildings.list(act.building);
      case 'open':
        return buildings.open(act.building, dayOf(act.at));
      case 'lapse':
        return buildings.lapse(act.building);
      case 'register':
        return register(stage, act);
      case 'leave':
        return leave(stage, act);
      case 'followUp': {
        const { method, content, rating, nextOn } = act;
        const owner = desk(customerAt(stage, act.customer).owner);
        await owner.customers.followUp({ customerId: customerIds[act.customer] ?? 0, method, content, rating, nextOn });
        return;
      }
      case 'quote':
        return sales.quote(act);
      case 'subscribe':
        return sales.subscribe(act.deal);
      case 'decide':
        return sales.decide(act);
      case 'takeDeposit':
        return sales.takeDeposit(act.deal, act.share);
      case 'voidDeposit':
        return sales.voidDeposit(act.deal);
      case 'issueBook':
        return sales.issueBook(act.deal);
      case 'cancel':
        return sales.cancel(act.deal);
      case 'expire':
        return officeAct(stage, act.do, (context) => expireSubscription(context, sales.subscriptionOf(act.deal)));
      case 'forfeit':
        return officeAct(stage, act.do, (context) => forfeitSubscription(context, sales.subscriptionOf(act.deal)));
      case 'draft':
        return officeAct(stage, act.do, (context) =>
          draftContract(context, office.database.client, sales.subscriptionOf(act.deal)),
        );
      case 'sign': {
        const subscriptionId = sales.subscriptionOf(act.deal);
        await officeAct(stage, act.do, (context) => signContract(context, subscriptionId, cash(stage)));
        return scanDeal(stage, subscriptionId, desk(dealAt(stage, act.deal).consultant));
      }
      case 'file':
        return officeAct(stage, act.do, (context) => fileContract(context, sales.subscriptionOf(act.deal)));
      case 'settle':
        return officeAct(stage, act.do, (context) =>
          settleContract(context, sales.subscriptionOf(act.deal), cash(stage)),
        );
      case 'askChange':
        return changes.ask(act.deal, act.change);
      case 'decideChange':
        return changes.decide(act.deal, act.decision);
      case 'payBack':
        return changes.payBack(act.deal);
      case 'contract':
        return contracts(act.deal, act.step);
      case 'work':
        return officeAct(stage, act.do, (context) => workOnCases(context, sales.subscriptionOf(act.deal), act.round));
      case 'lock':
        await desk(act.by).units.lock({ unitId: unitIds[act.unit] ?? 0 });
        return;
      case 'book':
        return book(stage, act);
      case 'hold': {
        const customerId = act.customer === null ? null : (customerIds[act.customer] ?? null);
        const { purpose, until, reason } = act;
        await desk(act.by).units.hold({ unitId: unitIds[act.unit] ?? 0, purpose, customerId, reason, until });
        return;
      }
      case 'freeze':
        await desk('dujianhua').units.freeze({ unitId: unitIds[act.unit] ?? 0, reason: act.reason });
        return;
      case 'takeOffSale': {
        const { use, reason } = act;
        await desk('dujianhua').units.takeOffSale({ unitId: unitIds[act.unit] ?? 0, use, reason });
        return;
      }
      case 'describe':
        return describe(stage, act.building);
      case 'dividePhases':
        return dividePhases(stage);
      case 'measure':
        return measure(stage, act.building, act.at);
      case 'changePrices':
        return changePrices(stage, act.batch, act.at);
      case 'writeHandbook':
        return writeHandbook(stage, act.at);
      case 'keepArchive':
        return keepArchive(stage);
      case 'planRelease':
        return planRelease(stage, act.building, act.at);
      case 'releaseForLaunch':
        return releaseForLaunch(stage, act);
      case 'ruleConflicts':
        return ruleConflicts(stage);
      case 'checkControl':
        return checkControl(stage);
      case 'sweep':
        return office.clock.tick();
    }
  };
}

/** Somebody calls or comes. */
async function register(stage: Stage, act: Extract<Act, { do: 'register' }>): Promise<void> {
  const { desk, customerIds } = stage;
  const { name, phone, channel, intent } = customerAt(stage, act.customer);
  const { customerId, visitId } = await desk(act.by).visits.register({
    kind: act.kind,
    customerId: customerIds[act.customer] ?? null,
    name,
    phone,
    channel,
    rating: act.rating,
    partySize: act.partySize,
    transport: transportOf(act.customer),
    referrer: customerIds[act.customer] === undefined ? referrerOf(act.customer, stage.plan.customers) : null,
    intent,
    notes: act.notes,
    nextFollowUpOn: null,
    receivedBy: null,
  });
  customerIds[act.customer] = customerId;
  if (act.kind === 'visit') stage.visitIds[act.customer] = visitId;
}

/** The guests leave, unless they came twice and have left already. */
async function leave({ desk, visitIds }: Stage, act: Extract<Act, { do: 'leave' }>): Promise<void> {
  const visitId = visitIds[act.customer];
  delete visitIds[act.customer];
  if (visitId !== undefined) await desk(act.by).visits.leave({ visitId });
}

/** A small booking: asked for from the lock, agreed to by the supervisor, paid at the counter. */
async function book(stage: Stage, { unit, customer }: Extract<Act, { do: 'book' }>): Promise<void> {
  const { desk, unitIds, customerIds } = stage;
  const unitId = unitIds[unit] ?? 0;
  const consultant = desk(customerAt(stage, customer).owner);
  await consultant.units.lock({ unitId });
  wait(stage, 4);
  const reason = '首付还差几天到账，客户先交小订金留房。';
  const terms = { planCode: 'mortgage', askedPpm: customer % 2 === 0 ? 10_000 : 0 };
  const wish = { unitId, customerId: customerIds[customer] ?? 0, ...terms, reason };
  const { bookingId, approvalId } = await consultant.bookings.create(wish);
  wait(stage, 6);
  const supervisor = desk('chenliqun');
  const { version } = await supervisor.approvals.detail({ approvalId: approvalId ?? 0 });
  const yes = { approvalId: approvalId ?? 0, version, decision: 'approve' as const, opinion: '同意' };
  await supervisor.approvals.decide(yes);
  wait(stage, 8);
  const cashier = desk('jiangxuemei');
  const { row } = await cashier.bookings.detail({ bookingId });
  const method = 'card' as const;
  await cashier.bookings.receive({ bookingId, version: row.version, method, reference: slipNumber(stage) });
}

function cash(stage: Stage): Cash {
  return {
    cashierId: stage.accountId('fangmin'),
    reference: slipNumber(stage),
    warrantsId: stage.accountId('tianxiaoyu'),
  };
}
