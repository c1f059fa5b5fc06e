/** Names of the fields of the stock: phases, house types, decoration, surveys. */
export const stockFields = {
  phaseId: '分期',
  lenderConsentTo: '抵押权人同意截止',
  houseTypeId: '户型资料',
  decoration: '装修标准',
  measuredBuiltArea: '实测建筑面积',
  measuredInnerArea: '实测套内面积',
  measuredSharedArea: '实测分摊面积',
  surveyId: '测绘报告',
  surveyor: '测绘机构',
  surveyedOn: '测绘日期',
  rooms: '房间',
  builtFromArea: '建筑面积下限',
  builtToArea: '建筑面积上限',
  innerFromArea: '套内面积下限',
  innerToArea: '套内面积上限',
  highlights: '卖点与说明',
} as const;
