import { type Fen, fen, mulDivHalfUp, ONE_PPM, ofPpm, sumFen } from '#shared/kernel/money.ts';
import { priceInFiledBand } from '../../units/sale-conditions.ts';
import type { ContractDraft } from '../draft.ts';
import type { PreflightFacts } from './facts.ts';
import { atAnnex, atField, type Finding, finding, where } from './findings.ts';

/** Half a fen on each hundredth of a square metre, and what rounding the total to whole yuan may add; in fen. */
const ROUNDED_TO_YUAN = 50;
/** Percentages have two decimals. */
const SHARE_STEP_PPM = 100;

/** P04: unit price times area is the total, within what rounding to the fen or yuan leaves. */
export function unitTimesArea({ fields }: ContractDraft, { totalRounded }: PreflightFacts): Finding[] {
  const { priceBasis, unitPrice, total, innerArea, builtArea } = fields;
  const size = priceBasis === 'innerArea' ? innerArea : priceBasis === 'builtArea' ? builtArea : null;
  if (size === null || unitPrice === null || total === null) return [];
  const reckoned = fen(mulDivHalfUp(unitPrice, size, 100));
  const tolerance = size / 200 + 1 + (totalRounded ? ROUNDED_TO_YUAN : 0);
  return where(Math.abs(reckoned - total) > tolerance, () =>
    finding('priceNotUnitTimesArea', atField('unitPrice'), { reckonedFen: reckoned, totalFen: total }),
  );
}

/** P06: the lines of annex four are the price, in order, and article seven says the same. */
export function paymentsArePrice({ fields, annexes: { payments } }: ContractDraft): Finding[] {
  const { total, fitOutTotal, firstAmount, firstPercent, loanAmount, paymentMethod } = fields;
  if (total === null) return [];
  const price = fen(total + (fields.fitOutPricing === 'included' ? 0 : (fitOutTotal ?? 0)));
  const lines = sumFen(payments.filter((one) => one.inPrice).map((one) => one.amount));
  const due = payments.map((one) => one.dueOn);
  return [
    ...where(lines !== price, () =>
      finding('paymentsNotPrice', atAnnex('payments'), { linesFen: lines, priceFen: price }),
    ),
    ...where(due.join() !== due.toSorted().join(), () => finding('paymentsNotInOrder', atAnnex('payments'))),
    ...where(payments.filter((one) => one.item === 'deposit').length > 1, () =>
      finding('depositTwice', atAnnex('payments')),
    ),
    ...where(firstPercent !== null && firstAmount !== null && !sharesAgree(firstPercent, firstAmount, total), () =>
      finding('firstPercentDiffers', atField('firstPercent'), { ratePpm: shareOf(firstAmount ?? fen(0), total) }),
    ),
    ...where(
      paymentMethod === 'loan' && firstAmount !== null && loanAmount !== null && firstAmount + loanAmount !== price,
      () => finding('loanNotRest', atField('loanAmount'), { restFen: price - (firstAmount ?? 0) }),
    ),
  ];
}

function shareOf(part: Fen, whole: Fen): number {
  return mulDivHalfUp(part, ONE_PPM, whole);
}

function sharesAgree(percent: number, part: Fen, whole: Fen): boolean {
  return Math.abs(percent - shareOf(part, whole)) <= SHARE_STEP_PPM / 2;
}

/** P07: the deposit is at most a fifth of the price (Civil Code 586), and it is in. */
export function depositHolds({ fields: { deposit, total } }: ContractDraft, facts: PreflightFacts): Finding[] {
  if (deposit === null || total === null) return [];
  const highest = ofPpm(total, facts.depositCapPpm);
  if (deposit > highest) return [finding('depositTooHigh', atField('deposit'), { highestFen: highest })];
  return where(deposit > facts.depositReceived, () =>
    finding('depositNotReceived', { at: 'receipts' }, { missingFen: deposit - facts.depositReceived }),
  );
}

/** P08: the total lies in the band of the filed price, and the build-up of the deal ends in it. */
export function priceIsFiled({ fields: { total } }: ContractDraft, facts: PreflightFacts): Finding[] {
  if (total === null) return [];
  const refusal =
    facts.filedPrice === null
      ? undefined
      : priceInFiledBand(facts.filedPrice, fen(total - (facts.addOns ?? 0)), facts.filedBand);
  const outside = facts.filedPrice === null || refusal !== undefined;
  const { lowestFen = 0, highestFen = 0 } = refusal?.params ?? {};
  return [
    ...where(outside, () =>
      finding('priceOutsideBand', atField('total'), { lowestFen: Number(lowestFen), highestFen: Number(highestFen) }),
    ),
    ...where(facts.builtUpPrice !== null && facts.builtUpPrice !== total, () =>
      finding('buildUpDiffers', atField('total'), { builtUpFen: facts.builtUpPrice ?? 0 }),
    ),
  ];
}

/** P09: a loan names lender, kind and amount, and only a loan has them. */
export function loanFits({ fields, struck, annexes: { payments } }: ContractDraft): Finding[] {
  const { paymentMethod, loanKind, loanAmount, lender } = fields;
  const items = payments.map((one) => one.item);
  const commercial = items.includes('commercialLoan');
  const provident = items.includes('providentLoan');
  if (paymentMethod !== 'loan')
    return where(commercial || provident, () => finding('loanWithoutLoan', atAnnex('payments')));
  const kind = commercial && provident ? 'combined' : provident ? 'provident' : commercial ? 'commercial' : null;
  const complete = lender !== null && !struck.includes('lender') && loanAmount !== null && loanKind === kind;
  return where(!complete, () => finding('loanIncomplete', atField(lender === null ? 'lender' : 'loanKind')));
}

/** P10: the buyer pays what the policy asks himself, and the bank lends no more than its ceiling. */
export function downPaymentHolds({ fields }: ContractDraft, facts: PreflightFacts): Finding[] {
  const { paymentMethod, firstAmount, loanAmount, total } = fields;
  if (paymentMethod !== 'loan' || firstAmount === null || total === null) return [];
  const lowest = ofPpm(total, facts.minimumDownPaymentPpm);
  return [
    ...where(firstAmount < lowest, () => finding('downPaymentLow', atField('firstAmount'), { lowestFen: lowest })),
    ...where(loanAmount !== null && loanAmount > ofPpm(total, facts.maximumLoanPpm), () =>
      finding('loanHigh', atField('loanAmount'), { highestFen: ofPpm(total, facts.maximumLoanPpm) }),
    ),
  ];
}
