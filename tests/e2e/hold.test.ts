import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endOfDay } from '#shared/domain/units/lock-policy.ts';
import { addDays, dayOf } from '#shared/kernel/local-date.ts';
import { buildBuyer } from '#tests/support/deal-builders.ts';
import { passwordSeat } from './pages/entrance.ts';
import { issuePaper } from './pages/papers.ts';
import { cellOf, holdHome, lockHome, openHome, showBuilding } from './pages/sales-control.ts';
import { button, confirm, dialog, goTo, type Stage, say, wordsOf } from './pages/stage.ts';
import { foundOffice, PASSWORD } from './support/found-office.ts';
import { furnishersOf, openForSale } from './support/furnish.ts';
import { type Launched, launch, runAhead } from './support/launch.ts';

const words = wordsOf('zh-CN');
const { units, unitStates, events } = words;
const MINUTE_MS = 60_000;
const LOCK_MINUTES = 2;
const building = '7栋';
const customer = '上官婉清';
const reason = '客户今晚凑齐首付';
/** The test plays on the evening of the next day: a clock goes forward only. */
const today = addDays(dayOf(Date.now()), 1);
const toMidnight = () => endOfDay(today) - Date.now();

describe('a home that is held for a customer', () => {
  let run: Launched;
  let supervisor: Stage;
  let consultant: Stage;

  beforeAll(async () => {
    run = await launch({ movableClock: true });
    await foundOffice(run, ['manager', 'supervisor', 'consultant']);
    const people = await furnishersOf(run, ['manager', 'consultant']);
    await openForSale(people.as('manager'), {
      building,
      homes: { '101': 1_000_000, '102': 1_000_000, '103': 1_000_000 },
    });
    await buildBuyer(people.as('consultant'), customer);
    // A lock shorter than the time after which a screen locks itself.
    await people.as('manager').settings.set({
      ...{ key: 'lockMinutes', value: LOCK_MINUTES, effectiveFrom: dayOf(Date.now()), sourceNote: '周末人多' },
    });
    await people.leave();
    await runAhead(run, toMidnight() - 5 * MINUTE_MS);
    await run.page.reload();
    const stageAt = (page: Page): Stage => ({
      page,
      words,
      enter: passwordSeat(page, words, PASSWORD),
      scene: () => Promise.resolve(),
    });
    supervisor = stageAt(run.page);
    consultant = stageAt(await run.newWindow());
    await supervisor.enter('supervisor');
    await consultant.enter('consultant');
    for (const stage of [supervisor, consultant]) await showBuilding(stage, building);
  }, 180_000);
  afterAll(() => run.close());

  const cell = (page: Page, state: string) => cellOf(page, 1, '101').and(page.locator(`[data-shown=${state}]`));
  /** The newest of what happened to the home whose drawer is open. */
  const newest = (page: Page) => page.getByRole('list', { name: units.drawer.history }).getByRole('listitem').first();

  it('is kept on every board until its day is over, and then the office itself lets it go', async () => {
    const boards = [supervisor.page, consultant.page];
    const panel = await openHome(supervisor, 1, '101');
    await holdHome(supervisor, panel, { customer, until: today, reason });
    for (const page of boards) {
      await cell(page, 'held').waitFor();
      expect(await cell(page, 'held').getAttribute('aria-description')).toBe(unitStates.name.held);
      // Its last day is marked: `今天`.
      expect(await cell(page, 'held').getAttribute('aria-label')).toMatch(/今天/);
    }
    await cellOf(consultant.page, 1, '101').click();
    const drawer = consultant.page.getByRole('complementary', { name: say(units.drawer.label, { unit: '7-1-101' }) });
    await drawer.getByText(customer).waitFor();
    await drawer.getByText(new RegExp(say(units.drawer.heldUntil, { day: today.slice(5) }))).waitFor();
    await newest(consultant.page).getByText(reason).waitFor();
    expect(await newest(consultant.page).innerText()).toContain('supervisor');

    // Nobody is away for so long that a screen locks itself: both boards stand open all the while.
    await runAhead(run, toMidnight() + MINUTE_MS);
    for (const page of boards) {
      await cell(page, 'available').waitFor();
      await newest(page).getByText(events.kinds.holdExpired).waitFor();
      expect(await newest(page).innerText()).toContain(units.drawer.office);
    }
    expect(run.consoleErrors()).toEqual([]);
  }, 120_000);

  it('shows on the board of any past minute who had a home then', async () => {
    const { page } = supervisor;
    await page.getByRole('slider', { name: units.time.label }).press('ArrowLeft');
    await page.getByRole('textbox', { name: units.time.clock }).fill('23:57');
    await page.keyboard.press('Enter');
    await cell(page, 'held').waitFor();
    await page.getByText(new RegExp(say(units.time.past, { moment: '.*23:57' }))).waitFor();
    await button(page, units.time.toNow).click();
    await cell(page, 'available').waitFor();
  }, 60_000);

  it('goes to one of two windows that lock it at the same moment, and tells the other who has it since when', async () => {
    const stages = [supervisor, consultant];
    const panels = [await openHome(supervisor, 1, '102'), await openHome(consultant, 1, '102')];
    await Promise.all(panels.map((panel) => button(panel, units.act.lock).dispatchEvent('click')));
    const told = stages.map(({ page }) =>
      page.getByText(/于 .*\d{1,2}:\d{2} 已被(supervisor|consultant) 张占用/).first(),
    );
    const losers = () => Promise.all(told.map((one) => one.isVisible()));
    await expect.poll(async () => (await losers()).filter(Boolean).length, { timeout: 20_000 }).toBe(1);
    const lost = (await losers()).indexOf(true);
    expect(await told[lost]?.innerText()).toContain(lost === 0 ? 'consultant' : 'supervisor');
    const locked = (page: Page) => cellOf(page, 1, '102').and(page.locator('[data-shown=locked]'));
    for (const { page } of stages) await locked(page).waitFor();
    // Of the two windows on this PC one lock at a time.
    const winner = panels[1 - lost];
    if (winner !== undefined) await button(winner, units.act.unlock).click();
    await cellOf(supervisor.page, 1, '102').and(supervisor.page.locator('[data-shown=available]')).waitFor();
  }, 60_000);

  it('is told of to whoever still has a form open when the lease of their lock runs out', async () => {
    const { page } = consultant;
    const panel = await openHome(consultant, 1, '103');
    await lockHome(consultant, panel);
    await button(panel, units.act.book).click();
    const form = dialog(page);
    await form.getByRole('combobox', { name: words.parts.customer.label }).fill(customer);
    await page.getByRole('option', { name: new RegExp(customer) }).click();
    await runAhead(run, toMidnight() + (LOCK_MINUTES + 2) * MINUTE_MS);
    await cellOf(supervisor.page, 1, '103').and(supervisor.page.locator('[data-shown=available]')).waitFor();
    // What was typed stays; nothing is booked on a lock that is gone.
    await button(form, words.bookings.book.submit).click();
    await form.getByText(/没有为本客户锁定或预留/).waitFor();
    expect(await form.getByRole('combobox', { name: words.parts.customer.label }).inputValue()).toContain(customer);
    await button(form, words.common.cancel).click();
    await confirm(page, words.common.discardLeave);
    await form.waitFor({ state: 'hidden' });
  }, 60_000);

  it('stands on the board that is printed on A3 and leaves as a file, each under a number that is on record', async () => {
    const { page } = supervisor;
    const folder = mkdtempSync(path.join(tmpdir(), 'zhiye-board-'));
    await page.evaluate(() => {
      // What the system's dialog would print is read from the page instead.
      window.print = () => undefined;
    });
    await button(page, units.board.print).click();
    const sheet = page.locator('body > section');
    await sheet.waitFor({ state: 'attached' });
    const text = (await sheet.textContent()) ?? '';
    expect(text).toMatch(/DC-\d{4}-\d{4}/);
    expect(text).toContain(units.totals.internal);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await sheet.waitFor({ state: 'detached' });
    const file = path.join(folder, '销控.xlsx');
    await run.app.evaluate(({ dialog: system }, filePath) => {
      system.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, file);
    await button(page, units.board.export).click();
    await expect.poll(() => existsSync(file), { timeout: 30_000 }).toBe(true);
    rmSync(folder, { recursive: true, force: true });
  }, 90_000);

  it('is part of the check of the day, which the supervisor and the manager sign and print', async () => {
    const { page } = supervisor;
    const { control } = words;
    await goTo(supervisor, '/sales/check');
    // In the row of tabs the page has the name of what is done on it.
    await button(page.getByRole('main'), control.run).first().click();
    await button(page, control.sign).click();
    await confirm(page, control.sign);
    await supervisor.enter('manager');
    await goTo(supervisor, '/sales/check');
    await page.getByRole('main').locator('tr[data-row]').first().dblclick();
    await button(page, control.sign).click();
    await confirm(page, control.sign);
    await page.getByText(control.states.signed, { exact: true }).first().waitFor();
    await issuePaper(supervisor, 'controlCheck');
    expect(run.consoleErrors()).toEqual([]);
  }, 120_000);
});
