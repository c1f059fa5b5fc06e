import { capitalsOf } from '#shared/kernel/capitals.ts';
import { type Fen, fen, formatYuan, yuan } from '#shared/kernel/money.ts';
import { correctedFee, correctedSurveyor, homeTerms } from './contract-terms.ts';
import type { Purchase } from './deals.ts';
import type { Visitor } from './reception.ts';

/** A home and everything that is agreed until its contract is signed. */
export type Sale = {
  /** File of the price list. */
  readonly list: string;
  readonly building: string;
  readonly floor: number;
  readonly room: string;
  /** What the program calls the home: `3-1-3101`. */
  readonly unit: string;
  /** As the price list has them. */
  readonly listPrice: Fen;
  readonly builtArea: string;
  readonly permit: string;
  /** When the permit was given and the prices were published. */
  readonly publishedOn: string;
  readonly deliveryOn: string;
  readonly visitor: Visitor;
  readonly purchase: Purchase;
  /** Numbers of the bank transfers of deposit and first payment. */
  readonly references: { readonly deposit: string; readonly firstPayment: string };
  /** Number of the city's net-signing. */
  readonly cityNumber: string;
};

/** What the papers of a sale are called. */
export type PaperOfSale =
  | 'purchasePlan'
  | 'subscriptionBook'
  | 'depositReceipt'
  | 'saleContract'
  | 'netSigningSheet'
  | 'firstPaymentReceipt';

/** Numbers that the office gave in the course of a sale. */
export type Numbers = { readonly plan: string; readonly subscription: string; readonly contract: string };

/** What a home costs after so many percent off, one after the other, to the fen. */
function priceAfter(listPrice: Fen, percents: readonly string[]): Fen {
  return fen(
    percents.reduce((price, percent) => Math.round((price * (100 - Number(percent))) / 100), Number(listPrice)),
  );
}

/** What a bank lends of a price by a mortgage: 70 %, in whole 万 元. */
function loanOf(price: Fen): Fen {
  const tenThousand = yuan(10_000);
  return fen(Math.floor((price * 0.7) / tenThousand) * tenThousand);
}

/** The money of a sale by a mortgage, reckoned here and not by the program. */
export function moneyOf({ listPrice, purchase }: Sale) {
  const { planPercent, furtherPercent } = purchase;
  const price = priceAfter(listPrice, [planPercent, furtherPercent]);
  const deposit = yuan(Number(purchase.deposit));
  const loan = loanOf(price);
  const planned = priceAfter(listPrice, [planPercent]);
  return { price, deposit, loan, first: fen(price - deposit - loan), planned, plannedLoan: loanOf(planned) };
}

/** What must stand on a paper, as it was agreed: parties, home, money in figures and capitals, numbers. */
export function agreedOn(paper: PaperOfSale, sale: Sale, numbers: Partial<Numbers>): readonly string[] {
  const { purchase, references, unit, builtArea, permit } = sale;
  const { price, deposit, first, loan, planned, plannedLoan } = moneyOf(sale);
  const names = purchase.buyers.map(({ name }) => name);
  const papersOfBuyers = purchase.buyers.flatMap(({ name, identityNumber, address, phone }) => [
    name,
    identityNumber,
    address,
    phone,
  ]);
  // Of what was typed into the contract, that which no office's records give.
  const { lender, managementCompany } = homeTerms;
  const inFull = (amount: Fen) => [formatYuan(amount), capitalsOf(amount)];
  const { plan = '', subscription = '', contract = '' } = numbers;
  switch (paper) {
    case 'purchasePlan':
      return [
        plan,
        names[0] ?? '',
        unit,
        builtArea,
        permit,
        ...[sale.listPrice, planned, deposit, plannedLoan].map(formatYuan),
      ];
    case 'depositReceipt':
      return [subscription, ...names, unit, ...inFull(deposit), references.deposit];
    case 'subscriptionBook':
      return [subscription, ...papersOfBuyers, builtArea, permit, ...inFull(price), ...inFull(deposit)];
    case 'firstPaymentReceipt':
      return [subscription, ...names, unit, ...inFull(first), references.firstPayment];
    case 'netSigningSheet':
      return [contract, subscription, ...papersOfBuyers, builtArea, permit, lender, ...inFull(price), ...inFull(first)];
    case 'saleContract': {
      const fee = `每月每平方米建筑面积${formatYuan(correctedFee)}元`;
      const terms = [lender, correctedSurveyor, managementCompany, fee, permit, builtArea];
      return [
        contract,
        subscription,
        ...papersOfBuyers,
        ...terms,
        ...inFull(price),
        formatYuan(deposit),
        formatYuan(loan),
      ];
    }
  }
}

/** What the city's own contract says of a sale, at a price. */
export function cityText({ building, room, builtArea, purchase, cityNumber, permit }: Sale, price: Fen): string {
  const names = purchase.buyers.map(({ name, identityNumber }) => `${name}，证件号码${identityNumber}`);
  return [
    `商品房买卖合同（预售）网签编号${cityNumber}。买受人：${names.join('；')}。`,
    `预售许可证号${permit}。房屋：${building}1单元${room}室，建筑面积${builtArea}平方米。`,
    `总价款${(price / 100).toFixed(2)}元，大写${capitalsOf(price)}。本合同由房屋交易网签备案系统导出。`,
  ].join('');
}

/** A text without blanks and line ends: Chinese breaks anywhere. */
function bare(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

/** The copies of a print, page after page each, by what is stamped on them: `第2份/共5份`. */
export function copiesOf(print: string): readonly string[] {
  const pages = print.split('\f').filter((page) => page.trim() !== '');
  const copyOf = (page: string) => /第(\d+)份\/共\d+份/.exec(bare(page))?.[1] ?? '1';
  return [...new Set(pages.map(copyOf))].map((copy) => pages.filter((page) => copyOf(page) === copy).join('\f'));
}

/** Those of some texts that a paper does not carry. */
export function missingOn(paper: string, texts: readonly string[]): readonly string[] {
  return texts.filter((text) => text === '' || !bare(paper).includes(bare(text)));
}
