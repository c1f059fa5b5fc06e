import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePriceList } from '#scripts/tour/price-list.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { canServePrinters, startCups, type TestCups } from '../support/cups.ts';
import { has } from '../support/page-codes.ts';
import { sharedDataFile } from '../support/shared-data.ts';
import { approve, askForPrice, depositField, fillSubscription, printPaper, reprintPaper } from './pages/deals.ts';
import { passwordSeat } from './pages/entrance.ts';
import { askRelease, lockAndSubscribe, openHome, showBuilding } from './pages/sales-control.ts';
import { type Sale, sellHome } from './pages/selling-a-home.ts';
import { button, goTo, type Stage, wordsOf } from './pages/stage.ts';
import { foundOffice, PASSWORD } from './support/found-office.ts';
import { type Launched, launch } from './support/launch.ts';

const canPrint = canServePrinters && has('pdftotext');

/** A real list where the shared folder is there, else one of our own. */
function saleIn(folder: string): Sale {
  const real = sharedDataFile('units/sz_songfeng_3dong.csv');
  const home =
    real === undefined
      ? { list: writePriceList(folder), building: '6栋', floor: 16, room: '1602', unit: '6-1-1602' }
      : { list: real, building: '3栋', floor: 30, room: '02', unit: '3-1-3002' };
  return {
    ...home,
    permit: '深房许字（2026）松风003号',
    publishedOn: dayOf(Date.now()),
    visitor: { name: '上官婉清', phone: '10061802618' },
    purchase: {
      buyer: { name: '上官婉清', identityNumber: '999999199003074523', address: '松风路 88 号' },
      discountPercent: '2',
      reason: '老业主推荐，一周内付清首期款。',
      deposit: '50000',
    },
    reference: '0618-0001',
  };
}

describe.skipIf(!canPrint)('a home is sold from a price list to the printed papers', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhiye-sale-'));
  const sale = saleIn(folder);
  let cups: TestCups;
  let run: Launched;
  let stage: Stage;
  let complaints: () => readonly string[];
  /** What is looked at when a moment of the sale has come. */
  const moments = new Map<string, () => Promise<void>>();

  beforeAll(async () => {
    cups = await startCups();
    run = await launch({ env: cups.environment });
    await foundOffice(run, ['manager', 'consultant', 'supervisor', 'backOffice']);
    // A window without screens is plain text, which Chromium dresses in a style of its own that the policy refuses.
    const dressed = new Set(run.consoleErrors());
    complaints = () => run.consoleErrors().filter((line) => !dressed.has(line));
    await run.page.reload();
    stage = {
      page: run.page,
      words: wordsOf('zh-CN'),
      enter: passwordSeat(run.page, wordsOf('zh-CN'), PASSWORD),
      scene: async (name) => moments.get(name)?.(),
    };
  }, 120_000);

  afterAll(async () => {
    await run.close();
    await cups.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('by four people in turn, the law refusing meanwhile what it forbids', async () => {
    const { page } = stage;
    moments.set('import-done', async () => {
      await showBuilding(stage, sale.building);
      const asking = await askRelease(stage);
      await button(asking, '推出').click();
      await asking.getByText(/没有预售许可/).waitFor();
      await asking.getByText(/第四十五条|第45条/).waitFor();
      await button(asking, '取消').click();
    });
    moments.set('subscribe', async () => {
      await depositField(stage).fill('9000000');
      await page.getByText('定金不得超过成交价的20%').first().waitFor();
      await page
        .getByText(/民法典第586条/)
        .first()
        .waitFor();
      await depositField(stage).fill(sale.purchase.deposit);
      await page.getByText('定金不得超过成交价的20%').first().waitFor({ state: 'hidden' });
    });
    const texts: Record<string, string> = {};
    let printed = 0;
    const keep = async (name: string) => {
      printed += 1;
      texts[name] = await textOf(await cups.arrived(printed), path.join(folder, `${name}.pdf`));
    };
    const number = await sellHome(stage, sale, async (kind) => {
      await printPaper(stage);
      await keep(kind);
      if (kind === 'depositReceipt') return;
      await reprintPaper(stage, '客户补要一份');
      await keep('reprint');
    });
    expect(number).toMatch(/^RG-\d{4}-\d{4}$/);
    const { subscriptionBook = '', depositReceipt = '', reprint = '' } = texts;
    for (const part of [number, '上官婉清', sale.unit, '伍万元整', '50,000.00', sale.reference])
      expect(depositReceipt).toContain(part);
    for (const part of [number, '上官婉清', '999999199003074523', '松风路88号', '伍万元整', sale.permit])
      expect(subscriptionBook).toContain(part);
    expect(subscriptionBook).not.toContain('补打');
    expect(reprint).toContain('补打');
    expect(complaints()).toEqual([]);
  }, 240_000);

  it('and the next one is on the board of another window within a second', async () => {
    moments.clear();
    const other = await run.newWindow();
    const watcher: Stage = { ...stage, page: other, enter: passwordSeat(other, stage.words, PASSWORD) };
    await watcher.enter('manager');
    await showBuilding(watcher, sale.building);
    await stage.enter('consultant');
    await showBuilding(stage, sale.building);
    const floor = sale.floor - 1;
    const room = sale.room.replace(String(sale.floor), String(floor));
    const panel = await openHome(stage, floor, room);
    const unitId = Number(new URL(stage.page.url().replace('#', '')).searchParams.get('unit'));
    const cell = other.locator(`[data-unit="${unitId}"]`);
    await lockAndSubscribe(stage, panel);
    await cell.and(other.locator('[data-unit-state=locked]')).waitFor();
    await fillSubscription(stage, { ...sale.purchase, buyer: { ...sale.purchase.buyer } });
    await askForPrice(stage);
    await cell.and(other.locator('[data-unit-state=held]')).waitFor();
    await stage.enter('supervisor');
    const arrival = arrivalOf(other, unitId, 'subscribed');
    await approve(stage, sale.visitor.name, '同意');
    const answeredAt = Date.now();
    expect((await arrival) - answeredAt).toBeLessThan(1000);
    await goTo(stage, '/today');
    await other.close();
  }, 120_000);
});

/** When a cell of a window's board came to show a state, as that window saw it. */
function arrivalOf(page: Page, unitId: number, state: string): Promise<number> {
  return page.evaluate(
    ([id, wanted]) =>
      new Promise<number>((resolve, reject) => {
        const cell = document.querySelector<HTMLElement>(`[data-unit="${id}"]`);
        if (cell === null) return reject(new Error('The cell is not on the board'));
        const observer = new MutationObserver(() => {
          if (cell.dataset['unitState'] !== wanted) return;
          observer.disconnect();
          resolve(Date.now());
        });
        observer.observe(cell, { attributes: true });
      }),
    [unitId, state] as const,
  );
}

async function textOf(paper: Uint8Array, file: string): Promise<string> {
  writeFileSync(file, paper);
  // Chinese text breaks anywhere; what is looked for may run over the end of a line.
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, '');
}
