import { writeXlsx } from 'hucre';
import type { Words } from '#tests/e2e/pages/stage.ts';
import { button, dialog } from '#tests/e2e/pages/stage.ts';
import type { FullClient } from '#tests/e2e/support/page-client.ts';
import type { Screen } from './screen.ts';

type Shown = Parameters<Exclude<Screen['steps'], undefined>>[0];
type Home = { readonly building: string; readonly entrance: string; readonly roomNo: string; readonly floor: number };

const asked: { homes: Home[]; consultant: string } = { homes: [], consultant: '' };

/** The import of running projects, in an office where some homes are still free and a consultant sells. */
export async function projectImport(office: FullClient): Promise<string> {
  const { units, buildings } = await office.units.board({});
  const free = units.filter(({ state, use }) => state === 'available' && use === 'home').slice(0, 8);
  asked.homes = free.map(({ buildingId, entrance, roomNo, floor }) => ({
    building: buildings.find(({ id }) => id === buildingId)?.name ?? '',
    entrance,
    roomNo,
    floor,
  }));
  const { rows } = await office.subscriptions.list({ scope: 'all', state: null, text: '' });
  asked.consultant = rows[0]?.consultant.name ?? '';
  return '/sales/import?of=project';
}

const names = ['钱一鸣', '孙二娘', '李三思', '周四海', '吴五常', '郑六合', '王七星', '冯八方'];

/** Books of some deals as an office keeps them; with faults where it should be seen how these are told. */
async function books(faulty: boolean): Promise<Buffer> {
  const { homes, consultant } = asked;
  const phone = (index: number) => `139${String(index + 1).padStart(8, '0')}`;
  const price = (index: number) => 1_650_000 + index * 41_250.5;
  const number = (index: number) => `认字${String(index + 1).padStart(3, '0')}`;
  const rows = homes.map(({ building, entrance, floor, roomNo }, index) => [
    ...[number(index), building, entrance, floor, faulty && index === 3 ? '9999' : roomNo, names[index] ?? ''],
    ...[faulty && index === 5 ? '查无此人' : consultant, '2026-03-02', price(index), 50_000, '商业按揭'],
  ]);
  const sheets = {
    客户: [
      ['姓名', '电话', '证件类型', '证件号码', '地址'],
      ...homes.map((_home, index) => [
        names[index] ?? '',
        phone(index),
        '其他证件',
        `99000000${index}`,
        '渝中区某路 1 号',
      ]),
    ],
    认购: [
      ['认购编号', '楼栋', '单元', '楼层', '房号', '买受人', '置业顾问', '认购日期', '成交总价', '定金', '付款方式'],
      ...rows,
    ],
    合同: [
      ['合同编号', '认购编号', '签约日期', '合同总价', '备案号', '备案日期'],
      ...homes
        .slice(0, 6)
        .map((_home, index) => [
          ...[
            `合字${String(index + 1).padStart(3, '0')}`,
            number(index),
            '2026-03-09',
            price(index) + (faulty && index === 1 ? 0.01 : 0),
          ],
          ...(index < 4 ? [`WQ2026${String(index + 1).padStart(4, '0')}`, '2026-03-20'] : [null, null]),
        ]),
    ],
    收款: [
      ['收据编号', '认购编号', '收款日期', '款项', '金额', '收款方式'],
      ...homes.map((_home, index) => [`收${index + 1}`, number(index), '2026-03-02', '定金', 50_000, '转账']),
      ...homes
        .slice(0, 6)
        .map((_home, index) => [
          `收1${index}`,
          faulty && index === 4 ? '认字404' : number(index),
          '2026-03-09',
          '首付款',
          price(index) - 1_250_000,
          '刷卡',
        ]),
    ],
    应收余额: [
      ['认购编号', '款项', '应收日期', '未收金额'],
      ...homes.map((_home, index) =>
        index < 6
          ? [number(index), '按揭贷款', '2026-12-31', 1_200_000]
          : [number(index), '首付款', '2026-12-15', price(index) - 50_000],
      ),
    ],
    核对: [
      ['类别', '数量', '金额'],
      ['客户', homes.length, null],
      ['认购', homes.length, homes.reduce((sum, _home, index) => sum + price(index), 0)],
      ['收款', homes.length + 6, 1_000_000],
    ],
  };
  const bytes = await writeXlsx({
    sheets: Object.entries(sheets).map(([name, cells]) => ({ name, rows: cells.map((row) => [...row]) })),
  });
  return Buffer.from(bytes);
}

async function drop(page: Shown, faulty: boolean): Promise<void> {
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const buffer = await books(faulty);
  await page.locator('input[type=file]').setInputFiles([{ name: '松风花园台账.xlsx', mimeType, buffer }]);
}

/** Lets the books of a running project fall onto the import. */
export async function dropProject(page: Shown, { runningProject }: Words): Promise<void> {
  await drop(page, false);
  await page.getByRole('list', { name: runningProject.sheetList }).waitFor();
}

/** Shows the faults of such books. */
export async function faultyProject(page: Shown, { common, runningProject }: Words): Promise<void> {
  await drop(page, true);
  await button(page, common.next).click();
  await page.getByRole('table', { name: runningProject.problems.label }).waitFor();
}

/** Shows the deals that would be taken over. */
export async function checkProject(page: Shown, words: Words): Promise<void> {
  await dropProject(page, words);
  await button(page, words.common.next).click();
  await page.getByRole('table', { name: words.runningProject.deals.label }).waitFor();
}

/** Compares the office's own totals, of which some are not said and one differs. */
export async function tieOutProject(page: Shown, words: Words): Promise<void> {
  await checkProject(page, words);
  await button(page, words.common.next).click();
  await page.getByRole('table', { name: words.runningProject.tie.label }).waitFor();
}

/** Types what is missing and asks to take the project over. */
export async function confirmProject(page: Shown, words: Words): Promise<void> {
  await tieOutProject(page, words);
  const { tie } = words.runningProject;
  const rows = page.getByRole('table', { name: tie.label }).locator('tbody tr');
  for (const row of await rows.all()) {
    const ours = await row.locator('td').nth(1).innerText();
    await row.getByRole('textbox').fill(ours);
  }
  await button(page, words.runningProject.confirm.button).click();
  await dialog(page).waitFor();
}
