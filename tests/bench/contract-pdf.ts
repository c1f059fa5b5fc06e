import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { documentKinds } from '#shared/documents/index.ts';
import { testRenderer } from '#tests/support/fonts.ts';
import { type Bench, type Measured, measured, median, type Round, rounded } from './support/measure.ts';
import type { PlainDone, PlainOrder } from './support/plain-pdf.ts';
import { type Stalls, windowStalls } from './support/window-stalls.ts';

const ROUNDS = 7;
const { kind, sample, numberPrefix } = documentKinds.saleContract;
const order = { kind, data: sample, number: `${numberPrefix}-2026-0018`, version: 1, paper: 'a4' as const };

/** The lines of every page as they were set, for setting them again without layout. */
function linesOf(pdf: Uint8Array, folder: string): string[][] {
  const file = path.join(folder, 'contract.pdf');
  writeFileSync(file, pdf);
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  const pages = text.split('\f').map((page) => page.split('\n').map((line) => line.trim()));
  return pages.map((lines) => lines.filter((line) => line !== '')).filter((lines) => lines.length > 0);
}

/** A thread that sets lines with plain pdfkit; answers how many bytes came of it. */
function plainSetter(font: string) {
  const worker = new Worker(path.join(import.meta.dirname, 'support/plain-pdf.ts'), { workerData: { font } });
  const set = (pages: string[][]): Promise<PlainDone> =>
    new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      const plain: PlainOrder = { pages };
      worker.postMessage(plain);
    });
  return { set, close: () => worker.terminate() };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function run(): Promise<Measured> {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhiye-bench-pdf-'));
  const fonts = mkdtempSync(path.join(tmpdir(), 'zhiye-bench-fonts-'));
  const port = testRenderer(fonts);
  const plain = plainSetter(path.join(fonts, 'NotoSerifSC_400Regular.ttf'));
  // How long the thread of the office could not answer while the paper was made beside it.
  const delay = monitorEventLoopDelay({ resolution: 1 });
  try {
    const { bytes, pages } = await port.render(order);
    const lines = linesOf(bytes, folder);
    await plain.set(lines);
    const rounds: Round[] = [];
    const stalls: number[] = [];
    while (rounds.length < ROUNDS) {
      const baseline = await timed(() => plain.set(lines));
      delay.reset();
      delay.enable();
      const ours = await timed(() => port.render(order));
      delay.disable();
      stalls.push(delay.max / 1e6);
      rounds.push({ ours, baseline });
    }
    await Promise.all([port.close(), plain.close()]);
    const { making, idle, ms } = await windowStalls(ROUNDS);
    const of = (which: keyof Stalls, all: readonly Stalls[]) => rounded(median(all.map((one) => one[which])));
    const windowStallMs = of('window', making);
    const mainStallMs = of('main', making);
    return {
      ...measured(rounds, 'ms for a contract', {
        pages,
        lines: lines.flat().length,
        windowStallMs,
        mainStallMs,
        // What the same window and process show while nothing happens.
        idleWindowMs: of('window', idle),
        idleMainMs: of('main', idle),
        longestWindowMs: rounded(Math.max(...making.map((one) => one.window))),
        longestIdleWindowMs: rounded(Math.max(...idle.map((one) => one.window))),
        longestMainMs: rounded(Math.max(...making.map((one) => one.main))),
        inProgramMs: rounded(median(ms)),
        plainNodeStallMs: rounded(median(stalls)),
      }),
      judged: Math.max(windowStallMs, mainStallMs),
    };
  } finally {
    await Promise.all([port.close(), plain.close()]);
    for (const one of [folder, fonts]) rmSync(one, { recursive: true, force: true });
  }
}

/** A whole contract of sale as PDF, against plain pdfkit setting the same lines; judged is how long the window stalls meanwhile. */
export const contractPdf: Bench = {
  name: 'contract-pdf',
  about:
    'a contract of sale on its thread, against plain pdfkit setting the same text; judged: the longest stall of window and main process in the running program, ms',
  bound: 50,
  run,
};
