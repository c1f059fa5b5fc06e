import type { Words } from '#tests/e2e/pages/stage.ts';
import { button, dialog, say } from '#tests/e2e/pages/stage.ts';
import type { Screen } from './screen.ts';
import { settle } from './settle.ts';

type Steps = Exclude<Screen['steps'], undefined>;
type Shown = Parameters<Steps>[0];

/** A list that changes one home of the demonstration, adds one, and has an error and a doubt. */
const priceList = `楼栋,单元,楼层,房号,建筑面积,套内面积,单价,总价,状态
9栋,1单元,1,101,118.42,94.74,17850,2113797,可售
9栋,1单元,1,102,待定,79.20,17850,1767150,可售
9栋,1单元,1,103,99.00,79.20,17850,1867150,已备案
`;

/** Lets a price list fall onto the import. */
export async function dropList(page: Shown): Promise<void> {
  const buffer = Buffer.from(priceList);
  await page.locator('input[type=file]').setInputFiles({ name: '一房一价.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('list').getByText('2').waitFor();
}

/** Lets something fall onto the import that is no price list. */
export async function dropRubbish(page: Shown): Promise<void> {
  const buffer = Buffer.from('%PDF-1.7 …');
  await page.locator('input[type=file]').setInputFiles({ name: '一房一价.xlsx', mimeType: 'text/csv', buffer });
  await page.getByRole('alert').waitFor();
}

/** Goes on to the rows of a price list and their problems. */
export async function checkList(page: Shown, words: Words): Promise<void> {
  await dropList(page);
  await page.getByRole('button', { name: words.common.next }).click();
  await page.getByRole('button', { name: words.imports.detail.next }).click();
}

/** Asks to write a price list without its faulty rows. */
export async function confirmList(page: Shown, words: Words): Promise<void> {
  await checkList(page, words);
  await page.getByRole('main').getByRole('checkbox').nth(1).check();
  await button(page.getByRole('main'), words.imports.confirm.button).click();
  await dialog(page).waitFor();
}

/** Locks the window. */
export async function lock(page: Shown, words: Words): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: words.shell.lock, exact: true }).click();
  await page.getByRole('heading', { name: words.entrance.lockedTitle }).waitFor();
}

/** Waits until the first page of a paper is drawn: nothing of the document changes while it is. */
async function drawnPages(page: Shown): Promise<void> {
  await page.locator('[data-page="1"] canvas').waitFor();
  await page.waitForFunction(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('[data-page="1"] canvas');
    const { data } = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    return data.some((value, at) => at % 4 === 0 && value < 64 && (data[at + 3] ?? 0) === 255);
  });
}

/** Steps to the first finding of a contract that is marked on its pages, or to the last, and waits until that page is drawn. */
function stepsToFinding(keys: 'F8' | 'Shift+F8'): Steps {
  return async (page) => {
    await drawnPages(page);
    await page.locator('[data-mark]').first().waitFor();
    await page.keyboard.press(keys);
    await page.locator('[data-page]:has([data-at]) canvas').waitFor();
  };
}
export const nextFinding = stepsToFinding('F8');
export const lastFinding = stepsToFinding('Shift+F8');

/** Ticks the first deals of a list and makes a paper for each. */
export async function issueMany(page: Shown, { documents }: Words): Promise<void> {
  const main = page.getByRole('main');
  for (const row of [1, 2, 3, 4]) await main.getByRole('checkbox').nth(row).check();
  await button(main, say(documents.batch.button_other, { count: 4 })).click();
  await button(dialog(page), say(documents.batch.begin_other, { count: 4 })).click();
  await dialog(page).getByText(documents.batch.states.done).waitFor({ timeout: 60_000 });
}

/** Looks something up in the handbook beside the page. */
export async function lookUp(page: Shown, text: string): Promise<void> {
  await page.keyboard.press('Alt+k');
  const pane = page.getByRole('complementary').last();
  await pane.getByRole('searchbox').fill(text);
  await pane.getByRole('listitem').first().waitFor();
}

/** Opens the menu of whoever sits here. */
export async function openPersonMenu(page: Shown): Promise<void> {
  await page.getByRole('banner').locator('button[aria-haspopup=menu]').last().click();
  await page.getByRole('menu').waitFor();
}

/** Opens what concerns the person. */
export async function openNotices(page: Shown, { notices }: Words): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: notices.title }).click();
  await page.getByRole('region', { name: notices.title }).locator('a[data-notice]').first().waitFor();
}

/** Types a visit of somebody nobody knows. */
export async function registerSomebodyNew(page: Shown, { visits, labels }: Words): Promise<void> {
  await page.getByLabel(visits.phone).fill('10012345678');
  await page.getByRole('textbox', { name: visits.name, exact: true }).fill('王海涛');
  await page.getByRole('radio', { name: labels.channels.referral }).click();
  await page.getByRole('heading', { name: visits.verdict.new.title }).waitFor();
}

/** One's own customers are listed with their phones in full: one of them calls. */
export async function callOfACustomer(page: Shown, { visits, customers }: Words): Promise<void> {
  const rows = page.getByRole('grid', { name: customers.list.title }).locator('tbody tr[data-row]');
  const phone = await rows.first().locator('td').nth(1).innerText();
  await page.evaluate(() => {
    location.hash = '#/reception';
  });
  // A draft of the screen before is put back first.
  await settle(page);
  await page.getByLabel(visits.phone).fill(phone);
  await page.getByRole('list', { name: visits.match.recent }).waitFor();
}

/** Opens the search and types into it; the hits are there when one of them is chosen. */
export async function searchFor(page: Shown, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').first().fill(text);
  await page.locator('[role=option][aria-selected=true] b').first().waitFor();
}

/** Types the number of a contract behind Ctrl+K. */
export async function findContract(page: Shown): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').first().fill('HT');
  await page.getByRole('option').filter({ hasText: 'HT-' }).first().waitFor();
}

/** Presses the button that a screen's words name, and waits for the dialog or drawer that it opens. */
export function asks(
  nameOf: (words: Words) => string,
  within: 'main' | 'page' = 'page',
): (page: Shown, words: Words) => Promise<void> {
  return async (page, words) => {
    const name = new RegExp(`^${nameOf(words).replaceAll(/\{\{.*?\}\}/g, '.*')}$`);
    const where = within === 'main' ? page.getByRole('main') : page.locator('body');
    await where.getByRole('button', { name }).first().click();
    await dialog(page).waitFor();
  };
}

/** Shows the homes of a price batch as a list. */
export async function listBatchHomes(page: Shown, { prices }: Words): Promise<void> {
  await page.getByRole('radiogroup', { name: prices.view }).getByText(prices.views.list, { exact: true }).click();
  await page.getByText(prices.list.home, { exact: true }).first().waitFor();
}

/** Opens the steps of the cases, adds one to the mortgages, and presses one where it must stay. */
export async function changeCaseSteps(page: Shown, words: Words): Promise<void> {
  const { settings, cases } = words;
  await asks(() => say(settings.changeTitle, { name: settings.names.caseDefinitions }))(page, words);
  const drawer = dialog(page);
  await button(drawer, settings.cases.addStep).last().click();
  const { newStep, moveUp } = settings.cases;
  await button(drawer, say(moveUp, { step: newStep })).click();
  await button(drawer, say(moveUp, { step: cases.steps.release })).click();
  await drawer.getByRole('status').waitFor();
}

/** Opens the payment plans and adds a second line that takes the rest, which the plan says at once. */
export async function changePlanLines(page: Shown, words: Words): Promise<void> {
  const { settings } = words;
  await asks(() => say(settings.changeTitle, { name: settings.names.planTemplates }))(page, words);
  const drawer = dialog(page);
  await button(drawer, settings.plans.addLine).first().click();
  await drawer.getByRole('alert').first().waitFor();
}

/** Opens the catalogue of discounts. */
export async function changeDiscounts(page: Shown, words: Words): Promise<void> {
  const { settings } = words;
  await asks(() => say(settings.changeTitle, { name: settings.names.discounts }))(page, words);
}

/** Opens the list of required scans. */
export async function changeRequiredFiles(page: Shown, words: Words): Promise<void> {
  const { settings } = words;
  await asks(() => say(settings.changeTitle, { name: settings.names.requiredFiles }))(page, words);
}

/** Opens the texts of the purchase instructions. */
export async function changeInstructions(page: Shown, words: Words): Promise<void> {
  const { settings } = words;
  await asks(() => say(settings.changeTitle, { name: settings.names.purchaseInstructions }))(page, words);
}

/** Opens who signs for the first buyer of a subscription. */
export async function openSigner(page: Shown, { subscriptions }: Words): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`^${subscriptions.signer.action} `) })
    .first()
    .click();
  await dialog(page).waitFor();
}

/** Chooses the first home on sale that a deal may move to. */
export async function chooseTarget(page: Shown, { exits, changes }: Words): Promise<void> {
  await page.getByRole('combobox', { name: exits.target }).click();
  await page.getByRole('option').first().click();
  await page.getByRole('table', { name: changes.figures }).waitFor();
}

/** Chooses every home of a building that may be released. */
export async function chooseForRelease(page: Shown, { units }: Words): Promise<void> {
  await button(page, units.release.start).click();
  await button(page, units.release.allOfBuilding).click();
}

/** Asks what the release of a building means. */
export async function askRelease(page: Shown, words: Words): Promise<void> {
  await chooseForRelease(page, words);
  await button(page, words.units.release.act).click();
  await dialog(page).waitFor();
}

/** Opens what the contract says of its first buyer, who signs through an agent. */
export async function openBuyerDetails(page: Shown, { contractAnnexes }: Words): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(`^${contractAnnexes.buyerEdit} `) })
    .first()
    .click();
  await dialog(page).getByText(contractAnnexes.agents.entrusted, { exact: true }).click();
}

/** Asks to disable the account of somebody else than oneself. */
export async function disableSomebody(page: Shown, { accounts }: Words): Promise<void> {
  await page.getByRole('button', { name: accounts.disable, exact: true }).first().click();
  await dialog(page).waitFor();
}

/** Has a code shown for a new terminal. */
export async function showPairingCode(page: Shown, words: Words): Promise<void> {
  const { terminals } = words;
  await asks(() => terminals.pair)(page, words);
  await button(dialog(page), terminals.pairing.show).click();
  await dialog(page).getByLabel(terminals.pairing.code).waitFor();
}

/**
 * Puts a name of 40 characters in the place of every name, and 99,999,999 in the place of every amount, to see whether
 * they fit. What stands between is taken from the screen, so that it need not be sold first.
 */
export async function stretch(page: Shown, words: Words): Promise<void> {
  const said = JSON.stringify(words);
  await page.evaluate((sentences) => {
    const name = '买买提·阿卜杜热合曼·艾克拜尔江·吐尔逊尼亚孜·依明托合提·古丽米热娜尔姑';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = (node.nodeValue ?? '').trim();
      if (/^[\u4e00-\u9fff]{2,3}$/.test(text) && !/^[东南西北]+$/.test(text) && !sentences.includes(`"${text}"`)) {
        node.nodeValue = name.slice(0, 40);
      } else if (/^\d{1,3}(,\d{3})+$/.test(text)) node.nodeValue = '99,999,999';
      else if (/^\d{1,3}(,\d{3})+\.\d\d$/.test(text)) node.nodeValue = '99,999,999.99';
      // In units of ten thousand.
      else if (/^\d{2,3}\.\d$/.test(text)) node.nodeValue = '9,999.9';
    }
  }, said);
}
