import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PlacePaths, placePaths, readSnapshots, snapshotFiles } from '#db/backup-place.ts';
import { openDatabase } from '#db/connection.ts';
import { currentTables, replay } from '#db/replay.ts';
import { verifyLog } from '#db/repositories/events.ts';
import { snapshotPageSchema } from '#shared/domain/backups/snapshot-page.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, subscribeHome, takeDeposit } from '#tests/support/deal-builders.ts';
import { type TestOffice, testOffice, testOfficeId } from '#tests/support/office.ts';
import { temporaryFolder } from '#tests/unit/electron/temporary-folder.ts';

describe('A snapshot of an office at its second place', () => {
  let desk: TestOffice;
  let place: string;
  let paths: PlacePaths;
  beforeEach(async () => {
    desk = await testOffice();
    place = temporaryFolder();
    paths = placePaths(place, testOfficeId);
    await desk.office.backups.give(place);
  });
  afterEach(() => desk.close());

  const furnish = async () => {
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant');
    const buyer = await buildBuyer(consultant);
    const { subscriptionId, approvalId } = await subscribeHome(consultant, home, buyer);
    await approve(desk, approvalId);
    await takeDeposit(desk, subscriptionId, buyer);
    await desk.as('backOffice').documents.issue({ kind: 'subscriptionBook', subjectId: subscriptionId });
    await desk.office.press.idle();
  };
  const openAt = (stamp: string) =>
    openDatabase({
      file: snapshotFiles(paths.snapshots, stamp).database,
      key: desk.office.keys.file,
      readonly: true,
      copy: true,
    });
  const blobs = (folder: string) =>
    readdirSync(path.join(folder, 'blobs'), { recursive: true })
      .map(String)
      .filter((name) => name.length > 2)
      .toSorted();

  it('holds everything, its log unbroken, with the papers beside it and a page that names nobody', async () => {
    await furnish();
    const made = await desk.office.backups.now('asked');
    const { client } = desk.office.database;
    const copy = openAt(made.stamp);
    expect(verifyLog(copy.client)).toEqual({ events: made.events, head: made.head });
    expect(currentTables(copy.client)).toEqual(currentTables(client));
    expect(replay(copy.client)).toEqual(currentTables(copy.client));
    copy.close();
    expect(blobs(paths.root)).toEqual(blobs(desk.folder));
    expect(made).toMatchObject({
      seq: made.events,
      reason: 'asked',
      files: { count: blobs(desk.folder).length, missing: 0 },
    });
    expect(made.totals.receiptsFen).toBe(client.prepare('select sum(amount) from receipts').pluck().get());
    expect(made.totals.receiptsFen).toBeGreaterThan(0);
    expect(made.totals.rows['customers']).toBe(client.prepare('select count(*) from customers').pluck().get());
    const page: unknown = JSON.parse(readFileSync(snapshotFiles(paths.snapshots, made.stamp).page, 'utf8'));
    expect(snapshotPageSchema.parse(page)).toEqual({ ...made, stamp: undefined });
    expect(readdirSync(paths.snapshots).toSorted()).toEqual([`${made.stamp}.db`, `${made.stamp}.json`]);
  });

  it('is unreadable without the key, and holds no name in clear', async () => {
    await furnish();
    const { stamp } = await desk.office.backups.now('asked');
    const names = desk.office.database.client.prepare<[], string>('select name from customers').pluck().all();
    expect(names.length).toBeGreaterThan(0);
    for (const file of Object.values(snapshotFiles(paths.snapshots, stamp)))
      for (const name of names) expect(readFileSync(file).includes(name), `${name} in ${file}`).toBe(false);
    expect(readFileSync(snapshotFiles(paths.snapshots, stamp).database).subarray(0, 15).toString()).not.toBe(
      'SQLite format 3',
    );
  });

  it('copies a paper once, and says which the office itself has lost', async () => {
    await furnish();
    await desk.office.backups.now('asked');
    const [first = '', second = ''] = blobs(paths.root);
    const before = statSync(path.join(paths.blobs, first)).mtimeMs;
    rmSync(path.join(paths.blobs, second));
    rmSync(path.join(desk.folder, 'blobs', second));
    const { files } = await desk.office.backups.now('asked');
    expect(files.missing).toBe(1);
    expect(statSync(path.join(paths.blobs, first)).mtimeMs).toBe(before);
  });

  it('is compared with an office that goes on working while it is made', async () => {
    await buildHomes(desk);
    let working = true;
    const acts = (async () => {
      let done = 0;
      for (; working; done += 1) {
        desk.as('consultant');
        await pause();
      }
      return done;
    })();
    const made = [];
    for (let turn = 0; turn < 4; turn += 1) {
      made.push(await desk.office.backups.now('asked'));
      desk.clock.set(desk.clock() + 3_600_000);
    }
    working = false;
    expect(await acts).toBeGreaterThan(4);
    expect(new Set(made.map(({ seq }) => seq)).size).toBeGreaterThan(1);
    for (const { stamp, head, events } of made) {
      const copy = openAt(stamp);
      expect(verifyLog(copy.client)).toEqual({ events, head });
      expect(replay(copy.client)).toEqual(currentTables(copy.client));
      copy.close();
    }
  });

  it('is cleared away by the years, and with it the papers that no other one names', async () => {
    await furnish();
    await desk.office.backups.now('schedule');
    const stray = path.join(paths.blobs, 'ab', 'ab'.repeat(32));
    writeFileSync(path.join(paths.root, 'a note of somebody.txt'), 'stays');
    for (let hour = 0; hour < 26; hour += 1) {
      desk.clock.set(desk.clock() + 3_600_000);
      if (hour === 20) {
        mkdirSync(path.dirname(stray), { recursive: true });
        writeFileSync(stray, 'of a snapshot that is gone');
      }
      await desk.office.backups.now('schedule');
    }
    const { look } = desk.office.backups.state();
    expect(look?.snapshots.length).toBeLessThan(27);
    expect(look?.pruned.length).toBe(27 - (look?.snapshots.length ?? 0));
    expect(existsSync(stray)).toBe(false);
    expect(blobs(paths.root)).toEqual(blobs(desk.folder));
    expect(existsSync(path.join(paths.root, 'a note of somebody.txt'))).toBe(true);
  });

  it('is looked at again, and put aside when it is damaged', async () => {
    await furnish();
    const { stamp } = await desk.office.backups.now('asked');
    desk.clock.set(desk.clock() + 3_600_000);
    const second = await desk.office.backups.now('asked');
    desk.clock.set(desk.clock() + 60_000);
    expect(await desk.office.backups.check(stamp)).toMatchObject({ stamp, verifiedAt: desk.clock() });
    const { database } = snapshotFiles(paths.snapshots, second.stamp);
    const bytes = readFileSync(database);
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
    writeFileSync(database, bytes);
    await expect(desk.office.backups.check(second.stamp)).rejects.toMatchObject({ code: 'BACKUP_BROKEN' });
    const { newest, look } = desk.office.backups.state();
    expect(newest?.stamp).toBe(stamp);
    expect(look?.broken.map((each) => each.stamp)).toEqual([second.stamp]);
    expect(existsSync(path.join(paths.broken, `${second.stamp}.db`))).toBe(true);
  });

  it('counts only with its page and in its size', async () => {
    const { stamp } = await desk.office.backups.now('asked');
    const { database, page } = snapshotFiles(paths.snapshots, stamp);
    expect(readSnapshots(paths.snapshots)).toHaveLength(1);
    truncateSync(database, statSync(database).size - 4096);
    expect(readSnapshots(paths.snapshots)).toEqual([]);
    rmSync(page);
    desk.clock.set(desk.clock() + 60_000);
    const next = await desk.office.backups.now('asked');
    expect(readdirSync(paths.snapshots).toSorted()).toEqual([`${next.stamp}.db`, `${next.stamp}.json`]);
  });
});
