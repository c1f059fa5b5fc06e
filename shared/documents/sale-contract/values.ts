import type { ContractDraft } from '#shared/domain/contracts/draft.ts';
import { contractFields, type FieldName } from '#shared/domain/contracts/fields/catalogue.ts';
import type { FactName } from '#shared/domain/contracts/text/clauses.ts';
import { contractForm } from '#shared/i18n/zh-CN/contract-form.ts';
import { area, areaToDecimal } from '#shared/kernel/area.ts';
import { capitalsOf } from '#shared/kernel/capitals.ts';
import { isLocalDate } from '#shared/kernel/local-date.ts';
import { fen, formatYuan } from '#shared/kernel/money.ts';
import { dateText, percentText, unbroken } from '../kit/blanks.ts';

/** Boxes before choices, solid and open: both survive a photocopy. */
export const CHOSEN = '■';
export const NOT_CHOSEN = '□';

const CENTIMETRES = 100;
/** 万分之一 in parts per million. */
const TEN_THOUSANDTH_PPM = 100;

/** A field as the paper shows it; empty where it is open or struck. */
export function fieldText(draft: ContractDraft, name: FieldName): string {
  return fieldValueText(name, draft.fields[name]);
}

/** A value of a field as the paper shows it; empty where there is none. */
export function fieldValueText(name: FieldName, value: string | number | null): string {
  if (value === null) return '';
  const { kind } = contractFields[name];
  if (typeof value === 'string') {
    if (kind === 'choice') return optionText(name, value);
    if (kind === 'date' && isLocalDate(value)) return dateText(value);
    return name === 'accountNumber' ? unbroken(value) : value;
  }
  switch (kind) {
    case 'money':
      return formatYuan(fen(value));
    case 'area':
      return areaToDecimal(area(value));
    case 'height':
      return `${(value / CENTIMETRES).toFixed(2)} 米`;
    case 'percent':
      return percentText(value);
    case 'dailyRate':
      return String(value / TEN_THOUSANDTH_PPM);
    case 'floor':
      return value < 0 ? `地下 ${-value}` : String(value);
    default:
      return String(value);
  }
}

/** Money of a field in capitals; empty where it is open or struck. */
export function capitalsText(draft: ContractDraft, name: FieldName): string {
  const value = draft.fields[name];
  return typeof value === 'number' ? capitalsOf(fen(value)) : '';
}

/** The choices of a field in their words. */
export function optionsOf(name: FieldName): readonly (readonly [option: string, words: string])[] {
  return contractFields[name].options.map((option) => [option, optionText(name, option)] as const);
}

function optionText(name: FieldName, option: string): string {
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = contractForm.options;
  return words[name]?.[option] ?? option;
}

/** Something of the contract beside its fields, as text. `pages` is known once the paper is laid out. */
export function factText(draft: ContractDraft, name: FactName, pages: number | null): string {
  const { annexes } = draft;
  switch (name) {
    case 'projectName':
      return draft.project.name;
    case 'buyerNames':
      return draft.buyers.map((buyer) => buyer.name).join('、');
    case 'sellerName':
      return draft.seller.name;
    case 'subscriptionNumber':
      return draft.subscription.number;
    case 'subscribedOn':
      return dateText(draft.subscription.subscribedOn);
    case 'unitPlace':
      return `${draft.project.address}${draft.project.name}`;
    case 'signOn':
      return dateText(draft.signOn);
    case 'signingPlace':
      return draft.signingPlace;
    case 'pages':
      return pages === null ? '' : String(pages);
    case 'copies':
      return String(annexes.holders.reduce((sum, one) => sum + one.count, 0));
    case 'holders':
      return annexes.holders
        .filter((one) => one.count > 0)
        .map((one) => `${contractForm.holders[one.holder]} ${one.count} 份`)
        .join('、');
  }
}

/** An ordinal of an article or annex: 第二十九条, 附件十一. */
export function ordinal(value: number): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  const tens = Math.floor(value / 10);
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens] ?? ''}十`;
  return `${head}${digits[value % 10] ?? ''}`;
}
