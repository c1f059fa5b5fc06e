import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Post } from '#shared/domain/accounts/posts.ts';
import { addDays, dayOf } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';
import { refusalOf } from '../support/refusals.ts';
import { passwordSeat } from './pages/entrance.ts';
import {
  cellOf,
  fillDay,
  importPriceList,
  makeSaleable,
  releaseBuilding,
  showBuilding,
} from './pages/sales-control.ts';
import { button, confirm, dialog, goTo, type Stage, wordsOf } from './pages/stage.ts';
import { foundOffice, officeWindow, PASSWORD } from './support/found-office.ts';
import { type Launched, launch, runAhead } from './support/launch.ts';

const words = wordsOf('zh-CN');
const today = dayOf(Date.now());
const DAY = 24 * 3_600_000;
const deciders: readonly Post[] = ['planningManager', 'manager', 'director'];
/** Two floors of two homes, a million each. */
const list = [
  '楼栋,单元,楼层,房号,户型,建筑面积,套内面积,总价',
  ...['101', '102', '201', '202'].map((room) => `7栋,1单元,${room[0]},${room},三室两厅,100.00,80.00,1000000`),
].join('\n');

describe('prices of homes on sale are changed by a batch', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhiye-prices-'));
  let run: Launched;
  let stage: Stage;

  beforeAll(async () => {
    run = await launch({ movableClock: true });
    await foundOffice(run, ['manager', 'director', 'planner', 'planningManager', 'backOffice', 'consultant']);
    await run.page.reload();
    stage = {
      page: run.page,
      words,
      enter: passwordSeat(run.page, words, PASSWORD),
      scene: () => Promise.resolve(),
    };
    const file = path.join(folder, '七栋.csv');
    writeFileSync(file, list);
    await stage.enter('manager');
    await importPriceList(stage, file);
    await makeSaleable(stage, {
      building: '7栋',
      permit: '渝字（2026）预字第 999 号',
      publishedOn: today,
      deliveryOn: '2028-06-30',
    });
    await releaseBuilding(stage, '7栋');
  }, 180_000);
  afterAll(async () => {
    await run.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('tried out, agreed to by three, published, in force on its day, and an old offer is refused', async () => {
    const { page } = stage;
    const { prices, approvals } = words;

    await stage.enter('planner');
    await goTo(stage, '/sales/prices');
    await button(page, prices.add).first().click();
    const begin = dialog(page);
    await begin.getByLabel(prices.fields.name).fill('十二月调价');
    await fillDay(begin.getByLabel(prices.fields.effectiveOn), addDays(today, 1));
    await button(begin, prices.begin).click();
    await button(page, prices.rule.add).click();
    await page.getByLabel(prices.rule.figures.percent).fill('-2');
    await page.getByText('3,920,000').first().waitFor();
    await button(page, prices.submit).click();
    const asking = dialog(page);
    await asking.getByRole('textbox').last().fill('按市场行情调整');
    await confirm(page, prices.submit);
    await page.getByText(prices.states.pending).first().waitFor();

    for (const post of deciders) {
      await stage.enter(post);
      await goTo(stage, '/today/approvals');
      await page.getByRole('row').filter({ hasText: 'TJ-' }).first().dblclick();
      await page.getByText('3,920,000').first().waitFor();
      await page.getByLabel(approvals.opinion).fill('同意');
      await page.getByRole('button', { name: new RegExp(`^${approvals.approve}`) }).click();
      const done = post === 'director' ? approvals.done.approved : approvals.done.pending;
      await page.getByText(new RegExp(done)).first().waitFor();
    }

    await stage.enter('backOffice');
    await goTo(stage, '/sales/prices');
    await page.getByRole('row').filter({ hasText: 'TJ-' }).first().dblclick();
    await button(page, words.documents.issues.priceNotice).click();
    await page.waitForURL(/documents\/\d+/);
    await page.getByText(words.documents.states.issued).first().waitFor({ timeout: 60_000 });

    const office = await officeWindow(run);
    const send = <T>(data: T) => ({ requestId: v7(), data });
    await office.session.login(send({ loginName: 'consultant', password: PASSWORD }));
    const { units } = await office.units.board({});
    const unitId = units.find(({ roomNo }) => roomNo === '201')?.id ?? 0;
    const terms = {
      unitId,
      adjustments: [],
      homeOrder: 'first' as const,
      ways: [{ planCode: 'lumpSum' as const, loanYears: 30 }],
    };
    const { price } = await office.quotes.reckon({ terms });
    expect(price).toBe(yuan(1_000_000));
    const { customerId } = await office.visits.register(
      send({
        kind: 'visit' as const,
        customerId: null,
        name: '上官婉清',
        phone: '10061802618',
        channel: 'passingBy' as const,
        rating: 'B' as const,
        partySize: 1,
        intent: '',
        notes: '',
        nextFollowUpOn: null,
        receivedBy: null,
      }),
    );

    await runAhead(run, DAY);
    const late = await officeWindow(run);
    await late.session.login(send({ loginName: 'consultant', password: PASSWORD }));
    const priceNow = async () => (await late.units.detail({ unitId })).cell.listPrice;
    await expect.poll(priceNow, { timeout: 60_000 }).toBe(yuan(980_000));
    const old = late.quotes.create(send({ terms, customerId, shownPrice: price }));
    expect((await refusalOf(old)).code).toBe('PRICE_CHANGED');

    await page.reload();
    await passwordSeat(page, words, PASSWORD)('consultant');
    await showBuilding(stage, '7栋');
    await cellOf(page, 2, '201').click();
    await page.getByText('980,000').first().waitFor();
  }, 240_000);
});
