import { articles } from '#shared/domain/settings/articles.ts';
import { capitalsOf } from '#shared/kernel/capitals.ts';
import { type Fen, formatYuan } from '#shared/kernel/money.ts';
import { dateText } from '../kit/blanks.ts';
import type { SigningNoticeData, TerminationNoticeData } from './data.ts';

/** Titles of the notices. */
export const SIGNING_TITLE = '签约通知书';
/** Titles of the notices. */
export const TERMINATION_TITLE = '终止通知书';

/** Editions of the texts; raised with every change of their words or layout. */
export const signingNoticeEdition = 'QT-2';
/** Editions of the texts; raised with every change of their words or layout. */
export const terminationNoticeEdition = 'ZT-2';

type DealData = Omit<SigningNoticeData, 'dueOn' | 'place' | 'bring'>;

const money = (amount: Fen): string => `人民币 ${formatYuan(amount)} 元（大写：${capitalsOf(amount)}）`;
const penalty = `${articles.civilCode587.zh}`;

/** To whom it is addressed. */
export function addressee({ buyers }: Pick<DealData, 'buyers'>): string {
  return `致：${buyers.join('、')}`;
}

function dealText({ subscribedOn, seller, subscription, project, unit, price, signBy }: DealData): string {
  return (
    `贵方于 ${dateText(subscribedOn)}与${seller.name}签订《商品房认购书》（编号 ${subscription}），认购${project} ${unit}，` +
    `成交总价${money(price)}，双方约定于 ${dateText(signBy)}前签订《商品房买卖合同》。`
  );
}

/** The paragraphs of a notice to sign, up to what is brought along. */
export function signingParagraphs(data: SigningNoticeData): readonly string[] {
  return [
    dealText(data),
    `现通知贵方于 ${dateText(data.dueOn)}前到${data.place}签订《商品房买卖合同》，并请携带下列资料：`,
  ];
}

/** What happens to whoever does not come. */
export function signingWarning({ seller }: SigningNoticeData): string {
  const phone = seller.phone === '' ? '' : `如有疑问请致电 ${seller.phone}。`;
  return `逾期未签订的，我方将按认购书的约定及${penalty}另行书面通知终止认购，所收定金不予返还，并有权将该房屋另行出售。${phone}`;
}

/** The paragraphs of a notice of termination. */
export function terminationParagraphs(data: TerminationNoticeData): readonly string[] {
  const { called, graceDays, kept, back } = data;
  const returned =
    back > 0 ? `其余已收款项${money(back)}由我方在认购终止后退还原交款人。` : '除定金外我方未收取其他款项。';
  return [
    dealText(data),
    `我方签约通知书（编号 ${called.number}）已于 ${dateText(called.servedOn)}送达贵方，贵方至今未签订《商品房买卖合同》。`,
    `现通知贵方：自本通知书送达之日起 ${graceDays}\u00a0日内仍未签订的，上述认购书自期满次日起终止，我方有权将该房屋另行出售。`,
    `贵方已付定金中的${money(kept)}按认购书的约定及${penalty}不予返还；${returned}`,
    '请贵方在期满后将认购书及收据原件交回我方办理手续。',
  ];
}

/** The rows of the proof of service, to be filled in by hand. */
export const proofRows = ['送达方式', '送达日期', '快递单号', '签收人（签名）'] as const;
