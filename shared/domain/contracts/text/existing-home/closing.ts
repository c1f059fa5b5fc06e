import { type AuthoredArticle, type AuthoredChapter, says, warns } from '../authoring.ts';
import { keepingPromises } from '../presale-home/closing.ts';
import { applyingTogether, certificateRemedies, faultOfBuyer } from '../presale-home/quality.ts';

/** Chapter six of a home that stands: nothing is filed before, and the days until the title count from the signing. */
export const registrationChapter: AuthoredChapter = {
  title: '房屋登记',
  articles: [
    {
      key: 'registration',
      title: '房屋登记',
      clauses: [
        applyingTogether,
        warns`（二）因出卖人的原因，买受人未能自本合同签订之日起${'certificateDays'}日内取得该商品房的不动产权证书的，双方按照下列已勾选的方式处理：`,
        certificateRemedies,
        faultOfBuyer,
      ],
    },
  ],
};

/** Articles of the last chapter that say less once the home stands: no second survey, nothing unfinished to let. */
export const closingArticles: readonly AuthoredArticle[] = [
  {
    key: 'taxes',
    title: '税费',
    clauses: [says`双方应当按照国家的有关规定，各自向相应部门缴纳因该商品房买卖发生的税费。`],
  },
  {
    key: 'promises',
    title: '销售和使用承诺',
    clauses: [
      says`（一）出卖人承诺不采取分割拆零销售、返本销售或者变相返本销售的方式销售该商品房。`,
      ...keepingPromises,
    ],
  },
];
