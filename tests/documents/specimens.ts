import { documentKinds } from '#shared/documents/index.ts';
import type { PaperName } from '#shared/documents/kit/paper.ts';
import type { DocumentKindName } from '#shared/domain/documents/states.ts';

/** What a specimen says without blanks, and on how many pages; a contract is as long as its text. */
export type Golden = { readonly pages?: number; readonly words: readonly string[] };

/** A kind on a sheet, in one of its variants where it has any. */
export type Specimen = {
  readonly name: string;
  readonly kind: DocumentKindName;
  readonly paper: PaperName;
  readonly data: unknown;
};

/** Every kind on each of its sheets and in each of its variants: `saleContract.a4.existingHome`. */
export function allSpecimens(): Specimen[] {
  return Object.values(documentKinds).flatMap((one) => {
    const { kind, papers, sample } = one;
    const variants = 'variants' in one ? Object.entries(one.variants ?? {}) : [];
    return papers.flatMap((paper) => [
      { name: `${kind}.${paper}`, kind, paper, data: sample },
      ...variants.map(([name, data]) => ({ name: `${kind}.${paper}.${name}`, kind, paper, data })),
    ]);
  });
}

const contractWords = [
  '合同编号',
  '第一章合同当事人',
  '周琳',
  '附件一',
  '买受人（签名并按指印）',
  '（附件到此为止，以下空白）',
];
const receiptWords = ['定金收据', '交款人周琳、郑浩', '伍万元整', '¥50,000.00', '本收据不是发票'];
const priceWords = ['3栋', 'TJ-2026-0002', '1单元903', '33,939,000.00', '制表：', '批准：'];
const noticeWords = ['一房一价公示表', '1单元903', '备案总价', '代办服务费', '价格举报电话12315'];
const receivableWords = ['应收款清单', 'HT-2026-0012', '未收合计¥940,000.00', '逾期108日'];

/** What stands on the specimens, by hand. */
export const goldens: Readonly<Record<string, Golden>> = {
  'purchasePlan.a4': {
    pages: 1,
    words: ['置业计划书', '¥1,512,522.00', '付款方式比较', '税费估算', '置业顾问（签名）'],
  },
  'subscriptionBook.a4': {
    pages: 2,
    words: [
      '商品房认购书',
      '第八条其他',
      '壹佰伍拾壹万贰仟伍佰贰拾贰元整',
      '999999198803120028',
      '买受人（签名并按指印）',
    ],
  },
  'depositReceipt.form241': { pages: 1, words: [...receiptWords, '第三联'] },
  'depositReceipt.a4Thirds': { pages: 1, words: [...receiptWords, '第三联'] },
  'depositReceipt.a5': { pages: 3, words: [...receiptWords, '第三联'] },
  'bookingSlip.a4': { pages: 1, words: ['商品房小订单', '¥5,000.00', '人民币伍仟元整', '保留到2026年11月19日24时'] },
  'expenseEstimate.a4': { pages: 1, words: ['购房费用明细', '契税', '¥1,539,022.95', '费率依据', '客户（签收）'] },
  'purchaseInstructions.a4': {
    pages: 2,
    words: ['认购须知', '十一、个人信息', '请买受人亲笔抄写', '买受人阅读本页后签名'],
  },
  'contactSheet.a4': {
    pages: 1,
    words: ['客户联系单', '郑浩', '10000001862', '签订《商品房买卖合同》2026年11月23日前'],
  },
  'saleContract.a4': {
    words: [...contractWords, '商品房买卖合同（预售）', '壹佰伍拾壹万贰仟伍佰贰拾贰元整', '第二十九条'],
  },
  'saleContract.a4.existingHome': { words: [...contractWords, '商品房买卖合同（现售）', '第二十六条'] },
  'saleContract.a4.existingHomeLet': { words: [...contractWords, '商品房买卖合同（现售）', '样本商贸有限公司'] },
  'saleContract.a4.presaleCommercial': { words: [...contractWords, '（预售）', '《住宅质量保证书》'] },
  'saleContract.a4.existingCommercial': { words: [...contractWords, '（现售）', '第二十六条'] },
  'saleContract.a4.presaleParking': { words: [...contractWords, '车位买卖合同（预售）', 'B2-118'] },
  'saleContract.a4.existingParking': { words: [...contractWords, '车位买卖合同（现售）', 'B2-118'] },
  'netSigningSheet.a4': { words: ['网签录入单', '一、房屋', '三、买受人之二', '总价款大写', '录入人：', '复核人：'] },
  'dayClose.a4': { pages: 1, words: ['日结单', '1,256,680.00', '日志末条第21043条', '案场经理（签名）'] },
  'disclosureList.a4': { pages: 1, words: ['商品房项目证照公示清单', '渝澄住建(2026)预字第318号', '出卖人（盖章）'] },
  'controlCheck.a4': { pages: 1, words: ['销控核对表', '核对房源464套', '差异与说明', '销售经理：蒋雪梅'] },
  'consentForm.a4': { pages: 1, words: ['个人信息处理告知与同意书', 'KH-00018', '本人的选择', '□同意'] },
  'personalReport.a4': { pages: 1, words: ['个人信息报告', 'KH-00018', '六、保存期限'] },
  'signingNotice.a4': { pages: 1, words: ['签约通知书', 'RG-2026-0018', '2026年11月23日前', '送达回执'] },
  'terminationNotice.a4': { pages: 1, words: ['终止通知书', 'RG-2026-0018', '50,000.00', '送达回执'] },
  'priceNotice.a3Landscape': { pages: 1, words: noticeWords },
  'priceNotice.a4Landscape': { pages: 2, words: noticeWords },
  'priceList.a3Landscape': { pages: 1, words: ['价目表', ...priceWords] },
  'priceList.a4Landscape': { pages: 2, words: ['价目表', ...priceWords] },
  'floorPriceList.a3Landscape': { pages: 1, words: ['底价表', '底价总价', '不得外传', ...priceWords] },
  'floorPriceList.a4Landscape': { pages: 2, words: ['底价表', '底价总价', '不得外传', ...priceWords] },
  'changeForm.a4': { pages: 1, words: ['变更审批表', 'BG-2026-0012', '变更前', '商业按揭', '财务（签名）'] },
  'intentSlip.a4': { pages: 1, words: ['认筹登记单', '排号0018', '3f9a1c2e', '20,000.00元'] },
  'drawResult.a4': { pages: 1, words: ['摇号结果公示', 'KP-2026-0002', '怎样重算', '共48个', '见证人'] },
  'pickSlip.a4': { pages: 1, words: ['选房确认单', '欧阳询', '¥2,113,200.00', '不收取任何费用'] },
  'paymentSlip.a4': { pages: 1, words: ['缴款单', 'XF-2026-0018', '伍万元整', '收款员（签名）'] },
  'fallbackSlips.a4': { pages: 3, words: ['手工选房单', 'SG-2026-0001-1-010', '先写者为准'] },
  'paymentNotice.a4': { pages: 1, words: ['缴款通知书', '¥340,064.00', '叁拾肆万零陆拾肆元整', '监管账号'] },
  'overdueDemand.a4': { pages: 1, words: ['催款函', '第2次', '108日', '¥40,648.00', '送达回执'] },
  'rescissionNotice.a4': { pages: 1, words: ['解除合同通知书', 'HT-2026-0012', '第565条', '送达回执'] },
  'receivablesList.a4': { pages: 1, words: receivableWords },
  'receivablesList.a5': { pages: 1, words: receivableWords },
  'custodyRegister.a4Landscape': { pages: 1, words: ['合同保管登记表', '买卖合同5/5', '移交经过', '保管人：'] },
  'handoverSlip.a4': { pages: 1, words: ['原件移交签收单', '样本丙（代理样本甲）', '移交人', '证件号码：'] },
  'boxLabel.a4': { pages: 1, words: ['档案盒标签', 'DA-2026-0003', 'HT-2026-0312'] },
  'supplementAgreement.a4': {
    pages: 2,
    words: ['商品房买卖合同补充协议', 'HT-2026-0301', '¥1,500,000.00', '周敏（新增）', '第五条份数'],
  },
  'terminationAgreement.a4': {
    pages: 2,
    words: ['商品房买卖合同解除协议', '¥386,896.00', '柒万伍仟陆佰贰拾陆元整', '第八条份数'],
  },
  'terminationAgreement.a4.with-interest': {
    pages: 2,
    words: ['按年利率4.9%', '2027年12月28日', '¥525,976.85', '第八条份数'],
  },
  'collectNotice.a4': { pages: 1, words: ['合同领取通知书', '样本甲、样本乙', '2026年12月18日前'] },
  'dealLedger.a4Landscape': { pages: 1, words: ['收款台账', '1,282,600.00', '收款与退款', '财务复核（签名）'] },
  'discountForm.a4': { pages: 1, words: ['折扣审批表', '老业主推荐', '高于底价¥39,500.00', '本单所在', '有效期'] },
  'rulingSlip.a4.appealed': { pages: 1, words: ['判客单', '终判归唐蕾', '申诉唐蕾2026-11-1709:20', '原判分业绩'] },
  'rulingSlip.a4': { pages: 1, words: ['判客单', 'PK-2026-0003', '唐蕾60%', '销售经理：'] },
};
