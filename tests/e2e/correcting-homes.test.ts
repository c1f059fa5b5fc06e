import { readXlsx, writeXlsx } from 'hucre';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resources } from '#shared/i18n/index.ts';
import { passwordSeat } from './pages/entrance.ts';
import { button, type Stage, wordsOf } from './pages/stage.ts';
import { foundOffice, officeWindow, PASSWORD } from './support/found-office.ts';
import { type Launched, launch } from './support/launch.ts';
import type { FullClient } from './support/page-client.ts';

const words = resources['zh-CN'].inventory;
const CORRECTIONS = '#/sales/import?of=%22inventory%22';

async function buildHomes(office: FullClient): Promise<void> {
  const send = <T>(data: T) => ({ requestId: v7(), data });
  await office.session.login(send({ loginName: 'planner', password: PASSWORD }));
  const rows = ['101', '102', '201', '202'].map((room) => `1栋,1单元,${room[0]},${room},100,80,10000,1000000`);
  const list = ['楼栋,单元,楼层,房号,建筑面积,套内面积,单价,总价', ...rows].join('\n');
  const file = { name: '一房一价.csv', content: Buffer.from(list).toString('base64') };
  await office.imports.commit(send({ file, sheet: null, mapping: null, alsoFiled: true, leaveOutFaulty: false }));
}

describe('homes are corrected in a spreadsheet', () => {
  let run: Launched;
  let stage: Stage;
  let office: FullClient;

  beforeAll(async () => {
    run = await launch();
    await foundOffice(run, ['manager', 'planner']);
    office = await officeWindow(run);
    await buildHomes(office);
    await run.page.reload();
    const texts = wordsOf('zh-CN');
    stage = { page: run.page, words: texts, enter: passwordSeat(run.page, texts, PASSWORD), scene: async () => {} };
    await stage.enter('planner');
  }, 180_000);
  afterAll(() => run.close());

  /** The file as the office gives it out, with a few cells edited as a person would in a spreadsheet. */
  async function edited(): Promise<Buffer> {
    const given = await office.imports.editable({});
    const cells = ['houseType', 'decoration', 'builtArea', 'innerArea', 'sharedArea'] as const;
    const sheet = [
      ['房源编号', '楼栋', '单元', '楼层', '房号', ...cells.map((cell) => words.cells[cell])],
      ...given.map((home) => [
        home.unitId,
        home.building,
        home.entrance,
        home.floorName,
        home.roomNo,
        ...cells.map((cell) => {
          const value = home.cells[cell] ?? '';
          return typeof value === 'number' ? value / 100 : value;
        }),
      ]),
    ];
    const saved = await readXlsx(await writeXlsx({ sheets: [{ name: '房源', rows: sheet }] }));
    const rows = (saved.sheets[0]?.rows ?? []).map((row) => [...row]);
    const first = rows[1];
    if (first === undefined) throw new Error('The file has no homes');
    first[5] = 'A1';
    first[6] = '精装';
    first[8] = 81;
    first[9] = 19;
    return Buffer.from(await writeXlsx({ sheets: [{ name: '房源', rows }] }));
  }

  it('shows every cell that differs, writes these and no others, and takes them back', async () => {
    const { page } = stage;
    const before = await office.imports.editable({});
    const file = await edited();
    await page.evaluate((to) => {
      location.hash = to;
    }, CORRECTIONS);
    await button(page, words.trip.export).waitFor();
    await page.locator('input[type=file]').first().setInputFiles({
      name: '房源修改表.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: file,
    });
    await button(page, words.trip.write_other.replace('{{count}}', '4')).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(words.trip.confirmTitle_other.replace('{{count}}', '4')).waitFor();
    await dialog.getByRole('button', { name: words.trip.write_other.replace('{{count}}', '4') }).click();
    await page.getByText(words.trip.done_other.replace('{{count}}', '4')).waitFor();
    const [first, ...others] = await office.imports.editable({});
    expect(first?.cells).toMatchObject({ houseType: 'A1', decoration: 'full', innerArea: 8100, sharedArea: 1900 });
    expect(others).toEqual(before.slice(1));
    await page.getByRole('button', { name: resources['zh-CN'].imports.history.undo, exact: true }).first().click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: resources['zh-CN'].imports.history.undo, exact: true })
      .click();
    await expect
      .poll(async () => (await office.imports.editable({})).map(({ cells }) => cells))
      .toEqual(before.map(({ cells }) => cells));
  }, 120_000);
});
