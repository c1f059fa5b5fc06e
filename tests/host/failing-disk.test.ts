import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '#shared/kernel/random.ts';
import { actingProcess, bundledChild, officeForActing, orderFor } from '#tests/support/acting-process.ts';
import { testOffice } from '#tests/support/office.ts';
import { notRun, proofFigures, proofSeed, proofSize } from '#tests/support/proof-size.ts';
import { straced, straceWorks } from '#tests/support/strace.ts';
import { examine } from '#tests/support/whole-office.ts';

const FAULTS = proofSize(9, 150, 'faults');
const SEED = proofSeed(20_261_129);
const ACTS = 40;
/** A process whose disk failed ends so (`acting-office.ts`). */
const DOUBT = 7;

/** How a disk fails, at one call of many, and what the office has to do then. */
const ways = [
  { calls: 'fdatasync,fsync', error: 'EIO', upTo: 60, reopened: true },
  { calls: 'pwrite64', error: 'EIO', upTo: 300, reopened: true },
  { calls: 'pwrite64', error: 'ENOSPC', upTo: 300, reopened: false },
] as const;

if (!straceWorks) notRun('the failing disk', 'strace');

describe.skipIf(!straceWorks)('A disk that fails', () => {
  let bundle: Awaited<ReturnType<typeof bundledChild>>;
  let scratch: string;
  beforeAll(async () => {
    bundle = await bundledChild('acting-office');
    scratch = mkdtempSync(path.join(tmpdir(), 'zhiye-failing-'));
  }, 120_000);
  afterAll(() => {
    bundle.remove();
    rmSync(scratch, { recursive: true, force: true });
  });

  it(`at any of ${FAULTS} calls loses nothing acknowledged, and after a fault nobody goes on before the office was opened anew (seed ${SEED})`, {
    timeout: proofSize(240_000, 7_200_000),
  }, async () => {
    const random = createRandom(SEED);
    const desk = await testOffice();
    const furnished = await officeForActing(desk);
    const told = { asked: [] as string[], acknowledged: [] as string[], refused: [] as string[] };
    const figures = { faults: 0, acknowledged: 0, reopened: 0, atClosing: 0, lost: 0, wrong: 0, seed: SEED };
    const wrong: string[] = [];
    for (; figures.faults < FAULTS; figures.faults += 1) {
      const way = ways[figures.faults % ways.length] ?? ways[0];
      const nth = random.int(2, way.upTo);
      const log = path.join(scratch, 'calls');
      const inject = `inject=${way.calls}:error=${way.error}:when=${nth}`;
      const trace = 'trace=pwrite64,fdatasync,fsync,write';
      const numbers = { seed: random.int(0, 1_000_000), first: (figures.faults + 1) * 10_000 };
      const said = await actingProcess(
        bundle.program,
        orderFor(desk, { ...furnished, ...numbers, acts: ACTS, close: true }),
        { prefix: straced(['-y', '-e', trace, '-e', inject, '-o', log]) },
      );
      const where = `${way.error} at call ${nth} of ${way.calls}`;
      for (const kind of ['asked', 'acknowledged', 'refused'] as const) told[kind].push(...said[kind]);
      const calls = readFileSync(log, 'utf8').split('\n');
      // The mark beside the file may stay behind: nobody needs it to be there.
      const failed = calls.findIndex((line) => line.includes('(INJECTED)') && /office\.db(-wal)?>/.test(line));
      // Whoever closes the office acknowledges nothing any more: what it left is looked at by whoever opens it next.
      const closing = calls.findIndex((line) => line.includes('"closing'));
      if (failed >= 0 && closing >= 0 && failed > closing) figures.atClosing += 1;
      else if (failed >= 0 && way.reopened && said.openedMs !== undefined) {
        figures.reopened += 1;
        if (said.code !== DOUBT || said.doubt !== 'DISK_BROKEN')
          wrong.push(`${where}: went on (${said.code} ${said.doubt}) ${said.complaints}`);
        // Between the fault and the end nothing is written or flushed once more.
        const noticed = calls.findIndex((line, at) => at > failed && line.includes('"doubt DISK_BROKEN'));
        const retried = calls.slice(failed + 1, noticed).filter((line) => /office\.db(-wal)?>/.test(line));
        if (noticed < 0 || retried.length > 0) wrong.push(`${where}: ${retried.slice(0, 2).join(' ')}`);
      } else if (said.code !== 0 && said.openedMs !== undefined)
        wrong.push(`${where}: ended with ${said.code} ${said.complaints}`);
      figures.acknowledged += said.acknowledged.length;
      const { lost, faults } = examine(desk.folder, desk.rootKey, told, figures.faults % 5 === 0);
      figures.lost += lost.length;
      wrong.push(...[...lost, ...faults].map((one) => `${where}: ${one}`));
    }
    // And when the disk is well again, the office goes on.
    const after = await actingProcess(
      bundle.program,
      orderFor(desk, { ...furnished, seed: SEED, first: 9_000_000, acts: ACTS, close: true }),
    );
    expect([after.code, after.complaints]).toEqual([0, '']);
    figures.wrong = wrong.length;
    proofFigures(figures);
    expect(wrong.slice(0, 10)).toEqual([]);
    expect(figures.reopened).toBeGreaterThan(0);
    await desk.close();
  });
});
