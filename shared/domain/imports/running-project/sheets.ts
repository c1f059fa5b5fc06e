import type { TableDefinition } from '../table.ts';

/** The lists by which a running project is taken over (在售项目接收), and the office's own totals of them. */
export const projectSheets = ['customers', 'subscriptions', 'contracts', 'receipts', 'balances', 'totals'] as const;
/** A list of a running project. */
export type ProjectSheet = (typeof projectSheets)[number];

/** Every field that one of the lists can have. */
export const projectFields = [
  'code',
  'name',
  'phone',
  'secondPhone',
  'identityKind',
  'identityNumber',
  'address',
  'channel',
  'consultant',
  'registeredOn',
  'number',
  'deal',
  'building',
  'entrance',
  'floor',
  'roomNo',
  'buyers',
  'shares',
  'subscribedOn',
  'signBy',
  'listPrice',
  'price',
  'deposit',
  'planKind',
  'signedOn',
  'filingNumber',
  'filedOn',
  'receivedOn',
  'item',
  'method',
  'amount',
  'payer',
  'reference',
  'cashier',
  'dueOn',
  'open',
  'kind',
  'count',
] as const;
/** A field of one of the lists. */
export type ProjectField = (typeof projectFields)[number];

/** What the columns are called; the first name is the one of the template. */
const names: Readonly<Record<ProjectField, readonly string[]>> = {
  code: ['客户编号', '客户号', '客户代码', 'code'],
  name: ['姓名', '客户姓名', '客户名称', '客户', '买受人', '名称', 'name'],
  phone: ['电话', '手机', '手机号', '联系电话', '手机号码', '客户电话', 'phone'],
  secondPhone: ['备用电话', '电话2', '其他电话', '第二电话'],
  identityKind: ['证件类型', '证件种类', '证件名称'],
  identityNumber: ['证件号码', '身份证号', '身份证号码', '身份证', '证件号', '统一社会信用代码'],
  address: ['地址', '通讯地址', '联系地址', '住址', '户籍地址'],
  channel: ['认知途径', '来源', '渠道', '来访途径', '客户来源'],
  consultant: ['置业顾问', '业务员', '销售员', '销售顾问', '顾问', '经办人', 'consultant'],
  registeredOn: ['登记日期', '首访日期', '来访日期', '首次来访'],
  number: [],
  deal: ['认购编号', '认购书编号', '认购号', '认购单号', '合同编号', '合同号', '买卖合同编号', '交易编号', 'deal'],
  building: ['楼栋', '栋', '幢', '幢号', '栋号', '楼号', '楼栋号', '座', 'building'],
  entrance: ['单元', '单元号', '门', 'entrance'],
  floor: ['楼层', '层', '所在层', '所在楼层', 'floor'],
  roomNo: ['房号', '房间号', '室号', '室', '房间', '房源', 'room'],
  buyers: ['买受人', '认购人', '客户姓名', '客户', '姓名', '购房人', '业主', 'buyers'],
  shares: ['份额', '产权份额', '共有份额', '买受份额'],
  subscribedOn: ['认购日期', '认购时间', '签认购书日期', '日期'],
  signBy: ['签约期限', '约定签约日期', '应签约日期', '签约截止日', '最迟签约日'],
  listPrice: ['表价', '表价总价', '折前总价', '原价', '标准总价'],
  price: [
    '成交总价',
    '成交价',
    '认购总价',
    '合同总价',
    '总价',
    '总房款',
    '房款总额',
    '合同金额',
    '成交金额',
    '合同价',
    'price',
  ],
  deposit: ['定金', '认购定金', '约定定金', '应交定金'],
  planKind: ['付款方式', '付款方法', '付款类型'],
  signedOn: ['签约日期', '签订日期', '合同签订日期', '合同日期', '签约时间', '日期'],
  filingNumber: ['备案号', '网签编号', '网签合同编号', '备案编号', '网签号', '网签备案号'],
  filedOn: ['备案日期', '网签日期', '网签备案日期', '备案时间'],
  receivedOn: ['收款日期', '到账日期', '交款日期', '收款时间', '日期'],
  item: ['款项', '款项类别', '款项名称', '款项类型', '收款项目', '款类', '费用项目', '应收款项'],
  method: ['收款方式', '支付方式', '交款方式', '结算方式', '付款方式'],
  amount: ['金额', '收款金额', '实收金额', '到账金额', '合计金额', 'amount'],
  payer: ['交款人', '付款人', '缴款人', '客户姓名', '买受人'],
  reference: ['流水号', '凭证号', '银行流水号', '票据号', '参考号', '交易流水号'],
  cashier: ['收款人', '出纳', '经手人', '开票人'],
  dueOn: ['应收日期', '应付日期', '到期日', '应缴日期', '约定日期', '付款期限'],
  open: ['未收金额', '未收余额', '应收余额', '欠款', '欠款金额', '余额', '未付金额', '未收'],
  kind: ['类别', '项目', '名称', '种类', 'kind'],
  count: ['数量', '份数', '笔数', '套数', '人数', '个数', 'count'],
};

/** A number is what its list calls it. */
const numberNames = {
  subscriptions: ['认购编号', '认购书编号', '认购号', '认购单号', '编号', 'number'],
  contracts: ['合同编号', '合同号', '买卖合同编号', '编号', 'number'],
  receipts: ['收据编号', '收据号', '票号', '收款单号', '编号', 'number'],
} as const;

const place = ['building', 'entrance', 'floor', 'roomNo'] as const;

function table(
  fields: readonly ProjectField[],
  required: readonly ProjectField[],
  sure: readonly ProjectField[],
  own: Partial<Record<ProjectField, readonly string[]>> = {},
): TableDefinition<ProjectField> {
  const amounts: readonly ProjectField[] = ['listPrice', 'price', 'deposit', 'amount', 'open'];
  return {
    fields,
    required,
    sure,
    headings: { ...names, ...own },
    amounts,
    noted: amounts,
    merged: [],
  };
}

const subscriptionNames = names.deal.filter((name) => !name.includes('合同'));

/** The tables of a running project, each by its sheet. */
export const projectTables: Readonly<Record<ProjectSheet, TableDefinition<ProjectField>>> = {
  customers: table(
    [
      'code',
      'name',
      'phone',
      'secondPhone',
      'identityKind',
      'identityNumber',
      'address',
      'channel',
      'consultant',
      'registeredOn',
    ],
    ['name'],
    ['identityNumber', 'phone'],
  ),
  subscriptions: table(
    [
      'number',
      ...place,
      'buyers',
      'shares',
      'consultant',
      'subscribedOn',
      'signBy',
      'listPrice',
      'price',
      'deposit',
      'planKind',
    ],
    ['number', 'building', 'roomNo', 'buyers', 'consultant', 'subscribedOn', 'price'],
    ['subscribedOn'],
    { number: numberNames.subscriptions },
  ),
  contracts: table(
    ['number', 'deal', ...place, 'signedOn', 'price', 'filingNumber', 'filedOn'],
    ['number', 'signedOn', 'price'],
    ['signedOn'],
    { number: numberNames.contracts, deal: subscriptionNames },
  ),
  receipts: table(
    ['number', 'deal', ...place, 'receivedOn', 'item', 'method', 'amount', 'payer', 'reference', 'cashier'],
    ['receivedOn', 'item', 'amount'],
    ['receivedOn'],
    { number: numberNames.receipts },
  ),
  balances: table(['deal', ...place, 'item', 'dueOn', 'open'], ['item', 'dueOn', 'open'], ['open']),
  totals: table(['kind', 'count', 'amount'], ['kind'], ['kind']),
};

/** What the sheets of the template are called, and the words by which a sheet of another name is known. */
export const sheetNames: Readonly<Record<ProjectSheet, { readonly name: string; readonly words: RegExp }>> = {
  // What is said most narrowly comes first: 应收余额 before 收款, 合同收款 is money.
  totals: { name: '核对', words: /核对|合计|总数|汇总|total/iu },
  balances: { name: '应收余额', words: /应收|余额|欠款|未收|balance/iu },
  receipts: { name: '收款', words: /收款|收据|回款|缴款|交款|receipt/iu },
  contracts: { name: '合同', words: /合同|签约|contract/iu },
  subscriptions: { name: '认购', words: /认购|subscription/iu },
  customers: { name: '客户', words: /客户|买受人|业主|customer/iu },
};
