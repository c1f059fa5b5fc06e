import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { button, confirm, dialog, goTo, type Stage, say } from './stage.ts';

/** Imports a price list: file, columns, check, confirmation. Its prices are the filed ones too. */
export async function importPriceList(stage: Stage, file: string): Promise<void> {
  const { page, words } = stage;
  const { imports, common } = words;
  await goTo(stage, '/sales/import');
  await page.locator('main input[type=file]').setInputFiles(file);
  await page.getByText(path.basename(file)).first().waitFor();
  await button(page, common.next).waitFor();
  await stage.scene('import-columns');
  await button(page, common.next).click();
  await page.getByLabel(imports.alsoFiled).check();
  await stage.scene('import-check');
  await page.getByRole('main').getByRole('button', { name: imports.confirm.button, exact: true }).click();
  await confirm(page, imports.confirm.button);
  await button(page, imports.done.again).waitFor();
  await stage.scene('import-done');
}

/** What makes a building saleable. */
export type Saleable = {
  readonly building: string;
  readonly permit: string;
  readonly publishedOn: string;
  readonly deliveryOn: string;
};

/** Enters the pre-sale permit of the buildings that have none, and a building's days: prices published, delivery. */
export async function makeSaleable(stage: Stage, facts: Saleable): Promise<void> {
  const { building, permit, publishedOn, deliveryOn } = facts;
  const { page, words } = stage;
  const { projects, common } = words;
  await goTo(stage, '/sales/project');
  await button(page, projects.permits.add).click();
  const permitDrawer = dialog(page);
  await permitDrawer.getByLabel(projects.permits.number).fill(permit);
  await fillDay(permitDrawer.getByLabel(projects.permits.issuedOn), publishedOn);
  await button(permitDrawer, projects.permits.button).click();
  await permitDrawer.waitFor({ state: 'hidden' });
  await button(page, say(projects.buildings.editLabel, { name: building })).click();
  const drawer = dialog(page);
  await fillDay(drawer.getByLabel(projects.buildings.publishedOn), publishedOn);
  await fillDay(drawer.getByLabel(projects.buildings.delivery), deliveryOn);
  await button(drawer, common.save).click();
  await drawer.waitFor({ state: 'hidden' });
  await stage.scene('project');
}

/** Types a day into a date field and leaves the field, so that its calendar closes. */
export async function fillDay(field: Locator, day: string): Promise<void> {
  await field.fill(day);
  await field.press('Tab');
}

/** Shows a building on the board. */
export async function showBuilding(stage: Stage, building: string): Promise<void> {
  const { page, words } = stage;
  await goTo(stage, '/sales/board');
  await page
    .getByRole('group', { name: words.units.board.buildings, exact: true })
    .getByRole('button', { name: new RegExp(`^${building}`) })
    .click();
  await page.getByRole('grid', { name: say(words.units.board.grid, { building }) }).waitFor();
}

/** Asks to release every home of the building that is shown; answers the dialog that says what it means. */
export async function askRelease({ page, words }: Stage): Promise<Locator> {
  const { release } = words.units;
  await button(page, release.start).click();
  await button(page, release.allOfBuilding).click();
  await button(page, release.act).click();
  return dialog(page);
}

/** Releases every home of a building. */
export async function releaseBuilding(stage: Stage, building: string): Promise<void> {
  await showBuilding(stage, building);
  await askRelease(stage);
  await stage.scene('release');
  await confirm(stage.page, stage.words.units.release.act);
}

/** A home on the board of a window. */
export function cellOf(page: Page, floor: number, room: string): Locator {
  return page
    .locator(`[role=row]:has([data-floor="${floor}"]) [data-unit]`)
    .and(page.getByRole('gridcell', { name: new RegExp(`^${room}( |$)`) }))
    .first();
}

/** Opens the drawer of a home of the building that is shown. */
export async function openHome({ page, words }: Stage, floor: number, room: string): Promise<Locator> {
  await cellOf(page, floor, room).click();
  const panel = page.getByRole('group', { name: words.units.drawer.actions });
  await panel.waitFor();
  return panel;
}

/** Holds the home whose drawer is open for a customer whose file is there, until the end of a day. */
export async function holdHome(
  { page, words }: Stage,
  panel: Locator,
  { customer, until, reason }: { readonly customer: string; readonly until: string; readonly reason: string },
): Promise<void> {
  const { act, hold } = words.units;
  await button(panel, act.hold).click();
  const holding = dialog(page);
  await holding.getByRole('combobox', { name: words.parts.customer.label }).fill(customer);
  await page.getByRole('option', { name: new RegExp(customer) }).click();
  await fillDay(holding.getByLabel(hold.until), until);
  await holding.getByLabel(words.common.reason).fill(reason);
  await button(holding, hold.submit).click();
  await holding.waitFor({ state: 'hidden' });
}

/** Locks the home whose drawer is open. */
export async function lockHome(stage: Stage, panel: Locator): Promise<void> {
  const { act } = stage.words.units;
  await stage.scene('unit-drawer');
  await button(panel, act.lock).click();
  await button(panel, act.subscribe).waitFor();
  await stage.scene('locked');
}

/** Locks the home whose drawer is open, and goes on to its subscription. */
export async function lockAndSubscribe(stage: Stage, panel: Locator): Promise<void> {
  await lockHome(stage, panel);
  await button(panel, stage.words.units.act.subscribe).click();
}

/** When a cell of a window's board came to show a state, as that window saw it. */
export function arrivalOf(page: Page, unitId: number, state: string): Promise<number> {
  return page.evaluate(
    ([id, wanted]) =>
      new Promise<number>((resolve, reject) => {
        const cell = document.querySelector<HTMLElement>(`[data-unit="${id}"]`);
        if (cell === null) return reject(new Error('The cell is not on the board'));
        const observer = new MutationObserver(() => {
          if (cell.dataset['shown'] !== wanted) return;
          observer.disconnect();
          resolve(Date.now());
        });
        observer.observe(cell, { attributes: true });
      }),
    [unitId, state] as const,
  );
}
