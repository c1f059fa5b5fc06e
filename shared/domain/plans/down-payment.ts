import type { Refusal } from '#shared/kernel/errors.ts';
import { type Fen, fen, mulDivHalfUp, ONE_PPM, ofPpm, subtractFen, sumFen } from '#shared/kernel/money.ts';
import type { UnitUse } from '../units/states.ts';
import type { PlanLine } from './expand.ts';
import type { PlanItem } from './states.ts';

const loanItems: readonly PlanItem[] = ['commercialLoan', 'providentLoan'];

/** What banks and the provident fund lend in a plan, in fen. */
export function loansOf(lines: readonly PlanLine[]): Fen {
  return sumFen(lines.filter((line) => line.inPrice && loanItems.includes(line.item)).map((line) => line.amount));
}

/** What the buyer pays himself, and its share of the price in ppm, half up (首付). */
export function downPaymentOf(
  lines: readonly PlanLine[],
  total: Fen,
): { readonly amount: Fen; readonly ratePpm: number } {
  const amount = subtractFen(total, loansOf(lines));
  return { amount, ratePpm: total > 0 ? mulDivHalfUp(amount, ONE_PPM, total) : 0 };
}

/** The setting with the least down payment for a use: what is no home asks more of its buyer. */
export function downPaymentSetting(use: UnitUse): 'minimumDownPaymentPpm' | 'minimumDownPaymentOtherPpm' {
  return use === 'home' ? 'minimumDownPaymentPpm' : 'minimumDownPaymentOtherPpm';
}

/** Refuses a plan with loans whose down payment is below the city's rate (domain 4.8), to the fen. */
export function downPaymentRefusal(lines: readonly PlanLine[], total: Fen, minimumPpm: number): Refusal | undefined {
  if (loansOf(lines) === 0) return undefined;
  const { amount } = downPaymentOf(lines, total);
  if (BigInt(amount) * BigInt(ONE_PPM) >= BigInt(total) * BigInt(minimumPpm)) return undefined;
  return { code: 'DOWN_PAYMENT_TOO_LOW', params: { ratePpm: minimumPpm, lowestFen: lowest(total, minimumPpm) } };
}

function lowest(total: Fen, minimumPpm: number): Fen {
  const rounded = ofPpm(total, minimumPpm);
  const short = BigInt(rounded) * BigInt(ONE_PPM) < BigInt(total) * BigInt(minimumPpm);
  return short ? fen(rounded + 1) : rounded;
}
