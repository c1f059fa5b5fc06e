import { z } from 'zod';
import { amountSchema, type Fen, fen, ONE_PPM, yuan } from '#shared/kernel/money.ts';
import { custom, define } from './definition.ts';

const ratePpm = z.int().min(0).max(ONE_PPM);
const loanRate = z.strictObject({ firstHome: ratePpm, secondHome: ratePpm });

/** Amounts that differ between homes and everything else, such as shops and parking spaces. */
const byUse = z.strictObject({ home: amountSchema, otherUse: amountSchema });
type ByUse = { home: Fen; otherUse: Fen };

/** Settings of purchase plans: rates of loans, taxes and fees of a purchase (置业计划, 税费). */
export const quoteSettings = {
  quoteDays: define({
    group: 'quotes',
    schema: z.int().min(0).max(30),
    unit: 'days',
    default: 3,
    sourceNote: custom,
    cityPacks: {},
  }),
  loanRates: define({
    group: 'quotes',
    schema: z.strictObject({ commercialLoan: loanRate, providentLoan: loanRate, providentShort: loanRate }),
    unit: 'ppm',
    default: {
      commercialLoan: { firstHome: 35_000, secondHome: 35_000 },
      providentLoan: { firstHome: 26_000, secondHome: 30_750 },
      providentShort: { firstHome: 21_000, secondHome: 25_250 },
    },
    sourceNote: {
      zh: '商贷按五年期以上 LPR（2025年5月 3.5%），加减点由贷款银行确定；公积金按2025年5月8日起的个人住房公积金贷款利率',
      en: 'Bank loans at the LPR over five years (May 2025, 3.5 %), the bank sets its margin; provident fund rates since 8 May 2025',
    },
    cityPacks: {},
  }),
  loanYearsMost: define({
    group: 'quotes',
    schema: z.int().min(1).max(30),
    unit: 'count',
    default: 30,
    sourceNote: {
      zh: '个人住房贷款最长三十年，并受借款人年龄限制',
      en: 'A home loan runs thirty years at most; the borrower’s age limits it further',
    },
    cityPacks: {},
  }),
  providentLoanCap: define<Fen>({
    group: 'quotes',
    schema: amountSchema,
    unit: 'fen',
    default: yuan(1_000_000),
    sourceNote: {
      zh: '公积金贷款最高额度由当地公积金中心公布，请按现行规定核对',
      en: 'The local provident fund centre publishes the highest loan; check it against the current rule',
    },
    cityPacks: {},
  }),
  deedTax: define({
    group: 'quotes',
    schema: z.strictObject({
      standardPpm: ratePpm,
      firstHome: z.strictObject({ smallHome: ratePpm, largeHome: ratePpm }),
      secondHome: z.strictObject({ smallHome: ratePpm, largeHome: ratePpm }),
    }),
    unit: 'ppm',
    default: {
      standardPpm: 30_000,
      firstHome: { smallHome: 10_000, largeHome: 15_000 },
      secondHome: { smallHome: 10_000, largeHome: 20_000 },
    },
    sourceNote: {
      zh: '契税法第三、四条，税率3%—5%由省级确定；家庭唯一及第二套住房自2024年12月1日起减按1%、1.5%、2%',
      en: 'Deed Tax Law, arts. 3 and 4: 3 to 5 % by province; first and second family homes 1, 1.5 or 2 % since 1 December 2024',
    },
    cityPacks: {},
  }),
  deedTaxSmallHome: define({
    group: 'quotes',
    schema: z.int().min(1).max(1000),
    unit: 'count',
    default: 140,
    sourceNote: {
      zh: '自2024年12月1日起，面积标准为140平方米及以下',
      en: 'Since 1 December 2024 the lower rate reaches up to 140 m²',
    },
    cityPacks: {},
  }),
  maintenanceFund: define<ByUse>({
    group: 'quotes',
    schema: byUse,
    unit: 'fen',
    default: { home: yuan(80), otherUse: yuan(80) },
    sourceNote: {
      zh: '住宅专项维修资金管理办法第七条：每平方米造价的5%—8%，由当地公布；每平方米标准请按现行规定核对',
      en: 'Maintenance fund rules, art. 7: 5 to 8 % of the building cost per m², published locally; check the sum per m²',
    },
    cityPacks: {},
  }),
  registrationFee: define<ByUse>({
    group: 'quotes',
    schema: byUse,
    unit: 'fen',
    default: { home: yuan(80), otherUse: yuan(550) },
    sourceNote: {
      zh: '不动产登记收费标准：住宅每件80元，非住宅每件550元',
      en: 'Registration fees: 80 yuan for a dwelling, 550 for anything else',
    },
    cityPacks: {},
  }),
  mortgageRegistrationFee: define<ByUse>({
    group: 'quotes',
    schema: byUse,
    unit: 'fen',
    default: { home: yuan(80), otherUse: yuan(550) },
    sourceNote: {
      zh: '不动产登记收费标准：住宅每件80元，非住宅每件550元；由银行承担的请填零',
      en: 'Registration fees: 80 yuan for a dwelling, 550 for anything else; zero where the bank bears it',
    },
    cityPacks: {},
  }),
  optionalCharges: define({
    group: 'quotes',
    schema: z.strictObject({ insurance: amountSchema, notary: amountSchema, agency: amountSchema }),
    unit: 'fen',
    default: { insurance: fen(0), notary: fen(0), agency: fen(0) },
    sourceNote: {
      zh: '买受人自愿选择，须明码标价，不得强制；未填写时费用明细不列',
      en: 'The buyer is free to choose; marked with its price and never forced; zero leaves it out of the estimate',
    },
    cityPacks: {},
  }),
  stampDuty: define({
    group: 'quotes',
    schema: z.strictObject({ home: ratePpm, otherUse: ratePpm }),
    unit: 'ppm',
    default: { home: 0, otherUse: 500 },
    sourceNote: {
      zh: '个人购买住房暂免印花税；其他按产权转移书据万分之五',
      en: 'Individuals’ homes are exempt; others 0.05 % as a deed of transfer',
    },
    cityPacks: {},
  }),
  propertyFee: define<ByUse>({
    group: 'quotes',
    schema: byUse,
    unit: 'fen',
    default: { home: fen(0), otherUse: fen(0) },
    sourceNote: {
      zh: '按前期物业服务合同，每平方米每月；未填写时置业计划书不列物业费',
      en: 'Per m² and month by the preliminary property contract; zero leaves it out of the purchase plan',
    },
    cityPacks: {},
  }),
  propertyFeeMonths: define({
    group: 'quotes',
    schema: z.int().min(0).max(36),
    unit: 'count',
    default: 12,
    sourceNote: custom,
    cityPacks: {},
  }),
};
