import { type AuthoredText, keyedText, rewritten } from '../book.ts';
import { managementChapter, otherChapter } from '../presale-home/closing.ts';
import { deliveryChapter } from '../presale-home/delivery.ts';
import { qualityChapter } from '../presale-home/quality.ts';
import { presaleAnnexes } from '../presale-home/text.ts';
import { closingArticles, registrationChapter } from './closing.ts';
import { glossary, notes } from './front.ts';
import { priceChapter } from './price.ts';
import { propertyChapter } from './property.ts';

/**
 * The contract of a home that stands: 26 articles in chapters two to eight, twelve annexes and the city's own. Nothing in
 * it waits for a building: no supervised account, no second survey, no change of plans, no filing of a pre-sale.
 */
export const authoredExistingHome: AuthoredText = {
  form: 'existingHome',
  title: '商品房买卖合同（现售）',
  notes,
  glossary,
  chapters: [
    propertyChapter,
    priceChapter,
    deliveryChapter,
    qualityChapter,
    registrationChapter,
    managementChapter,
    ...rewritten([otherChapter], closingArticles),
  ],
  annexes: presaleAnnexes.flatMap((one) =>
    one.key === 'payments' ? [{ key: 'tenantWaiver', title: '承租人优先购买权的有关说明' } as const, one] : [one],
  ),
};

/** The same with its clauses named. */
export const existingHome = keyedText(authoredExistingHome);
