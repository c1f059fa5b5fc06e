import { expenseSums, expensesOf } from '#shared/domain/quotes/expenses.ts';
import { settingAsOf, settingDefinitions } from '#shared/domain/settings/registry.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';
import { purchasePlanSample } from '../purchase-plan/sample.ts';
import type { ExpenseEstimateData } from './data.ts';

const { quotedOn, project, seller, customer, consultant, unit, homeOrder, reckoning } = purchasePlanSample;

const expenses = expensesOf(
  { fees: reckoning.fees, price: reckoning.price, use: unit.use, borrows: true },
  {
    mortgageRegistration: settingAsOf([], 'mortgageRegistrationFee', quotedOn),
    optional: { insurance: yuan(600), notary: yuan(300), agency: yuan(800) },
  },
);

/** The estimate that goes with the sample of a purchase plan. */
export const expenseEstimateSample: ExpenseEstimateData = {
  estimatedOn: quotedOn,
  basedOn: '置业计划书 ZY-2026-0018',
  project,
  seller,
  customer,
  consultant,
  unit: { label: unit.label, use: unit.use, builtArea: unit.builtArea },
  price: reckoning.price,
  homeOrder,
  expenses,
  sums: expenseSums(expenses),
  sources: [
    { name: '契税', from: null, note: settingDefinitions.deedTax.sourceNote.zh },
    { name: '专项维修资金', from: localDate('2026-01-01'), note: '重庆市住宅专项维修资金交存标准公告（样本）' },
    { name: '不动产登记费', from: null, note: settingDefinitions.registrationFee.sourceNote.zh },
    { name: '物业服务费', from: localDate('2026-03-01'), note: '前期物业服务合同（样本）' },
  ],
};
