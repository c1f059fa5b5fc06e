/** Personal data: what is read of them, what people agreed to, what they ask, when it is deleted. */
export const privacy = {
  title: '个人信息保护',
  sub: '谁能看到客户资料、客户同意了什么、何时删除。',
  reasons: {
    callCustomer: '联系客户',
    fillPapers: '填写认购书、合同',
    checkIdentity: '核对身份',
    bankOrRegistry: '办理按揭、备案、登记',
    clearDuplicate: '查重、判定归属',
    subjectRequest: '答复客户的个人信息请求',
    other: '其他',
  },
  windows: { day: '今天', tenMinutes: '十分钟内' },
  reading: {
    reveals: '显示号码（人）',
    files: '打开档案（份）',
    searches: '搜索（次）',
    rows: '查看清单（行）',
  },
  mine: {
    title: '我今天的查阅',
    text: '案场按人计数查阅客户资料的多少。超过提示线不会受阻，但会提示本人、经理和合规专员。',
    when: '时间',
    what: '查阅',
    none: '今天还没有查阅',
    count: '已查',
    limit: '提示线',
    above: '已超过',
  },
  note: '今天查阅的客户资料超过提示线（{{list}}），经理和合规专员已收到提示。',
  noteItem: '{{window}}{{reading}} {{read}}/{{limit}}',
} as const;
