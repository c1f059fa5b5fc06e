import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawPlaces as placesOf, readDrawList } from '#shared/domain/launches/draw.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { demoAsksWhoComes, demoSeat, peopleOf } from './pages/entrance.ts';
import {
  callNext,
  doOnLaunch,
  drawPlaces,
  enterSlips,
  openIntent,
  openLaunch,
  placeAtDesk,
  receiveEarnest,
  registerIntent,
} from './pages/launch-day.ts';
import { button, dialog, goTo, type Stage, say, wordsOf } from './pages/stage.ts';
import { officeWindow } from './support/found-office.ts';
import { type Launched, launch } from './support/launch.ts';
import type { FullClient } from './support/page-client.ts';

const words = wordsOf('zh-CN');
const day = words.launchDay;
/** Over the wire of one PC a pick is on every screen long before. */
const WITHIN_MS = 1_000;
/** How long a step may take where the computer is busy. */
const PATIENCE_MS = 60_000;
/** Those who take part, in the order in which they register; the fifth leaves again, the last one does not pay. */
const FAMILIES = ['欧阳询', '司马光', '诸葛亮', '上官仪', '公孙胜', '东方朔'] as const;
const SEED = {
  seed: `双色球 ${dayOf(Date.now())} 期：03 07 11 19 24 30 + 08`,
  source: '中国福利彩票网开奖公告',
  witness: '渝信公证处 李正',
};
const XF = /XF-\d{4}-\d{4}/;

describe('launch day in two windows', () => {
  let run: Launched;
  let office: FullClient;
  let first: Stage;
  let second: Stage;
  let plan: Awaited<ReturnType<typeof planTheDay>>;

  beforeAll(async () => {
    // As somebody whom the demo office does not know, so that each of its windows asks who comes.
    run = await launch({ args: ['--demo', '--as=nobody'] });
    await demoAsksWhoComes(run.page);
    run.page.setDefaultTimeout(PATIENCE_MS);
    office = await officeWindow(run);
    plan = await planTheDay(office);
    first = { page: run.page, words, enter: demoSeat(run.page), scene: async () => {} };
    const page = await furtherWindow();
    second = { page, words, enter: demoSeat(page), scene: async () => {} };
  }, 240_000);
  afterAll(() => run.close());

  const furtherWindow = async () => {
    const page = await run.newWindow();
    await demoAsksWhoComes(page);
    page.setDefaultTimeout(PATIENCE_MS);
    return page;
  };
  const home = (page: Page) => page.getByRole('button', { name: new RegExp(`^${plan.room}(?!\\d)`) }).first();

  it('registers who takes part, with earnest money, and asks for the money of whoever leaves to go back', async () => {
    await first.enter('manager');
    await openLaunch(first, plan.launchId);
    await doOnLaunch(first, 'openRegistration');
    await second.enter('consultant');
    await openLaunch(second, plan.launchId);
    for (const family of FAMILIES) await registerIntent(second, family, plan.wishes);
    await second.enter('finance');
    await openLaunch(second, plan.launchId);
    for (const family of FAMILIES.slice(0, 5)) await receiveEarnest(second, family);
    // The fifth takes part no longer; their money goes back by the ladder of refunds.
    const leaver = await openIntent(first, '公孙胜');
    await button(leaver, words.launches.withdraw).click();
    const leaving = first.page.getByRole('dialog', { name: say(words.launches.withdrawTitle, { queueNo: 5 }) });
    await leaving.getByLabel(words.common.reason).fill('改买别处');
    await button(leaving, words.launches.withdraw).click();
    await leaving.waitFor({ state: 'hidden' });
    await first.page.keyboard.press('Escape');
    const owed = await openIntent(second, '公孙胜');
    await button(owed, words.payments.askRefund).click();
    const asking = second.page.getByRole('dialog', { name: words.payments.askRefund });
    await asking.getByLabel(words.payments.refundReason).fill('退出认筹');
    await button(asking, words.payments.askRefund).click();
    await owed.getByText(/申请退款中 20,000/).waitFor();
    await second.page.keyboard.press('Escape');
    await owed.waitFor({ state: 'hidden' });
    expect(run.consoleErrors()).toEqual([]);
  }, 180_000);

  it('publishes the list, and draws by a public seed what anybody can draw again', async () => {
    await doOnLaunch(first, 'closeList');
    await first.page.getByText(words.launches.states.listed, { exact: true }).first().waitFor();
    await drawPlaces(first, SEED);
    const { published, draw } = await inOffice(office, 'manager', () =>
      office.launches.detail({ launchId: plan.launchId }),
    );
    await first.page
      .getByText(published?.hash ?? 'no list')
      .first()
      .waitFor();
    const listed = readDrawList(published?.text ?? '') ?? [];
    expect(listed.map(({ queueNo }) => queueNo)).toEqual([1, 2, 3, 4]);
    const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
    expect(draw?.result).toEqual(placesOf(SEED.seed, listed, sha256).map(({ queueNo }) => queueNo));
    await doOnLaunch(first, 'callGroup');
  });

  it('calls the next to each desk, and one of two who want the same home gets it', async () => {
    await first.enter('consultant');
    await second.enter('supervisor');
    for (const [at, stage] of [first, second].entries()) {
      await goTo(stage, `/sales/launches/${plan.launchId}/desk?desk=${plan.desks[at]}`);
      await callNext(stage);
      expect(await placeAtDesk(stage.page)).toBe(at + 1);
      // The first wish, by its digit.
      await stage.page.keyboard.press('1');
      await stage.page.getByRole('heading', { name: new RegExp(plan.room) }).waitFor();
    }
    const pressed = Date.now();
    await first.page.keyboard.press('F10');
    await first.page.getByText(XF).first().waitFor();
    await home(second.page).and(second.page.locator('[data-unit-state=held]')).waitFor();
    expect(Date.now() - pressed).toBeLessThan(WITHIN_MS * 5);
    await second.page.keyboard.press('F10');
    const refused = second.page.getByRole('alert');
    await refused.waitFor();
    // Who has it, and since when.
    expect(await refused.innerText()).toContain(plan.consultant);
    expect(await refused.innerText()).toMatch(/\d{1,2}:\d{2}/);
    await second.page.keyboard.press('2');
    await second.page.keyboard.press('F10');
    await second.page.getByText(XF).first().waitFor();
  });

  it('issues the pick slip at the desk, and the slip for the way to the cashier', async () => {
    for (const kind of ['pickSlip', 'paymentSlip'] as const) {
      await button(first.page, words.documents.issues[kind]).click();
      await first.page.getByText(words.documents.states.issued).first().waitFor({ timeout: 60_000 });
      if (kind === 'pickSlip') await first.page.goBack();
    }
  });

  it('lets turns go by that are passed or missed, and shows what was picked on the totals', async () => {
    await callNext(second);
    await second.page.keyboard.press('F7');
    await callNext(second);
    await second.page.keyboard.press('F8');
    await second.page.getByText(day.nobody).waitFor();
    await openLaunch(second, plan.launchId, '/totals');
    await second.page.getByText(day.figures.picked).waitFor();
    await second.page.getByText(new RegExp(`^2 / ${plan.offered}$`)).waitFor();
    await second.page.getByRole('table', { name: day.recent }).getByText('XF-').nth(1).waitFor();
  });

  it('enters what was written on paper while the program did not work: by its number, or with the number that nobody has', async () => {
    await first.enter('manager');
    await openLaunch(first, plan.launchId, '/slips');
    await button(first.page, day.slips.print).click();
    await button(dialog(first.page), day.slips.printDo).click();
    await first.page.getByText(/-1-001$/).waitFor();
    const detail = await inOffice(office, 'manager', () => office.launches.detail({ launchId: plan.launchId }));
    const passed = detail.draw?.result[2] ?? 0;
    const number = `${detail.row.number.replace('KP', 'SG')}-1-00`;
    const time = new Date(Date.now()).toLocaleTimeString('en-GB', { timeZone: 'Asia/Shanghai' });
    const drawer = await enterSlips(first, [
      { number: `${number}1`, queueNo: passed, unit: plan.wishes[2] ?? '', time },
      { number: `${number}2`, queueNo: 99, unit: plan.wishes[2] ?? '', time },
    ]);
    await drawer.getByText(day.slips.outcome.picked, { exact: true }).waitFor();
    await drawer.getByText(day.slips.outcome.refused, { exact: true }).waitFor();
    await first.page.keyboard.press('Escape');
    await first.page
      .getByRole('row', { name: new RegExp(`${number}2`) })
      .getByText('99', { exact: true })
      .waitFor();
    await second.page.getByText(new RegExp(`^3 / ${plan.offered}$`)).waitFor();
  });

  it('shows places and homes on the big screen without a name, and the price board once the launch is over', async () => {
    const screen = await furtherWindow();
    await screen.getByRole('button', { name: plan.bigScreen }).click();
    await screen.getByRole('heading', { name: '首批开盘' }).waitFor();
    await screen.getByText(words.kiosk.launch.recent).waitFor();
    const shown = await screen.content();
    expect(FAMILIES.filter((family) => shown.includes(family))).toEqual([]);
    await openLaunch(first, plan.launchId);
    await doOnLaunch(first, 'end');
    await first.page.getByText(words.launches.states.ended, { exact: true }).first().waitFor();
    await screen.getByRole('heading', { name: '首批开盘' }).waitFor({ state: 'hidden' });
    expect(run.consoleErrors()).toEqual([]);
  });
});

/** Asks the office as somebody of a post, who leaves again. */
async function inOffice<T>(office: FullClient, post: string, asked: () => Promise<T>): Promise<T> {
  const people = await peopleOf(office);
  const send = <D>(data: D) => ({ requestId: v7(), data });
  await office.session.enterDemo(send({ accountId: people.find((one) => one.post === post)?.id ?? 0 }));
  const answer = await asked();
  await office.session.logout(send({}));
  return answer;
}

/** Plans a launch of everything that is for sale, opens files for its customers, and an account for the big screen. */
async function planTheDay(office: FullClient) {
  const send = <T>(data: T) => ({ requestId: v7(), data });
  const people = await peopleOf(office);
  const bigScreen = '大厅大屏';
  await inOffice(office, 'administrator', () =>
    office.accounts.create(send({ name: bigScreen, loginName: 'bigscreen', post: 'kiosk' })),
  );
  const planned = await inOffice(office, 'manager', async () => {
    const { launchId } = await office.launches.save(
      send({
        launchId: null,
        version: null,
        plan: {
          ...{ name: '首批开盘', releaseId: null, opensAt: Date.now(), intentMoney: 2_000_000 },
          ...{ groupSize: 10, pickSeconds: 600, pickHours: 2, passes: 1 },
        },
        desks: ['1号台', '2号台'].map((name) => ({ id: null, name })),
      }),
    );
    const { desks, unitIds } = await office.launches.detail({ launchId });
    const { buildings, units } = await office.units.board({});
    const names = new Map(buildings.map(({ id, name }) => [id, name]));
    const homes = units.filter(({ id, state, use }) => state === 'available' && use === 'home' && unitIds.includes(id));
    const wishes = homes.slice(0, 3).map((unit) => unitLabel({ ...unit, building: names.get(unit.buildingId) ?? '' }));
    const { offered } = await office.launches.totals({ launchId });
    return { launchId, desks: desks.map(({ id }) => id), wishes, room: homes[0]?.roomNo ?? '', offered };
  });
  await inOffice(office, 'consultant', async () => {
    for (const [at, name] of FAMILIES.entries())
      await office.visits.register(
        send({
          ...{ kind: 'visit', customerId: null, name, phone: `1009988770${at}`, channel: 'passingBy', rating: 'A' },
          ...{ partySize: 1, intent: '', notes: '', nextFollowUpOn: null, receivedBy: null },
        }),
      );
  });
  const consultant = people.find(({ post }) => post === 'consultant')?.name ?? '';
  return { ...planned, consultant, bigScreen };
}
