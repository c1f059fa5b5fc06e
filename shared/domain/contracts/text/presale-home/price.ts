import {
  type AuthoredChapter,
  type AuthoredClause,
  annexRef,
  articleRef,
  capitals,
  choice,
  oneOf,
  onlyIf,
  says,
  warns,
} from '../authoring.ts';

/** The deposit, whatever is sold. */
export const depositClauses: readonly AuthoredClause[] = [
  warns`（一）定金。买受人向出卖人支付定金${'deposit'}元（大写：人民币${capitals('deposit')}），支付时间为：${choice('depositMoment')}。定金总额不超过总价款的百分之二十。`,
  oneOf('depositEffect', {
    offsets: [says`本合同签订后，定金抵作商品房价款。`],
    other: [says`双方就定金另行约定：${'depositOther'}。`],
  }),
];

/** The ways to pay, one of which is chosen. */
export const methodClauses: readonly AuthoredClause[] = [
  says`（二）买受人按下列已勾选的一种方式付款；未勾选的方式已划去：`,
  oneOf('paymentMethod', {
    once: [warns`一次性付款。买受人应当于${'onceDueOn'}前（含当日）付清全部价款。`],
    instalments: [
      warns`分期付款。买受人应当分${'instalmentCount'}期、于${'lastDueOn'}前（含当日）付清全部价款；其中首期房款${'firstAmount'}元（含定金），应当于${'firstDueOn'}前（含当日）支付。其余各期的期限和金额见${annexRef('payments')}；双方就分期另行约定：${'instalmentOther'}。`,
    ],
    loan: [
      says`贷款方式付款，贷款种类为：${choice('loanKind')}。`,
      warns`买受人应当于${'firstDueOn'}前（含当日）支付首期房款${'firstAmount'}元（大写：人民币${capitals('firstAmount')}，含定金），占总价款的${'firstPercent'}；余款${'loanAmount'}元（大写：人民币${capitals('loanAmount')}）向${'lender'}申请贷款支付。`,
      says`买受人应当自本合同签订之日起${'loanPapersDays'}日内提交贷款所需的全部资料。贷款未获批准或者批准金额不足，且不可归责于双方的，双方可以变更付款方式；不能达成一致的，任何一方可以解除合同，出卖人应当自解除之日起十五日内退还已付房款及利息，双方互不承担违约责任。`,
    ],
    other: [warns`双方另行约定的方式：${'otherPayment'}。`],
  }),
];

/** Where the amounts stand, and what a holiday does to a day. */
export const amountsClause: AuthoredClause = says`（四）各笔价款的金额、期限与累计比例见${annexRef('payments')}。期限的最后一日为法定休假日的，顺延至其后的第一个工作日。`;

/** Chapter three: the price and how it is paid (articles 6 to 8). */
export const priceChapter: AuthoredChapter = {
  title: '商品房价款',
  articles: [
    {
      key: 'price',
      title: '计价方式与价款',
      clauses: [
        says`双方约定该商品房按下列已勾选的一种方式计价，币种为人民币；未勾选的方式已划去：`,
        oneOf('priceBasis', {
          innerArea: [
            warns`按套内建筑面积计价：单价为每平方米${'unitPrice'}元，总价款为${'total'}元（大写：人民币${capitals('total')}）。`,
          ],
          builtArea: [
            warns`按建筑面积计价：单价为每平方米${'unitPrice'}元，总价款为${'total'}元（大写：人民币${capitals('total')}）。`,
          ],
          perSet: [
            warns`按套计价：总价款为${'total'}元（大写：人民币${capitals('total')}）。该商品房的建筑面积与套内建筑面积仍以${articleRef('unit')}的记载为准。`,
          ],
          other: [
            warns`双方另行约定的方式：${'otherPriceMethod'}。总价款为${'total'}元（大写：人民币${capitals('total')}）。`,
          ],
        }),
        onlyIf(
          'fitOutPaid',
          [
            oneOf('fitOutPricing', {
              onTop: [
                says`上述价款之外，装饰装修价款按每平方米${'fitOutUnitPrice'}元计，总额为${'fitOutTotal'}元（大写：人民币${capitals('fitOutTotal')}）。`,
              ],
              included: [
                says`上述总价款已经包含装饰装修价款，按每平方米${'fitOutUnitPrice'}元计，总额为${'fitOutTotal'}元（大写：人民币${capitals('fitOutTotal')}）。`,
              ],
            }),
            says`装饰装修与设备标准见${annexRef('fitOut')}。`,
          ],
          says`装饰装修不另行计价，其标准见${annexRef('fitOut')}。`,
        ),
        says`除上述价款外，出卖人不得就该商品房另行收取未标明的费用。`,
      ],
    },
    {
      key: 'payment',
      title: '付款方式及期限',
      clauses: [
        ...depositClauses,
        ...methodClauses,
        warns`（三）预售资金监管。该商品房的全部预售资金（包括定金、首期房款、分期房款和各类贷款）均存入预售资金监管账户，用于本项目的工程建设。监管机构为${'supervisor'}，监管账户名称为${'accountName'}，账号为${'accountNumber'}。买受人不向其他账户付款。`,
        amountsClause,
      ],
    },
    {
      key: 'latePayment',
      title: '逾期付款责任',
      clauses: [
        says`除不可抗力外，买受人未按照约定期限付款的，双方按照下列已勾选的方式处理：`,
        oneOf('paymentDelayRule', {
          bands: [
            warns`按照逾期时间分别处理（第1目与第2目不作累加）：`,
            warns`1. 逾期在${'paymentBandDays'}日之内（含本数）的，自约定付款期限届满之次日起至实际支付之日止，买受人按日计算向出卖人支付逾期应付款万分之${'paymentRate'}的违约金，合同继续履行。`,
            warns`2. 逾期超过${'paymentLaterBandDays'}日（与第1目日数相同）的，出卖人可以书面通知解除合同；买受人收到通知后${'paymentRefundDays'}日之内支付累计应付款${'paymentTermination'}的违约金，出卖人同时退清买受人已付的全部房款。出卖人不解除的，合同继续履行，买受人自付款期限届满的次日起，按日支付逾期应付款万分之${'paymentLaterRate'}（不低于第1目的比率）的违约金。`,
            says`前款所称逾期应付款，是指按照${articleRef('payment')}及${annexRef('payments')}到期应付款与该期实际已付款的差额；分期付款的，按照相应各期分别计算。`,
          ],
          own: [warns`双方另行约定：${'paymentDelayOwn'}。`],
        }),
      ],
    },
  ],
};
