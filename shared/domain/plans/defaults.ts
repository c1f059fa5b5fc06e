import { type Fen, yuan } from '#shared/kernel/money.ts';
import type { PlanDue, PlanEvent, PlanLineTemplate, PlanTemplate } from './template.ts';

const wholeTenThousand = yuan(10_000);

function after(event: PlanEvent, days: number, months = 0): PlanDue {
  return { kind: 'after', event, months, days };
}

const deposit: PlanLineTemplate = {
  item: 'deposit',
  share: { kind: 'deposit' },
  due: after('subscription', 0),
  inPrice: true,
};

const firstPaymentOfTheRest: PlanLineTemplate = {
  item: 'firstPayment',
  share: { kind: 'rest' },
  due: after('signing', 0),
  inPrice: true,
};

function percent(ratePpm: number, roundDownTo: Fen | null = null): PlanLineTemplate['share'] {
  return { kind: 'percent', ratePpm, roundDownTo };
}

/**
 * The ways to pay that ship with the program (domain 4.7): the deposit becomes price, banks lend whole 万元 and the first
 * payment takes the rest; a commercial loan arrives within 30 days of signing, a provident-fund loan within 60. Custom:
 * the office changes them in its settings.
 */
export const defaultPlanTemplates: readonly PlanTemplate[] = [
  {
    code: 'lumpSum',
    kind: 'lumpSum',
    label: '一次性付款',
    lines: [deposit, { ...firstPaymentOfTheRest, item: 'finalPayment' }],
  },
  {
    code: 'instalment',
    kind: 'instalment',
    label: '分期付款',
    lines: [
      deposit,
      firstPaymentOfTheRest,
      { item: 'instalment', share: percent(300_000), due: after('signing', 0, 3), inPrice: true },
      { item: 'finalPayment', share: percent(200_000), due: after('signing', 0, 6), inPrice: true },
    ],
  },
  {
    code: 'mortgage',
    kind: 'mortgage',
    label: '商业按揭',
    lines: [
      deposit,
      firstPaymentOfTheRest,
      { item: 'commercialLoan', share: percent(700_000, wholeTenThousand), due: after('signing', 30), inPrice: true },
    ],
  },
  {
    code: 'providentFund',
    kind: 'providentFund',
    label: '公积金贷款',
    lines: [
      deposit,
      firstPaymentOfTheRest,
      { item: 'providentLoan', share: percent(700_000, wholeTenThousand), due: after('signing', 60), inPrice: true },
    ],
  },
  {
    code: 'combined',
    kind: 'combined',
    label: '组合贷款',
    lines: [
      deposit,
      firstPaymentOfTheRest,
      { item: 'commercialLoan', share: percent(400_000, wholeTenThousand), due: after('signing', 30), inPrice: true },
      { item: 'providentLoan', share: percent(300_000, wholeTenThousand), due: after('signing', 60), inPrice: true },
    ],
  },
];
