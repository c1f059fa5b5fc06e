import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type Page } from '@playwright/test';
import { type Bench, type Measured, median, percentile, rounded } from './support/measure.ts';
import { bundlePage } from './support/page-bundle.ts';

const ROUNDS = 7;
const FRAMES_A_ROUND = 120;
const CHANGES_A_FRAME = 200;
const UNITS = 5000;

async function run(): Promise<Measured> {
  const executablePath = process.env.ELECTRON_EXEC_PATH;
  if (executablePath === undefined) throw new Error('There is no Electron to measure');
  const bundle = await bundlePage('board.tsx');
  const data = mkdtempSync(path.join(tmpdir(), 'zhiye-bench-board-'));
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [...sandbox, path.join(import.meta.dirname, 'support/plain-window'), bundle.address];
  const app = await _electron.launch({ executablePath, args: [...args, `--user-data-dir=${data}`] });
  try {
    const page = await app.firstWindow();
    page.on('pageerror', (error) => console.error(error));
    await page.locator('[data-unit]').first().waitFor();
    const firstPaintMs = [await page.evaluate(() => window.board.firstPaint())];
    while (firstPaintMs.length < ROUNDS) {
      await page.reload();
      await page.locator('[data-unit]').first().waitFor();
      firstPaintMs.push(await page.evaluate(() => window.board.firstPaint()));
    }
    const frames = (changes: number) =>
      page.evaluate(([count, each]) => window.board.frames(count, each), [FRAMES_A_ROUND, changes] as const);
    await frames(CHANGES_A_FRAME);
    const before = await page.evaluate(() => window.board.asked());
    const busyMs = await threadClock(page);
    const threadMs: number[] = [];
    const rounds: { ours: number; baseline: number }[] = [];
    while (rounds.length < ROUNDS) {
      const baseline = percentile(await frames(0), 95);
      const began = await busyMs();
      const ours = percentile(await frames(CHANGES_A_FRAME), 95);
      threadMs.push(((await busyMs()) - began) / FRAMES_A_ROUND);
      rounds.push({ ours, baseline });
    }
    const asked = (await page.evaluate(() => window.board.asked())) - before;
    const ours = median(rounds.map((round) => round.ours));
    const baseline = median(rounds.map((round) => round.baseline));
    return {
      ratio: rounded(median(rounds.map((round) => round.ours / round.baseline))),
      baseline: rounded(baseline),
      ours: rounded(ours),
      unit: 'ms between frames at p95',
      rounds: ROUNDS,
      judged: rounded(ours),
      more: {
        units: UNITS,
        changesAFrame: CHANGES_A_FRAME,
        paintedAFrame: Math.round(asked / (ROUNDS * FRAMES_A_ROUND)),
        cellsInView: await page.evaluate(() => window.board.drawn()),
        firstPaintMs: rounded(median(firstPaintMs)),
        // What a frame costs the page's thread, however busy the machine is with other things.
        threadMsAFrame: rounded(median(threadMs)),
      },
    };
  } finally {
    await app.close();
    rmSync(data, { recursive: true, force: true });
    rmSync(bundle.folder, { recursive: true, force: true });
  }
}

/** Time that the page's own thread has worked so far, ms; not the time that it waited for its turn. */
async function threadClock(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
}

/** The board with 5,000 units: frames while 200 cells in view change in each, against frames in which nothing does. */
export const board: Bench = {
  name: 'board',
  about: '5,000 units, frames at p95 with 200 cells changed in each, through the live stream; at rest as the baseline',
  bound: 33,
  run,
};
