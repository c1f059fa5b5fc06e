import { type AuthoredText, keyedText } from '../book.ts';
import type { ContractText } from '../contract-text.ts';
import { managementChapter, otherChapter } from './closing.ts';
import { areaChapter, changesChapter, deliveryChapter } from './delivery.ts';
import { glossary, notes } from './front.ts';
import { priceChapter } from './price.ts';
import { propertyChapter } from './property.ts';
import { qualityChapter, registrationChapter } from './quality.ts';

const chapters = [
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

/** Its annexes, the last of which only some cities ask for. */
export const presaleAnnexes: ContractText['annexes'] = [
  { key: 'drawings', title: '商品房平面图' },
  { key: 'commonParts', title: '关于该商品房共用部位的具体说明' },
  { key: 'mortgages', title: '抵押权人同意该商品房转让的证明及抵押的相关约定' },
  { key: 'payments', title: '关于该商品房价款的付款安排' },
  { key: 'facilities', title: '关于本项目内相关设施、设备的具体约定' },
  { key: 'fitOut', title: '关于装饰装修及相关设备标准的约定' },
  { key: 'warranty', title: '关于保修范围、保修期限和保修责任的约定' },
  { key: 'guarantee', title: '关于质量担保的证明' },
  { key: 'management', title: '关于前期物业管理的约定' },
  { key: 'burdens', title: '出卖人关于遮挡或者妨碍房屋正常使用情况的说明' },
  { key: 'supplement', title: '补充协议' },
  { key: 'eligibility', title: '购房资格查验' },
];

/** The contract of a home that is still being built: 29 articles in chapters two to ten, eleven annexes and the city's own. */
export const authoredPresaleHome: AuthoredText = {
  form: 'presaleHome',
  title: '商品房买卖合同（预售）',
  notes,
  glossary,
  chapters,
  annexes: presaleAnnexes,
};

/** The same with its clauses named. */
export const presaleHome = keyedText(authoredPresaleHome);
