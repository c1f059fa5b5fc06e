import type { Refusal } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { type Fen, fen, subtractFen, sumFen } from '#shared/kernel/money.ts';
import { itemOfLines, type LineShare, settle, sharesRefusal, spread } from '../../payments/allocation.ts';
import { expandPlan, type PlanLine, planRefusal } from '../../plans/expand.ts';
import { keptPlan, type NamedPlan, planByCode } from '../../plans/naming.ts';
import { isLoan, type PlanItem, type PlanKind } from '../../plans/states.ts';
import type { PlanTemplate } from '../../plans/template.ts';
import { readWords } from '../places.ts';
import { readPlanKind } from './words.ts';

/** Money that came in on a deal, oldest first. */
export type DealMoney = { readonly item: PlanItem; readonly amount: Fen; readonly receivedOn: LocalDate };
/** A line that is still owed. */
export type DealBalance = { readonly item: PlanItem; readonly dueOn: LocalDate; readonly open: Fen };

/** What the plan of a deal is made of. */
export type DealTerms = {
  readonly price: Fen;
  readonly deposit: Fen;
  readonly subscribedOn: LocalDate;
  /** The day of signing, agreed or done. */
  readonly signing: LocalDate;
  readonly receipts: readonly DealMoney[];
  /** What the office's books say is owed; null where they say nothing, and the plan is the office's own way to pay. */
  readonly balances: readonly DealBalance[] | null;
  readonly template: PlanTemplate | undefined;
};

/** The plan of a deal, and for each receipt, in order, the lines it was taken for. */
export type DealPlan = { readonly lines: readonly PlanLine[]; readonly shares: readonly (readonly LineShare[])[] };

type Line = { item: PlanItem; amount: number; dueOn: LocalDate };

/**
 * The plan of a deal of the past: what was received and what is still owed, line by line, so that received and open make
 * the price to the fen. Without balances it is the office's way to pay, and the money is set against it from the earliest
 * line. Answers why there is no such plan.
 */
export function planOfDeal(terms: DealTerms): DealPlan | Refusal {
  return terms.balances === null ? byTemplate(terms) : byBalances(terms, terms.balances);
}

function byBalances(terms: DealTerms, balances: readonly DealBalance[]): DealPlan | Refusal {
  const received = sumFen(terms.receipts.map(({ amount }) => amount));
  const open = sumFen(balances.map((one) => one.open));
  const due = subtractFen(terms.price, received);
  if (open !== due) return { code: 'IMPORT_OPEN_DIFFERS', params: { openFen: open, dueFen: due } };
  const deposit = receivedFor(terms, 'deposit') + sumFen(balances.filter(isDeposit).map((one) => one.open));
  if (deposit !== terms.deposit)
    return { code: 'IMPORT_DEPOSIT_DIFFERS', params: { agreedFen: terms.deposit, sumFen: deposit } };

  const lines: Line[] = terms.deposit > 0 ? [line('deposit', terms.deposit, terms.subscribedOn)] : [];
  const owed = balances
    .filter((one) => !isDeposit(one))
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
    .reduce<Line[]>((all, { item, open: amount, dueOn }) => {
      // One loan is one line, whatever is known of the days on which the bank pays it: each is a case of its own.
      const same = isLoan(item) ? all.find((one) => one.item === item) : undefined;
      if (same === undefined) all.push(line(item, amount, dueOn));
      else Object.assign(same, { amount: same.amount + amount, dueOn });
      return all;
    }, []);
  lines.push(...owed);
  const taken = terms.receipts.map(({ item, amount, receivedOn }) => {
    if (item === 'deposit') return lines.find((one) => one.item === 'deposit');
    // Each instalment is a line by itself; of everything else there is one line, and the rest of it is owed.
    const known = item === 'instalment' ? undefined : lines.find((one) => one.item === item);
    const found = known ?? line(item, 0, receivedOn);
    if (known === undefined) lines.push(found);
    found.amount += amount;
    return found;
  });
  const ordered = lines.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  return {
    lines: ordered.map(({ item, amount, dueOn }, index) => ({
      position: index + 1,
      item,
      amount: fen(amount),
      dueOn,
      inPrice: true,
    })),
    shares: terms.receipts.map(({ amount }, index) => {
      const own = taken[index];
      return own === undefined ? [] : [{ position: ordered.indexOf(own) + 1, amount }];
    }),
  };
}

function byTemplate(terms: DealTerms): DealPlan | Refusal {
  const { template, price, deposit, receipts } = terms;
  if (template === undefined) return { code: 'IMPORT_PLAN_UNKNOWN' };
  const events = { subscription: terms.subscribedOn, signing: later(terms.signing, terms.subscribedOn), deposit };
  const refused = planRefusal(template, price, events);
  if (refused !== undefined) return { code: 'IMPORT_PLAN_UNFIT' };
  // What is collected beside the price is not among the books of the price.
  const lines = expandPlan(template, price, events)
    .filter(({ inPrice }) => inPrice)
    .map((one, index) => ({ ...one, position: index + 1 }));
  const shares: LineShare[][] = [];
  for (const [index, { item, amount }] of receipts.entries()) {
    const before = receipts.slice(0, index).map((one, at) => ({
      item: itemOfLines([one]),
      amount: one.amount,
      receivedOn: one.receivedOn,
      state: 'valid' as const,
      lines: shares[at] ?? [],
    }));
    const settled = settle(lines, before, terms.subscribedOn).lines;
    const own = spread(itemOfLines([{ item }]), amount, settled);
    if (sharesRefusal({ item: itemOfLines([{ item }]), amount, shares: own }, settled) !== undefined)
      return { code: 'IMPORT_PLAN_UNFIT' };
    shares.push(own);
  }
  return { lines, shares };
}

function receivedFor({ receipts }: DealTerms, item: PlanItem): number {
  return sumFen(receipts.filter((one) => one.item === item).map(({ amount }) => amount));
}

function isDeposit({ item }: { readonly item: PlanItem }): boolean {
  return item === 'deposit';
}

function line(item: PlanItem, amount: number, dueOn: LocalDate): Line {
  return { item, amount, dueOn };
}

function later(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}

/**
 * The plan of a deal: the office's own of that name or code, or else the first of the kind that the words say, or that the
 * money says where there are none. Undefined for words that say nothing.
 */
export function planNamed(
  text: string,
  items: readonly PlanItem[],
  templates: readonly PlanTemplate[],
): NamedPlan | undefined {
  const plain = (words: string) => readWords(words).replaceAll(/\s/g, '');
  const own = templates.find(({ code, label }) => text !== '' && [code, plain(label)].includes(plain(text)));
  if (own !== undefined) return keptPlan(own);
  const kind = text === '' ? planKindOf(items) : readPlanKind(text);
  if (kind === undefined) return undefined;
  const ofKind = planByCode(templates, kind) ?? templates.find((template) => template.kind === kind);
  return ofKind === undefined ? { planKind: kind, planCode: '', planName: '' } : keptPlan(ofKind);
}

/** How a home is paid for, by what was paid and is owed, where the books do not say it. */
function planKindOf(items: readonly PlanItem[]): PlanKind {
  const commercial = items.includes('commercialLoan');
  const provident = items.includes('providentLoan');
  if (commercial && provident) return 'combined';
  if (commercial) return 'mortgage';
  if (provident) return 'providentFund';
  return items.includes('instalment') ? 'instalment' : 'lumpSum';
}
