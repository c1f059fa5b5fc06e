import {
  type AuthoredChapter,
  type AuthoredClause,
  annexRef,
  articleRef,
  choice,
  fact,
  oneOf,
  says,
  warns,
} from '../authoring.ts';

/** Who manages the estate until its owners choose. */
export const managementTerm: AuthoredClause = says`（一）出卖人依法选聘的前期物业服务人为${'managementCompany'}，服务期限自${'managementFrom'}起至${'managementTo'}止。业主大会依法选聘新的物业服务人并与其订立合同后，前期物业服务合同终止。`;

/** The papers of the management are bound in (Property Management Regulation, art. 22, 23, 25). */
export const managementPapers: AuthoredClause = says`（三）前期物业服务合同和临时管理规约的全文见${annexRef('management')}，出卖人已在签约前向买受人出示并说明；买受人同意遵守。`;

/** What is the buyer's and what belongs to all owners (Civil Code 271 to 276). */
export const commonParts: readonly AuthoredClause[] = [
  says`（一）买受人对该商品房的专有部分享有占有、使用、收益和处分的权利，对共有部分享有共有和共同管理的权利。`,
  says`（二）下列部分归全体业主共有：建筑物的基础、承重结构、外墙、屋顶等基本结构部分，通道、楼梯、大堂等公共通行部分，消防、公共照明等附属设施设备，避难层、设备层或者设备间等结构部分；建筑区划内的道路（属于城镇公共道路的除外）、绿地（属于城镇公共绿地或者明示属于个人的除外）以及物业服务用房；占用业主共有的道路或者其他场地用于停放汽车的车位；双方另行约定的部分：${'commonPartsOther'}。`,
];

/** Promises of both sides that hold whether the house stands or not. */
export const keepingPromises: readonly AuthoredClause[] = [
  says`（二）出卖人承诺按照规划用途建设和出售，不擅自改变该商品房使用性质，按照规划用途办理登记；不擅自改变与该商品房有关的共用部位和设施的使用性质。`,
  says`（三）该商品房附近有影响采光、通风、视野、安宁的建筑物、构筑物或者管线、检查口等情形的，出卖人应当如实说明，见${annexRef('burdens')}。`,
  says`（四）出卖人的其他承诺：${'sellerPromise'}。`,
  says`（五）买受人使用该商品房期间，不得擅自改变其用途、建筑主体结构和承重结构。`,
];

/** Chapter nine: early-stage property management (article 21). */
export const managementChapter: AuthoredChapter = {
  title: '前期物业管理',
  articles: [
    {
      key: 'management',
      title: '前期物业管理',
      clauses: [
        managementTerm,
        says`（二）物业服务收费方式为${choice('managementFeeKind')}，收费标准为每月每平方米建筑面积${'managementFee'}元。`,
        managementPapers,
      ],
    },
  ],
};

/** Chapter ten: everything else (articles 22 to 29). */
export const otherChapter: AuthoredChapter = {
  title: '其他事项',
  articles: [
    {
      key: 'commonOwnership',
      title: '建筑物区分所有权',
      clauses: [
        ...commonParts,
        says`（三）规划用于停放汽车的车位、车库，应当首先满足业主的需要，其归属为：${'parkingOwnership'}。会所的归属为：${'clubhouse'}。双方就其他配套设施的归属另行约定：${'ownershipOther'}。`,
      ],
    },
    {
      key: 'taxes',
      title: '税费',
      clauses: [
        says`双方应当按照国家的有关规定，各自向相应部门缴纳因该商品房买卖发生的税费。因预测面积与实测面积差异，导致买受人不能享受税收优惠政策而增加的税收负担，由${choice('taxReliefBearer')}承担。`,
      ],
    },
    {
      key: 'promises',
      title: '销售和使用承诺',
      clauses: [
        says`（一）出卖人承诺不采取分割拆零销售、返本销售或者变相返本销售的方式销售该商品房，不采取售后包租或者变相售后包租的方式销售未竣工的商品房。`,
        ...keepingPromises,
      ],
    },
    {
      key: 'service',
      title: '送达',
      clauses: [
        warns`双方在本合同中写明的通讯地址和电话用于接收文件，各自保证其真实、可用。与本合同有关的文件采用书面形式，按下列方式送达：`,
        oneOf('serviceKind', {
          courier: [warns`以邮政快递方式送达对方通讯地址。`],
          registeredMail: [warns`以邮寄挂号信方式送达对方通讯地址。`],
          own: [warns`双方另行约定的方式：${'serviceOwn'}。`],
        }),
        warns`地址或者电话有变的，变更的一方在${'addressChangeDays'}日之内书面告知对方；没有告知而使文件不能送到的，后果由其自负。`,
      ],
    },
    {
      key: 'privacy',
      title: '买受人信息保护',
      clauses: [
        says`出卖人只为订立和履行本合同、办理备案、贷款和登记而处理买受人的个人信息，并采取措施防止泄露。除法律规定或者国家机关依法调取以外，没有买受人单独的书面同意，出卖人及其工作人员、代理机构不得把这些信息提供给他人或者用于其他目的。`,
      ],
    },
    {
      key: 'disputes',
      title: '争议解决方式',
      clauses: [
        says`本合同在履行过程中发生的争议，由双方当事人协商解决，也可以通过消费者协会等调解；协商、调解不成的，按照下列已勾选的一种方式解决：`,
        oneOf('disputeForum', {
          court: [warns`依法向该商品房所在地人民法院起诉。`],
          arbitration: [warns`提交${'arbitrationBody'}仲裁。`],
        }),
      ],
    },
    {
      key: 'supplement',
      title: '补充协议',
      clauses: [
        says`本合同没有写到、写得不清楚或者不适合的事项，双方可以在补充协议中写明，见${annexRef('supplement')}。补充协议不合理地减轻、免除出卖人的责任，或者加重买受人的责任、排除买受人的主要权利的，该部分不适用，仍按本合同执行。`,
      ],
    },
    {
      key: 'effect',
      title: '合同生效',
      clauses: [
        says`本合同自双方签字或者盖章之日起生效。本合同的解除应当采用书面形式。认购书${fact('subscriptionNumber')}（订立于${fact('subscribedOn')}）的约定与本合同不一致的，以本合同为准。`,
        says`本合同及附件共${fact('pages')}页，一式${fact('copies')}份，其中${fact('holders')}；各份内容一致，具有同等效力。附件与本合同具有同等法律效力。本合同所称“以内”“之内”“届满”含本数，“超过”不含本数；所称“前（含当日）”的期限以当日二十四时为止；与${articleRef('service')}约定的送达有关的期限自送达之次日起算。`,
      ],
    },
  ],
};
