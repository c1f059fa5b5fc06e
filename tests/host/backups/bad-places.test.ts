import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PlacePaths, placePaths, readSnapshots } from '#db/backup-place.ts';
import { refusalText } from '#scripts/office/refusal-text.ts';
import { backupSteps } from '#shared/domain/backups/steps.ts';
import type { ErrorCode } from '#shared/kernel/errors.ts';
import { bundledChild } from '#tests/support/acting-process.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, subscribeHome } from '#tests/support/deal-builders.ts';
import { interruptNext } from '#tests/support/interrupted-backup.ts';
import { mountsWork, plugging, smallDisk } from '#tests/support/mounts.ts';
import { type TestOffice, testOffice, testOfficeId } from '#tests/support/office.ts';
import { notRun, proofFigures, proofSize } from '#tests/support/proof-size.ts';
import { straced, straceWorks } from '#tests/support/strace.ts';
import { temporaryFolder } from '#tests/unit/electron/temporary-folder.ts';

const interrupted = path.resolve(import.meta.dirname, '../../support/interrupted-backup.ts');

if (!mountsWork) notRun('the bad places of backups', 'the right to mount');
if (!straceWorks) notRun('the killed copying of backups', 'strace');

/** All of them in `npm run prove -- bad-places`, a few in `npm test`. */
const tried = <T>(all: readonly T[], few: readonly NoInfer<T>[]) => [...(proofSize(0, 1) === 1 ? all : few).entries()];

let [faults, good] = [0, 0];
afterAll(() => proofFigures({ proof: 'bad-places', faults, goodBackups: good }));

// Each of these makes a dozen backups at full size, on whatever disk and beside whatever else there is.
describe('An office whose backup goes wrong in the middle', { timeout: 240_000 }, () => {
  let desk: TestOffice;
  let place: string;
  let paths: PlacePaths;
  /** Begins with one good backup and a paper that the next one has to copy. */
  const furnish = async (at: string) => {
    place = at;
    paths = placePaths(place, testOfficeId);
    await desk.office.backups.give(place);
    const [home = 0] = await buildHomes(desk);
    await desk.office.backups.now('asked');
    const consultant = desk.as('consultant');
    const { subscriptionId, approvalId } = await subscribeHome(consultant, home, await buildBuyer(consultant));
    await approve(desk, approvalId);
    await desk.as('backOffice').documents.issue({ kind: 'subscriptionBook', subjectId: subscriptionId });
    await desk.office.press.idle();
    later();
  };
  const later = () => desk.clock.set(desk.clock() + 61 * 60_000);
  beforeEach(async () => {
    desk = await testOffice({ backingUp: interrupted });
  });
  afterEach(() => desk.close());

  /** The next backup is refused so; the office goes on, its managers are told, and one old backup counts as before. */
  const failsWith = async (code: ErrorCode) => {
    const [good] = desk.office.backups.state().look?.snapshots ?? [];
    const attempt = desk.office.backups.now('schedule').catch((error: unknown) => error);
    const consultant = desk.as('consultant');
    expect(await consultant.session.current({})).toMatchObject({ officeName: '测试案场' });
    await buildBuyer(consultant);
    expect(await attempt).toMatchObject({ code });
    const manager = desk.as('manager');
    const { failure, newest } = await manager.backups.state({});
    expect(failure).toMatchObject({ code });
    expect(newest?.stamp).toBe(good?.stamp);
    expect((await manager.backups.alarm({})).alarm).toMatchObject({ kind: 'failed', code, folder: place });
    for (const language of ['zh-CN', 'en'] as const) {
      const { message } = refusalText({ ...failure }, language);
      expect(message.length).toBeGreaterThan(10);
      expect(message).not.toMatch(/\{\{|\[\[/);
    }
    faults += 1;
    later();
  };
  const isWhole = () => {
    const stamps = readSnapshots(paths.snapshots).map(({ stamp }) => stamp);
    expect(readdirSync(paths.snapshots).toSorted()).toEqual(
      stamps.flatMap((stamp) => [`${stamp}.db`, `${stamp}.json`]).toSorted(),
    );
    const all = readdirSync(paths.root, { recursive: true }).map(String);
    expect(all.filter((name) => /\.(new|part)(-\w+)?$/.test(name))).toEqual([]);
    return stamps.length;
  };
  /** The next backup is made, tells nobody of anything, and has cleared away what the bad ones left. */
  const isWellAgain = async (before: number) => {
    const { stamp, files } = await desk.office.backups.now('schedule');
    expect(files).toEqual({ count: 2, missing: 0 });
    expect(await desk.as('manager').backups.state({})).toMatchObject({ failure: null, alarm: null });
    expect(isWhole()).toBe(before + 1);
    expect(await desk.office.backups.check(stamp)).toMatchObject({ stamp });
    good += 1;
    later();
  };

  it('because the thread that copies ends says so and makes the next one', async () => {
    await furnish(temporaryFolder());
    for (const [before, step] of tried(backupSteps, ['seal'])) {
      interruptNext(desk.folder, { step, run: [] });
      await failsWith('BACKUP_FAILED');
      expect(readSnapshots(paths.snapshots)).toHaveLength(before + 1);
      await isWellAgain(before + 1);
    }
  });

  it.skipIf(!mountsWork)(
    'because its stick is pulled out writes nothing beside it, and goes on when it is back',
    async () => {
      const stick = temporaryFolder();
      const at = temporaryFolder();
      plugging.in(stick, at);
      await furnish(at);
      for (const [before, step] of tried(backupSteps, ['files'])) {
        interruptNext(desk.folder, { step, run: plugging.out(place) });
        await failsWith('BACKUP_PLACE_MISSING');
        expect(readdirSync(place)).toEqual([]);
        expect(readSnapshots(placePaths(stick, testOfficeId).snapshots)).toHaveLength(before + 1);
        plugging.in(stick, at);
        await isWellAgain(before + 1);
      }
    },
  );

  it.skipIf(!mountsWork)(
    'because its stick is locked against writing says that, and goes on when it is not',
    async () => {
      const at = temporaryFolder();
      plugging.in(temporaryFolder(), at);
      await furnish(at);
      // Whoever pulls the lever in the last moment is too late: then the copy is whole, without its page.
      for (const [before, step] of tried(['database', 'files', 'seal'] as const, ['files'])) {
        interruptNext(desk.folder, { step, run: plugging.lock(place) });
        await failsWith('BACKUP_PLACE_READONLY');
        // And as long as it is.
        await failsWith('BACKUP_PLACE_READONLY');
        expect(readSnapshots(paths.snapshots)).toHaveLength(before + 1);
        plugging.unlock(place);
        await isWellAgain(before + 1);
      }
    },
  );

  it.skipIf(!mountsWork)('because the place is full says that, and goes on when there is room', async () => {
    await furnish(smallDisk(64));
    const filler = path.join(place, 'holiday.mov');
    const fill = ['dd', 'if=/dev/zero', `of=${filler}`, 'bs=1M', 'conv=notrunc'];
    for (const [before, step] of tried(['database', 'files', 'seal'] as const, ['seal'])) {
      interruptNext(desk.folder, { step, run: ['sh', '-c', `${fill.join(' ')} 2>/dev/null; true`] });
      await failsWith('BACKUP_PLACE_FULL');
      await failsWith('BACKUP_PLACE_FULL');
      expect(readSnapshots(paths.snapshots)).toHaveLength(before + 1);
      rmSync(filler);
      await isWellAgain(before + 1);
    }
  });

  it.skipIf(!straceWorks)(
    'because the process that copies is killed, or its disk says no, at any call: no half of it counts',

    async () => {
      await furnish(temporaryFolder());
      const child = await bundledChild('copying-office');
      const { fileKey, folder } = { fileKey: Buffer.from(desk.office.keys.file).toString('hex'), folder: desk.folder };
      let made = 1;
      const copying = async (inject: string) => {
        const order = {
          ...{ kind: 'make', folder, place, officeId: testOfficeId, fileKey, officePage: '{}', at: desk.clock() },
          ...{ reason: 'schedule', programVersion: null, nativeBinding: process.env['APP_SQLITE_BINDING'] },
        };
        const prefix = straced([
          '-f',
          '-o',
          '/dev/null',
          '-e',
          'trace=/^rename,pwrite64,fsync',
          '-e',
          `inject=${inject}`,
        ]);
        const words = [...prefix, process.execPath, child.program, JSON.stringify(order)];
        const copier = spawn(words[0] ?? '', words.slice(1), { stdio: ['ignore', 'pipe', 'inherit'] });
        let said = '';
        copier.stdout.on('data', (part) => {
          said += String(part);
        });
        await once(copier, 'close');
        await buildBuyer(desk.as('consultant'));
        later();
        return said.trim();
      };
      const ways = [
        '/^rename:signal=SIGKILL',
        'fsync:signal=SIGKILL',
        'pwrite64:signal=SIGKILL',
        'pwrite64:error=ENOSPC',
      ];
      for (const way of ways) {
        const calls = way.startsWith('pwrite64') ? tried([2, 20, 80], [20]) : tried([1, 2, 3, 5], [2]);
        for (const [, nth] of calls) {
          const said = await copying(`${way}:when=${nth}${way.includes('error') ? '+' : ''}`);
          expect(said, `${way} ${nth}`).toBe(way.includes('error') ? 'BACKUP_PLACE_FULL' : '');
          expect(readSnapshots(paths.snapshots), `${way} ${nth}`).toHaveLength(made);
          faults += 1;
        }
        await isWellAgain(made);
        made += 1;
      }
      child.remove();
    },
  );
});
