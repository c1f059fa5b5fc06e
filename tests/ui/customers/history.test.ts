import { describe, expect, it } from 'vitest';
import { type CustomerDetail, historyOf, planOf } from '#renderer/features/customers/history.ts';
import { area } from '#shared/kernel/area.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { fen, yuan } from '#shared/kernel/money.ts';

const deal: CustomerDetail['subscriptions'][number] = {
  id: 7,
  number: 'RG-2026-0412',
  unitId: 3,
  unit: '3-1-1802',
  unitState: 'subscribed',
  builtArea: area(11_842),
  state: 'approved',
  subscribedOn: localDate('2026-11-20'),
  signBy: localDate('2026-11-27'),
  price: yuan(2_071_131),
  consultant: '何佳怡',
  buyers: '王海涛',
  mayOpen: true,
  contract: null,
  history: [{ seq: 40, at: 400, by: '何佳怡', what: 'submitted', number: 'RG-2026-0412' }],
};

const line = (position: number, item: 'deposit' | 'firstPayment' | 'commercialLoan', dueOn: string, open: number) => ({
  subscriptionId: 7,
  position,
  unit: '3-1-1802',
  item,
  dueOn: localDate(dueOn),
  amount: yuan(50_000),
  open: yuan(open),
  loan: item === 'commercialLoan',
});

const file: CustomerDetail = {
  customer: {
    id: 1,
    name: '王海涛',
    phone: '138****6021',
    rating: 'A',
    channel: 'referral',
    state: 'subscribed',
    owner: { id: 2, name: '何佳怡' },
    protectedUntil: localDate('2026-11-30'),
    nextFollowUpOn: localDate('2026-11-25'),
    lastContactAt: 500,
  },
  secondPhone: null,
  identity: null,
  address: '',
  intent: '',
  createdAt: 100,
  ownedSince: 100,
  reveals: { today: [], openUntil: null },
  household: [],
  referrals: { by: null, sent: [] },
  coBuyers: [],
  privacy: null,
  cases: [],
  intents: [],
  visits: [
    { id: 2, of: null, kind: 'call', at: 200, channel: 'referral', partySize: 1, receivedBy: '周敏', notes: '' },
    {
      id: 1,
      of: '李雪',
      kind: 'firstVisit',
      at: 100,
      channel: 'referral',
      partySize: 2,
      receivedBy: '周敏',
      notes: '',
    },
  ],
  followUps: [{ id: 1, of: null, at: 500, by: '何佳怡', method: 'phone', content: '约周三面签', nextOn: null }],
  nextContacts: {
    A: localDate('2026-11-25'),
    B: localDate('2026-11-27'),
    C: localDate('2026-12-03'),
    D: localDate('2026-12-23'),
  },
  subscriptions: [deal],
  money: {
    due: yuan(100_000),
    paid: yuan(50_000),
    open: yuan(50_000),
    lines: [
      line(1, 'deposit', '2026-11-20', 0),
      line(2, 'firstPayment', '2026-11-24', 50_000),
      line(3, 'commercialLoan', '2026-12-27', 50_000),
    ],
    receipts: [
      {
        id: 1,
        subscriptionId: 7,
        number: 'SJ-2026-0001',
        unit: '3-1-1802',
        item: 'deposit',
        method: 'transfer',
        amount: fen(5_000_000),
        at: 450,
        by: '熊丽',
        state: 'valid',
        seq: 45,
      },
    ],
  },
  documents: [],
  can: {},
  version: 1,
};

describe('The history of a customer', () => {
  it('tells visits, calls, deals and money in one row, newest first', () => {
    expect(historyOf(file).map(({ source, at }) => `${source} ${at}`)).toEqual([
      'followUp 500',
      'receipt 450',
      'deal 400',
      'visit 200',
      'visit 100',
    ]);
  });

  it('counts a call as a contact and only who came as a visit', () => {
    const kinds = historyOf(file).map(({ kind }) => kind);
    expect(kinds).toEqual(['contacts', 'money', 'deals', 'contacts', 'visits']);
  });

  it('has nothing to tell of money to who may not see it', () => {
    expect(historyOf({ ...file, money: null }).some(({ kind }) => kind === 'money')).toBe(false);
  });
});

describe('What is planned with a customer', () => {
  it('is what is open, by day: payments, contact, signing; a loan comes from the bank', () => {
    expect(planOf(file).map(({ what, day }) => `${day} ${what}`)).toEqual([
      '2026-11-24 pay',
      '2026-11-25 followUp',
      '2026-11-27 sign',
    ]);
  });

  it('is nothing when nothing is agreed and nothing was bought', () => {
    const customer = { ...file.customer, nextFollowUpOn: null };
    expect(planOf({ ...file, customer, subscriptions: [], money: null })).toEqual([]);
  });

  it('is the signature of a drafted contract, until it is signed', () => {
    const signs = (state: 'draft' | 'printed' | 'signed' | null) => {
      const contract = state === null ? null : { id: 8, number: 'HT-2026-0301', state, signedOn: null };
      const subscriptions = [{ ...deal, state: 'converted' as const, contract }];
      return planOf({ ...file, subscriptions }).some(({ what }) => what === 'sign');
    };
    expect([signs('draft'), signs('printed'), signs('signed'), signs(null)]).toEqual([true, true, false, false]);
  });

  it('asks nobody for a signature in a colleague’s deal', () => {
    const subscriptions = [{ ...deal, mayOpen: false, price: null }];
    expect(planOf({ ...file, subscriptions }).some(({ what }) => what === 'sign')).toBe(false);
  });

  it('asks for no signature of a subscription that is over', () => {
    const subscriptions = [{ ...deal, state: 'cancelled' as const }];
    expect(planOf({ ...file, subscriptions }).some(({ what }) => what === 'sign')).toBe(false);
  });
});
