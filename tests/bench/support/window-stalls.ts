import type { ElectronApplication, Page } from '@playwright/test';
import { v7 } from 'uuid';
import { demoAsksWhoComes, enterDemo, peopleOf } from '#tests/e2e/pages/entrance.ts';
import { officeWindow } from '#tests/e2e/support/found-office.ts';
import { BARE, launch } from '#tests/e2e/support/launch.ts';
import { clientOf, type FullClient } from '#tests/e2e/support/page-client.ts';

/** The longest that a thread of the running program could not answer while something was going on, ms. */
export type Stalls = { readonly main: number; readonly window: number };

/** What was measured in the running program: while contracts were made, and while nothing happened. */
export type WindowStalls = {
  readonly making: readonly Stalls[];
  readonly idle: readonly Stalls[];
  readonly ms: number[];
};

const PAUSE_MS = 400;

/** Watches the main process by a timer that should fire every millisecond, and a window by its frames. */
async function watched(app: ElectronApplication, page: Page, work: () => Promise<unknown>): Promise<Stalls> {
  await app.evaluate(() => {
    const watch = { longest: 0, last: performance.now() };
    const timer = setInterval(() => {
      const now = performance.now();
      watch.longest = Math.max(watch.longest, now - watch.last);
      watch.last = now;
    }, 1);
    Object.assign(globalThis, { mainWatch: { watch, timer } });
  });
  await page.evaluate(() => {
    const watch = { longest: 0, last: performance.now(), on: true };
    const frame = () => {
      const now = performance.now();
      watch.longest = Math.max(watch.longest, now - watch.last);
      watch.last = now;
      if (watch.on) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    Object.assign(window, { windowWatch: watch });
  });
  await work();
  const window = await page.evaluate(() => {
    const watch: { longest: number; on: boolean } = Reflect.get(globalThis, 'windowWatch');
    watch.on = false;
    return watch.longest;
  });
  const main = await app.evaluate(() => {
    const { watch, timer }: { watch: { longest: number }; timer: ReturnType<typeof setInterval> } = Reflect.get(
      globalThis,
      'mainWatch',
    );
    clearInterval(timer);
    return watch.longest;
  });
  return { main, window };
}

/**
 * Makes contracts in the built program, in a demonstration with somebody at work in a real window, and says how long
 * its main process and that window could not answer meanwhile. The first contract warms the thread and is not counted.
 */
export async function windowStalls(rounds: number): Promise<WindowStalls> {
  const program = await launch({ args: ['--demo', '--as=nobody'] });
  try {
    const { page, app } = program;
    await demoAsksWhoComes(page);
    const people = await peopleOf(await officeWindow(program));
    const manager = people.find(({ post }) => post === 'manager');
    if (manager === undefined) throw new Error('The demo office has no manager');
    await enterDemo(page, manager);
    const bare = await program.newWindow();
    await bare.goto(BARE);
    const office = await clientOf<FullClient>(bare);
    await office.session.enterDemo({ requestId: v7(), data: { accountId: manager.id } });
    const { rows } = await office.contracts.list({ scope: 'all', states: null, text: '' });
    const contractId = rows[0]?.id;
    if (contractId === undefined) throw new Error('The demo office has no contract');
    const make = () => office.contracts.preview({ contractId });
    await page.bringToFront();
    await make();
    const found = { making: [] as Stalls[], idle: [] as Stalls[], ms: [] as number[] };
    while (found.making.length < rounds) {
      found.idle.push(await watched(app, page, () => page.waitForTimeout(PAUSE_MS)));
      const began = performance.now();
      found.making.push(await watched(app, page, make));
      found.ms.push(performance.now() - began);
    }
    return found;
  } finally {
    await program.close();
  }
}
