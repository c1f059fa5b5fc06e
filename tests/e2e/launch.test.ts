import type { Page } from '@playwright/test';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '#shared/kernel/local-date.ts';
import { demoSeat, leave, peopleOf } from './pages/entrance.ts';
import { button, goTo, type Stage, wordsOf } from './pages/stage.ts';
import { officeWindow } from './support/found-office.ts';
import { type Launched, launch } from './support/launch.ts';
import type { FullClient } from './support/page-client.ts';

const words = wordsOf('zh-CN');
const day = words.launchDay;
/** Over the wire of one PC a pick is on every screen long before. */
const WITHIN_MS = 1_000;

describe('launch day in two windows', () => {
  let run: Launched;
  let first: Stage;
  let second: Stage;
  let plan: Awaited<ReturnType<typeof openTheDay>>;

  beforeAll(async () => {
    run = await launch({ args: ['--demo'] });
    await run.page.getByRole('banner').waitFor({ timeout: 120_000 });
    await leave(run.page);
    plan = await openTheDay(await officeWindow(run));
    first = { page: run.page, words, enter: demoSeat(run.page), scene: async () => {} };
    const page = await run.newWindow();
    second = { page, words, enter: demoSeat(page), scene: async () => {} };
    await first.enter('consultant');
    await second.enter('supervisor');
    await goTo(first, `/sales/launches/${plan.launchId}/desk?desk=${plan.desks[0]}`);
    await goTo(second, `/sales/launches/${plan.launchId}/desk?desk=${plan.desks[1]}`);
  }, 240_000);
  afterAll(() => run.close());

  const home = (page: Page) => page.getByRole('button', { name: new RegExp(`^${plan.room}(?!\\d)`) }).first();

  it('calls the next to each desk, and one of two who want the same home gets it', async () => {
    for (const { page } of [first, second]) {
      await page.getByText(day.nobody).waitFor();
      await page.keyboard.press('F9');
      await page.getByRole('timer').waitFor();
      // The first wish, by its digit.
      await page.keyboard.press('1');
      await page.getByRole('heading', { name: new RegExp(plan.room) }).waitFor();
    }
    const pressed = Date.now();
    await first.page.keyboard.press('F10');
    await first.page
      .getByText(/XF-\d{4}-\d{4}/)
      .first()
      .waitFor();
    await home(second.page).and(second.page.locator('[data-unit-state=held]')).waitFor();
    expect(Date.now() - pressed).toBeLessThan(WITHIN_MS * 5);
    await second.page.keyboard.press('F10');
    const refused = second.page.getByRole('alert');
    await refused.waitFor();
    expect(await refused.innerText()).toContain(plan.consultant);
    await second.page.keyboard.press('2');
    await second.page.keyboard.press('F10');
    await second.page
      .getByText(/XF-\d{4}-\d{4}/)
      .first()
      .waitFor();
  });

  it('lets a turn go by, and shows what was picked on the totals', async () => {
    await second.page.getByText(day.nobody).waitFor();
    await second.page.keyboard.press('F9');
    await second.page.getByRole('timer').waitFor();
    await second.page.keyboard.press('F7');
    await second.page.getByText(day.nobody).waitFor();
    await goTo(second, `/sales/launches/${plan.launchId}/totals`);
    await second.page.getByText(day.figures.picked).waitFor();
    await second.page.getByText(new RegExp(`^2 / ${plan.offered}$`)).waitFor();
    await second.page.getByRole('table', { name: day.recent }).getByText('XF-').nth(1).waitFor();
  });

  it('issues the pick slip at the desk', async () => {
    await button(first.page, words.documents.issues.pickSlip).click();
    await first.page.getByText(words.documents.states.issued).first().waitFor({ timeout: 60_000 });
  });
});

/** A launch of everything that is for sale, with three customers, whose first group is called up. */
async function openTheDay(office: FullClient) {
  const send = <T>(data: T) => ({ requestId: v7(), data });
  const people = await peopleOf(office);
  const become = async (post: string) => {
    const person = people.find((one) => one.post === post);
    await office.session.enterDemo(send({ accountId: person?.id ?? 0 }));
    return person?.name ?? '';
  };
  await become('manager');
  const { units } = await office.units.board({});
  const free = units.filter(({ state, use }) => state === 'available' && use === 'home');
  const plannedDesks = ['1号台', '2号台'].map((name) => ({ id: null, name }));
  const { launchId } = await office.launches.save(
    send({
      launchId: null,
      version: null,
      plan: {
        ...{ name: '首批开盘', releaseId: null, opensAt: Date.now(), intentMoney: 0 },
        ...{ groupSize: 10, pickSeconds: 600, pickHours: 2, passes: 1 },
      },
      desks: plannedDesks,
    }),
  );
  const { version, desks, unitIds } = await office.launches.detail({ launchId });
  await office.launches.openRegistration(send({ launchId, version }));
  await office.session.logout(send({}));
  const consultant = await become('consultant');
  const offeredHomes = free.filter(({ id }) => unitIds.includes(id));
  const wishes = offeredHomes.slice(0, 3).map(({ id }) => id);
  for (const [at, name] of ['欧阳询', '司马光', '诸葛亮'].entries()) {
    const { customerId } = await office.visits.register(
      send({
        ...{ kind: 'visit', customerId: null, name, phone: `1009988770${at}`, channel: 'passingBy', rating: 'A' },
        ...{ partySize: 1, intent: '', notes: '', nextFollowUpOn: null, receivedBy: null },
      }),
    );
    await office.intents.register(send({ launchId, customerId, wishes }));
  }
  await office.session.logout(send({}));
  await become('manager');
  const listed = await office.launches.detail({ launchId });
  const { listHash } = await office.launches.closeList(send({ launchId, version: listed.version }));
  const seed = { seed: `双色球 ${dayOf(Date.now())} 期`, seedSource: '开奖公告', witness: '公证员 李正' };
  await office.launches.draw(send({ launchId, listHash, ...seed }));
  await office.launches.callGroup(send({ launchId }));
  const { offered } = await office.launches.totals({ launchId });
  await office.session.logout(send({}));
  return { launchId, desks: desks.map(({ id }) => id), consultant, room: offeredHomes[0]?.roomNo ?? '', offered };
}
