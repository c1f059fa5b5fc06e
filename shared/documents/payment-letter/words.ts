import { articles } from '#shared/domain/settings/articles.ts';
import { capitalsOf } from '#shared/kernel/capitals.ts';
import { type Fen, formatYuan, sumFen } from '#shared/kernel/money.ts';
import { dateText, percentText } from '../kit/blanks.ts';
import type { LetterRow, OverdueDemandData, PaymentNoticeData, RescissionNoticeData } from './data.ts';

/** A letter about money, whichever it is. */
export type LetterData = PaymentNoticeData | OverdueDemandData | RescissionNoticeData;

/** An amount as sentences say it. */
export const moneyText = (amount: Fen): string => `人民币 ${formatYuan(amount)} 元（大写：${capitalsOf(amount)}）`;

/** A rate a day in ten-thousandths: `万分之一点五` is printed `万分之 1.5`. */
export function rateText(ratePpm: number): string {
  return `万分之 ${ratePpm / 100}`;
}

/** What is open on the lines of a letter, and what their lateness costs. */
export function sumsOf(rows: readonly LetterRow[]): { readonly open: Fen; readonly penalty: Fen } {
  return { open: sumFen(rows.map(({ open }) => open)), penalty: sumFen(rows.map(({ penalty }) => penalty)) };
}

/** To whom a letter goes: all of the buyers. */
export function addresseeText({ buyers }: Pick<LetterData, 'buyers'>): string {
  return `致：${buyers.map(({ name }) => name).join('、')}`;
}

/** Where it is sent: the addresses of the contract, each with its buyer where there are several. */
export function addressText({ buyers }: Pick<LetterData, 'buyers'>): string {
  const known = buyers.map(({ name, address }) => `${buyers.length > 1 ? `${name}：` : ''}${address || '×'}`);
  return `通讯地址：${known.join('；')}`;
}

function dealText({ contract, subscription, seller, project, unit }: LetterData): string {
  const book = contract ?? { number: subscription.number, signedOn: subscription.subscribedOn };
  const name = contract === null ? '《商品房认购书》' : '《商品房买卖合同》';
  return `贵方于 ${dateText(book.signedOn)}与${seller.name}签订${name}（编号 ${book.number}），购买${project} ${unit}。`;
}

/** The paragraphs of a payment notice before its table. */
export function noticeParagraphs(data: PaymentNoticeData): readonly string[] {
  return [`${dealText(data)}按双方约定的付款计划，现有下列款项应当支付，请于 ${dateText(data.dueBy)}前足额付清：`];
}

/** What a payment notice asks the payer to heed. */
export function noticeRules({ seller, dueBy }: PaymentNoticeData): readonly string[] {
  const phone = seller.phone === '' ? '' : `（电话 ${seller.phone}）`;
  return [
    '1. 请将款项全部直接存入上列监管账户，并完整填写附言；本项目不使用其他账户、个人账户或个人收款码收取房款。',
    `2. 付款后请持银行回单和身份证件到销售现场${phone}换取收据；本通知不是收据，不证明款项已收。`,
    `3. 本通知所列金额以签发日账面为准，有效期至 ${dateText(dueBy)}；签发后已付款的，以收据为准。`,
  ];
}

/** By what a late line is reckoned. */
export function formulaText({ terms, issuedOn }: OverdueDemandData | RescissionNoticeData): string {
  const later =
    terms.laterRatePpm === terms.ratePpm
      ? ''
      : `；逾期超过 ${terms.bandDays}\u00a0日的，自首日起按${rateText(terms.laterRatePpm)}`;
  return (
    `违约金 ＝ 逾期应付款 × 逾期天数 × 日${rateText(terms.ratePpm)}${later}，` +
    `自付款期限届满次日起算，以逾期未付的部分为基数，暂计至 ${dateText(issuedOn)}，此后按日续计至付清之日。`
  );
}

/** The paragraphs of a demand before its table. */
export function demandParagraphs(data: OverdueDemandData): readonly string[] {
  const { lastPaidOn } = data;
  const last = lastPaidOn === null ? '我方至今未收到该合同项下款项。' : `我方最近一次收款为 ${dateText(lastPaidOn)}。`;
  return [`${dealText(data)}按该合同第七条、第八条及附件四，截至本函签发之日，下列款项已逾期未付。${last}`];
}

/** What a demand asks and what follows if nothing comes. */
export function demandClose(data: OverdueDemandData): readonly string[] {
  const { terms, dueBy, rows, seller } = data;
  const { open, penalty } = sumsOf(rows);
  const phone = seller.phone === '' ? '' : `对金额有异议的，请在上述期限内书面提出或致电 ${seller.phone}。`;
  return [
    `请贵方于 ${dateText(dueBy)}前将逾期款项${moneyText(open)}及违约金（暂计${moneyText(penalty)}）付至下列监管账户。`,
    `逾期超过 ${terms.bandDays}\u00a0日仍未付清的，我方有权按合同第八条书面通知解除合同，并要求贵方承担违约责任。${phone}`,
  ];
}

/** The paragraphs of a rescission before its table. */
export function rescissionParagraphs(data: RescissionNoticeData): readonly string[] {
  const demands = data.demands.map(({ number, arrivedOn }) => `${number}（${dateText(arrivedOn)}送达）`).join('、');
  return [
    `${dealText(data)}贵方应付的下列款项逾期已超过合同第八条约定的 ${data.terms.bandDays}\u00a0日。我方已发出催款函${demands}，贵方至今未付清。`,
  ];
}

/** What a rescission declares, and how money, papers and home are dealt with. */
export function rescissionClose(data: RescissionNoticeData): readonly string[] {
  const { dueBy, received, claimPpm, claimDays, objectionDays, rows } = data;
  const basis = `根据合同第八条和${articles.civilCode563.zh}、${articles.civilCode565.zh.replace('民法典', '')}`;
  const effect =
    dueBy === null
      ? `${basis}，我方通知贵方解除上述《商品房买卖合同》，合同自本通知送达全体买受人之日起解除。`
      : `${basis}，我方通知贵方：贵方于 ${dateText(dueBy)}前仍未付清全部逾期款项及违约金的，上述《商品房买卖合同》自该日届满时解除；本通知在该日之后送达的，自送达之日起解除。`;
  const claim =
    claimPpm === null || claimDays === null
      ? '违约责任按合同第八条承担'
      : `贵方应在收到本通知后 ${claimDays}\u00a0日内支付累计应付款 ${percentText(claimPpm)} 的违约金`;
  const { open } = sumsOf(rows);
  return [
    effect,
    `截至签发之日，合同总价${moneyText(data.price)}，已收${moneyText(received)}，其中逾期未付${moneyText(open)}。合同解除后，${claim}；已收房款由我方退清，其中银行贷款本息退还贷款银行，其余退还原交款人。`,
    '请贵方在合同解除后及时交回合同、收据、发票原件，配合注销合同备案、预告登记及抵押登记；该房屋在注销备案且异议期满后由我方另行处置。',
    `贵方对解除有异议的，请自收到本通知之日起 ${objectionDays}\u00a0日内书面提出，或依法请求人民法院、仲裁机构确认。`,
  ];
}

/** The supervised account in one sentence, where a letter has little room. */
export function accountText({ account, memo }: Pick<LetterData, 'account' | 'memo'>): string {
  const { name, bank, number } = account;
  return `监管账户：户名 ${name}，开户银行 ${bank}，账号 ${number}，附言 ${memo}。`;
}

/** The rows of the proof of service, to be filled in by hand. */
export const letterProofRows = ['送达方式', '寄出日期', '送达日期', '快递单号', '签收人（签名）', '经办人'] as const;
