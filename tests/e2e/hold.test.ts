import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endOfDay } from '#shared/domain/units/lock-policy.ts';
import { addDays, dayOf } from '#shared/kernel/local-date.ts';
import { buildBuyer } from '#tests/support/deal-builders.ts';
import { passwordSeat } from './pages/entrance.ts';
import { cellOf, holdHome, openHome, showBuilding } from './pages/sales-control.ts';
import { type Stage, say, wordsOf } from './pages/stage.ts';
import { foundOffice, PASSWORD } from './support/found-office.ts';
import { furnishersOf, openForSale } from './support/furnish.ts';
import { type Launched, launch, runAhead } from './support/launch.ts';

const words = wordsOf('zh-CN');
const { units, unitStates, events } = words;
const MINUTE_MS = 60_000;
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
    await openForSale(people.as('manager'), { building, homes: { '101': 1_000_000, '102': 1_000_000 } });
    await buildBuyer(people.as('consultant'), customer);
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
});
