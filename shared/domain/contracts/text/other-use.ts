import { type AuthoredArticle, type AuthoredChapter, annexRef, says } from './authoring.ts';
import { articleIn } from './book.ts';
import { completionConditions } from './presale-home/delivery.ts';
import { warrantyExceptions } from './presale-home/quality.ts';

/**
 * Articles of a unit that is no home: there are no books for a dwelling, annex seven says in full what is warranted, and
 * deed tax is paid at the general rate, stamp duty by both sides (Deed Tax Law, art. 3).
 */
export function otherUseArticles(chapters: readonly AuthoredChapter[]): readonly AuthoredArticle[] {
  return [
    {
      ...articleIn(chapters, 'deliveryConditions'),
      clauses: [
        ...completionConditions,
        says`该商品房不是住宅，不适用《住宅质量保证书》和《住宅使用说明书》；保修的范围、期限和责任由${annexRef('warranty')}完整写明。`,
      ],
    },
    {
      ...articleIn(chapters, 'warranty'),
      clauses: [
        says`该商品房自交付之日起实行保修，保修的范围、期限和责任由${annexRef('warranty')}完整写明，期限均不低于法律、行政法规规定的最低期限。`,
        ...warrantyExceptions,
      ],
    },
    {
      ...articleIn(chapters, 'taxes'),
      clauses: [
        says`双方应当按照国家的有关规定，各自向相应部门缴纳因该商品房买卖发生的税费。该商品房不是住宅，买受人按照一般税率缴纳契税，不适用住宅的契税优惠；印花税由双方各自缴纳。`,
      ],
    },
  ];
}
