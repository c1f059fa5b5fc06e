import type { ContractDraft } from '../draft.ts';
import type { FieldName } from '../fields/catalogue.ts';
import { type ContractArticle, type ContractChapter, liveFieldsOf } from './clauses.ts';
import { managementChapter, otherChapter } from './closing.ts';
import { areaChapter, changesChapter, deliveryChapter } from './delivery.ts';
import { priceChapter } from './price.ts';
import { propertyChapter } from './property.ts';
import { qualityChapter, registrationChapter } from './quality.ts';

/** Chapters two to ten with the 29 articles; chapter one is the block of the parties. */
export const contractChapters: readonly ContractChapter[] = [
  propertyChapter,
  priceChapter,
  deliveryChapter,
  areaChapter,
  changesChapter,
  qualityChapter,
  registrationChapter,
  managementChapter,
  otherChapter,
];

/** The 29 articles in their order. */
export const contractArticles: readonly ContractArticle[] = contractChapters.flatMap((chapter) => chapter.articles);

/** Titles of the eleven annexes, in their order. */
export const annexTitles = [
  '商品房平面图',
  '关于该商品房共用部位的具体说明',
  '抵押权人同意该商品房转让的证明及抵押的相关约定',
  '关于该商品房价款的付款安排',
  '关于本项目内相关设施、设备的具体约定',
  '关于装饰装修及相关设备标准的约定',
  '关于保修范围、保修期限和保修责任的约定',
  '关于质量担保的证明',
  '关于前期物业管理的约定',
  '出卖人关于遮挡或者妨碍房屋正常使用情况的说明',
  '补充协议',
  '购房资格查验',
] as const;

/** The fields that a contract asks for: those of branches that were not chosen are struck by themselves. */
export function liveFields(draft: ContractDraft): FieldName[] {
  return [...new Set(contractArticles.flatMap((article) => liveFieldsOf(article.clauses, draft)))];
}
