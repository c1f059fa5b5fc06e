import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { addDays, addMonths, type LocalDate } from '#shared/kernel/local-date.ts';
import { type Fen, fen, ONE_PPM, ofPpm, subtractFen, sumFen } from '#shared/kernel/money.ts';
import type { PlanItem } from './states.ts';
import type { PlanDue, PlanEvent, PlanLineTemplate, PlanTemplate } from './template.ts';

/** What a way to pay is applied to. `signing` is the agreed day to sign until the contract is signed. */
export type PlanTerms = Readonly<Record<PlanEvent, LocalDate>> & { readonly deposit: Fen };

/** A line of a payment plan (付款计划): what is due, when. Positions begin at 1, by due day. */
export type PlanLine = {
  readonly position: number;
  readonly item: PlanItem;
  readonly amount: Fen;
  readonly dueOn: LocalDate;
  readonly inPrice: boolean;
};

type Amounts = { readonly amounts: readonly Fen[] } | { readonly refusal: Refusal };

/**
 * The lines of a plan over a total price. Lines within the price sum to it to the fen: the `rest` line takes the
 * residue, or else the last line of the price, which is then the balance whatever its percent says. Lines of zero are
 * left out. Throws the refusal of {@link planRefusal}.
 */
export function expandPlan(template: PlanTemplate, total: Fen, terms: PlanTerms): PlanLine[] {
  const result = amountsOf(template, total, terms.deposit);
  const refusal = 'refusal' in result ? result.refusal : datesRefusal(template, terms);
  if ('refusal' in result || refusal) throw DomainError.from(refusal ?? { code: 'PLAN_NOT_VALID' });
  return template.lines
    .map((line, index) => ({
      item: line.item,
      amount: result.amounts[index] ?? fen(0),
      dueOn: dueDay(line.due, terms),
      inPrice: line.inPrice,
    }))
    .filter((line) => line.amount > 0)
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
    .map((line, index) => ({ position: index + 1, ...line }));
}

/** Why a way to pay cannot be applied, or undefined: under or over 100 % of the price, or due before the subscription. */
export function planRefusal(template: PlanTemplate, total: Fen, terms: PlanTerms): Refusal | undefined {
  const result = amountsOf(template, total, terms.deposit);
  return 'refusal' in result ? result.refusal : datesRefusal(template, terms);
}

/** The day on which a line is due; months are clamped to the month's last day. */
export function dueDay(due: PlanDue, terms: Readonly<Record<PlanEvent, LocalDate>>): LocalDate {
  return due.kind === 'on' ? due.on : addDays(addMonths(terms[due.event], due.months), due.days);
}

function datesRefusal(template: PlanTemplate, terms: PlanTerms): Refusal | undefined {
  const early = template.lines.findIndex((line) => dueDay(line.due, terms) < terms.subscription);
  return early < 0
    ? undefined
    : { code: 'PLAN_DATES_NOT_IN_ORDER', params: { position: early + 1, fromOn: terms.subscription } };
}

function amountsOf(template: PlanTemplate, total: Fen, deposit: Fen): Amounts {
  const rests = template.lines.filter((line) => line.share.kind === 'rest');
  const lastInPrice = template.lines.findLastIndex((line) => line.inPrice);
  if (lastInPrice < 0 || rests.length > 1 || rests.some((line) => !line.inPrice))
    return { refusal: { code: 'PLAN_NOT_VALID' } };
  const restIndex = template.lines.findIndex((line) => line.share.kind === 'rest');
  const residueIndex = restIndex < 0 ? lastInPrice : restIndex;
  const rounded = template.lines.map((line) => amountOf(line, total, deposit));
  const amounts = shaved(template.lines, rounded, residueIndex, total, deposit);
  const others = sumFen(amounts.filter((_, index) => index !== residueIndex && template.lines[index]?.inPrice));
  const balance = subtractFen(total, others);
  const missing = restIndex < 0 ? missingFen(template.lines, total, deposit) : 0;
  if (missing > 0) return { refusal: { code: 'PLAN_UNDER_PRICE', params: { missingFen: missing } } };
  const excess = excessFen(template.lines[residueIndex], balance, amounts[residueIndex], amounts.length);
  if (excess > 0) return { refusal: { code: 'PLAN_OVER_PRICE', params: { excessFen: excess } } };
  return { amounts: amounts.map((amount, index) => (index === residueIndex ? balance : amount)) };
}

/**
 * Half up on each of many percents can claim a few fen more than the price where the percents themselves do not: then
 * the latest of them give one fen each, since the line that takes the residue has nothing to give.
 */
function shaved(
  lines: readonly PlanLineTemplate[],
  rounded: readonly Fen[],
  residueIndex: number,
  total: Fen,
  deposit: Fen,
): Fen[] {
  const amounts = [...rounded];
  const others = lines.map((line, index) => line.inPrice && index !== residueIndex);
  let excess = sumFen(amounts.filter((_, index) => others[index])) - total;
  const claimed = claimedPpm(
    lines.filter((_, index) => others[index]),
    total,
    deposit,
  );
  if (claimed > BigInt(total) * BigInt(ONE_PPM)) return amounts;
  for (let index = lines.length - 1; index >= 0 && excess > 0; index -= 1) {
    const amount = amounts[index];
    if (!others[index] || lines[index]?.share.kind !== 'percent' || amount === undefined || amount <= 0) continue;
    amounts[index] = fen(amount - 1);
    excess -= 1;
  }
  return amounts;
}

/** What lines of the price claim before any rounding, in millionths of a fen. */
function claimedPpm(lines: readonly PlanLineTemplate[], total: Fen, deposit: Fen): bigint {
  let claimed = 0n;
  for (const line of lines) {
    if (!line.inPrice) continue;
    if (line.share.kind === 'percent') claimed += BigInt(total) * BigInt(line.share.ratePpm);
    else claimed += BigInt(amountOf(line, total, deposit)) * BigInt(ONE_PPM);
  }
  return claimed;
}

/** What the lines of the price lack to 100 %, exact before rounding, in whole fen rounded up. */
function missingFen(lines: readonly PlanLineTemplate[], total: Fen, deposit: Fen): number {
  const missing = BigInt(total) * BigInt(ONE_PPM) - claimedPpm(lines, total, deposit);
  return missing > 0n ? Number((missing + BigInt(ONE_PPM) - 1n) / BigInt(ONE_PPM)) : 0;
}

/** An amount agreed as such is not cut down silently, save for the fen that rounding the other lines leaves. */
function excessFen(
  residue: PlanLineTemplate | undefined,
  balance: Fen,
  own: Fen | undefined,
  lineCount: number,
): number {
  if (balance < 0) return -balance;
  const fixed = residue?.share.kind === 'amount' || residue?.share.kind === 'deposit';
  return fixed && own !== undefined && own - balance > lineCount ? own - balance : 0;
}

function amountOf(line: PlanLineTemplate, total: Fen, deposit: Fen): Fen {
  const { share } = line;
  if (share.kind === 'amount') return share.amount;
  if (share.kind === 'deposit') return deposit;
  if (share.kind === 'rest') return fen(0);
  const amount = ofPpm(total, share.ratePpm);
  return share.roundDownTo === null || share.roundDownTo === 0 ? amount : fen(amount - (amount % share.roundDownTo));
}
