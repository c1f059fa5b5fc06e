import { v7 } from 'uuid';
import { changeAtRefusal } from '#shared/domain/agreements/needs.ts';
import type { AskedKind } from '#shared/domain/changes/asks.ts';
import type { ChangeState } from '#shared/domain/changes/kinds.ts';
import type { ContractState } from '#shared/domain/contracts/states.ts';
import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import { addDays, dayOf } from '#shared/kernel/local-date.ts';
import type { FullClient } from '#tests/e2e/support/page-client.ts';

type Address = (office: FullClient) => Promise<string>;

/** The drawer of a home in a state. */
export function unitAt(state: UnitCommercialState): Address {
  return async (office) => {
    const { units } = await office.units.board({});
    const unit = units.find((one) => one.state === state && one.use === 'home');
    if (unit === undefined) throw new Error(`No home of the demo office is ${state}`);
    return `/sales/board?unit=${unit.id}`;
  };
}

/** The subscription of a home that whoever asks has locked, or locks for it. */
export async function ownLock(office: FullClient): Promise<string> {
  const { units } = await office.units.board({});
  const locked = units.find(({ state, mine }) => state === 'locked' && mine);
  if (locked !== undefined) return `/contracts/subscribe/${locked.id}`;
  const free = units.find(({ state, use }) => state === 'available' && use === 'home');
  if (free === undefined) throw new Error('No home of the demo office can be locked');
  await office.units.lock({ requestId: v7(), data: { unitId: free.id } });
  return `/contracts/subscribe/${free.id}`;
}

/** A subscription in a state. */
export function subscriptionIn(state: 'approved' | 'depositComplete' | 'inReview'): Address {
  return async (office) => {
    const { rows } = await office.subscriptions.list({ scope: 'all', state, text: '' });
    const [first] = rows;
    if (first === undefined) throw new Error(`No subscription of the demo office is ${state}`);
    return `/contracts/subscriptions/${first.id}`;
  };
}

/** A subscription that was agreed to and for which nothing has been paid: it is cancelled without a refund. */
export async function unpaidSubscription(office: FullClient): Promise<string> {
  const { rows } = await office.subscriptions.list({ scope: 'all', state: 'approved', text: '' });
  const unpaid = rows.find(({ depositReceived }) => depositReceived === 0);
  if (unpaid === undefined) throw new Error('Every subscription of the demo office has some of its deposit');
  return `/contracts/subscriptions/${unpaid.id}`;
}

/** A subscription whose buyer signs by an agent with a name of 40 characters. */
export async function signedByAgent(office: FullClient): Promise<string> {
  const address = await subscriptionIn('approved')(office);
  const subscriptionId = Number(address.split('/').at(-1));
  const { buyers, version } = await office.subscriptions.detail({ subscriptionId });
  const [buyer] = buyers;
  if (buyer === undefined) throw new Error('Nobody buys in the subscription of the demo office');
  const agent = {
    kind: 'entrusted',
    name: '买买提·阿卜杜热合曼·艾克拜尔江·吐尔逊尼亚孜·依明托合提·古丽米热娜尔姑',
    identityKind: 'passport',
    identityNumber: 'E12345678',
    address: '',
    phone: '10000009999',
    relation: '',
    power: { coversSigning: true, validUntil: addDays(dayOf(Date.now()), 90) },
  } as const;
  const signer = { representative: '', agent };
  const data = { subscriptionId, version, customerId: buyer.customerId, signer };
  await office.subscriptions.nameSigner({ requestId: v7(), data });
  return address;
}

/** A contract that all have signed and whose printed originals nobody has handed on. */
export const undistributedContract: Address = async (office) => {
  const { rows } = await office.contracts.list({ scope: 'all', states: ['signed', 'filed'], text: '' });
  for (const { id } of rows)
    if ((await office.custody.ofContract({ contractId: id })).open.length > 0) return `/contracts/contracts/${id}`;
  throw new Error('Every printed original of the demo office is distributed');
};

/** A contract in a state. */
export function contractIn(state: ContractState): Address {
  return async (office) => {
    const { rows } = await office.contracts.list({ scope: 'all', states: [state], text: '' });
    const [first] = rows;
    if (first === undefined) throw new Error(`No contract of the demo office is ${state}`);
    return `/contracts/contracts/${first.id}`;
  };
}

/** The pages of a contract as they would be printed now. */
export function previewOf(contract: Address): Address {
  return async (office) => `${typeof contract === 'string' ? contract : await contract(office)}/preview`;
}

/** The pages of a draft whose check finds something to be put right, and something that is worth a look: a facility without its day. */
export const flawedPreview: Address = async (office) => {
  const { rows } = await office.contracts.list({ scope: 'all', states: ['draft'], text: '' });
  const contractId = rows.at(-1)?.id ?? 0;
  const { version, draft } = await office.contracts.detail({ contractId });
  const [first, ...more] = draft.annexes.facilities;
  if (first === undefined) throw new Error('The draft of the demo office promises no facilities');
  const facilities = [{ ...first, offered: true, promisedOn: null }, ...more];
  const data = { contractId, version, changes: { annexes: { facilities } } };
  await office.contracts.edit({ requestId: v7(), data });
  return `/contracts/contracts/${contractId}/preview`;
};

/** A contract that came back from its review with defects. */
export async function returnedContract(office: FullClient): Promise<string> {
  const { rows } = await office.contracts.list({ scope: 'all', states: null, text: '', view: 'toCorrect' });
  const [first] = rows;
  if (first === undefined) throw new Error('No contract of the demo office was returned');
  return `/contracts/contracts/${first.id}`;
}

/** A request in a state; one for a price if there is one. */
export function approvalIn(state: 'pending' | 'approved'): Address {
  return async (office) => {
    const requests = await office.approvals.list({ scope: state === 'pending' ? 'forMe' : 'all', state });
    const shown = requests.find(({ kind }) => kind === 'priceBelowAuthority') ?? requests[0];
    if (shown === undefined) throw new Error(`No request of the demo office is ${state}`);
    return `/today/approvals/${shown.id}`;
  };
}

/** A change of a deal in some state. */
export function changeIn(state: ChangeState): Address {
  return async (office) => {
    const { rows } = await office.changes.list({ scope: 'all', state, kind: null, text: '' });
    const [first] = rows;
    if (first === undefined) throw new Error(`No change of the demo office is ${state}`);
    return `/contracts/changes/${first.id}`;
  };
}

/** The form that asks for a change of a deal. */
export function changeForm(kind: AskedKind): Address {
  return async (office) => {
    const onlySigned = changeAtRefusal(kind, false) !== undefined;
    const deals = onlySigned
      ? (await office.contracts.list({ scope: 'all', states: ['signed'], text: '' })).rows.map(
          (row) => row.subscriptionId,
        )
      : (await office.subscriptions.list({ scope: 'all', state: 'depositComplete', text: '' })).rows.map(
          ({ id }) => id,
        );
    const { rows: open } = await office.changes.list({ scope: 'all', state: null, kind: null, text: '' });
    const found = deals.find((id) => !open.some(({ subscriptionId }) => subscriptionId === id));
    if (found === undefined) throw new Error('No deal of the demo office can be changed so');
    return `/contracts/change/${found}?kind=${kind}`;
  };
}

/** The pages of a subscription book. */
export async function firstBook(office: FullClient): Promise<string> {
  const { rows } = await office.subscriptions.list({ scope: 'all', state: 'depositComplete', text: '' });
  for (const { id } of rows.slice(0, 20)) {
    const [book] = await office.documents.ofSubject({ noun: 'subscriptions', subjectId: id });
    if (book !== undefined) return `/contracts/documents/${book.id}`;
  }
  throw new Error('No subscription book of the demo office has been issued');
}

/** A customer who has subscribed a home. */
export async function someBuyer(office: FullClient): Promise<string> {
  const { rows } = await office.customers.list({ scope: 'all', text: '', rating: null, state: 'subscribed' });
  const [first] = rows;
  if (first === undefined) throw new Error('No customer of the demo office has subscribed');
  return `/reception/customers/${first.id}`;
}

/** A customer of a household whose contract is signed, with everything that follows from it. */
export async function someOwner(office: FullClient): Promise<string> {
  const { rows } = await office.customers.list({ scope: 'all', text: '', rating: null, state: 'signed' });
  for (const { id } of rows.slice(0, 40)) {
    const { household, cases } = await office.customers.detail({ customerId: id });
    if (household.length > 0 && cases.length > 1) return `/reception/customers/${id}`;
  }
  throw new Error('No family of the demo office has signed');
}

/** A purchase plan to be made of a home on sale for somebody's customer. */
export async function newPlan(office: FullClient): Promise<string> {
  const { units } = await office.units.board({});
  const free = units.find(({ state, use }) => state === 'available' && use === 'home');
  const { rows } = await office.customers.list({ scope: 'all', text: '', rating: null, state: 'prospect' });
  if (free === undefined) throw new Error('No home of the demo office is available');
  return `/sales/quote/${free.id}?customer=${rows[0]?.id ?? 0}`;
}

/** A purchase plan that still holds, the newest of the office's customers. */
export async function heldPlan(office: FullClient): Promise<string> {
  const { units } = await office.units.board({});
  for (const { id } of units.filter(({ state }) => state === 'available')) {
    const plans = await office.quotes.list({ of: 'unit', unitId: id });
    const plan = plans.find(({ state }) => state === 'valid');
    if (plan !== undefined) return `/sales/quotes/${plan.id}`;
  }
  throw new Error('No purchase plan of the demo office holds');
}

/** The drawer of a home, or the file of a customer, with a purchase plan that holds. */
export function withPlan(beside: 'unit' | 'customer'): Address {
  return async (office) => {
    const quoteId = Number((await heldPlan(office)).split('/').at(-1));
    const { row } = await office.quotes.detail({ quoteId });
    return beside === 'unit' ? `/sales/board?unit=${row.unitId}` : `/reception/customers/${row.customer.id}`;
  };
}

/** The form of a subscription that is filled from a purchase plan. */
export async function subscribeFromPlan(office: FullClient): Promise<string> {
  const quoteId = Number((await heldPlan(office)).split('/').at(-1));
  const { row } = await office.quotes.detail({ quoteId });
  return `/contracts/subscribe/${row.unitId}?quote=${quoteId}&way=mortgage`;
}

/** The mortgage that has stood longest on its step. */
export async function openCase(office: FullClient): Promise<string> {
  const { rows } = await office.cases.list({ kind: 'mortgage', open: true });
  const [first] = rows;
  if (first === undefined) throw new Error('No mortgage of the demo office is open');
  return `/warrants/cases/${first.id}`;
}

/** A draft of a price batch that raises the upper floors of all towers and lowers one house type, made by whoever asks. */
export async function priceBatch(office: FullClient): Promise<string> {
  const known = (await office.prices.list({})).find(({ state }) => state === 'draft');
  if (known !== undefined) return `/sales/prices/${known.id}`;
  const { buildings, houseTypes } = await office.prices.choices({});
  // The upper floors of the second tower are in a batch that waits already.
  const buildingIds = buildings.filter(({ name }) => name !== '2栋').map(({ id }) => id);
  const where = {
    buildingIds,
    uses: ['home' as const],
    houseTypes: [],
    orientations: [],
    floorFrom: null,
    floorTo: null,
  };
  const rules = [
    {
      where: { ...where, floorFrom: 10 },
      price: 'list' as const,
      change: { by: 'percent' as const, ratePpm: -15_000 },
    },
    {
      where: { ...where, houseTypes: houseTypes.slice(0, 1) },
      price: 'list' as const,
      change: { by: 'perMetre' as const, amount: -30_000 },
    },
    { where, price: 'filed' as const, change: { by: 'percent' as const, ratePpm: 5000 } },
  ];
  const { batchId } = await office.prices.draft({
    requestId: v7(),
    data: {
      batchId: null,
      version: null,
      name: '十二月高层与小户型调价',
      effectiveOn: addDays(dayOf(Date.now()), 14),
      formula: { rules, roundTo: 100 },
    },
  });
  return `/sales/prices/${batchId}`;
}

/** The price batch of the demo office that waits for somebody's decision. */
export async function waitingBatch(office: FullClient): Promise<string> {
  const waiting = (await office.prices.list({})).find(({ state }) => state === 'pending');
  if (waiting === undefined) throw new Error('No price batch of the demo office waits');
  return `/sales/prices/${waiting.id}`;
}

/** The register of visits and calls of the last seven days. */
export async function visitRegisterOfTheWeek(): Promise<string> {
  const today = dayOf(Date.now());
  return `/reception/register?from=${addDays(today, -7)}&to=${today}`;
}

/** The refunds of the last thirty days. */
export async function refundsOfTheMonth(): Promise<string> {
  const today = dayOf(Date.now());
  return `/money?view=refunds&from=${addDays(today, -30)}&to=${today}`;
}
