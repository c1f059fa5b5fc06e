import { z } from 'zod';
import { type LocalDate, localDateSchema } from '#shared/kernel/local-date.ts';
import { custom, define } from './definition.ts';

/** What the office tells in its own words; empty is struck on the paper. */
const told = z.string().trim().max(2000);

const marked = {
  zh: '商品房销售明码标价规定：公示土地性质和土地使用起止年限，以不动产权证为准',
  en: 'Provisions on Marked Prices: the use and the term of the land are published, as its certificate says',
} as const;

/** Settings of what the office's papers tell in its own words. */
export const paperSettings = {
  priceHotline: define({
    group: 'prices',
    schema: z.string().trim().max(100),
    unit: 'text',
    default: '12315',
    sourceNote: {
      zh: '商品房销售明码标价规定：公示价格举报电话',
      en: 'Provisions on Marked Prices: the line for complaints about prices is published',
    },
    cityPacks: {},
  }),
  landUse: define({
    group: 'prices',
    schema: z.strictObject({ home: z.string().trim().max(60), otherUse: z.string().trim().max(60) }),
    unit: 'text',
    default: { home: '', otherUse: '' },
    sourceNote: marked,
    cityPacks: {},
  }),
  landEndsOn: define<{ home: LocalDate | null; otherUse: LocalDate | null }>({
    group: 'prices',
    schema: z.strictObject({ home: localDateSchema.nullable(), otherUse: localDateSchema.nullable() }),
    unit: 'day',
    default: { home: null, otherUse: null },
    sourceNote: marked,
    cityPacks: {},
  }),
  purchaseInstructions: define({
    group: 'deals',
    schema: z.strictObject({
      eligibility: told,
      bring: told,
      refund: told,
      sampleFlat: told,
      disadvantages: told,
      complaints: told,
    }),
    unit: 'text',
    default: {
      eligibility: '当地实行限购的，签约前须通过购房资格查验；家庭住房套数由买受人如实申报，以主管部门查询结果为准。',
      bring:
        '全体买受人的身份证件原件；未成年人另带户口簿及监护人身份证件；公司买受人带营业执照和法定代表人身份证明；委托他人办理的，带授权委托书原件及受托人身份证件。',
      refund:
        '双方已依诚信协商，但就面积、交付、质量、违约责任或者争议解决等条款未能达成一致，或者因登记、备案等不可归责于双方的事由未能签约的，定金全额退还。',
      sampleFlat: '',
      disadvantages: '',
      complaints: '消费投诉 12315，政务服务热线 12345。',
    },
    sourceNote: custom,
    cityPacks: {},
  }),
};
