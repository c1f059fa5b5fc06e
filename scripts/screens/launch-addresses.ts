import type { Page } from '@playwright/test';
import { v7 } from 'uuid';
import { leave } from '#tests/e2e/pages/entrance.ts';
import { button, dialog, type Words } from '#tests/e2e/pages/stage.ts';
import type { FullClient } from '#tests/e2e/support/page-client.ts';

const send = <T>(data: T) => ({ requestId: v7(), data });

/** Picks that the totals and the big screen tell of. */
const PICKS = 3;
const SLIPS = 12;

async function launchIn(office: FullClient, states: readonly string[]) {
  const found = (await office.launches.list({})).find(({ state }) => states.includes(state));
  if (found === undefined) throw new Error(`No launch of the demo office is ${states.join(' or ')}`);
  return found;
}

/** The launch of the demo office that registers. */
export async function someLaunch(office: FullClient): Promise<string> {
  return `/sales/launches/${(await launchIn(office, ['registering'])).id}`;
}

/** An intent of that launch that was registered and not paid yet. */
export async function someIntent(office: FullClient): Promise<string> {
  const { id } = await launchIn(office, ['registering']);
  const waiting = (await office.intents.list({ launchId: id })).find(({ state }) => state === 'registered');
  if (waiting === undefined) throw new Error('Nobody of the demo office waits to pay');
  return `/sales/launches/${id}?intent=${waiting.id}`;
}

/** One that has paid: with receipt, and the way back of the money. */
export async function paidIntent(office: FullClient): Promise<string> {
  const { id } = await launchIn(office, ['registering']);
  const paid = (await office.intents.list({ launchId: id })).find(({ state }) => state === 'paid');
  if (paid === undefined) throw new Error('Nobody of the demo office has paid earnest money');
  return `/sales/launches/${id}?intent=${paid.id}`;
}

/** One that has left the launch after paying: its money waits to go back. */
export async function leftIntent(office: FullClient): Promise<string> {
  const { id } = await launchIn(office, ['registering']);
  const rows = await office.intents.list({ launchId: id });
  const left = rows.find(({ state }) => state === 'withdrawn') ?? rows.findLast(({ state }) => state === 'paid');
  if (left === undefined) throw new Error('Nobody of the demo office has paid earnest money');
  if (left.state === 'paid') {
    const { version } = await office.intents.detail({ intentId: left.id });
    await office.intents.withdraw(send({ intentId: left.id, version, reason: '家里另有安排' }));
  }
  return `/sales/launches/${id}?intent=${left.id}`;
}

/** The launch whose places are drawn, or that picks since it was looked at as such. */
export async function drawnLaunch(office: FullClient): Promise<string> {
  return `/sales/launches/${(await launchIn(office, ['drawn', 'running'])).id}`;
}

/** The same while it picks: some homes are picked, and somebody stands at the first desk, whose time begins anew. */
async function picking(office: FullClient) {
  const { id: launchId, state } = await launchIn(office, ['drawn', 'running']);
  if (state === 'drawn') {
    for (let group = 0; group < 2; group += 1) await office.launches.callGroup(send({ launchId }));
    const { desks, unitIds } = await office.launches.detail({ launchId });
    const deskId = desks[1]?.id ?? 0;
    for (const unitId of unitIds.slice(0, PICKS)) {
      const { intentId } = await office.launches.call(send({ launchId, deskId }));
      await office.launches.pick(send({ launchId, deskId, intentId, unitId }));
    }
    await office.launches.printSlips(send({ launchId, count: SLIPS }));
  }
  const { desks } = await office.launches.detail({ launchId });
  const [desk] = desks;
  if (desk?.turn === null) await office.launches.call(send({ launchId, deskId: desk.id }));
  return { launchId, deskId: desk?.id ?? 0 };
}

/** A pick desk at which somebody stands. */
export async function busyDesk(office: FullClient): Promise<string> {
  const { launchId, deskId } = await picking(office);
  return `/sales/launches/${launchId}/desk?desk=${deskId}`;
}

/** The figures of a launch that picks. */
export async function launchTotals(office: FullClient): Promise<string> {
  return `/sales/launches/${(await picking(office)).launchId}/totals`;
}

/** The drawer of slips with one that waits to be entered. */
export async function typeSlip(page: Page, { launchDay: { slips } }: Words): Promise<void> {
  await button(page, slips.enter).click();
  const drawer = dialog(page);
  for (const field of [slips.number, slips.unit]) {
    await drawer.getByRole('combobox', { name: field }).click();
    await page.getByRole('option').first().click();
  }
  await drawer.getByLabel(slips.queueNo).fill('3');
  await drawer.getByLabel(slips.time).fill(new Date().toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai' }));
  await button(drawer, slips.add).click();
  await drawer.getByRole('list', { name: slips.typed }).waitFor();
}

/** What the account of the big screen in the hall is called. */
const BIG_SCREEN = '大厅大屏';

/** A launch that picks, with an account for the big screen that shows it. */
export async function hallOfLaunch(office: FullClient): Promise<string> {
  await picking(office);
  const people = await office.accounts.list({});
  if (!people.some(({ post }) => post === 'kiosk'))
    await office.accounts.create(send({ name: BIG_SCREEN, loginName: 'bigscreen', post: 'kiosk' }));
  return '/today';
}

/** The manager leaves the window to the big screen. */
export async function showBigScreen(page: Page, { kiosk }: Words): Promise<void> {
  await leave(page);
  await page.getByRole('button', { name: new RegExp(BIG_SCREEN) }).click();
  await page.getByRole('heading', { name: kiosk.launch.recent }).waitFor();
}

/** A member of staff ends the big screen: its window is one among others again. */
export async function endBigScreen(page: Page, { kiosk }: Words): Promise<void> {
  await button(page, kiosk.staff).click();
  await button(page, kiosk.leaveDo).click();
  await page.getByRole('heading', { name: kiosk.leaveTitle }).waitFor({ state: 'hidden' });
}

/** Its fallback slips: one is entered, one voided. */
export async function launchSlips(office: FullClient): Promise<string> {
  const { launchId } = await picking(office);
  const slips = await office.launches.slips({ launchId });
  const [first, second] = slips;
  if (first?.state === 'printed' && second?.state === 'printed') {
    const { unitIds } = await office.launches.detail({ launchId });
    // By the office's clock, from which this computer's may differ while it is busy.
    const slip = { slipId: first.id, queueNo: 99, unitId: unitIds.at(-1) ?? 0, writtenAt: first.printedAt };
    await office.launches.enterSlips(send({ launchId, slips: [slip] }));
    await office.launches.voidSlip(send({ slipId: second.id, reason: '写错房号，另写一张' }));
  }
  return `/sales/launches/${launchId}/slips`;
}
