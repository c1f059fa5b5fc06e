import { type ExpectedBlank, expectedIn, expectedRow, type PageFrame } from '../kit/expected.ts';
import type { PaymentSlipData } from './data.ts';
import { factsOfPayment, PAYMENT_NOTE, paymentSlipEdition } from './definition.ts';

/** What stands on every page of a payment slip. */
export function frameOfPayment({ company, by }: PaymentSlipData): PageFrame {
  return { head: `缴款单本公司文本${paymentSlipEdition}`, foot: `${company.project}案场开单人${by}` };
}

/** Everything that the finished slip must say, as it is printed. */
export function expectedOnPayment(data: PaymentSlipData): ExpectedBlank[] {
  return [
    expectedIn('公司', '', data.company.name, '缴款单'),
    ...expectedRow(factsOfPayment(data), '请持本单'),
    expectedIn('说明', '', PAYMENT_NOTE, '收款员'),
  ];
}
