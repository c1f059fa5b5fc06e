import {
  type AuthoredChapter,
  type AuthoredClause,
  annexRef,
  articleRef,
  choice,
  oneOf,
  onlyIf,
  says,
  warns,
} from '../authoring.ts';

/** Sound foundations and structure: the law gives no way round (Regulation on Development and Operation, art. 31). */
export const soundStructure: AuthoredClause = warns`（一）地基基础和主体结构。该商品房的地基基础和主体结构必须合格。经有资质的机构检测为不合格的，买受人可以解除合同，由出卖人办理解除退款，利率为年${'qualityInterest'}，并按下列方式赔偿：${choice('qualityDamages')}。检测费用由出卖人负担。`;

/** What the buyer may ask for where a fit-out or a device is not as agreed. */
export const fitOutRemedies: AuthoredClause = oneOf('fitOutRemedy', {
  repairAndDouble: [says`及时更换、修理，并就差价部分双倍补偿。`],
  both: [says`及时更换、修理，并就差价部分双倍补偿；双方还约定：${'fitOutRemedyOwn'}。`],
  own: [says`双方另行约定：${'fitOutRemedyOwn'}。`],
});

/** What is not warranted, and what happens when nobody comes. */
export const warrantyExceptions: readonly AuthoredClause[] = [
  warns`因不可抗力、买受人使用不当造成的损坏，以及双方约定的下列情形，出卖人不承担保修责任：${'warrantyExclusion'}。`,
  says`买受人在保修期内书面报修，出卖人收到后${'answerDays'}日之内不来维修、也没有书面说明理由的，买受人可以自己请人修理，修理费和因拖延造成的损失由出卖人负担。`,
];

/** Both sides apply for the title. */
export const applyingTogether: AuthoredClause = says`（一）双方同意共同向不动产登记机构申请办理该商品房的转移登记。出卖人应当提供由其负责的全部资料，并协助买受人办理。`;

/** What the buyer may do when the title is late. */
export const certificateRemedies: AuthoredClause = oneOf('certificateRule', {
  rescindOrDaily: [
    warns`买受人可以解除合同，由出卖人办理解除退款，利率为年${'certificateInterest'}；不解除的，出卖人自上述期限届满的次日起，到买受人取得证书之日为止，按日支付总价款万分之${'certificateRate'}的违约金。`,
  ],
  own: [warns`双方另行约定：${'certificateOwn'}。`],
});

/** A title that is late through the buyer. */
export const faultOfBuyer: AuthoredClause = says`（三）因买受人的原因未能在约定期限内完成登记的，出卖人不承担责任。`;

/** Chapter seven: quality and warranty (articles 16 to 18). */
export const qualityChapter: AuthoredChapter = {
  title: '商品房质量及保修责任',
  articles: [
    {
      key: 'quality',
      title: '商品房质量',
      clauses: [
        soundStructure,
        says`（二）其他质量问题。该商品房的质量应当符合工程建设强制性标准以及本合同的约定；不符合的，出卖人负责修复并承担费用和损失。质量问题严重影响正常居住或者使用的，买受人有权按照前项约定解除合同并要求赔偿。`,
        says`（三）装饰装修及设备。该商品房应当使用合格的建筑材料、构配件和设备，装饰装修和设备标准见${annexRef('fitOut')}。达不到约定标准的，买受人有权要求出卖人按照下列已勾选的方式处理：`,
        fitOutRemedies,
        says`（四）室内空气质量、建筑隔声和民用建筑节能。室内空气质量符合${choice('airStandard')}，标准名称及文号：${'airStandardName'}；不符合的，出卖人自费整改，整改后仍不合格的，买受人有权解除合同。`,
        onlyIf(
          'dwelling',
          [
            says`建筑隔声符合${choice('soundStandard')}，标准名称及文号：${'soundStandardName'}；不符合的，出卖人自费整改并赔偿损失。`,
          ],
          says`该商品房不是住宅，建筑隔声一项已划去。`,
        ),
        says`该商品房应当符合国家有关民用建筑节能强制性标准；未达到的，出卖人补做节能措施并承担全部费用和损失。双方另行约定：${'energyRemedy'}。`,
      ],
    },
    {
      key: 'warranty',
      title: '保修责任',
      clauses: [
        says`该商品房自交付之日起实行保修，保修的项目和期限见${annexRef('warranty')}，均不低于法律、行政法规规定的最低期限。住宅还应当执行《住宅质量保证书》。`,
        ...warrantyExceptions,
      ],
    },
    {
      key: 'guarantee',
      title: '质量担保',
      clauses: [
        onlyIf(
          'guaranteed',
          [
            says`出卖人不按照${articleRef('quality')}、${articleRef('warranty')}承担责任的，由${'guarantor'}承担连带责任。质量担保的证明见${annexRef('guarantee')}。`,
          ],
          says`双方未约定质量担保人，本条及${annexRef('guarantee')}已划去。`,
        ),
      ],
    },
  ],
};

/** Chapter eight: filing and registration (articles 19 and 20). */
export const registrationChapter: AuthoredChapter = {
  title: '合同备案与房屋登记',
  articles: [
    {
      key: 'filing',
      title: '预售合同登记备案',
      clauses: [
        says`（一）出卖人应当自本合同签订之日起${'filingDays'}日内（不超过三十日）办理商品房预售合同登记备案，并将备案情况告知买受人。`,
        says`（二）双方就登记备案另行约定：${'filingOther'}。登记备案不是本合同生效的条件。`,
      ],
    },
    {
      key: 'registration',
      title: '房屋登记',
      clauses: [
        applyingTogether,
        warns`（二）因出卖人的原因，买受人未能在该商品房交付之日起${'certificateDays'}日内取得该商品房的不动产权证书的，双方按照下列已勾选的方式处理：`,
        certificateRemedies,
        faultOfBuyer,
      ],
    },
  ],
};
