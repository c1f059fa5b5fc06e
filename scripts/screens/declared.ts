import type { Page } from '@playwright/test';
import type { UnitCommercialState } from '#shared/domain/units/states.ts';
import type { Words } from '#tests/e2e/pages/stage.ts';
import type { FullClient } from '#tests/e2e/support/page-client.ts';
import type { Screen } from './screen.ts';

/** Every screen that is looked at; a new screen is one line. */
export const screens: readonly Screen[] = [
  { name: '00-first-start', withoutOffice: true },
  { name: '00-people-of-the-demo' },
  { name: '01-board', post: 'supervisor', path: '/sales/board' },
  { name: '01-board-available', post: 'supervisor', path: unitAt('available') },
  { name: '01-board-subscribed', post: 'supervisor', path: unitAt('subscribed') },
  { name: '01-board-signed', post: 'supervisor', path: unitAt('signed') },
  { name: '01-board-overview', post: 'manager', path: '/sales/board?view=overview' },
  { name: '01-board-filtered', post: 'manager', path: '/sales/board?states=["available"]&figure=unitPrice' },
  { name: '01-units', post: 'manager', path: '/sales/units' },
  { name: '02-today', post: 'consultant', path: '/today' },
  { name: '02-today-supervisor', post: 'supervisor', path: '/today' },
  { name: '02-today-manager', post: 'manager', path: '/today' },
  { name: '02-today-finance', post: 'finance', path: '/today' },
  { name: '03-reception', post: 'consultant', path: '/reception' },
  { name: '03-reception-new', post: 'consultant', path: '/reception', steps: registerSomebodyNew },
  { name: '03-reception-known', post: 'consultant', path: '/reception/customers', steps: callOfACustomer },
  { name: '04-customers', post: 'consultant', path: '/reception/customers' },
  { name: '04-customer', post: 'manager', path: someBuyer },
  { name: '05-subscriptions', post: 'supervisor', path: '/contracts/subscriptions' },
  { name: '05-subscription', post: 'supervisor', path: subscriptionIn('depositComplete') },
  { name: '05-subscription-in-review', post: 'supervisor', path: subscriptionIn('inReview') },
  { name: '05-subscribe', post: 'manager', path: '/contracts/subscribe/1' },
  { name: '06-print-preview', post: 'backOffice', path: firstBook },
  { name: '07-money', post: 'finance', path: '/money' },
  { name: '09-palette', post: 'supervisor', path: '/today', steps: (page) => searchFor(page, 'wu') },
  { name: '10-approvals', post: 'manager', path: '/today/approvals' },
  { name: '10-approval', post: 'manager', path: approvalIn('pending') },
  { name: '10-approval-decided', post: 'manager', path: approvalIn('approved') },
  { name: '11-locked', post: 'supervisor', path: '/today', steps: (page, words) => lock(page, words) },
  { name: '11-person-menu', post: 'supervisor', path: '/today', steps: (page) => openPersonMenu(page) },
  { name: '12-project', post: 'manager', path: '/sales/project' },
  { name: '12-import', post: 'planner', path: '/sales/import' },
  { name: '12-import-columns', post: 'planner', path: '/sales/import', steps: (page) => dropList(page) },
  { name: '12-import-check', post: 'planner', path: '/sales/import', steps: (page, words) => checkList(page, words) },
  { name: '80-settings', post: 'administrator', path: '/administration/settings' },
  { name: '81-accounts', post: 'administrator', path: '/administration/accounts' },
  { name: '82-events', post: 'administrator', path: '/administration/events' },
];

type Steps = Exclude<Screen['steps'], undefined>;
type Shown = Parameters<Steps>[0];

/** A list that changes one home of the demonstration, adds one, and has an error and a doubt. */
const priceList = `楼栋,单元,楼层,房号,建筑面积,套内面积,单价,总价,状态
9栋,1单元,1,101,118.42,94.74,17850,2113797,可售
9栋,1单元,1,102,待定,79.20,17850,1767150,可售
9栋,1单元,1,103,99.00,79.20,17850,1867150,已备案
`;

async function dropList(page: Shown): Promise<void> {
  const buffer = Buffer.from(priceList);
  await page.locator('input[type=file]').setInputFiles({ name: '一房一价.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('list').getByText('2').waitFor();
}

async function checkList(page: Shown, words: Words): Promise<void> {
  await dropList(page);
  await page.getByRole('button', { name: words.common.next }).click();
  await page.getByRole('button', { name: words.imports.detail.next }).click();
}

async function lock(page: Shown, words: Words): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: words.shell.lock, exact: true }).click();
  await page.getByRole('heading', { name: words.entrance.lockedTitle }).waitFor();
}

async function openPersonMenu(page: Shown): Promise<void> {
  await page.getByRole('banner').locator('button[aria-haspopup=menu]').last().click();
  await page.getByRole('menu').waitFor();
}

function unitAt(state: UnitCommercialState) {
  return async (office: FullClient): Promise<string> => {
    const { units } = await office.units.board({});
    const unit = units.find((one) => one.state === state && one.use === 'home');
    if (unit === undefined) throw new Error(`No home of the demo office is ${state}`);
    return `/sales/board?unit=${unit.id}`;
  };
}

function subscriptionIn(state: 'depositComplete' | 'inReview') {
  return async (office: FullClient): Promise<string> => {
    const { rows } = await office.subscriptions.list({ scope: 'all', state, text: '' });
    const [first] = rows;
    if (first === undefined) throw new Error(`No subscription of the demo office is ${state}`);
    return `/contracts/subscriptions/${first.id}`;
  };
}

function approvalIn(state: 'pending' | 'approved') {
  return async (office: FullClient): Promise<string> => {
    const requests = await office.approvals.list({ scope: state === 'pending' ? 'forMe' : 'all', state });
    const shown = requests.find(({ kind }) => kind === 'priceBelowAuthority') ?? requests[0];
    if (shown === undefined) throw new Error(`No request of the demo office is ${state}`);
    return `/today/approvals/${shown.id}`;
  };
}

async function firstBook(office: FullClient): Promise<string> {
  const { rows } = await office.subscriptions.list({ scope: 'all', state: 'depositComplete', text: '' });
  for (const { id } of rows.slice(0, 20)) {
    const [book] = await office.documents.ofSubject({ noun: 'subscriptions', subjectId: id });
    if (book !== undefined) return `/contracts/documents/${book.id}`;
  }
  throw new Error('No subscription book of the demo office has been issued');
}

async function registerSomebodyNew(page: Shown, { visits, labels }: Words): Promise<void> {
  await page.getByLabel(visits.phone).fill('10012345678');
  await page.getByRole('textbox', { name: visits.name, exact: true }).fill('王海涛');
  await page.getByRole('radio', { name: labels.channels.referral }).click();
  await page.getByRole('heading', { name: visits.verdict.new.title }).waitFor();
}

/** One's own customers are listed with their phones in full: one of them calls. */
async function callOfACustomer(page: Shown, { visits, customers }: Words): Promise<void> {
  const rows = page.getByRole('grid', { name: customers.list.title }).locator('tbody tr[data-row]');
  const phone = await rows.first().locator('td').nth(1).innerText();
  await page.evaluate(() => {
    location.hash = '#/reception';
  });
  await page.getByLabel(visits.phone).fill(phone);
  await page.getByRole('list', { name: visits.match.recent }).waitFor();
}

async function someBuyer(office: FullClient): Promise<string> {
  const { rows } = await office.customers.list({ scope: 'all', text: '', rating: null, state: 'subscribed' });
  const [first] = rows;
  if (first === undefined) throw new Error('No customer of the demo office has subscribed');
  return `/reception/customers/${first.id}`;
}

/** Opens the search and types into it; the hits are there when one of them is chosen. */
async function searchFor(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').first().fill(text);
  await page.locator('[role=option][aria-selected=true] b').first().waitFor();
}
