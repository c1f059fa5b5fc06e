import { addDays } from '#shared/kernel/local-date.ts';
import { type Fen, subtractFen, sumFen, ZERO_FEN } from '#shared/kernel/money.ts';
import { planByCode } from '../../plans/naming.ts';
import { type DealDraft, type DealFinder, onlyOnce } from './link-deals.ts';
import type { Linking } from './link-project.ts';
import { planNamed, planOfDeal } from './plan-of-deal.ts';
import type { PlannedDeal, PlannedReceipt, TakenState } from './project-plan.ts';
import type { BalanceRecord, ReceiptRecord } from './records.ts';
import { splitPeople } from './words.ts';

type Money = { readonly receipts: ReceiptRecord[]; readonly balances: BalanceRecord[]; sound: boolean };

/** Sets receipts and balances against their deals, and answers the deals that are whole. */
export function moneyOf(linking: Linking, drafts: readonly DealDraft[], find: DealFinder): PlannedDeal[] {
  const money = drafts.map((): Money => ({ receipts: [], balances: [], sound: true }));
  const once = onlyOnce(linking);
  for (const receipt of linking.records.receipts) {
    let sound = true;
    const within: Linking = {
      ...linking,
      tell: (...told) => {
        sound = false;
        linking.tell(...told);
      },
    };
    once(within, 'receipts', receipt, 'number', receipt.number);
    if (receipt.receivedOn > linking.facts.today) within.tell(receipt, 'receivedOn', 'IMPORT_DAY_IN_FUTURE');
    const own = money[find(within, receipt, receipt.deal) ?? -1];
    own?.receipts.push(receipt);
    if (own !== undefined && !sound) own.sound = false;
  }
  for (const balance of linking.records.balances) {
    const index = find(linking, balance, balance.deal);
    if (index !== undefined) money[index]?.balances.push(balance);
  }
  return drafts.flatMap((draft, index) => {
    const own = money[index];
    return own === undefined ? [] : (dealWithMoney(linking, draft, own) ?? []);
  });
}

function dealWithMoney(linking: Linking, draft: DealDraft, money: Money): PlannedDeal | undefined {
  const { tell, facts, records } = linking;
  const { subscription, contract, home, buyers, consultantId } = draft;
  const receipts = money.receipts.toSorted((a, b) =>
    a.receivedOn < b.receivedOn ? -1 : a.receivedOn > b.receivedOn ? 1 : 0,
  );
  const received = sumFen(receipts.map(({ amount }) => amount));
  if (received > subscription.price) {
    tell(lastOf(receipts, subscription), 'amount', 'IMPORT_OVERPAID', {
      number: subscription.number,
      receivedFen: received,
      priceFen: subscription.price,
    });
    return undefined;
  }
  const parts = receipts.map((record) => partsOf(linking, draft, record));
  const deposit = subscription.deposit ?? depositOf(money);
  const items = [...receipts, ...money.balances].map(({ item }) => item);
  const named = planNamed(subscription.plan, items, facts.planTemplates);
  if (named === undefined) {
    tell(subscription, 'planKind', 'IMPORT_VALUE_UNREADABLE', { text: subscription.plan.slice(0, 40) });
    return undefined;
  }
  const signBy = subscription.signBy ?? addDays(subscription.subscribedOn, facts.signingDays);
  const open = subtractFen(subscription.price, received);
  // Where the books list what is owed they list all of it; what is paid needs no line there.
  const listed = records.given.includes('balances') || open === 0;
  if (listed && open > 0 && money.balances.length === 0) {
    tell(subscription, 'price', 'IMPORT_OPEN_MISSING', { openFen: open });
    return undefined;
  }
  const plan = planOfDeal({
    price: subscription.price,
    deposit,
    subscribedOn: subscription.subscribedOn,
    signing: contract?.signedOn ?? signBy,
    receipts,
    balances: listed ? money.balances : null,
    template: planByCode(facts.planTemplates, named.planCode),
  });
  if ('code' in plan) {
    const differs = plan.code === 'IMPORT_OPEN_DIFFERS' && money.balances[0] !== undefined;
    const at = differs ? (money.balances[0] ?? subscription) : subscription;
    const field = differs ? 'open' : plan.code === 'IMPORT_DEPOSIT_DIFFERS' ? 'deposit' : 'planKind';
    tell(at, field, plan.code, { number: subscription.number, ...plan.params });
    return undefined;
  }
  const payers = parts.every((part) => part !== undefined);
  if (!draft.sound || !money.sound || !payers || home === undefined || consultantId === undefined) return undefined;
  return {
    subscription,
    contract,
    home,
    buyers,
    consultantId,
    listPrice: subscription.listPrice ?? home.listPrice ?? subscription.price,
    deposit,
    signBy,
    named,
    lines: plan.lines,
    receipts: receipts.map((record, index): PlannedReceipt => {
      const { payer, cashierId } = parts[index] ?? { payer: 0, cashierId: null };
      return { record, payer, cashierId, shares: plan.shares[index] ?? [] };
    }),
    received,
    open,
    state: stateOf(draft, deposit, receipts),
  };
}

function lastOf(receipts: readonly ReceiptRecord[], otherwise: DealDraft['subscription']) {
  return receipts.at(-1) ?? otherwise;
}

/** What was agreed as deposit where the lists do not say it: what was taken for it, and what is still owed of it. */
function depositOf({ receipts, balances }: Money): Fen {
  return sumFen([
    ...receipts.flatMap(({ item, amount }) => (item === 'deposit' ? [amount] : [])),
    ...balances.flatMap(({ item, open }) => (item === 'deposit' ? [open] : [])),
  ]);
}

function stateOf({ contract }: DealDraft, deposit: Fen, receipts: readonly ReceiptRecord[]): TakenState {
  if (contract !== null) return contract.filedOn === null ? 'signed' : 'filed';
  const taken = sumFen(receipts.map(({ item, amount }) => (item === 'deposit' ? amount : ZERO_FEN)));
  return taken >= deposit ? 'depositComplete' : 'approved';
}

/** Who paid, and who took it: the first buyer and whoever imports, where the list does not say. */
function partsOf(
  { tell, records, person }: Linking,
  { buyers }: DealDraft,
  record: ReceiptRecord,
): { readonly payer: number; readonly cashierId: number | null } | undefined {
  const names = splitPeople(record.payer).map((name) => name.replaceAll(/\s/g, ''));
  const paid = buyers.find(({ customer }) => {
    const { name = '', phone = '', code = '' } = records.customers[customer] ?? {};
    return names.length === 0 || [name.replaceAll(/\s/g, ''), phone ?? '', code].some((known) => names.includes(known));
  });
  const cashierId = record.cashier === '' ? null : person(record, 'cashier', record.cashier);
  if (paid === undefined && buyers.length > 0)
    tell(record, 'payer', 'IMPORT_PAYER_UNKNOWN', { name: record.payer.slice(0, 40) });
  return paid === undefined || cashierId === undefined ? undefined : { payer: paid.customer, cashierId };
}
