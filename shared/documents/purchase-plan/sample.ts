import { defaultPlanTemplates } from '#shared/domain/plans/defaults.ts';
import { downPaymentOf } from '#shared/domain/plans/down-payment.ts';
import { expandPlan } from '#shared/domain/plans/expand.ts';
import { buildPrice } from '#shared/domain/pricing/build-up.ts';
import { feesOf, feesTogether } from '#shared/domain/quotes/fees.ts';
import { quotedLoans } from '#shared/domain/quotes/loans.ts';
import { settingAsOf } from '#shared/domain/settings/registry.ts';
import { area } from '#shared/kernel/area.ts';
import { addDays, localDate } from '#shared/kernel/local-date.ts';
import { fen, yuan } from '#shared/kernel/money.ts';
import type { PurchasePlanData } from './data.ts';

const quotedOn = localDate('2026-11-16');
const builtArea = area(9_873);
const basis = settingAsOf([], 'priceBasis', quotedOn);

const price = buildPrice({
  listPrice: fen(154_280_000),
  builtArea,
  innerArea: area(7_184),
  basis,
  adjustments: [
    { kind: 'reduction', code: 'opening', label: '开盘专场优惠', amount: yuan(15_000) },
    { kind: 'percent', code: 'on-time', label: '按时签约折扣', ratePpm: 10_000 },
  ],
  order: settingAsOf([], 'discountOrder', quotedOn),
  rounding: 'yuan',
});

const rates = settingAsOf([], 'loanRates', quotedOn);

const ways = defaultPlanTemplates
  .filter(({ kind }) => kind === 'lumpSum' || kind === 'mortgage' || kind === 'combined')
  .map((template) => {
    const days = { subscription: quotedOn, signing: addDays(quotedOn, 7), deposit: yuan(50_000) };
    const plan = expandPlan(template, price.total, days);
    const { loans, repayment } = quotedLoans(plan, { years: 30, homeOrder: 'first', rates });
    return {
      planKind: template.kind,
      planCode: template.code,
      label: template.label,
      loanYears: 30,
      downPayment: downPaymentOf(plan, price.total),
      plan,
      loans: [...loans],
      repayment,
    };
  });

const fees = feesOf(
  { use: 'home', builtArea, price: price.total, homeOrder: 'first' },
  {
    deedTax: settingAsOf([], 'deedTax', quotedOn),
    smallHome: settingAsOf([], 'deedTaxSmallHome', quotedOn),
    maintenanceFund: settingAsOf([], 'maintenanceFund', quotedOn),
    registrationFee: settingAsOf([], 'registrationFee', quotedOn),
    stampDuty: settingAsOf([], 'stampDuty', quotedOn),
    propertyFee: { home: fen(280), otherUse: fen(600) },
    propertyFeeMonths: settingAsOf([], 'propertyFeeMonths', quotedOn),
  },
);

/** A purchase plan for people who do not exist, reckoned by the program's own defaults. */
export const purchasePlanSample: PurchasePlanData = {
  quotedOn,
  validUntil: localDate('2026-11-19'),
  project: '江岸云境二期',
  seller: { name: '重庆江岸置业有限公司', phone: '023-00000000' },
  customer: '周琳',
  consultant: '唐蕾',
  unit: {
    label: '3-2-1702',
    floorName: '17',
    use: 'home',
    houseType: '三室两厅两卫',
    orientation: '南北',
    builtArea,
    innerArea: area(7_184),
    permit: '商品房预售许可证　渝中住建样（2026）预字第 000 号',
  },
  homeOrder: 'first',
  reckoning: {
    listPrice: fen(154_280_000),
    lines: price.lines.map(({ kind, label, ratePpm, amount, after }) => ({ kind, label, ratePpm, amount, after })),
    price: price.total,
    unitPrice: price.unitPrice ?? null,
    basis,
    belowListPpm: 0,
    ways,
    fees,
    feesTogether: feesTogether(fees),
  },
};
