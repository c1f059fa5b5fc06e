import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Post } from '#shared/domain/accounts/posts.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { demoSeat, leave, peopleOf } from './pages/entrance.ts';
import { openHome, showBuilding } from './pages/sales-control.ts';
import { button, goTo, type Stage, wordsOf } from './pages/stage.ts';
import { officeWindow } from './support/found-office.ts';
import { type Launched, launch, runAhead } from './support/launch.ts';
import type { FullClient } from './support/page-client.ts';

const MINUTE_MS = 60_000;
/** Longer than the office waits between two looks at its leases. */
const LOOKED_MS = 2_500;

describe('at the desk', () => {
  let run: Launched;
  let stage: Stage;
  /** A home that nobody has. */
  let free: { readonly id: number; readonly floor: number; readonly roomNo: string; readonly building: string };
  let sit: (post: Post) => Promise<void>;

  beforeAll(async () => {
    run = await launch({ args: ['--demo'], movableClock: true });
    // The demo seats somebody of its own.
    await run.page.getByRole('banner').waitFor({ timeout: 120_000 });
    await leave(run.page);
    free = await shortenLocks(await officeWindow(run));
    sit = demoSeat(run.page);
    stage = { page: run.page, words: wordsOf('zh-CN'), enter: sit, scene: async () => {} };
  }, 180_000);
  afterAll(() => run.close());

  it('what was typed and not yet saved is there again after somebody else had the seat', async () => {
    const { page, words } = stage;
    await sit('consultant');
    await goTo(stage, '/reception/customers');
    // A row with a phone: those of a list that is still being read have nothing to open.
    await page.getByRole('row').filter({ hasText: /160/ }).first().dblclick();
    const entry = page.getByRole('textbox', { name: words.customers.history.entry });
    await entry.fill('想看东边户，周末带父母再来');
    const address = new URL(page.url()).hash;
    await sit('supervisor');
    await goTo(stage, address.slice(1));
    await entry.waitFor();
    expect(await entry.inputValue()).toBe('');
    await sit('consultant');
    await goTo(stage, address.slice(1));
    await expect.poll(() => entry.inputValue()).toBe('想看东边户，周末带父母再来');
  });

  it('a lock that nobody renews runs out, and the home is free again in the window without a touch', async () => {
    const { page } = stage;
    await showBuilding(stage, free.building);
    const panel = await openHome(stage, free.floor, free.roomNo);
    await button(panel, stage.words.units.act.lock).click();
    const cell = page.locator(`[data-unit="${free.id}"]`);
    await cell.and(page.locator('[data-shown=locked]')).waitFor();
    // Most of its minute: it stands, however often the office looks.
    await runAhead(run, MINUTE_MS - 20_000);
    await page.waitForTimeout(LOOKED_MS);
    expect(await cell.and(page.locator('[data-shown=locked]')).count()).toBe(1);
    await runAhead(run, MINUTE_MS);
    await cell.and(page.locator('[data-shown=available]')).waitFor();
    await button(panel, stage.words.units.act.lock).waitFor();
  });
});

/** As the manager: locks last a minute from today on. Answers a home that nobody has. */
async function shortenLocks(office: FullClient) {
  const manager = (await peopleOf(office)).find(({ post }) => post === 'manager');
  await office.session.enterDemo({ requestId: v7(), data: { accountId: manager?.id ?? 0 } });
  const setting = { key: 'lockMinutes', value: 1, effectiveFrom: dayOf(Date.now()), sourceNote: '开盘当日缩短锁定' };
  await office.settings.set({ requestId: v7(), data: setting });
  const { units, buildings } = await office.units.board({});
  const home = units.find(({ state, use }) => state === 'available' && use === 'home');
  if (home === undefined) throw new Error('Nothing is left to sell in the demo office');
  await office.session.logout({ requestId: v7(), data: {} });
  return { ...home, building: buildings.find(({ id }) => id === home.buildingId)?.name ?? '' };
}
