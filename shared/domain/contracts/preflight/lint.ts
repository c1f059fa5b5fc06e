import type { FindingLevel } from './findings.ts';

/** Wording that is void or weak, by what it looks like. */
const patterns: readonly { readonly level: FindingLevel; readonly words: RegExp }[] = [
  // The seller excused for delay by authorities or municipal works.
  {
    level: 'block',
    words: /(政府|市政|主管部门|行政)[^。；]{0,20}(原因|行为|要求)[^。；]{0,30}(不承担|免责|顺延|不视为)/u,
  },
  // Adverts and models that are to bind nobody.
  {
    level: 'block',
    words: /(广告|宣传|沙盘|样板房|模型)[^。；]{0,20}(仅供参考|不作为[^。；]{0,8}(合同|依据|承诺|要约))/u,
  },
  // The buyer gives up what is his.
  { level: 'block', words: /买受人[^。；]{0,12}(放弃|不得(主张|要求|提出|起诉)|无权(要求|解除|主张))/u },
  // Delivery against signatures or fees.
  {
    level: 'block',
    words: /(缴清|付清|缴纳|结清)[^。；]{0,20}(后|方可|方能|才能)[^。；]{0,10}(验房|查验|交付|收房|交房)/u,
  },
  // A cap on what the seller owes.
  { level: 'block', words: /出卖人[^。；]{0,20}(违约金|赔偿)[^。；]{0,20}(最高不超过|上限|封顶)/u },
  // The seller changes plans as he likes.
  {
    level: 'block',
    words: /出卖人[^。；]{0,12}(有权|可以)[^。；]{0,12}(变更|调整|修改)[^。；]{0,12}(规划|设计|布局)/u,
  },
  // More money than the contract says.
  { level: 'block', words: /(另行|额外)(收取|支付|缴纳)[^。；]{0,16}(费|款)/u },
  // A gift of area as if it could be owned, and yields that nobody may promise (Order 88; Advertising Law, art. 26).
  { level: 'block', words: /(赠送|附赠)[^。；]{0,20}(面积|花园|露台|阁楼|地下室|储藏)[^。；]{0,16}(所有权|产权)/u },
  { level: 'block', words: /出卖人[^。；]{0,12}(承诺|保证|负责)[^。；]{0,12}(收益|回报|包租|返租|返本|回购)/u },
  { level: 'warn', words: /仲裁[^。；]{0,20}(或者|也可以|同时)[^。；]{0,12}(起诉|诉讼|法院)/u },
  { level: 'warn', words: /最终解释权/u },
  { level: 'warn', words: /视为(已)?(接受|同意|认可|送达)/u },
  { level: 'warn', words: /(保修|质保)[^。；]{0,16}(竣工|验收)[^。；]{0,6}起/u },
  { level: 'warn', words: /(全部|一切|所有)税费[^。；]{0,10}买受人承担/u },
  { level: 'warn', words: /不可抗力[^。；]{0,20}(包括|含)[^。；]{0,30}(天气|政策|罢工|停工|疫情)/u },
  { level: 'warn', words: /贷款[^。；]{0,20}(未|不)[^。；]{0,10}(批准|通过|发放)[^。；]{0,20}(违约|没收)/u },
];

/** What in a text the law would strike out (block), or what is worth a second look (warn), with the words themselves. */
export function lintOf(text: string): { readonly level: FindingLevel; readonly words: string }[] {
  return patterns.flatMap(({ level, words }) => {
    const [found] = words.exec(text) ?? [];
    return found === undefined ? [] : [{ level, words: found }];
  });
}
