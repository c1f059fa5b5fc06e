import { says } from '../authoring.ts';
import type { ContractText } from '../contract-text.ts';
import { glossary as presaleGlossary, notes as presaleNotes } from '../presale-home/front.ts';

const [, , , ...asEverywhere] = presaleNotes;

/** Notes of a contract of a home that stands. */
export const notes: ContractText['notes'] = [
  says`本合同文本由出卖人制作，依据《中华人民共和国民法典》《中华人民共和国城市房地产管理法》及有关行政法规拟定，用于已经竣工的现售商品房。文本的版次与内容校验值印在每页页眉和页码旁。`
    .runs,
  says`签订本合同前，出卖人应当向买受人出示竣工验收备案证明或者不动产登记证书以及其他有关证书、证明文件的原件。`.runs,
  says`对与买受人有重大利害关系的内容，包括价款、期限、违约责任、租赁、解除合同、保修除外和争议解决，文本以加粗方式印出；出卖人应当提请买受人注意并按照买受人的要求予以说明，买受人应当认真阅读。`
    .runs,
  ...asEverywhere,
];

/** Words of a contract of a home that stands: those of the pre-sale fall away. */
export const glossary: ContractText['glossary'] = [
  {
    word: '商品房现售',
    meaning: '房地产开发企业将竣工验收合格的房屋出售给买受人，由买受人支付房价款的行为。',
  },
  { word: '实测面积', meaning: '房屋竣工后，由测绘机构依照房产测量的国家标准实地测量所得的面积。' },
  {
    word: '优先购买权',
    meaning: '出租人出卖租赁房屋时，承租人以同等条件优先购买的权利；接到通知后十五日内没有明确表示购买的，视为放弃。',
  },
  ...presaleGlossary.filter(({ word }) => word !== '商品房预售' && word !== '售后包租'),
];
