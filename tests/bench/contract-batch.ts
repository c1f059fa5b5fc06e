import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { paperData, type RenderPort } from '#electron/server/documents/render-port.ts';
import { checkPaper, documentKinds } from '#shared/documents/index.ts';
import { testRenderer } from '#tests/support/fonts.ts';
import { type Bench, type Measured, rounded } from './support/measure.ts';

const CONTRACTS = 300;
const THREADS = 2;
/** How often the memory of the process is looked at, ms. */
const LOOK_MS = 50;
const { kind, sample, numberPrefix } = documentKinds.saleContract;

/** Makes one contract as the press does: data and hash, pages, and the pages read back and compared. */
async function makeContract(port: RenderPort, index: number): Promise<void> {
  const number = `${numberPrefix}-2026-${String(index + 1).padStart(4, '0')}`;
  const request = { kind, data: sample };
  paperData(request);
  const { bytes } = await port.render({ ...request, number, version: 1 }, 'batch');
  const wrong = checkPaper(request).differences(number, await port.readBack(bytes, 'batch'));
  if (wrong.length > 0) throw new Error(`${number} differs at ${wrong.join(', ')}`);
}

/** So many contracts on two threads, two under way at a time as in a batch of the office. */
async function makeMany(port: RenderPort, count: number) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let peak = 0;
  const look = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, LOOK_MS);
  const numbers = Array.from({ length: count }, (_, index) => index);
  const began = performance.now();
  delay.enable();
  const hand = async () => {
    for (let next = numbers.shift(); next !== undefined; next = numbers.shift()) await makeContract(port, next);
  };
  await Promise.all(Array.from({ length: THREADS }, hand));
  delay.disable();
  clearInterval(look);
  return {
    ms: performance.now() - began,
    peakMb: peak / 1e6,
    p99Ms: delay.percentile(99) / 1e6,
    maxMs: delay.max / 1e6,
  };
}

/** How much longer one contract takes on one thread than its share of a batch on two; judged is what the office feels. */
async function measure(count: number): Promise<Measured> {
  const fonts = mkdtempSync(path.join(tmpdir(), 'zhiye-bench-fonts-'));
  const port = testRenderer(fonts, { threads: THREADS });
  try {
    // Both threads have their typefaces read before anything is measured.
    await Promise.all([makeContract(port, 0), makeContract(port, 1)]);
    const alone = performance.now();
    await makeContract(port, 0);
    const one = performance.now() - alone;
    const many = await makeMany(port, count);
    return {
      ratio: rounded(many.ms / count / one),
      baseline: rounded(one),
      ours: rounded(many.ms / count),
      unit: 'ms for a contract',
      rounds: count,
      judged: many.p99Ms,
      more: {
        seconds: rounded(many.ms / 1000),
        peakMb: Math.round(many.peakMb),
        mainDelayP99Ms: rounded(many.p99Ms),
        mainDelayMaxMs: rounded(many.maxMs),
      },
    };
  } finally {
    await port.close();
    rmSync(fonts, { recursive: true, force: true });
  }
}

/** Three hundred contracts of sale on two threads, made and read back as in a batch; judged is the delay of the office's own thread. */
export const contractBatch: Bench = {
  name: 'contract-batch',
  about: `${CONTRACTS} contracts of sale on ${THREADS} threads against one alone; judged: the delay of the main loop that 99 of 100 keep, ms`,
  bound: 20,
  run: () => measure(Number(process.env['ZHIYE_BENCH_CONTRACTS'] ?? CONTRACTS)),
};
