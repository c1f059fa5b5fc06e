import { agreements } from '#db/schema/agreements.ts';
import { approvals } from '#db/schema/approvals.ts';
import { cases } from '#db/schema/cases.ts';
import { changes } from '#db/schema/changes.ts';
import { unitBookings } from '#db/schema/claims.ts';
import { customers, visits } from '#db/schema/customers.ts';
import { dealNotices } from '#db/schema/deal-notices.ts';
import { contracts, quotes, subscriptions } from '#db/schema/deals.ts';
import { units } from '#db/schema/inventory.ts';
import { invoices } from '#db/schema/invoices.ts';
import { intents, launchDesks, launches } from '#db/schema/launches.ts';
import { accounts } from '#db/schema/office.ts';
import { refunds } from '#db/schema/papers.ts';
import { paymentLetters } from '#db/schema/payment-letters.ts';
import { rulings } from '#db/schema/rulings.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { fen } from '#shared/kernel/money.ts';
import { buildHomes } from './builders.ts';
import { draftedContract } from './contract-desk.ts';
import type { TestOffice } from './office.ts';

/** Whose a record is, as seen by whoever asks. */
export const ownerships = ['own', 'team', 'other', 'none'] as const;
/** Whose a record is. */
export type Ownership = (typeof ownerships)[number];

/** Everything that belongs to one customer, by the names that inputs have for it, and what must not get about. */
export type World = {
  readonly ownership: Ownership;
  readonly ids: Readonly<Record<string, number>>;
  readonly secrets: {
    readonly name: string;
    readonly phone: string;
    readonly identityNumber: string;
    readonly address: string;
    readonly floorPrice: string;
  };
};

const surnames = { own: '甲', team: '乙', other: '丙', none: '丁' } as const;

/** A customer with a deal, a contract, a receipt, a case, a purchase plan and a request, all full of seeded secrets. */
export async function ownedWorld(desk: TestOffice, ownership: Ownership): Promise<World> {
  const place = ownerships.indexOf(ownership);
  const consultant = desk.as('consultant');
  const name = `秘${surnames[ownership]}密人`;
  const phone = `1007654000${place}`;
  const identityNumber = `88888877776666${place}5`;
  const address = `秘密路${place + 3}91号`;
  const floorPrice = 87_650_000 + place;
  const deal = await draftedContract(desk, consultant);
  const { version } = await consultant.customers.detail({ customerId: deal.buyer });
  await consultant.customers.update({
    customerId: deal.buyer,
    version,
    name,
    secondPhone: null,
    identity: { kind: 'other', number: identityNumber },
    address,
    intent: '三房',
    rating: 'A',
    nextFollowUpOn: null,
  });
  const rooms = { name: `${place + 50}栋`, floors: 1, rooms: 3 };
  const [free = 0, held = 0, booked = 0] = await buildHomes(desk, rooms);
  await consultant.units.lock({ unitId: booked });
  const { bookingId } = await consultant.bookings.create({ unitId: booked, customerId: deal.buyer, reason: '' });
  const { quoteId } = await consultant.quotes.create({
    terms: { unitId: free, adjustments: [], homeOrder: 'first', ways: [{ planCode: 'lumpSum', loanYears: 30 }] },
    customerId: deal.buyer,
    shownPrice: 100_000_000,
  });
  await desk.as('manager').units.hold({
    unitId: held,
    purpose: 'management',
    customerId: deal.buyer,
    reason: '内部预留',
    until: '2026-11-25',
  });
  const { version: seen } = await consultant.subscriptions.detail({ subscriptionId: deal.subscriptionId });
  const ask = { kind: 'signingExtension', signBy: localDate('2026-12-03') } as const;
  const { figuresHash } = await consultant.changes.simulate({ subscriptionId: deal.subscriptionId, ask });
  const { changeId } = await consultant.changes.ask({
    subscriptionId: deal.subscriptionId,
    version: seen,
    ask,
    figuresHash,
    reasonCode: 'absent',
    reason: '出差',
  });
  const manager = desk.as('manager').me;
  const { caseId, ...launch } = await desk.office.corridor.act({
    procedure: 'tests.ownedWorld',
    run: ({ tx, today, now, happened }) => {
      tx.update(customers, deal.buyer, { phone });
      for (const id of [deal.unitId, free, held, booked]) tx.update(units, id, { floorPrice: fen(floorPrice) });
      const filing = tx.insert(cases, {
        kind: 'filing',
        subscriptionId: deal.subscriptionId,
        state: 'running',
        step: 'collect',
        stepSince: today,
        openedOn: today,
      });
      tx.insert(dealNotices, {
        number: `QT-2026-${place + 1}`,
        subscriptionId: deal.subscriptionId,
        kind: 'signingNotice',
        signBy: today,
        dueOn: today,
        graceDays: 7,
        writtenOn: today,
        writtenBy: consultant.me,
      });
      tx.insert(invoices, {
        number: `0000000${place}`,
        subscriptionId: deal.subscriptionId,
        amount: fen(1),
        issuedOn: today,
        state: 'valid',
        recordedBy: consultant.me,
        recordedAt: now,
      });
      tx.insert(paymentLetters, {
        number: `FK-2026-9${place}`,
        subscriptionId: deal.subscriptionId,
        kind: 'paymentNotice',
        lines: [],
        round: 1,
        dueBy: today,
        hidesPrice: false,
        hidesLateFee: false,
        writtenOn: today,
        writtenBy: consultant.me,
      });
      tx.insert(refunds, {
        number: `TK-2026-${place + 1}`,
        subscriptionId: deal.subscriptionId,
        payeeId: deal.buyer,
        amount: fen(1),
        reason: '多收退回',
        requestedBy: consultant.me,
        requestedAt: now,
        state: 'approved',
      });
      const agreement = tx.insert(agreements, {
        number: `BX-2026-9${place}`,
        kind: 'supplement',
        contractId: deal.contractId,
        changeId,
        position: 1,
        state: 'draft',
        amendments: [],
        clauses: [],
        draftedBy: consultant.me,
        draftedOn: today,
      });
      // Raised by somebody else, and over: an open one would make whoever comes wait for its ruling.
      const ruling = tx.insert(rulings, {
        number: `PK-2026-9${place}`,
        customerId: deal.buyer,
        state: 'withdrawn',
        reason: 'samePhone',
        raisedBy: manager,
        raisedAt: now,
        proposal: { outcome: 'company' },
        decidedBy: manager,
        decidedAt: now,
      });
      happened({ kind: 'caseOpened', noun: 'cases', id: filing.id });
      const { id: launchId } = tx.insert(launches, {
        number: `KP-2026-9${place}`,
        name: '首批开盘',
        opensAt: now,
        state: 'registering',
        intentMoney: fen(0),
        groupSize: 10,
        pickSeconds: 60,
        pickHours: 2,
        passes: 1,
        createdBy: consultant.me,
        createdAt: now,
      });
      const intent = tx.insert(intents, {
        number: `RC-2026-9${place}`,
        launchId,
        customerId: deal.buyer,
        consultantId: consultant.me,
        queueNo: 1,
        code: `0000000${place}`,
        wishes: [free],
        state: 'called',
        listed: true,
        drawPlace: 1,
        registeredAt: now,
      });
      const turn = { name: '1号台', position: 1, intentId: intent.id, turnEndsAt: now + 60_000 };
      const { id: deskId } = tx.insert(launchDesks, { launchId, ...turn });
      return {
        caseId: filing.id,
        agreementId: agreement.id,
        rulingId: ruling.id,
        launchId,
        intentId: intent.id,
        deskId,
      };
    },
  });
  const { client } = desk.office.database;
  const first = (sql: string): number => Number(client.prepare(sql).pluck().get(deal.subscriptionId) ?? 0);
  const ids = {
    customerId: deal.buyer,
    memberId: deal.buyer,
    payerId: deal.buyer,
    unitId: deal.unitId,
    subscriptionId: deal.subscriptionId,
    contractId: deal.contractId,
    quoteId,
    bookingId,
    caseId,
    recordId: deal.subscriptionId,
    invoiceId: first('select id from invoices where subscription_id = ?'),
    letterId: first('select id from payment_letters where subscription_id = ?'),
    noticeId: first('select id from deal_notices where subscription_id = ?'),
    refundId: first('select id from refunds where subscription_id = ?'),
    changeId,
    receiptId: first('select id from receipts where subscription_id = ?'),
    approvalId: first(`select id from approvals where noun = 'subscriptions' and subject_id = ?`),
    heldUnitId: held,
    ...launch,
  };
  return { ownership, ids, secrets: { name, phone, identityNumber, address, floorPrice: String(floorPrice) } };
}

/** Gives everything of a world to somebody; null gives the customer to nobody and the deal to whoever is named. */
export async function giveWorld(desk: TestOffice, { ids }: World, ownerId: number | null, dealerId: number) {
  const { client } = desk.office.database;
  await desk.office.corridor.act({
    procedure: 'tests.giveWorld',
    run: ({ tx, happened }) => {
      tx.update(customers, ids['customerId'] ?? 0, { ownerId });
      tx.update(subscriptions, ids['subscriptionId'] ?? 0, { consultantId: dealerId });
      tx.update(contracts, ids['contractId'] ?? 0, { draftedBy: dealerId });
      tx.update(unitBookings, ids['bookingId'] ?? 0, { consultantId: dealerId });
      tx.update(quotes, ids['quoteId'] ?? 0, { consultantId: dealerId });
      tx.update(changes, ids['changeId'] ?? 0, { requestedBy: dealerId });
      tx.update(approvals, ids['approvalId'] ?? 0, { requestedBy: dealerId });
      const came = client.prepare('select id from visits where customer_id = ?').pluck().all(ids['customerId']);
      for (const id of came) tx.update(visits, Number(id), { receivedBy: dealerId });
      happened({ kind: 'customerChanged', noun: 'customers', id: ids['customerId'] ?? 0 });
    },
  });
}

/** Puts people into a team. */
export async function intoTeam(desk: TestOffice, ids: readonly number[], team: string): Promise<void> {
  await desk.office.corridor.act({
    procedure: 'tests.intoTeam',
    run: ({ tx, happened }) => {
      for (const id of ids) tx.update(accounts, id, { team });
      happened({ kind: 'accountChanged', noun: 'accounts', id: ids[0] ?? 0 });
    },
  });
}
