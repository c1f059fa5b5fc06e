import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headings, type ProjectLists, projectBook } from '../support/project-book.ts';
import { passwordSeat } from './pages/entrance.ts';
import { button, goTo, type Stage, wordsOf } from './pages/stage.ts';
import {
  assignColumn,
  dropBooks,
  faults,
  nextStep,
  plannedDeals,
  takeOver,
  tieLine,
  undoImport,
} from './pages/taking-over.ts';
import { foundOffice, officeWindow, PASSWORD } from './support/found-office.ts';
import { type Launched, launch } from './support/launch.ts';
import type { FullClient } from './support/page-client.ts';

const CONSULTANT = 'consultant 张';
const FILE = '松风明月台账.xlsx';

/** Three deals of the old office; its own heading for the price is one that no list of headings knows. */
const books: ProjectLists = {
  客户: [
    ['K1', '钱一鸣', '13900000001', '其他证件', '9900000001', '渝中区甲路 1 号', CONSULTANT, '2024-02-01'],
    ['K2', '孙二娘', '13900000002', '其他证件', '9900000002', '渝中区乙路 2 号', CONSULTANT, '2024-02-03'],
    ['K3', '李三思', '13900000003', '其他证件', '9900000003', '', CONSULTANT, '2024-02-05'],
  ],
  认购: [
    ['认字001', '1栋', '1单元', 1, '101', '钱一鸣、孙二娘', CONSULTANT, '2024-03-01', 980000.5, 50000, '商业按揭'],
    ['认字002', '1栋', '1单元', 1, '102', 'K3', CONSULTANT, '2024-03-05', 1000000, 20000, '一次性'],
    ['认字003', '1栋', '1单元', 2, '201', 'K3', CONSULTANT, '2024-05-05', 990000, 30000, '分期付款'],
  ],
  合同: [
    ['合字001', '认字001', '2024-03-09', 980000.5, 'WQ20240001', '2024-03-20'],
    ['合字002', '认字002', '2024-03-12', 1000000, null, null],
  ],
  收款: [
    ['收001', '认字001', '2024-03-01', '定金', 50000, '转账', '88001'],
    ['收002', '认字001', '2024-03-09', '首付款', 250000.5, '刷卡', '88002'],
    ['收003', '认字002', '2024-03-05', '定金', 20000, '现金', null],
    ['收004', '认字002', '2024-03-12', '房款', 980000, '转账', '88005'],
    ['收005', '认字003', '2024-05-05', '定金', 30000, '微信', '88006'],
  ],
  应收余额: [
    ['认字001', '按揭贷款', '2027-12-31', 680000],
    ['认字003', '分期款', '2027-03-20', 960000],
  ],
  核对: [
    ['客户', 3, null],
    ['认购', 3, 2970000.5],
    ['合同', 2, 1980000.5],
    ['收款', 5, 1330000.5],
    ['应收余额', null, 1640000],
  ],
};

const own = { 认购: headings.认购.map((heading) => (heading === '成交总价' ? '双方认可的数' : heading)) };

/** The homes of the project, under their permit. */
async function buildProject(office: FullClient): Promise<void> {
  const send = <T>(data: T) => ({ requestId: v7(), data });
  const enter = (loginName: string) => office.session.login(send({ loginName, password: PASSWORD }));
  await enter('planner');
  const rows = ['101', '102', '201', '202'].map((room) => `1栋,1单元,${room[0]},${room},100,80,10000,1000000`);
  const list = ['楼栋,单元,楼层,房号,建筑面积,套内面积,单价,总价', ...rows].join('\n');
  const file = { name: '一房一价.csv', content: Buffer.from(list).toString('base64') };
  await office.imports.commit(send({ file, sheet: null, mapping: null, alsoFiled: true, leaveOutFaulty: false }));
  await enter('manager');
  const { id: projectId, buildings } = await office.projects.detail({});
  const permit = { kind: 'preSalePermit' as const, number: '渝住建委（2024）预字第0018号', issuedOn: '2024-01-05' };
  await office.projects.addPermit(
    send({
      projectId,
      ...permit,
      issuedOn: permit.issuedOn as never,
      validTo: null,
      buildingIds: [buildings[0]?.id ?? 0],
    }),
  );
}

describe('a running project is taken over from the books of the old office', () => {
  let run: Launched;
  let stage: Stage;

  beforeAll(async () => {
    run = await launch();
    await foundOffice(run, ['manager', 'planner', 'consultant', 'backOffice']);
    await buildProject(await officeWindow(run));
    await run.page.reload();
    const words = wordsOf('zh-CN');
    stage = { page: run.page, words, enter: passwordSeat(run.page, words, PASSWORD), scene: async () => {} };
    await stage.enter('backOffice');
  }, 180_000);
  afterAll(() => run.close());

  it('tells of a fault where it is, and takes nothing over while there is one', async () => {
    const { page, words } = stage;
    const [first = [], ...rest] = books['合同'] ?? [];
    const faulty = { ...books, 合同: [[...first.slice(0, 3), 980000.51, ...first.slice(4)], ...rest] };
    await dropBooks(stage, await projectBook(faulty, FILE));
    await nextStep(stage);
    await faults(stage).first().waitFor();
    const said = (await faults(stage).allInnerTexts()).join('\n');
    expect(said).toContain('合同');
    expect(said).toContain('980,000.5');
    expect(await button(page, words.common.next).isDisabled()).toBe(true);
  });

  it('takes a column that a person assigns, and shows what would be made before anything is written', async () => {
    const { page, words } = stage;
    await goTo(stage, '/today');
    await dropBooks(stage, await projectBook(books, FILE, own));
    expect(await button(page, words.common.next).isDisabled()).toBe(true);
    await assignColumn(stage, '双方认可的数', words.runningProject.fields.price);
    await nextStep(stage);
    await expect.poll(() => plannedDeals(stage).count()).toBe(3);
    const deals = (await plannedDeals(stage).allInnerTexts()).join('\n');
    for (const told of ['1-1-101', '钱一鸣', words.runningProject.states.filed, '980,000.50', '300,000.50'])
      expect(deals).toContain(told);
  });

  it('is not written while a total differs by a fen, and says by how much', async () => {
    const { page, words } = stage;
    const { tie, confirm } = words.runningProject;
    await nextStep(stage);
    const line = tieLine(stage, tie.kinds.receipts, tie.amounts.receipts);
    const finish = page.getByRole('main').getByRole('button', { name: confirm.button, exact: true });
    expect(await finish.isEnabled()).toBe(true);
    await line.getByRole('textbox').fill('1330000.51');
    await line.getByRole('textbox').press('Tab');
    await line.getByText('0.01').waitFor();
    expect(await finish.isDisabled()).toBe(true);
    await line.getByRole('textbox').fill('1330000.5');
    await line.getByRole('textbox').press('Tab');
    await line.getByText(tie.agrees).waitFor();
  });

  it('is written whole: the lists have it, and a contract on old paper is not offered to be printed', async () => {
    const { page, words } = stage;
    await takeOver(stage);
    await goTo(stage, '/contracts/subscriptions');
    for (const number of ['认字001', '认字002', '认字003'])
      await page.getByRole('row').filter({ hasText: number }).first().waitFor();
    await goTo(stage, '/reception/customers');
    await page.getByRole('row').filter({ hasText: '孙二娘' }).first().waitFor();
    await goTo(stage, '/contracts/contracts');
    await page.getByRole('row').filter({ hasText: '合字001' }).filter({ hasText: '钱一鸣' }).first().dblclick();
    const papers = page.getByRole('complementary', { name: words.contracts.review });
    await papers.getByText(words.errors.CONTRACT_ON_OLD_PAPER).waitFor();
    expect(await button(papers, words.documents.issues.saleContract).count()).toBe(0);
  });

  it('is taken back whole', async () => {
    const { page } = stage;
    await undoImport(stage, FILE);
    await goTo(stage, '/contracts/subscriptions');
    await page.getByRole('main').waitFor();
    await expect.poll(() => page.getByRole('row').filter({ hasText: '认字' }).count()).toBe(0);
    await goTo(stage, '/sales/board');
    await page.getByRole('grid').waitFor();
    await expect.poll(() => page.locator('[data-unit][data-shown=signed]').count()).toBe(0);
  });
});
