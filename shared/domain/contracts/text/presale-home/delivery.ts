import {
  type AuthoredChapter,
  type AuthoredClause,
  annexRef,
  articleRef,
  oneOf,
  onlyIf,
  says,
  table,
  warns,
} from '../authoring.ts';

/** What every unit is handed over with, and what else was agreed (Regulation on Construction Quality, art. 16, 49). */
export const completionConditions: readonly AuthoredClause[] = [
  says`该商品房交付时应当符合下列第1、2项以及双方另行约定的条件：`,
  says`1. 该商品房已取得建设工程竣工验收备案证明文件；`,
  says`2. 该商品房已取得房屋测绘报告；`,
  says`3. 双方另行约定的条件：${'deliveryConditions'}。`,
];

/** Chapter four: delivery (articles 9 to 12). */
export const deliveryChapter: AuthoredChapter = {
  title: '商品房交付条件与交付手续',
  articles: [
    {
      key: 'deliveryConditions',
      title: '商品房交付条件',
      clauses: [
        ...completionConditions,
        onlyIf(
          'dwelling',
          [says`该商品房为住宅，出卖人还应当提供《住宅质量保证书》和《住宅使用说明书》。`],
          says`该商品房不是住宅，质量保修的范围、期限见${annexRef('warranty')}。`,
        ),
      ],
    },
    {
      key: 'facilities',
      title: '相关设施设备交付条件',
      clauses: [
        says`（一）基础设施和公共配套按下表约定的日期达到约定的条件；其位置和用途见${annexRef('facilities')}：`,
        table('facilities'),
        says`供水、排水、供电、供热、燃气的补充约定：${'utilitiesAddition'}。`,
        warns`（二）供水、供电等基础设施在约定日期未达到条件的，按照${articleRef('lateDelivery')}处理；电话、有线电视、宽带及公共配套未按期达到条件的，出卖人自逾期之日起每日向买受人支付${'facilityDailySum'}元，最迟应当在约定日期后${'facilityLatestDays'}日内达到条件。双方另行约定的处理方式：${'facilityRemedy'}。`,
        says`因当地未提供集中供热或者管道燃气而划去的项目，出卖人不承诺交付时具备。`,
      ],
    },
    {
      key: 'delivery',
      title: '交付时间和手续',
      clauses: [
        warns`（一）出卖人应当于${'deliveryOn'}前（含当日）向买受人交付该商品房。`,
        warns`（二）该商品房达到${articleRef('deliveryConditions')}、${articleRef('facilities')}约定的条件后，出卖人应当在交付日期届满前${'noticeDays'}日（不少于十日）将查验房屋的时间、办理交付手续的时间地点以及应当携带的证件材料书面通知买受人。买受人未收到交付通知的，以本合同约定的交付日期届满之日为办理交付手续的时间，以该商品房所在地为办理地点。`,
        says`（三）交付时，出卖人应当出示${articleRef('deliveryConditions')}约定的证明文件。出卖人不出示或者出示的文件不齐全的，买受人有权拒绝接收，由此产生的逾期交付责任由出卖人承担。交付时还应当移交：${'deliveryPapers'}。`,
        says`（四）查验房屋。1. 买受人有权在办理交付手续之前查验该商品房，出卖人不得以缴纳税费或者签署物业管理文件作为买受人查验和办理交付手续的前提。2. 查验发现主体结构以外的其他质量问题的，出卖人应当自书面通知之日起${'repairDays'}日内按照国家和地方的有关规范、标准修复，并承担修复费用和由此给买受人造成的损失；影响正常居住或者使用的，修复后再行交付。3. 双方约定可以拒绝接收的其他情形：${'refusalDefects'}。`,
        says`（五）查验合格的，双方签署房屋交接单。由于买受人的原因未能按期办理交付手续的，双方约定：${'lateTakingOver'}。`,
      ],
    },
    {
      key: 'lateDelivery',
      title: '逾期交付责任',
      clauses: [
        says`除不可抗力外，出卖人未按照${articleRef('delivery')}约定的时间交付该商品房的，双方按照下列已勾选的方式处理：`,
        oneOf('deliveryDelayRule', {
          bands: [
            warns`按照逾期时间分别处理（第1目与第2目不作累加）：`,
            warns`1. 逾期在${'deliveryBandDays'}日之内（含本数，不多于${articleRef('latePayment')}第1目的日数）的，自约定交付期限届满之次日起至实际交付之日止，出卖人按日计算向买受人支付总价款万分之${'deliveryRate'}（不低于${articleRef('latePayment')}第1目的比率）的违约金，合同继续履行。`,
            warns`2. 逾期超过${'deliveryLaterBandDays'}日（与第1目日数相同）的，买受人可以书面通知解除合同，由出卖人办理解除退款，利率为年${'deliveryInterest'}，并另付总价款${'deliveryTermination'}的违约金。买受人选择等候交付的，合同不解除，出卖人自交付期限届满的次日起，按日支付总价款万分之${'deliveryLaterRate'}（不低于第1目的比率）的违约金。`,
          ],
          own: [warns`双方另行约定：${'deliveryDelayOwn'}。`],
        }),
      ],
    },
  ],
};

/** Chapter five: measured areas against predicted ones (article 13). */
export const areaChapter: AuthoredChapter = {
  title: '面积差异处理方式',
  articles: [
    {
      key: 'areaDifference',
      title: '面积差异处理',
      clauses: [
        says`该商品房交付时，出卖人应当向买受人出示房屋测绘报告，并提供实测面积数据。实测面积与${articleRef('unit')}载明的预测面积不一致的，双方按照与${articleRef('price')}计价方式相对应的下列已勾选的方式处理：`,
        oneOf('areaRule', {
          inner: [
            warns`按套内建筑面积：1. 套内建筑面积误差比绝对值在百分之三以内（含百分之三）的，据实结算房价款。2. 误差比绝对值超出百分之三的，买受人可以解除合同，由出卖人办理解除退款，利率为年${'areaInterest'}。3. 买受人不解除的，实测面积大于预测面积时，误差比在百分之三以内部分的房价款由买受人补足，超出部分的房价款由出卖人承担，所有权归买受人；实测面积小于预测面积时，误差比在百分之三以内部分的房价款由出卖人返还，超出部分的房价款由出卖人双倍返还。`,
          ],
          built: [
            warns`按建筑面积：1. 建筑面积、套内建筑面积误差比绝对值均在百分之三以内（含百分之三）的，据实结算房价款。2. 其中之一的误差比绝对值超出百分之三的，买受人可以解除合同，由出卖人办理解除退款，利率为年${'areaInterest'}。3. 买受人不解除的，实测面积大于预测面积时，误差比在百分之三以内部分的房价款由买受人补足，超出部分的房价款由出卖人承担，所有权归买受人；实测面积小于预测面积时，误差比在百分之三以内部分的房价款由出卖人返还，超出部分的房价款由出卖人双倍返还。`,
          ],
          perSet: [
            warns`按套计价：该商品房的平面尺寸在${annexRef('drawings')}约定的误差范围之内的，维持总价款不变；超出误差范围的，买受人可以解除合同，由出卖人办理解除退款，利率为年${'areaInterest'}；也可以要求出卖人按照超出的比例退还价款。`,
          ],
          own: [warns`双方另行约定：${'areaOwn'}。买受人依法解除合同的权利不因此减少。`],
        }),
        says`面积误差比＝（实测面积－预测面积）÷预测面积×100％，按未经取整的比值判断是否超出百分之三。`,
      ],
    },
  ],
};

/** Chapter six: changes of planning and design (articles 14 and 15). */
export const changesChapter: AuthoredChapter = {
  title: '规划设计变更',
  articles: [
    {
      key: 'planningChange',
      title: '规划变更',
      clauses: [
        says`出卖人按照${articleRef('projectBasis')}所列的规划许可施工。规划获准变更，而变更关系到该商品房的质量、面积、朝向、用途，或者小区的绿地和配套的，出卖人在获准后十日之内书面告知买受人；没有按时告知的，买受人可以解除合同。`,
        warns`买受人收到告知后有十五日答复是否解除合同，到期没有答复的，按接受变更处理。解除合同的，由出卖人办理解除退款，利率为年${'planningInterest'}，并另付总价款${'planningPenalty'}的违约金。不解除的，双方约定：${'planningOwn'}。`,
      ],
    },
    {
      key: 'designChange',
      title: '设计变更',
      clauses: [
        says`设计改动涉及下列任何一项的，出卖人在改动的设计文件通过审查后十日之内书面告知买受人：结构形式、户型、空间尺寸或者朝向；供热、采暖方式；双方约定的其他事项：${'designCases'}。没有按时告知的，买受人可以解除合同。`,
        warns`买受人收到告知后有十五日答复，到期没有答复的，按接受改动处理。解除合同的，由出卖人办理解除退款，利率为年${'designInterest'}，并另付总价款${'designPenalty'}的违约金。不解除的，双方约定：${'designOwn'}。`,
      ],
    },
  ],
};
