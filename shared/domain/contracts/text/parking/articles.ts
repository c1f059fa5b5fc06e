import {
  type AuthoredArticle,
  type AuthoredChapter,
  type AuthoredClause,
  annexRef,
  articleRef,
  capitals,
  choice,
  fact,
  oneOf,
  says,
  table,
  warns,
} from '../authoring.ts';
import { articleIn } from '../book.ts';
import { commonParts, managementPapers, managementTerm } from '../presale-home/closing.ts';
import { fitOutRemedies, soundStructure } from '../presale-home/quality.ts';

const numbered = says`该商品房的平面图及其在停车库中的位置见${annexRef('drawings')}；共用部位及分摊情况见${annexRef('commonParts')}。编号由主管部门另行编定的，所指仍为该商品房，双方的权利义务不因此改变。`;
const titled = warns`该商品房可以单独办理不动产登记；不属于人防工程，也不占用业主共有的道路或者其他场地。`;

function spaceArticle(introduction: AuthoredClause): AuthoredArticle {
  return { key: 'unit', title: '车位状况', clauses: [introduction, table('space'), numbered, titled] };
}

/** The space that is still being built, by its drawings. */
export const plannedSpace = spaceArticle(
  says`买受人购买的车位（以下称该商品房）坐落于${fact('unitPlace')}：${'buildingName'}${'entranceName'}，编号${'roomNumber'}。各项状况如下表，面积和尺寸为预测数据，由${'surveyor'}测绘。`,
);

/** The space that stands, as it was measured. */
export const measuredSpace = spaceArticle(
  says`买受人购买的车位（以下称该商品房）坐落于${fact('unitPlace')}：${'buildingName'}${'entranceName'}，编号${'roomNumber'}。各项状况如下表，面积和尺寸为实测数据，由${'surveyor'}测绘。`,
);

/** A space is sold for a sum, not by its area. */
const price: AuthoredArticle = {
  key: 'price',
  title: '计价方式与价款',
  clauses: [
    says`双方约定该商品房按下列已勾选的一种方式计价，币种为人民币；未勾选的方式已划去：`,
    oneOf('priceBasis', {
      perSet: [
        warns`按个计价：总价款为${'total'}元（大写：人民币${capitals('total')}）。该商品房的建筑面积仍以${articleRef('unit')}的记载为准。`,
      ],
      other: [
        warns`双方另行约定的方式：${'otherPriceMethod'}。总价款为${'total'}元（大写：人民币${capitals('total')}）。`,
      ],
    }),
    says`除上述价款外，出卖人不得就该商品房另行收取未标明的费用。`,
  ],
};

/** What the space is used with, instead of the utilities of a home. */
const facilities: AuthoredArticle = {
  key: 'facilities',
  title: '相关设施设备交付条件',
  clauses: [
    says`（一）停车库的设施设备按下表约定的日期达到约定的条件；其位置和用途见${annexRef('facilities')}：`,
    table('facilities'),
    says`充电、机械停车等设备的补充约定：${'utilitiesAddition'}。`,
    warns`（二）上列设施设备未按期达到条件的，出卖人自逾期之日起每日向买受人支付${'facilityDailySum'}元，最迟应当在约定日期后${'facilityLatestDays'}日内达到条件。双方另行约定的处理方式：${'facilityRemedy'}。`,
  ],
};

const quality: AuthoredArticle = {
  key: 'quality',
  title: '商品房质量',
  clauses: [
    soundStructure,
    says`（二）其他质量问题。该商品房的质量应当符合工程建设强制性标准以及本合同的约定；不符合的，出卖人负责修复并承担费用和损失。质量问题严重影响停放使用的，买受人有权按照前项约定解除合同并要求赔偿。`,
    says`（三）设备。照明、通风、排水、消防以及该商品房配有的机械停车、充电设备应当合格，标准见${annexRef('fitOut')}。达不到约定标准的，买受人有权要求出卖人按照下列已勾选的方式处理：`,
    fitOutRemedies,
  ],
};

const management: AuthoredArticle = {
  key: 'management',
  title: '前期物业管理',
  clauses: [
    managementTerm,
    says`（二）物业服务收费方式为${choice('managementFeeKind')}，收费标准为每月每个车位${'spaceFee'}元。`,
    managementPapers,
  ],
};

/** Spaces are there for the owners first (Civil Code 276). */
const commonOwnership: AuthoredArticle = {
  key: 'commonOwnership',
  title: '建筑物区分所有权',
  clauses: [
    ...commonParts,
    says`（三）规划用于停放汽车的车位、车库，应当首先满足业主的需要；出卖人保证该商品房的出售符合这一规定。车道、出入口、坡道和停车库的公共设备由有权使用停车库的人共同使用。`,
  ],
};

const promises = (selling: AuthoredClause): AuthoredArticle => ({
  key: 'promises',
  title: '销售和使用承诺',
  clauses: [
    selling,
    says`（二）出卖人承诺按照规划用途建设和出售，不擅自改变该商品房以及车道、出入口和停车库公共设施的使用性质。`,
    says`（三）影响停放和进出的立柱、管线、检查口、坡道等，出卖人应当如实说明，见${annexRef('burdens')}。`,
    says`（四）出卖人的其他承诺：${'sellerPromise'}。`,
    says`（五）该商品房只用于停放汽车；买受人不得封闭、隔断或者改变其用途，不得妨碍车道和消防设施。`,
  ],
});

/** Promises of a seller who is still building. */
export const plannedPromises = promises(
  says`（一）出卖人承诺不采取返本销售或者变相返本销售的方式销售该商品房，不采取售后包租或者变相售后包租的方式销售未竣工的商品房。`,
);

/** Promises of a seller who has built. */
export const builtPromises = promises(says`（一）出卖人承诺不采取返本销售或者变相返本销售的方式销售该商品房。`);

/** A space that turned out otherwise: its dimensions decide, not its area. */
export const differenceOfSpace: AuthoredArticle = {
  key: 'areaDifference',
  title: '面积和尺寸差异处理',
  clauses: [
    says`该商品房交付时，出卖人应当向买受人出示房屋测绘报告，并提供实测的面积和尺寸。与${articleRef('unit')}的记载不一致的，双方按照下列已勾选的方式处理：`,
    oneOf('areaRule', {
      perSet: [
        warns`平面尺寸和净高在${annexRef('drawings')}约定的误差范围之内的，维持总价款不变；超出误差范围的，买受人可以解除合同，由出卖人办理解除退款，利率为年${'areaInterest'}；也可以要求出卖人按照超出的比例退还价款。`,
      ],
      own: [warns`双方另行约定：${'areaOwn'}。买受人依法解除合同的权利不因此减少。`],
    }),
  ],
};

/** A space has no layout and no heating: what may change is its place, its size, its kind and the way to it. */
export function designChangeOfSpace(chapters: readonly AuthoredChapter[]): AuthoredArticle {
  const home = articleIn(chapters, 'designChange');
  return {
    ...home,
    clauses: [
      says`设计改动涉及下列任何一项的，出卖人在改动的设计文件通过审查后十日之内书面告知买受人：车位的位置、平面尺寸、净高或者类型；车道和出入口；通风、消防、充电等设备；双方约定的其他事项：${'designCases'}。没有按时告知的，买受人可以解除合同。`,
      ...home.clauses.slice(1),
    ],
  };
}

/** Articles that say of a space the same whether it stands or not. */
export const spaceArticles: readonly AuthoredArticle[] = [price, facilities, quality, management, commonOwnership];
