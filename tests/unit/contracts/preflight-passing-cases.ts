import type { ContractDraft } from '#shared/domain/contracts/draft.ts';
import type { DataRuleCode } from '#shared/domain/contracts/preflight/findings.ts';
import { area } from '#shared/kernel/area.ts';
import { addMonths, localDate } from '#shared/kernel/local-date.ts';
import { fen, yuan } from '#shared/kernel/money.ts';
import { contractBuyer, contractDraft, preflightFacts } from '../../support/contract-builders.ts';
import type { Case } from './preflight-cases.ts';

const { annexes, fields, buyers, signOn, struck, subscription } = contractDraft();
const { management } = preflightFacts();
if (management === null) throw new Error('The sample has no management');
const total = fields.total ?? fen(0);
const [first = contractBuyer(), second = contractBuyer()] = buyers;
const own = (text: string): Case => ({ draft: { annexes: { ownTerms: [text] } } });
const firstBuyer = (change: Parameters<typeof contractBuyer>[0]): Case => ({
  draft: { buyers: [{ ...first, ...change }, second] },
});
const power = { coversSigning: true, validUntil: signOn };
const agent = {
  kind: 'entrusted',
  name: '周建国',
  identityKind: 'identityCard',
  identityNumber: '999999196001010011',
  address: '',
  phone: '',
  relation: '',
  power,
} as const;
const onceLines: ContractDraft['annexes']['payments'] = [
  ...annexes.payments.slice(0, 1),
  { item: 'finalPayment', amount: fen(total - yuan(50_000)), dueOn: signOn, inPrice: true },
];
const permit = { coversBuilding: true, number: '渝中住建样（2026）预字第 000 号' };
const cancelledContract = { number: 'HT-2026-0007', cancelledOn: localDate('2026-11-02') };
const fifth = fen(Math.floor(total / 5));

/** For each rule over the data, what just keeps it: the last value that the rule lets pass. */
export const passing: { readonly [Code in DataRuleCode]: readonly (readonly [because: string, one: Case])[] } = {
  P01: [
    ['an open blank is struck', { draft: { fields: { structure: null }, struck: [...struck, 'structure'] } }],
    [
      'a blank of a way to pay that is not chosen stays open',
      { draft: { fields: { onceDueOn: null }, struck: struck.filter((name) => name !== 'onceDueOn') } },
    ],
  ],
  P03: [
    ['the areas miss each other by a hundredth', { draft: { fields: { sharedArea: area(2_690) } } }],
    [
      'just 35 % are shared',
      { draft: { fields: { builtArea: area(10_000), innerArea: area(6_500), sharedArea: area(3_500) } } },
    ],
  ],
  P04: [
    ['the unit price is rounded to the fen', { draft: { fields: { unitPrice: fen((fields.unitPrice ?? 0) - 1) } } }],
    ['the price is one for the home', { draft: { fields: { priceBasis: 'perSet', unitPrice: yuan(1) } } }],
  ],
  P05: [
    ['a storey of 2.2 m', { draft: { fields: { storeyHeight: 220 } } }],
    ['a storey of 6 m', { draft: { fields: { storeyHeight: 600 } } }],
    ['the lowest floor below ground', { draft: { fields: { floor: -2 } } }],
    ['the top floor', { draft: { fields: { floor: 33 } } }],
  ],
  P06: [
    [
      'two payments on one day',
      { draft: { annexes: { payments: annexes.payments.map((one) => ({ ...one, dueOn: signOn })) } } },
    ],
    [
      'the fit-out is paid beside the home',
      {
        draft: {
          fields: { fitOutPricing: 'onTop', fitOutTotal: yuan(10), firstAmount: null },
          annexes: {
            payments: [
              ...annexes.payments,
              { item: 'finalPayment', amount: yuan(10), dueOn: localDate('2026-12-24'), inPrice: true },
            ],
          },
        },
      },
    ],
  ],
  P07: [
    ['the deposit is a fifth and is in', { draft: { fields: { deposit: fifth } }, facts: { depositReceived: fifth } }],
  ],
  P08: [
    ['the total is the filed price', { facts: { filedPrice: total, filedBand: { belowPpm: 0, abovePpm: 0 } } }],
    [
      'what is added on top is not of the home',
      { facts: { filedPrice: fen(total - yuan(10)), filedBand: { belowPpm: 0, abovePpm: 0 }, addOns: yuan(10) } },
    ],
  ],
  P09: [
    [
      'no loan is in the plan',
      { draft: { fields: { paymentMethod: 'once', lender: null, loanKind: null }, annexes: { payments: onceLines } } },
    ],
  ],
  P10: [
    [
      'the first payment is the least',
      { facts: { minimumDownPaymentPpm: Math.floor(((fields.firstAmount ?? 0) * 1_000_000) / total) } },
    ],
    [
      'the loan is the ceiling',
      { facts: { maximumLoanPpm: Math.ceil(((fields.loanAmount ?? 0) * 1_000_000) / total) } },
    ],
  ],
  P11: [
    ['the own terms name the same account in other groups', own('余款汇入监管账户 0000000000000018。')],
    ['a phone number is no account', own('联系电话 023-00000000。')],
  ],
  P12: [
    [
      'the permit is of the day of the subscription',
      { facts: { permit: { ...permit, validFromOn: subscription.subscribedOn, validUntilOn: null } } },
    ],
    [
      'the permit runs out on the day of the signing',
      { facts: { permit: { ...permit, validFromOn: localDate('2026-05-01'), validUntilOn: signOn } } },
    ],
  ],
  P13: [['a mortgage is no seizure', { facts: { encumbrance: 'dischargeRequested' } }]],
  P14: [
    [
      'neither the records nor the contract know a mortgage',
      {
        draft: { fields: { mortgageStatus: 'none' }, annexes: { mortgages: [] } },
        facts: { encumbrance: 'none', lenderConsent: null },
      },
    ],
  ],
  P15: [
    ['it is the last day to sign', { facts: { today: signOn } }],
    ['it was signed before that day went by', { facts: { today: localDate('2027-01-05'), signed: true } }],
    [
      'it is signed on the day of the subscription, and paid',
      { draft: { signOn: subscription.subscribedOn }, facts: { today: subscription.subscribedOn } },
    ],
    [
      'the last payment is due on the day of the delivery',
      { draft: { fields: { deliveryOn: annexes.payments.at(-1)?.dueOn ?? signOn } } },
    ],
  ],
  P16: [['just thirty years of the land are left', { draft: { fields: { landEndsOn: addMonths(signOn, 360) } } }]],
  P17: [
    [
      'the seller pays sooner and more',
      {
        draft: {
          fields: { deliveryBandDays: 60, deliveryLaterBandDays: 60, deliveryRate: 200, deliveryLaterRate: 200 },
        },
      },
    ],
  ],
  P18: [['the interest is the reference rate', { facts: { referencePpm: 49_000 } }]],
  P19: [
    ['ten days of notice, ninety for the certificate', { draft: { fields: { noticeDays: 10, certificateDays: 90 } } }],
    ['filing in the days of the city', { draft: { fields: { filingDays: 20 } }, facts: { filingLimitDays: 20 } }],
  ],
  P20: [
    [
      'a price for the home has dimensions and a tolerance',
      { draft: { fields: { priceBasis: 'perSet', areaRule: 'perSet' } } },
    ],
    ['the parties agree on a rule of their own', { draft: { fields: { areaRule: 'own' } } }],
  ],
  P21: [
    [
      'a shop says what its warranty covers',
      { draft: { fields: { plannedUse: 'commercial' }, annexes: { warrantyTerms: '主体结构按设计年限保修。' } } },
    ],
  ],
  P22: [['all is ready on the day of the planning', { facts: { facilitiesDueOn: localDate('2028-06-30') } }]],
  P23: [
    [
      'the management begins with the delivery',
      {
        draft: { fields: { managementFrom: fields.deliveryOn } },
        facts: { management: { ...management, from: fields.deliveryOn } },
      },
    ],
  ],
  P24: [
    [
      'a commission is named',
      { draft: { fields: { disputeForum: 'arbitration', arbitrationBody: '重庆仲裁委员会' }, struck: [] } },
    ],
  ],
  P25: [
    ['one buyer owns all', { draft: { buyers: [{ ...first, sharePpm: 1_000_000 }], ownership: 'sole' } }],
    ['a buyer turns eighteen on the day', firstBuyer({ birthOn: localDate('2008-11-23') })],
    [
      'a minor has a statutory agent',
      firstBuyer({ birthOn: localDate('2010-01-01'), agent: { ...agent, kind: 'statutory', relation: '父亲' } }),
    ],
  ],
  P26: [
    [
      'the certificates are of the buyers and run until the day',
      {
        draft: {
          buyers: buyers.map((one, index) => ({
            ...one,
            eligibility: {
              number: `CX-000${index}`,
              checkedOn: localDate('2026-11-18'),
              validUntil: signOn,
              name: one.name,
              identityNumber: one.identityNumber.toLowerCase(),
            },
          })),
        },
        facts: { eligibilityNeeded: true },
      },
    ],
  ],
  P27: [['the power runs until the day of the signing', firstBuyer({ agent })]],
  P28: [
    [
      'each keeps one',
      {
        draft: {
          annexes: {
            holders: [
              { holder: 'seller', count: 1 },
              { holder: 'buyer', count: 1 },
            ],
          },
        },
      },
    ],
  ],
  P29: [
    [
      'the guarantor’s terms are there',
      { draft: { fields: { guarantor: '样本担保有限公司' }, annexes: { guaranteeTerms: '按保修书承担连带责任。' } } },
    ],
  ],
  P30: [
    [
      'the parts miss the shared area by a hundredth',
      {
        draft: {
          annexes: {
            commonParts: [{ part: '大堂', place: '', area: area((fields.sharedArea ?? 0) - 1), apportioned: true }],
          },
        },
      },
    ],
  ],
  P31: [['what is agreed is said in full', own('车位号为 B2-118。')]],
  P32: [['the words take nothing from the buyer', own('买受人变更通讯地址的，可以到销售中心书面登记。')]],
  P33: [['the text is in force', { facts: { templateActive: true } }]],
  P34: [['the fit-out is described for every room', { draft: { fields: { fitOutTotal: fen(1) } } }]],
  P35: [
    ['the fund is paid', { facts: { maintenanceFund: { asked: true, paid: true } } }],
    ['the city does not ask for it', { facts: { maintenanceFund: { asked: false, paid: false } } }],
  ],
  P36: [['the buyers were told', { facts: { weightyTermsShown: true } }]],
  P37: [
    [
      'the ended contract and its day are named',
      {
        draft: { replaces: cancelledContract },
        facts: { cancelledContract },
      },
    ],
  ],
};
