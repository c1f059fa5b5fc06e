import { type IdentityKind, identityKinds } from '#shared/kernel/identity-number.ts';
import { addDays, isLocalDate, type LocalDate, localDate } from '#shared/kernel/local-date.ts';
import { ONE_PPM } from '#shared/kernel/money.ts';
import { dayText } from '#shared/kernel/typed-day.ts';
import { type Channel, channels } from '../../customers/states.ts';
import { type PaymentMethod, paymentMethods } from '../../payments/states.ts';
import { type PlanItem, type PlanKind, planItems, planKinds } from '../../plans/states.ts';
import { readWords } from '../places.ts';

/** Nothing of a running project is older. */
const EARLIEST = localDate('1990-01-01');

/** A day as lists write it, or as spreadsheets count it; undefined for what is no day of this age. */
export function readDay(text: string): LocalDate | undefined {
  const words = readWords(text).trim();
  const counted = /^[3-7]\d{4}$/.test(words) ? addDays(localDate('1899-12-30'), Number(words)) : undefined;
  const day = counted ?? dayText(words, '');
  return day !== undefined && isLocalDate(day) && day >= EARLIEST ? day : undefined;
}

type Words<T> = readonly (readonly [RegExp, T])[];

function byWords<T extends string>(text: string, own: readonly T[], words: Words<T>): T | undefined {
  const plain = readWords(text).replaceAll(/\s/g, '');
  return own.find((one) => one === plain) ?? words.find(([pattern]) => pattern.test(plain))?.[1];
}

const itemWords: Words<PlanItem> = [
  [/定金|订金|认购金|诚意金/u, 'deposit'],
  [/公积金/u, 'providentLoan'],
  [/按揭|贷款|放款|银行款/u, 'commercialLoan'],
  [/首付|首期|首款/u, 'firstPayment'],
  [/分期|第.+期|进度款|期款/u, 'instalment'],
  [/尾款|余款|房款|楼款|购房款|全款|一次性|其他|其它/u, 'finalPayment'],
];

/** What money was taken for, or is owed for. */
export function readItem(text: string): PlanItem | undefined {
  return byWords(text, planItems, itemWords);
}

const planWords: Words<PlanKind> = [
  [/组合/u, 'combined'],
  [/公积金/u, 'providentFund'],
  [/按揭|贷款|商贷/u, 'mortgage'],
  [/分期/u, 'instalment'],
  [/一次性|全款|全额/u, 'lumpSum'],
];

/** How a home is paid for. */
export function readPlanKind(text: string): PlanKind | undefined {
  return byWords(text, planKinds, planWords);
}

const methodWords: Words<PaymentMethod> = [
  [/微信/u, 'wechatPay'],
  [/支付宝/u, 'alipay'],
  [/支票|本票|汇票/u, 'cheque'],
  [/现金/u, 'cash'],
  [/刷卡|pos|银联|信用卡|借记卡/iu, 'card'],
  [/转账|电汇|汇款|网银|银行|放款|存款|缴款/u, 'transfer'],
];

/** How money came in. */
export function readMethod(text: string): PaymentMethod | undefined {
  return byWords(text, paymentMethods, methodWords);
}

const identityWords: Words<IdentityKind> = [
  [/永久居留/u, 'foreignResident'],
  [/身份证/u, 'identityCard'],
  [/护照/u, 'passport'],
  [/港澳|回乡证/u, 'hkMacauPass'],
  [/台湾|台胞/u, 'taiwanPass'],
  [/营业执照|信用代码/u, 'businessLicence'],
  [/军官|士官|警官/u, 'officerCard'],
  [/其他|其它/u, 'other'],
];

/** What somebody identifies himself with. */
export function readIdentityKind(text: string): IdentityKind | undefined {
  return byWords(text, identityKinds, identityWords);
}

const channelWords: Words<Channel> = [
  [/路过|自然/u, 'passingBy'],
  [/户外|广告牌|围挡/u, 'outdoor'],
  [/抖音|短视频|快手/u, 'shortVideo'],
  [/微信|公众号|朋友圈/u, 'wechat'],
  [/网络|线上|网站|安居客|贝壳|房天下/u, 'online'],
  [/中介|分销|经纪/u, 'agency'],
  [/老带新|介绍|推荐|亲友|朋友/u, 'referral'],
  [/外展|展会|巡展/u, 'exhibition'],
  [/报纸|报刊|单页|dm|派单/iu, 'print'],
  [/电话|call|短信/iu, 'phone'],
  [/其他|其它/u, 'other'],
];

/** How somebody came to know of the project. */
export function readChannel(text: string): Channel | undefined {
  return byWords(text, channels, channelWords);
}

/** Several people in one cell: `张三、李四`, `张三/李四`. A full stop in a foreign name is none between people. */
export function splitPeople(text: string): string[] {
  return readWords(text)
    .split(/[、,，;；/\n|]+/u)
    .map((name) => name.replaceAll(/\s+/g, ' ').trim())
    .filter((name) => name !== '');
}

/**
 * Shares in one cell, in ppm, as many as there are people: `60%、40%`, `1/3、2/3`, `0.6、0.4`. Undefined for what is none
 * or does not make a whole; thirds are rounded so that they do.
 */
export function readShares(text: string, people: number): number[] | undefined {
  const words = readWords(text)
    .split(/[、,，;；\n|]+/u)
    .map((word) => word.replaceAll(/\s/g, ''))
    .filter((word) => word !== '');
  if (words.length !== people) return undefined;
  const parts = words.map(partOf);
  if (parts.some((part) => part === undefined || part <= 0)) return undefined;
  const rounded = parts.map((part) => Math.round((part ?? 0) * ONE_PPM));
  const rest = ONE_PPM - rounded.reduce((sum, part) => sum + part, 0);
  if (Math.abs(rest) >= people * 1000) return undefined;
  return rounded.map((part, index) => (index === 0 ? part + rest : part));
}

function partOf(word: string): number | undefined {
  const [, percent] = /^(\d{1,3}(?:\.\d+)?)%$/.exec(word) ?? [];
  if (percent !== undefined) return Number(percent) / 100;
  const [, above, below] = /^(\d{1,4})\/(\d{1,4})$/.exec(word) ?? [];
  if (above !== undefined && below !== undefined)
    return Number(below) === 0 ? undefined : Number(above) / Number(below);
  return /^(?:0?\.\d+|1(?:\.0+)?)$/.test(word) ? Number(word) : undefined;
}
