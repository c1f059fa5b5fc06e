import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom, type Random } from '#shared/kernel/random.ts';
import { actingProcess, bundledChild, officeForActing, orderFor, toldIn } from '#tests/support/acting-process.ts';
import { testOffice } from '#tests/support/office.ts';
import { powerCut, ways } from '#tests/support/power-cut.ts';
import { notRun, proofFigures, proofSeed, proofSize } from '#tests/support/proof-size.ts';
import { straced, straceWorks } from '#tests/support/strace.ts';
import { examine } from '#tests/support/whole-office.ts';
import { readWriteLog, recordingOptions, type Written } from '#tests/support/write-log.ts';

const POINTS = proofSize(200, 5_000, 'points');
const SEED = proofSeed(20_261_126);
/** The control run is cut at fewer points: one that loses nothing is enough to see that nobody would notice. */
const CONTROL_POINTS = Math.max(30, Math.floor(POINTS / 10));
/** Acts of each of two runs: the first one falls, the second finds its log and closes the office. */
const ACTS = proofSize(40, 150);
/** Checkpoints are where most can go wrong: more of them than an office has by itself. */
const OFTEN = 'wal_autocheckpoint = 120';
/** All tables are rebuilt from the log at each so many points. */
const REPLAYED_EVERY = 25;

/** A disk of memory where there is one: what is looked at five thousand times need not be flushed. */
const quick = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** An office whose writes are known one by one, and how its files were before. */
type Recording = {
  readonly before: ReadonlyMap<string, Buffer>;
  readonly written: readonly Written[];
  readonly rootKey: Buffer;
};

let bundle: Awaited<ReturnType<typeof bundledChild>>;
let scratch: string;
beforeAll(async () => {
  bundle = await bundledChild('acting-office');
  scratch = mkdtempSync(path.join(quick, 'zhiye-powercut-'));
}, 120_000);
afterAll(() => {
  bundle.remove();
  rmSync(scratch, { recursive: true, force: true });
});

async function recording(seed: number, pragmas: readonly string[]): Promise<Recording> {
  const desk = await testOffice();
  const furnished = await officeForActing(desk);
  const before = new Map([['office.db', readFileSync(path.join(desk.folder, 'office.db'))]]);
  const written: Written[] = [];
  for (const [run, close] of [false, true].entries()) {
    const order = orderFor(desk, { ...furnished, seed: seed + run, first: run * 10_000, acts: ACTS, close, pragmas });
    const log = path.join(scratch, `writes-${run}`);
    const { complaints, code } = await actingProcess(bundle.program, order, { prefix: straced(recordingOptions(log)) });
    expect([complaints, code]).toEqual(['', 0]);
    written.push(...readWriteLog(log, desk.folder, 'the office'));
    rmSync(log);
  }
  // What was recorded must come to the files that there are, or nothing that follows means anything.
  const state = powerCut(before);
  for (const each of written) state.step(each);
  for (const [name, bytes] of state.cut(createRandom(seed), 'all kept'))
    expect(bytes.equals(readFileSync(path.join(desk.folder, name))), name).toBe(true);
  await desk.close();
  return { before, written, rootKey: desk.rootKey };
}

/** Cuts the power at random moments and opens what is left each time. */
function cutAt(points: number, { before, written, rootKey }: Recording, random: Random) {
  const moments = Array.from({ length: points }, () => random.int(1, written.length)).toSorted((a, b) => a - b);
  const state = powerCut(before);
  const folder = path.join(scratch, 'office');
  let said = '';
  let at = 0;
  const found = { points: 0, lost: 0, corrupt: 0, wrong: [] as string[] };
  for (const moment of moments) {
    for (; at < moment; at += 1) {
      const next = written[at];
      if (next === undefined) break;
      state.step(next);
      if (next.kind === 'said') said += next.text;
    }
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    const way = random.pick(ways);
    for (const [name, bytes] of state.cut(random, way)) writeFileSync(path.join(folder, name), bytes);
    found.points += 1;
    const { lost, faults } = examine(folder, rootKey, toldIn(said), found.points % REPLAYED_EVERY === 0);
    if (lost.length > 0) found.lost += 1;
    if (faults.length > 0) found.corrupt += 1;
    if (lost.length + faults.length > 0)
      found.wrong.push(`at write ${moment}, ${way}: ${[...lost, ...faults].join('; ')}`);
  }
  return found;
}

if (!straceWorks) notRun('the power cut', 'strace');

describe.skipIf(!straceWorks)('A power cut', () => {
  it(`at any of ${POINTS} moments leaves an office with everything that it acknowledged (seed ${SEED})`, {
    timeout: proofSize(300_000, 14_400_000),
  }, async () => {
    const random = createRandom(SEED);
    const office = await recording(SEED, [OFTEN]);
    const acts = toldIn(office.written.map((each) => (each.kind === 'said' ? each.text : '')).join('')).acknowledged;
    const { wrong, ...found } = cutAt(POINTS, office, random);
    const careless = await recording(SEED, [OFTEN, 'synchronous = NORMAL']);
    const control = cutAt(CONTROL_POINTS, careless, random);
    const figures = {
      ...found,
      controlPoints: control.points,
      controlLost: control.lost,
      acts: acts.length,
      writes: office.written.length,
      seed: SEED,
    };
    proofFigures(figures);
    expect(wrong.slice(0, 10)).toEqual([]);
    expect(figures).toMatchObject({ points: POINTS, lost: 0, corrupt: 0 });
    expect(acts.length).toBeGreaterThanOrEqual(2 * ACTS);
    // An office that does not wait for the disk loses acts: whoever looks can see it.
    expect(figures.controlLost).toBeGreaterThan(0);
  });
});
