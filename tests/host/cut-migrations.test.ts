import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#db/connection.ts';
import { migrate, readMigrations, schemaVersion } from '#db/migrate.ts';
import { officeKeys } from '#electron/server/keys.ts';
import { createRandom, type Random } from '#shared/kernel/random.ts';
import { bundledChild } from '#tests/support/acting-process.ts';
import { migrationsFolder } from '#tests/support/first-pages.ts';
import { powerCut, ways } from '#tests/support/power-cut.ts';
import { notRun, proofFigures, proofSeed, proofSize } from '#tests/support/proof-size.ts';
import { straced, straceWorks } from '#tests/support/strace.ts';
import { readWriteLog, recordingOptions } from '#tests/support/write-log.ts';

const SEED = proofSeed(20_261_130);
/** Every write of every migration, or each so many of a few. */
const EVERY = proofSize(25, 1);
const all = readMigrations(migrationsFolder);
const OLD = proofSize(3, all.length - 1);
const rootKey = Buffer.alloc(32, 5);
const key = officeKeys(rootKey).file;
const quick = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

if (!straceWorks) notRun('the migration that is cut short', 'strace');

describe.skipIf(!straceWorks)('An office whose first start under a newer program is cut short', () => {
  let bundle: Awaited<ReturnType<typeof bundledChild>>;
  let scratch: string;
  beforeAll(async () => {
    bundle = await bundledChild('migrating-office');
    scratch = mkdtempSync(path.join(quick, 'zhiye-migrating-'));
  }, 120_000);
  afterAll(() => {
    bundle.remove();
    rmSync(scratch, { recursive: true, force: true });
  });

  /** The shape of a file: its version and all that it is made of. */
  function shapeOf(folder: string): string {
    const database = openDatabase({ file: path.join(folder, 'office.db'), key });
    try {
      expect(database.client.pragma('integrity_check', { simple: true })).toBe('ok');
      const parts = database.client.prepare('select name, sql from sqlite_schema order by name').all();
      const kept =
        schemaVersion(database.client) === 0 ? 0 : database.client.prepare('select name from office').pluck().get();
      return JSON.stringify([schemaVersion(database.client), kept, parts]);
    } finally {
      database.close();
    }
  }

  /** Cuts the first start of the newest program on an office of a version, at each so many writes. */
  function cut(version: number, every: number, random: Random, ...how: readonly string[]) {
    const found = { points: 0, old: 0, new: 0, wrong: [] as string[] };
    const folder = path.join(scratch, 'recorded');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    const file = path.join(folder, 'office.db');
    const older = openDatabase({ file, key });
    migrate(older.client, all.slice(0, version), () => undefined);
    older.client.exec(
      "insert into office (id, name, company_name, city_pack, opened_on) values (1, '旧案场', '公司', 'chongqing', '2026-01-01')",
    );
    older.close();
    const before = new Map([['office.db', readFileSync(file)]]);
    const shapes = { old: shapeOf(folder), new: '' };
    const log = path.join(scratch, 'writes');
    const words = [
      ...straced(recordingOptions(log)),
      process.execPath,
      bundle.program,
      folder,
      rootKey.toString('hex'),
      migrationsFolder,
      ...how,
    ];
    const run = spawnSync(words[0] ?? '', words.slice(1), { encoding: 'utf8' });
    expect([run.status, run.stderr]).toEqual([0, '']);
    shapes.new = shapeOf(folder);
    const written = readWriteLog(log, folder, 'the migration');
    const state = powerCut(before);
    for (const [at, each] of written.entries()) {
      state.step(each);
      if (at % every !== 0 && at !== written.length - 1) continue;
      // A kill leaves all that was written; a power cut what the disk had.
      for (const way of ['all kept', random.pick(ways)] as const) {
        const left = path.join(scratch, 'cut');
        rmSync(left, { recursive: true, force: true });
        mkdirSync(left);
        for (const [name, bytes] of state.cut(random, way)) writeFileSync(path.join(left, name), bytes);
        found.points += 1;
        const where = `from ${version}, write ${at}, ${way}`;
        try {
          const shape = shapeOf(left);
          if (shape === shapes.old) found.old += 1;
          else if (shape === shapes.new) found.new += 1;
          else found.wrong.push(`${where}: ${shape.slice(0, 60)}`);
        } catch (error) {
          found.wrong.push(`${where}: ${String(error)}`);
        }
      }
    }
    return found;
  }

  it(`is the old or the new one, at any write and after any power cut (seed ${SEED})`, {
    timeout: proofSize(240_000, 7_200_000),
  }, async () => {
    const random = createRandom(SEED);
    const figures = { migrations: 0, points: 0, old: 0, new: 0, between: 0, seed: SEED };
    const wrong: string[] = [];
    const versions = random
      .shuffle(all.map(({ version }) => version).filter((version) => version < all.length))
      .slice(0, OLD);
    for (const version of versions) {
      const found = cut(version, EVERY, random);
      figures.migrations += 1;
      figures.points += found.points;
      figures.old += found.old;
      figures.new += found.new;
      figures.between += found.wrong.length;
      wrong.push(...found.wrong);
    }
    proofFigures(figures);
    expect(wrong.slice(0, 10)).toEqual([]);
    expect(figures.old).toBeGreaterThan(0);
    expect(figures.new).toBeGreaterThan(0);
  });

  it('would be seen between the two, were each statement written for itself', { timeout: 120_000 }, () => {
    const { wrong } = cut(all.length - 4, 10, createRandom(SEED), 'careless');
    expect(wrong.length).toBeGreaterThan(0);
  });
});
