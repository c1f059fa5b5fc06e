import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { officeWindow } from './support/found-office.ts';
import { type Launched, launch } from './support/launch.ts';

describe('the demonstration', () => {
  let run: Launched;
  beforeAll(async () => {
    run = await launch({ args: ['--demo', '--as', 'consultant'], firstSights: true });
  }, 60_000);
  afterAll(async () => {
    await run.close();
  });

  it('furnishes its office while the window says so, and enters it as whom the command line names', async () => {
    const { page } = run;
    await page.getByText('何佳怡').first().waitFor({ timeout: 60_000 });
    // By now the furnishing is over, perhaps since before the test had hold of the page.
    expect(await page.evaluate(() => globalThis.firstSights)).toMatchObject({ 正在布置演示案场: 1 });
    await page.getByRole('navigation').first().waitFor();
    expect(run.consoleErrors()).toEqual([]);
  });

  it('shows its towers and its garage on the board', async () => {
    const { page } = run;
    await page.evaluate(() => {
      location.hash = '#/sales/board';
    });
    await page.getByRole('heading', { name: '销控' }).waitFor();
    for (const building of ['1栋', '2栋', '3栋', '车库']) await page.getByText(building).first().waitFor();
    expect(run.consoleErrors()).toEqual([]);
  });

  it('says of an address that names no record that there is no such page, and keeps its rail', async () => {
    const { page } = run;
    await page.evaluate(() => {
      location.hash = '#/contracts/subscriptions/none';
    });
    await page.getByText('没有这个页面').waitFor();
    expect(await page.getByRole('navigation').first().isVisible()).toBe(true);
  });

  it('says why an act is refused, to the mouse and to the keyboard', async () => {
    const { page } = run;
    await page.evaluate(() => {
      location.hash = '#/contracts/subscriptions';
    });
    await page.getByRole('row').filter({ hasText: /RG-/ }).first().dblclick();
    const refused = page.locator('main button[aria-disabled=true]').first();
    await refused.hover();
    await page.getByRole('tooltip').first().waitFor();
    await page.mouse.move(10, 700);
    await page.getByRole('tooltip').first().waitFor({ state: 'hidden' });
    await refused.focus();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Tab');
    await page.getByRole('tooltip').first().waitFor();
  });

  it('loses no digit of a number that is typed in the instant in which the reception opens', async () => {
    const { page } = run;
    // As fast as a machine: nobody waits for the code of the screen.
    await page.getByRole('link', { name: '接待' }).first().click({ noWaitAfter: true });
    await page.keyboard.type('13800001234');
    const phone = page.locator('input[inputmode=tel]').first();
    await expect.poll(() => phone.inputValue()).toBe('13800001234');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').getByRole('button').last().click();
    await expect.poll(() => phone.inputValue()).toBe('');
  });

  it('opens the help of the desk by F1, finds a word in it, leads to the page of a step, and Esc goes back', async () => {
    const { page } = run;
    await page.evaluate(() => {
      location.hash = '#/sales/board';
    });
    await page.getByRole('heading', { name: '销控', level: 1 }).waitFor();
    await page.keyboard.press('F1');
    await page.getByRole('article', { name: '销控' }).getByText('先做什么').waitFor();
    await page.keyboard.type('备案');
    await page
      .getByRole('status')
      .filter({ hasText: /^\d+ 处$/ })
      .waitFor();
    await page.getByRole('heading', { name: /权证/ }).first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('article', { name: '销控' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: '销控', level: 1 }).waitFor();
    await page.keyboard.press('F1');
    await page.getByRole('article', { name: '销控' }).getByRole('link', { name: '房源' }).click();
    await page.getByRole('heading', { name: '房源', level: 1 }).waitFor();
    expect(run.consoleErrors()).toEqual([]);
  });

  /** One of the people of the demonstration leaves the place to another. */
  const takeThePlace = async (from: string, to: string) => {
    const { page } = run;
    await page.getByRole('banner').getByText(from).first().click();
    await page.getByText('换人').first().click();
    await page.getByRole('button', { name: new RegExp(to) }).click();
    await page.getByRole('navigation').first().waitFor();
    await page.getByRole('banner').getByText(to).first().waitFor();
  };

  it('rings the bell of the consultant within a second once a colleague sends a contract back, and leads to it', async () => {
    const { page } = run;
    const bell = page.getByRole('button', { name: /^通知/ });
    const unread = async () => Number(/\d+/.exec((await bell.getAttribute('aria-label')) ?? '')?.[0] ?? 0);
    const colleague = await officeWindow(run);
    const send = <T>(data: T) => ({ requestId: v7(), data });
    const entrance = await colleague.session.current({});
    const people = entrance.state === 'login' ? entrance.names : [];
    const manager = people.find(({ name }) => name === '杜建华');
    await colleague.session.enterDemo(send({ accountId: manager?.id ?? 0 }));
    const { rows } = await colleague.contracts.list({ scope: 'all', states: ['inReview'], text: '' });
    const [mine] = rows;
    const consultant = mine?.consultant.name ?? '';
    if (consultant !== '何佳怡') await takeThePlace('何佳怡', consultant);
    const before = await unread();
    const { version } = await colleague.contracts.detail({ contractId: mine?.id ?? 0 });
    const place = { part: 'buyers' as const, article: null, annex: null, field: null };
    const defects = [{ kind: 'address', ...place, text: '送达地址与证件地址不一致' }];
    const sent = Date.now();
    await colleague.contracts.sendBack(send({ contractId: mine?.id ?? 0, version, opinion: '请补正', defects }));
    await expect.poll(unread, { timeout: 5000, interval: 20 }).toBe(before + 1);
    expect(Date.now() - sent).toBeLessThan(1000);
    await page.keyboard.press('Alt+n');
    await page.getByRole('region', { name: '通知' }).getByText('合同被退回，1 处缺陷').first().waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => location.hash)).toBe(`#/contracts/contracts/${mine?.id}`);
    await expect.poll(unread).toBe(before);
    if (consultant !== '何佳怡') await takeThePlace(consultant, '何佳怡');
  });

  it('lets somebody else take the place, chosen from its people', async () => {
    await takeThePlace('何佳怡', '沈静宜');
  });
});
