import { type CellValue, writeXlsx } from 'hucre';

/** A sheet of a running project: its name, its headings, and its rows. */
export type ProjectLists = Readonly<Record<string, readonly (readonly CellValue[])[]>>;

/** The headings of the lists as an office keeps them. */
export const headings = {
  客户: ['客户编号', '姓名', '电话', '证件类型', '证件号码', '地址', '置业顾问', '登记日期'],
  认购: ['认购编号', '楼栋', '单元', '楼层', '房号', '买受人', '置业顾问', '认购日期', '成交总价', '定金', '付款方式'],
  合同: ['合同编号', '认购编号', '签约日期', '合同总价', '备案号', '备案日期'],
  收款: ['收据编号', '认购编号', '收款日期', '款项', '金额', '收款方式', '流水号', '交款人'],
  应收余额: ['认购编号', '款项', '应收日期', '未收金额'],
  核对: ['类别', '数量', '金额'],
} as const;

/** A workbook of lists with their headings, or those of its own, in base64 as a window sends it. */
export async function projectBook(
  lists: ProjectLists,
  name = '在售项目.xlsx',
  own: Readonly<Record<string, readonly string[]>> = {},
) {
  const sheets = Object.entries(lists).map(([sheet, rows]) => ({
    name: sheet,
    rows: [[...(own[sheet] ?? headings[sheet as keyof typeof headings] ?? [])], ...rows.map((row) => [...row])],
  }));
  const bytes = await writeXlsx({ sheets });
  return { name, content: Buffer.from(bytes).toString('base64') };
}

/** A running project of three homes: one signed, filed and part paid, one signed and paid up, one with its deposit. */
export const smallProject = {
  客户: [
    ['K1', '钱一鸣', '13900000001', '其他证件', '9900000001', '渝中区甲路 1 号', '陈晓', '2024-02-01'],
    ['K2', '孙二娘', '13900000002', '其他证件', '9900000002', '渝中区乙路 2 号', '陈晓', '2024-02-03'],
    ['K3', '李三思', '13900000003', '其他证件', '9900000003', '', '陈晓', null],
    ['K4', '周四海', '13900000004', '', '', '', '陈晓', '2026-11-01'],
  ],
  认购: [
    ['认字001', '1栋', '1单元', 1, '101', '钱一鸣、孙二娘', '陈晓', '2024-03-01', 980000.5, 50000, '商业按揭'],
    ['认字002', '1栋', '1单元', 1, '102', 'K3', '陈晓', '2024-03-05', 1000000, 20000, '一次性'],
    ['RG-2026-0007', '1栋', '1单元', 2, '201', '13900000001', '陈晓', '2026-11-20', 990000, 30000, '分期付款'],
  ],
  合同: [
    ['合字001', '认字001', '2024-03-09', 980000.5, 'WQ20240001', '2024-03-20'],
    ['HT-2024-0002', '认字002', '2024-03-12', '1,000,000.00', null, null],
  ],
  收款: [
    ['收001', '认字001', '2024-03-01', '定金', 50000, '转账', '88001'],
    ['收002', '认字001', '2024-03-09', '首付款', 250000.5, '刷卡', '88002'],
    ['收003', '合字001', '2024-05-08', '按揭放款', 400000, '转账', '88003'],
    ['SJ-2024-0004', '认字002', '2024-03-05', '定金', 20000, '现金', null],
    [null, '认字002', '2024-03-12', '房款', 980000, '转账', '88005'],
    ['收006', 'RG-2026-0007', '2026-11-20', '定金', 30000, '微信', '88006'],
  ],
  应收余额: [
    ['认字001', '按揭贷款', '2026-12-31', 280000],
    ['认字002', '尾款', '2024-03-12', 0],
    ['RG-2026-0007', '分期款', '2026-12-20', 480000],
    ['RG-2026-0007', '分期款', '2027-03-20', 480000],
  ],
  核对: [
    ['客户', 4, null],
    ['认购', 3, 2970000.5],
    ['合同', 2, 1980000.5],
    ['收款', 6, 1730000.5],
    ['应收余额', null, 1240000],
  ],
} as const satisfies ProjectLists;
