import { v7 } from 'uuid';
import { button, dialog, type Words } from '#tests/e2e/pages/stage.ts';
import type { FullClient } from '#tests/e2e/support/page-client.ts';
import { someBuyer } from './addresses.ts';
import type { Screen } from './screen.ts';
import { asks } from './steps.ts';

type Shown = Parameters<Exclude<Screen['steps'], undefined>>[0];

/** A conflict that waits for its ruling; two consultants claim one customer where none does yet. */
async function openConflict(office: FullClient): Promise<string> {
  const { rows: waiting } = await office.rulings.list({ view: 'open', text: '' });
  const known = waiting.find(({ state }) => state === 'open');
  if (known !== undefined) return `/reception/rulings?ruling=${known.id}`;
  const consultants = (await office.accounts.colleagues({})).filter(({ post }) => post === 'consultant');
  const { rows } = await office.customers.list({ scope: 'all', text: '', rating: null, state: 'prospect' });
  const claimed = rows.find(({ owner }) => consultants.some(({ id }) => id === owner?.id));
  const other = consultants.find(({ id }) => id !== claimed?.owner?.id);
  if (claimed === undefined || claimed.owner === null || other === undefined)
    throw new Error('No customer of the demo office can be claimed by two consultants');
  const { rulingId } = await office.rulings.open({
    requestId: v7(),
    data: {
      customerId: claimed.id,
      reason: 'sameHousehold',
      note: '夫妻先后到访，第二次未说明已来过；双方都说先接待。',
      parties: [
        { accountId: claimed.owner.id, claim: '已登记并按期跟进' },
        { accountId: other.id, claim: '到访时轮到接待' },
      ],
    },
  });
  return `/reception/rulings?ruling=${rulingId}`;
}

/** Begins to decide it, by shares. */
async function decideByShares(page: Shown, { rulings }: Words): Promise<void> {
  await button(dialog(page), rulings.decide).click();
  await dialog(page).getByText(rulings.outcomeNames.split, { exact: true }).click();
  // A share for each of two, and the grounds.
  await dialog(page).getByRole('textbox').nth(2).waitFor();
}

/** The register of rulings on customers, one of them, how one is asked for and how it is decided. */
export const rulingScreens: readonly Screen[] = [
  { name: '03-rulings', post: 'supervisor', path: '/reception/rulings' },
  { name: '03-ruling', post: 'supervisor', path: '/reception/rulings?ruling=2' },
  { name: '03-ruling-open', post: 'supervisor', path: openConflict },
  { name: '03-ruling-decide', post: 'supervisor', path: openConflict, steps: decideByShares },
  { name: '04-customer-ruling', post: 'manager', path: someBuyer, steps: asks(({ rulings }) => rulings.openIt) },
];
