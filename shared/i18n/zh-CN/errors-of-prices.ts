/** Chinese sentences of the refusals about price batches, payment plans and discounts. */
export const priceErrors = {
  DISCOUNT_NOT_AS_LISTED: '优惠目录中没有“{{name}}”。请重新打开本页后从目录中选择；目录之外的优惠请用“另议优惠”登记。',
  DISCOUNT_ABOVE_AUTHORITY: '“{{name}}”须由{{post}}给予。请取消此项优惠，或请{{post}}办理这笔认购。',
  PLAN_PERCENT_SHORT: '“{{name}}”计入房价的比例合计不足 100%，还差 {{missingPpm}}。请补足，或加一项“余额”。',
  PLAN_PERCENT_OVER: '“{{name}}”计入房价的比例合计超过 100%，多出 {{excessPpm}}。请减少其中的比例。',
  PLAN_REST_MISSING: '“{{name}}”有按金额收的款项，房价不同时合计就对不上。请加一项“余额”。',
  PLAN_TWICE: '有两种付款方式都叫“{{name}}”。请各取一个名称，以免选错。',
  IMPORT_PRICES_TO_BATCH: '这套房推出过，新价格不直接写入，转为调价批次的草稿，经审批后在执行日生效。',
  IMPORT_IN_BATCH: '这份文件的价格已进入调价批次 {{number}}。请先撤回该批次再撤销导入；已执行的批次不能随导入撤销。',
  BATCH_NOT_DRAFT: '这个调价批次已经提交或结束，不能再改。要另作调整，请新建一个批次。',
  BATCH_IMPORTED: '这个批次的价格来自导入的文件，只能改名称和执行日。要改价格，请撤回后重新导入，或另建批次。',
  BATCH_EMPTY: '这个批次没有改动任何一套房源的价格。请检查规则的范围；在交易中的房源不参与调价。',
  BATCH_DAY_PAST: '执行日 {{effectiveOn}} 已经过去。请改为今天或之后的日期。',
  BATCH_DAY_TO_COME: '执行日 {{effectiveOn}} 还没有到，届时自动生效。',
  BATCH_PRICE_IMPOSSIBLE: '有 {{units}} 套算不出价格：缺少计价面积，或结果不是合理的价格。请在右侧查看并调整规则。',
  BATCH_BREAKS_BAND: '有 {{units}} 套的新表价超出备案价的浮动范围。请调整规则，或先变更备案价。',
  BATCH_OVERLAPS: '其中有房源已在调价批次 {{number}} 中，尚未生效。请等它生效或撤回后再提交。',
  BATCH_FILED_TOO_EARLY:
    '有 {{units}} 套的备案价 {{lastOn}} 刚由 {{number}} 调整过，本案场规定间隔 {{days}} 天。请把执行日改到 {{earliestOn}} 或之后，或去掉这些房源的备案价规则。',
  FLOOR_PRICE_HIDDEN: '本岗位看不到底价，不能调整底价。请去掉底价的规则，或请有权的同事办理。',
} as const;
