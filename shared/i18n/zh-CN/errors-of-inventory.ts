/** Chinese sentences of the refusals about house types, areas, generated homes and attached files. */
export const inventoryErrors = {
  // homes and their papers
  SPACE_FACTS_MISPLACED: '车位类型只用于车位，权属和长宽高只用于车位、储藏间。请清空这些内容，或先改用途。',
  UNIT_FACTS_AGREED: '该房源已被占用或成交，户型、用途和面积以约定为准，不能在此修改。成交后的调整请办理变更。',
  AREA_PARTS_DIFFER: '套内面积加分摊面积须等于建筑面积。请核对三个面积。',
  UNIT_EXISTS: '已经有 {{count}} 套相同位置的房源（{{units}}）。请改楼栋、单元或楼层，或把这些位置空出。',
  PATTERN_TOO_MANY: '一次最多生成 {{limit}} 套，这样会生成 {{units}} 套。请分几次生成。',
  PATTERN_TWICE: '楼栋、单元、楼层名或房间尾号有重复。请核对，每个只写一次。',
  PATTERN_EMPTY: '没有要生成的房源。请核对楼层和空出的位置。',
  SURVEY_MISSING: '实测面积和测绘报告要一起填写。请补上缺少的一项。',
  SURVEY_UNKNOWN: '没有登记编号为 {{number}} 的测绘报告。请先在房源的“登记实测”中登记这份报告。',
  IMPORT_NOTHING_CHANGED: '表格与系统中的房源没有差别，没有可写入的改动。',
  HOUSE_TYPE_IN_USE: '有 {{units}} 套房源属于这个户型，不能删除。请先把它们改为其他户型。',
  HOUSE_TYPE_NAME_TAKEN: '已有同名户型。请换一个名称，或修改原有户型。',
  HOUSE_TYPE_RANGE: '面积上限不能小于下限。请核对面积范围。',
  PHASE_NAME_TAKEN: '已有同名分期。请换一个名称。',
  SURVEY_NUMBER_TAKEN: '这个测绘报告编号已经登记过。请核对编号，或使用已登记的报告。',
  LENDER_CONSENT_DATES: '抵押权人同意的截止日期不能早于出具日期。请核对证明上的日期。',
  // attached files
  ATTACHMENT_KIND: '只能上传 PDF、PNG 或 JPEG 文件。请扫描或另存为其中一种再上传。',
  ATTACHMENT_TOO_LARGE: '文件超过 {{limit}} MB。请降低扫描分辨率或拆分后再上传。',
  ATTACHMENT_UNREADABLE: '这个 PDF 打不开。请去掉密码、重新保存后再上传。',
  ATTACHMENT_TWICE: '同一个文件已作为“{{file}}”上传。',
  ATTACHMENT_ERASED: '这笔交易的当事人已匿名，扫描件已随个人信息一并销毁。',
  FILES_LACKING: '必备扫描件还缺：{{lackingFiles}}。请在本页的“扫描件”里补齐后再办理。',
} as const;
