import { annexRef, says, warns } from '../authoring.ts';
import { type AuthoredText, keyedText, rewritten, withClauses } from '../book.ts';
import { authoredExistingHome } from '../existing-home/text.ts';
import type { ContractForm } from '../forms.ts';
import { otherUseArticles } from '../other-use.ts';
import { authoredPresaleHome } from '../presale-home/text.ts';

/**
 * What a shop, an office or a storeroom says beyond a home: its land ends without being renewed by itself (Civil Code 359),
 * what it can be run with, and that nobody promises what it will yield (Advertising Law, art. 26).
 */
const added = {
  projectBasis: [
    warns`该商品房不是住宅，其建设用地使用权期限届满后不自动续期；能否续期以及期满后房屋的归属，依照法律、行政法规的规定和出让合同的约定办理。`,
  ],
  payment: [
    says`（五）以贷款支付价款的，首期房款的比例和贷款的最长期限还应当符合签订本合同时国家和当地对非住宅购房贷款的规定。`,
  ],
  facilities: [
    says`（三）经营使用条件：供电容量${'powerSupply'}；楼面活荷载标准值${'floorLoad'}；排烟、排油烟条件${'exhaust'}；招牌和广告位置${'signPlace'}；公共区域开放时间${'openingHours'}。管井、立柱、检查口等见${annexRef('burdens')}。出卖人不得擅自改变上述条件。`,
    warns`某一业态能否取得经营许可，由买受人在签订本合同前向有关部门核实。`,
  ],
  promises: [warns`（六）出卖人没有就该商品房的租金、回报或者升值作出承诺，也不承诺回购。`],
};

function commercial(home: AuthoredText, form: ContractForm, title: string) {
  const chapters = withClauses(rewritten(home.chapters, otherUseArticles(home.chapters)), added);
  return keyedText({ ...home, form, title, chapters });
}

/** The contract of a shop, an office or a storeroom that is still being built. */
export const presaleCommercial = commercial(authoredPresaleHome, 'presaleCommercial', '非住宅商品房买卖合同（预售）');

/** The contract of a shop, an office or a storeroom that stands. */
export const existingCommercial = commercial(
  authoredExistingHome,
  'existingCommercial',
  '非住宅商品房买卖合同（现售）',
);
