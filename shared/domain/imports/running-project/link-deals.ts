import { buyersRefusal, equalShares } from '../../subscriptions/buyers.ts';
import type { Linking } from './link-project.ts';
import { customerFinder, type Found, homeFinder, isTaken, mayBeTakenOver } from './look-up.ts';
import type { KnownHome, PlannedDeal } from './project-plan.ts';
import type { At, ContractRecord, DealName, HomePlace, ProjectRecords, SubscriptionRecord } from './records.ts';
import type { ProjectField } from './sheets.ts';

/** A deal before its money is looked at. `sound` is false where something of it was told as wrong. */
export type DealDraft = {
  readonly subscription: SubscriptionRecord;
  readonly home: KnownHome | undefined;
  readonly buyers: PlannedDeal['buyers'];
  readonly consultantId: number | undefined;
  readonly contract: ContractRecord | null;
  readonly sound: boolean;
};

/** Finds the deal of a receipt, a balance or a contract; told of where there is none. */
export type DealFinder = (linking: Linking, at: At, name: DealName) => number | undefined;

/** A home as a problem names it. */
export function writtenHome({ building, entrance, roomNo }: HomePlace): string {
  return [building, entrance, roomNo].filter((part) => part !== '').join('-');
}

/** The deals of the lists: homes, buyers, consultants and contracts found, nothing sold twice. */
export function dealsOf(linking: Linking): DealDraft[] {
  const { records } = linking;
  const findHome = homeFinder(linking.facts.homes);
  const findBuyer = customerFinder(records.customers);
  const sold = new Map<number, number>();
  const once = onlyOnce(linking);
  const drafts = records.subscriptions.map((subscription): DealDraft => {
    const told = counted(linking);
    const within = told.linking;
    once(within, 'subscriptions', subscription, 'number', subscription.number);
    const home = homeOf(within, subscription, findHome(subscription.home), sold);
    const buyers = buyersOf(within, subscription, findBuyer);
    const consultantId = within.person(subscription, 'consultant', subscription.consultant);
    checkTerms(within, subscription);
    return { subscription, home, buyers, consultantId, contract: null, sound: told.count() === 0 };
  });
  return withContracts(linking, drafts, once);
}

/** The same linking that counts what is told of as wrong. */
function counted(linking: Linking): { readonly linking: Linking; readonly count: () => number } {
  let errors = 0;
  const tell: Linking['tell'] = (at, field, code, params, severity = 'error') => {
    if (severity === 'error') errors += 1;
    linking.tell(at, field, code, params, severity);
  };
  const person: Linking['person'] = (at, field, name) => {
    const found = linking.person(at, field, name);
    if (found === undefined) errors += 1;
    return found;
  };
  return { linking: { ...linking, tell, person }, count: () => errors };
}

type Once = (
  linking: Linking,
  kind: 'subscriptions' | 'contracts' | 'receipts' | 'filings',
  at: At,
  field: ProjectField,
  number: string,
) => void;

/** Says of a number that stands twice in the lists, or that the office has given to another paper. */
export function onlyOnce({ facts }: Linking): Once {
  const seen = new Map<string, number>();
  return ({ tell }, kind, at, field, number) => {
    if (number === '') return;
    const otherRow = seen.get(`${kind} ${number}`);
    if (otherRow === undefined) seen.set(`${kind} ${number}`, at.row);
    else tell(at, field, 'IMPORT_NUMBER_TWICE', { number, otherRow });
    if (isTaken(facts, kind, number)) tell(at, field, 'IMPORT_NUMBER_TAKEN', { number });
  };
}

function homeOf(
  { tell }: Linking,
  record: SubscriptionRecord,
  found: Found<KnownHome>,
  sold: Map<number, number>,
): KnownHome | undefined {
  const home = writtenHome(record.home);
  if (!('one' in found)) {
    tell(record, 'roomNo', 'none' in found ? 'IMPORT_HOME_UNKNOWN' : 'IMPORT_HOME_AMBIGUOUS', { home });
    return undefined;
  }
  const { one } = found;
  const otherRow = sold.get(one.id);
  if (otherRow !== undefined) tell(record, 'roomNo', 'IMPORT_SOLD_TWICE', { home: one.label, otherRow });
  else sold.set(one.id, record.row);
  if (!mayBeTakenOver(one)) tell(record, 'roomNo', 'IMPORT_HOME_BUSY', { home: one.label });
  else if (!one.covered) tell(record, 'building', 'IMPORT_HOME_NOT_COVERED', { home: one.label });
  return one;
}

function buyersOf(
  { tell }: Linking,
  record: SubscriptionRecord,
  find: (word: string) => Found<number>,
): PlannedDeal['buyers'] {
  const shares = record.shares ?? equalShares(record.buyers.length);
  const buyers = record.buyers.flatMap((word, index) => {
    const customer = find(word);
    if ('one' in customer) return { customer: customer.one, sharePpm: shares[index] ?? 0 };
    tell(record, 'buyers', 'none' in customer ? 'IMPORT_BUYER_UNKNOWN' : 'IMPORT_BUYER_AMBIGUOUS', {
      name: word.slice(0, 40),
    });
    return [];
  });
  if (buyers.length === record.buyers.length) {
    const refused = buyersRefusal(buyers.map(({ customer, sharePpm }) => ({ customerId: customer, sharePpm })));
    if (refused !== undefined)
      tell(record, refused.code === 'BUYER_TWICE' ? 'buyers' : 'shares', refused.code, refused.params);
  }
  return buyers;
}

function checkTerms({ tell, facts }: Linking, record: SubscriptionRecord): void {
  const { subscribedOn, signBy, price, deposit } = record;
  if (subscribedOn > facts.today) tell(record, 'subscribedOn', 'IMPORT_DAY_IN_FUTURE');
  if (signBy !== null && signBy < subscribedOn) tell(record, 'signBy', 'IMPORT_DAY_BEFORE', { beforeOn: subscribedOn });
  if (deposit !== null && deposit > price) tell(record, 'deposit', 'IMPORT_DEPOSIT_ABOVE_PRICE', { priceFen: price });
}

/** Finds deals by the number of their subscription or contract, or by their home. */
export function dealFinder(records: ProjectRecords, drafts: readonly DealDraft[]): DealFinder {
  const byNumber = new Map<string, number>();
  const byHome = new Map<number, number>();
  for (const [index, { subscription, contract, home }] of drafts.entries()) {
    byNumber.set(subscription.number, index);
    if (contract !== null && !byNumber.has(contract.number)) byNumber.set(contract.number, index);
    if (home !== undefined && !byHome.has(home.id)) byHome.set(home.id, index);
  }
  let findHome: ReturnType<typeof homeFinder> | undefined;
  // A subscription that could not be read has its own problem; what belongs to it is not said to be without a deal too.
  const unread = records.subscriptions.length < 1;
  return ({ tell, facts }, at, { number, home }) => {
    if (home === null) {
      const index = byNumber.get(number);
      if (index === undefined) tell(at, 'deal', unread ? 'IMPORT_NO_DEALS' : 'IMPORT_DEAL_UNKNOWN', { number });
      return index;
    }
    findHome ??= homeFinder(facts.homes);
    const found = findHome(home);
    const index = 'one' in found ? byHome.get(found.one.id) : undefined;
    if (index === undefined)
      tell(at, 'roomNo', 'several' in found ? 'IMPORT_HOME_AMBIGUOUS' : 'IMPORT_DEAL_UNKNOWN', {
        number: writtenHome(home),
        home: writtenHome(home),
      });
    return index;
  };
}

function withContracts(linking: Linking, drafts: readonly DealDraft[], once: Once): DealDraft[] {
  const { records, facts } = linking;
  const find = dealFinder(records, drafts);
  const all = [...drafts];
  for (const contract of records.contracts) {
    const { linking: within, count } = counted(linking);
    const { tell } = within;
    once(within, 'contracts', contract, 'number', contract.number);
    once(within, 'filings', contract, 'filingNumber', contract.filingNumber);
    const index = find(within, contract, contract.deal);
    const draft = index === undefined ? undefined : all[index];
    if (index === undefined || draft === undefined) continue;
    const { subscription } = draft;
    if (draft.contract !== null) tell(contract, 'deal', 'IMPORT_CONTRACT_TWICE', { otherRow: draft.contract.row });
    if (contract.price !== subscription.price)
      tell(contract, 'price', 'IMPORT_PRICE_DIFFERS', { priceFen: contract.price, otherFen: subscription.price });
    if (contract.signedOn < subscription.subscribedOn)
      tell(contract, 'signedOn', 'IMPORT_DAY_BEFORE', { beforeOn: subscription.subscribedOn });
    if (contract.signedOn > facts.today) tell(contract, 'signedOn', 'IMPORT_DAY_IN_FUTURE');
    if (contract.filedOn !== null && contract.filedOn < contract.signedOn)
      tell(contract, 'filedOn', 'IMPORT_DAY_BEFORE', { beforeOn: contract.signedOn });
    if (contract.filedOn !== null && contract.filedOn > facts.today) tell(contract, 'filedOn', 'IMPORT_DAY_IN_FUTURE');
    all[index] = { ...draft, contract: draft.contract ?? contract, sound: draft.sound && count() === 0 };
  }
  return all;
}
