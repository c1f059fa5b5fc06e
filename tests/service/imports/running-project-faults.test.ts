import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorCode } from '#shared/kernel/errors.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { buildBuyer, subscribeHome } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { headings, type ProjectLists, projectBook, smallProject } from '#tests/support/project-book.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

type Sheet = keyof typeof smallProject;
type Cell = string | number | null;

/** The small project with one cell written otherwise: row from 1 below the headings, column by its heading. */
function withCell(sheet: Sheet, row: number, heading: string, value: Cell): ProjectLists {
  const column = (headings[sheet] as readonly string[]).indexOf(heading);
  const rows = (smallProject[sheet] as readonly (readonly Cell[])[]).map((cells, at) =>
    at === row - 1
      ? headings[sheet].map((_heading, index) => (index === column ? value : (cells[index] ?? null)))
      : cells,
  );
  return { ...smallProject, [sheet]: rows };
}

type Fault = readonly [
  what: string,
  lists: ProjectLists,
  sheet: Sheet,
  row: number,
  column: string | null,
  code: ErrorCode,
];

const faults: readonly Fault[] = [
  ['a home sold twice', withCell('认购', 2, '房号', '101'), '认购', 3, '房号', 'IMPORT_SOLD_TWICE'],
  ['a home that does not exist', withCell('认购', 1, '房号', '909'), '认购', 2, '房号', 'IMPORT_HOME_UNKNOWN'],
  ['a home that is in a deal here', withCell('认购', 3, '房号', '202'), '认购', 4, '房号', 'IMPORT_HOME_BUSY'],
  ['a home without a permit', withCell('认购', 1, '楼栋', '9栋'), '认购', 2, '楼栋', 'IMPORT_HOME_NOT_COVERED'],
  [
    'a receipt without a deal',
    withCell('收款', 1, '认购编号', '没有这个'),
    '收款',
    2,
    '认购编号',
    'IMPORT_DEAL_UNKNOWN',
  ],
  ['more money than the price', withCell('收款', 5, '金额', 980_000.01), '收款', 6, '金额', 'IMPORT_OVERPAID'],
  [
    'an unknown consultant',
    withCell('认购', 1, '置业顾问', '查无此人'),
    '认购',
    2,
    '置业顾问',
    'IMPORT_PERSON_UNKNOWN',
  ],
  ['two customers of one phone', withCell('客户', 2, '电话', '139 0000 0001'), '客户', 3, '电话', 'IMPORT_PHONE_TWICE'],
  [
    'two customers of one document',
    withCell('客户', 2, '证件号码', '9900000001'),
    '客户',
    3,
    '证件号码',
    'IMPORT_IDENTITY_TWICE',
  ],
  [
    'a mistyped identity card',
    withCell('客户', 1, '证件类型', '身份证'),
    '客户',
    2,
    '证件号码',
    'IDENTITY_NUMBER_NOT_VALID',
  ],
  ['a phone that cannot be dialled', withCell('客户', 1, '电话', '1390000'), '客户', 2, '电话', 'PHONE_NOT_VALID'],
  [
    'a contract of another price',
    withCell('合同', 1, '合同总价', 980_000.51),
    '合同',
    2,
    '合同总价',
    'IMPORT_PRICE_DIFFERS',
  ],
  [
    'a contract of no subscription',
    withCell('合同', 1, '认购编号', '认字009'),
    '合同',
    2,
    '认购编号',
    'IMPORT_DEAL_UNKNOWN',
  ],
  [
    'a second contract of a deal',
    withCell('合同', 2, '认购编号', '认字001'),
    '合同',
    3,
    '认购编号',
    'IMPORT_CONTRACT_TWICE',
  ],
  [
    'a contract before its subscription',
    withCell('合同', 1, '签约日期', '2024-02-01'),
    '合同',
    2,
    '签约日期',
    'IMPORT_DAY_BEFORE',
  ],
  [
    'a filing number without its day',
    withCell('合同', 1, '备案日期', null),
    '合同',
    2,
    '备案日期',
    'IMPORT_VALUE_MISSING',
  ],
  [
    'a number that stands twice',
    withCell('认购', 2, '认购编号', '认字001'),
    '认购',
    3,
    '认购编号',
    'IMPORT_NUMBER_TWICE',
  ],
  [
    'a number that was given here',
    withCell('认购', 2, '认购编号', 'RG-2026-0001'),
    '认购',
    3,
    '认购编号',
    'IMPORT_NUMBER_TAKEN',
  ],
  [
    'a buyer who is no customer',
    withCell('认购', 2, '买受人', '不在表中'),
    '认购',
    3,
    '买受人',
    'IMPORT_BUYER_UNKNOWN',
  ],
  [
    'open lines a fen off',
    withCell('应收余额', 1, '未收金额', 279_999.99),
    '应收余额',
    2,
    '未收金额',
    'IMPORT_OPEN_DIFFERS',
  ],
  [
    'no open line of what is owed',
    { ...smallProject, 应收余额: smallProject.应收余额.slice(1) },
    '认购',
    2,
    '成交总价',
    'IMPORT_OPEN_MISSING',
  ],
  ['more deposit than was agreed', withCell('认购', 2, '定金', 10_000), '认购', 3, '定金', 'IMPORT_DEPOSIT_DIFFERS'],
  ['a payer who does not buy', withCell('收款', 1, '交款人', '王外人'), '收款', 2, '交款人', 'IMPORT_PAYER_UNKNOWN'],
  [
    'a day that has not come',
    withCell('收款', 1, '收款日期', '2030-01-01'),
    '收款',
    2,
    '收款日期',
    'IMPORT_DAY_IN_FUTURE',
  ],
  ['an amount in words', withCell('收款', 1, '金额', '伍万'), '收款', 2, '金额', 'IMPORT_VALUE_UNREADABLE'],
  ['a refund among the receipts', withCell('收款', 1, '金额', -50_000), '收款', 2, '金额', 'IMPORT_VALUE_UNREADABLE'],
  [
    'a way to take money that nobody knows',
    withCell('收款', 1, '收款方式', '贝壳'),
    '收款',
    2,
    '收款方式',
    'IMPORT_VALUE_UNREADABLE',
  ],
];

describe('A running project with a fault', () => {
  let desk: TestOffice;
  let office: TestClient;
  beforeAll(async () => {
    desk = await testOffice();
    const homes = await buildHomes(desk, { floors: 2, rooms: 2 });
    await buildHomes(desk, { name: '9栋', floors: 2, rooms: 2, permit: false, released: false });
    office = desk.as('backOffice', '何静');
    const consultant = desk.as('consultant', '陈晓');
    await subscribeHome(consultant, homes[3] ?? 0, await buildBuyer(consultant));
  });
  afterAll(() => desk.close());

  it.each(faults)(
    'says of %s where it is, and nothing can be written',
    async (_what, lists, sheet, row, column, code) => {
      const order = { files: [await projectBook(lists)], choices: [] };
      const seen = await office.imports.previewProject(order);
      const found = seen.problems
        .filter(({ severity }) => severity === 'error')
        .map((problem) => [seen.sheets[problem.sheet ?? -1]?.name, problem.row, problem.column, problem.code]);
      expect(found).toContainEqual([sheet, row, column, code]);
      const { totals } = seen;
      await expectRefusal(office.imports.commitProject({ ...order, totals }), 'IMPORT_PROJECT_HAS_ERRORS');
      expect(desk.office.database.client.prepare('select count(*) from imports').pluck().get()).toBe(0);
    },
  );

  it('of no list at all is refused', async () => {
    const files = [await projectBook({ 价目: [['楼栋', '房号', '总价']] })];
    await expectRefusal(office.imports.previewProject({ files, choices: [] }), 'IMPORT_PROJECT_EMPTY');
  });

  it('of a list without a needed column names the column, and takes the one that a person gives', async () => {
    const lists = { ...smallProject, 收款: [] };
    const book = await projectBook({
      客户: lists.客户,
      往来: [
        ['买家', '号码'],
        ['吴六', '13900000006'],
      ],
    });
    const asked = { files: [book], choices: [{}, { kind: 'customers' as const }] };
    const seen = await office.imports.previewProject(asked);
    expect(seen.problems.filter(({ severity }) => severity === 'error')).toMatchObject([
      { sheet: 1, row: null, field: 'name', code: 'IMPORT_COLUMN_MISSING' },
    ]);
    const mapped = {
      ...asked,
      choices: [{}, { kind: 'customers' as const, mapping: { 0: 'name' as const, 1: 'phone' as const } }],
    };
    expect((await office.imports.previewProject(mapped)).figures.customers.count).toBe(5);
  });
});
