/** A rule of law or of the model contract that a refusal names: short citation and what it says, in both languages. */
export type Article = {
  readonly zh: string;
  readonly en: string;
  readonly ruleZh: string;
  readonly ruleEn: string;
};

/**
 * Articles that refusals and warnings cite. A refusal carries the key in `params.article`; a screen shows the citation
 * beside the sentence. Provincial rules are cited where the national law is silent; which of them bind is a matter of
 * the city pack.
 */
export const articles = {
  spcSale2: {
    zh: '商品房买卖合同司法解释第2条',
    en: 'SPC Interpretation on Commodity Housing Sales, art. 2',
    ruleZh: '未取得预售许可证明订立的预售合同无效；起诉前取得的，可以认定有效。',
    ruleEn: 'A pre-sale contract without a pre-sale permit is void unless the permit is obtained before suit.',
  },
  spcSale4: {
    zh: '商品房买卖合同司法解释第4条',
    en: 'SPC Interpretation on Commodity Housing Sales, art. 4',
    ruleZh: '因不可归责于双方的事由未能订立合同的，出卖人应当返还定金。',
    ruleEn: 'If no contract comes about and neither side is at fault, the seller returns the deposit.',
  },
  spcSale5: {
    zh: '商品房买卖合同司法解释第5条',
    en: 'SPC Interpretation on Commodity Housing Sales, art. 5',
    ruleZh: '认购书具备买卖合同主要内容且已收受购房款的，应当认定为买卖合同。',
    ruleEn: 'A subscription with the main contract terms, on which house price was taken, is a sale contract.',
  },
  spcSale19: {
    zh: '商品房买卖合同司法解释第19条',
    en: 'SPC Interpretation on Commodity Housing Sales, art. 19',
    ruleZh: '因不可归责于双方的事由未能订立贷款合同的，可以解除合同，返还购房款及利息。',
    ruleEn: 'If the loan fails through nobody’s fault, either side may rescind; the price is returned with interest.',
  },
  spcSale21: {
    zh: '商品房买卖合同司法解释第21条',
    en: 'SPC Interpretation on Commodity Housing Sales, art. 21',
    ruleZh: '买卖合同解除后，出卖人应当将购房贷款和购房款的本金及利息分别返还银行和买受人。',
    ruleEn: 'After rescission the seller repays the bank its loan and the buyer the rest, each with interest.',
  },
  civilCode275: {
    zh: '民法典第275条',
    en: 'Civil Code, art. 275',
    ruleZh: '占用业主共有的道路或者其他场地用于停放汽车的车位，属于业主共有。',
    ruleEn: 'Spaces for cars on roads or other ground of all owners belong to all owners.',
  },
  civilAirDefence5: {
    zh: '人民防空法第5条',
    en: 'Civil Air Defence Law, art. 5',
    ruleZh: '人民防空工程平时由投资者使用管理，收益归投资者所有。',
    ruleEn: 'In peace an air-raid shelter is used and managed by its investor, who has its income.',
  },
  civilCode495: {
    zh: '民法典第495条',
    en: 'Civil Code, art. 495',
    ruleZh: '认购书、订购书、预订书等构成预约合同。',
    ruleEn: 'A subscription book is a preliminary contract.',
  },
  civilCode586: {
    zh: '民法典第586条',
    en: 'Civil Code, art. 586',
    ruleZh: '定金不得超过主合同标的额的百分之二十，超过部分不产生定金的效力；实际交付时成立。',
    ruleEn: 'A deposit is at most 20 % of the contract price and takes effect when it is paid.',
  },
  civilCode587: {
    zh: '民法典第587条',
    en: 'Civil Code, art. 587',
    ruleZh: '给付定金一方违约的，无权请求返还定金；收受定金一方违约的，应当双倍返还。',
    ruleEn: 'The buyer in breach loses the deposit; the seller in breach returns it twofold.',
  },
  civilCode563: {
    zh: '民法典第562条、第563条',
    en: 'Civil Code, arts. 562 and 563',
    ruleZh: '约定的解除事由发生时，解除权人可以解除合同。',
    ruleEn: 'Where an agreed ground for rescission has come about, the party entitled may rescind.',
  },
  civilCode564: {
    zh: '民法典第564条',
    en: 'Civil Code, art. 564',
    ruleZh: '没有约定行使期限的，自知道或者应当知道解除事由之日起一年内不行使，解除权消灭。',
    ruleEn: 'Unless a term was agreed, the right to rescind lapses a year after its ground is known.',
  },
  civilCode565: {
    zh: '民法典第565条',
    en: 'Civil Code, art. 565',
    ruleZh: '解除合同应当通知对方，合同自通知到达时解除；通知载明期限的，期限届满时解除。',
    ruleEn: 'A rescission takes effect when its notice arrives, or at the end of the period it sets.',
  },
  civilCode588: {
    zh: '民法典第588条',
    en: 'Civil Code, art. 588',
    ruleZh: '既约定违约金又约定定金的，一方违约时，对方可以选择适用其一。',
    ruleEn: 'Deposit or penalty may be claimed, not both.',
  },
  urbanRealEstate38: {
    zh: '城市房地产管理法第38条',
    en: 'Urban Real Estate Law, art. 38',
    ruleZh: '司法机关和行政机关依法查封或者以其他形式限制权利的房地产，不得转让。',
    ruleEn: 'Real estate sealed by a court or an authority may not be transferred.',
  },
  urbanRealEstate45: {
    zh: '城市房地产管理法第45条',
    en: 'Urban Real Estate Law, art. 45',
    ruleZh: '商品房预售应当符合法定条件，并取得商品房预售许可证明。',
    ruleEn: 'A pre-sale needs the statutory conditions and a pre-sale permit.',
  },
  presaleMeasures10: {
    zh: '城市商品房预售管理办法第10条',
    en: 'Measures for Urban Commodity Housing Pre-sale, art. 10',
    ruleZh: '开发企业应当自签约之日起30日内办理预售合同登记备案。',
    ruleEn: 'The developer files the pre-sale contract within 30 days of signing.',
  },
  shandong30: {
    zh: '山东省商品房销售条例第30条',
    en: 'Shandong Commodity Housing Sales Regulation, art. 30',
    ruleZh: '未取得预售许可的，不得以认购、预订、排号等方式收取费用。',
    ruleEn: 'No booking money of any kind may be taken before the pre-sale permit.',
  },
  shandong35: {
    zh: '山东省商品房销售条例第35条',
    en: 'Shandong Commodity Housing Sales Regulation, art. 35',
    ruleZh: '已设定抵押的，应当书面告知买受人，否则买受人可以解除合同。',
    ruleEn: 'The buyer must be told in writing of any mortgage, or he may rescind.',
  },
  markedPrice: {
    zh: '商品房销售明码标价规定',
    en: 'Provisions on Marked Prices in Commodity Housing Sales',
    ruleZh: '一套一标，一次性公开全部房源，标价之外不得加价、不得收取未标明的费用。',
    ruleEn: 'One home, one marked price; the whole batch published at once; nothing unmarked may be charged.',
  },
  modelContractMortgage: {
    zh: '商品房买卖合同示范文本附件三',
    en: 'Model sale contract, annex 3',
    ruleZh: '抵押权人同意销售的证明，以及抵押的相关约定和解除时间。',
    ruleEn: 'The lender’s consent to the sale and when the mortgage is discharged.',
  },
  modelContractDelivery: {
    zh: '商品房买卖合同示范文本第九至十一条',
    en: 'Model sale contract, arts. 9–11',
    ruleZh: '交付应当具备竣工验收备案、房屋测绘报告等条件，并签署房屋交接单。',
    ruleEn: 'Delivery needs the completion filing and the survey report; both sides sign the handover sheet.',
  },
  shandongDelivery: {
    zh: '山东省商品房销售条例（专项维修资金）',
    en: 'Shandong Commodity Housing Sales Regulation (maintenance fund)',
    ruleZh: '买受人应当在交付前足额交存专项维修资金。',
    ruleEn: 'The maintenance fund is fully paid before handover.',
  },
  pipl29: {
    zh: '个人信息保护法第29条',
    en: 'Personal Information Protection Law, art. 29',
    ruleZh: '处理敏感个人信息应当取得个人的单独同意。',
    ruleEn: 'Sensitive personal data needs the person’s separate consent.',
  },
} as const satisfies Record<string, Article>;

/** Key of an article. */
export type ArticleKey = keyof typeof articles;

/** The article that a refusal's parameters name, or undefined when it rests on no law. */
export function articleOf(params: Readonly<Record<string, unknown>> | undefined): Article | undefined {
  const key = params?.article;
  return typeof key === 'string' && isArticleKey(key) ? articles[key] : undefined;
}

function isArticleKey(key: string): key is ArticleKey {
  return Object.hasOwn(articles, key);
}
