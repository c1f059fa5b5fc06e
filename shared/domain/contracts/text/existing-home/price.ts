import { type AuthoredChapter, warns } from '../authoring.ts';
import { articleIn } from '../book.ts';
import { amountsClause, depositClauses, methodClauses, priceChapter as presale } from '../presale-home/price.ts';

/** Chapter three of a home that stands: its price goes to the seller, not to a supervised account (articles 7 to 9). */
export const priceChapter: AuthoredChapter = {
  title: presale.title,
  articles: [
    articleIn([presale], 'price'),
    {
      key: 'payment',
      title: articleIn([presale], 'payment').title,
      clauses: [
        ...depositClauses,
        ...methodClauses,
        warns`（三）收款账户。买受人把各笔价款付至出卖人的下列账户：开户银行${'payeeBank'}，户名${'payeeName'}，账号${'payeeNumber'}。户名应当是出卖人的名称；账户有变的，由双方在补充协议中写明。买受人不向其他账户付款。`,
        amountsClause,
      ],
    },
    articleIn([presale], 'latePayment'),
  ],
};
