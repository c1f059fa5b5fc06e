import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placePaths, snapshotFiles } from '#db/backup-place.ts';
import { openDatabase } from '#db/connection.ts';
import { givePlace } from '#db/look-at-place.ts';
import { makeSnapshot, type PlaceOrder } from '#db/office-snapshot.ts';
import { verifyLog } from '#db/repositories/events.ts';
import { wrapWithRecovery } from '#electron/device/key-wrap.ts';
import { type OfficeHeader, officePaths, readOfficeHeader, writeOfficeHeader } from '#electron/device/office-folder.ts';
import { formatRecoveryCode, recoverySecret } from '#electron/device/recovery-code.ts';
import { officeKeys } from '#electron/server/keys.ts';
import { restoreHeadless } from '#scripts/restore/run-restore.ts';
import { proofFigures, proofSize } from '#tests/support/proof-size.ts';
import { attempt, moments, randomStaff, type Staff } from '#tests/support/random-office.ts';

const officeId = '0190a2f0-0000-7000-8000-000000000001';
const secret = recoverySecret((bytes) => new Uint8Array(bytes).fill(0x5a));

type Answer = Record<string, unknown>;

/** `npm run restore` in a process of its own, as on a PC that has nothing but the backups and the recovery code. */
function restore(args: readonly string[], recoveryCode: string): Promise<{ code: number | null; said: Answer[] }> {
  const child = spawn(process.execPath, ['scripts/restore.ts', ...args], {
    env: { ...process.env, LANG: 'en_US.UTF-8', ZHIYE_RECOVERY_CODE: recoveryCode },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  let errors = '';
  child.stdout.on('data', (part: Buffer) => {
    text += String(part);
  });
  child.stderr.on('data', (part: Buffer) => {
    errors += String(part);
  });
  return new Promise((resolve, reject) =>
    child.once('close', (code) => {
      try {
        const said = text.split('\n').filter((line) => line.startsWith('{'));
        resolve({ code, said: said.map((line) => JSON.parse(line) as Answer) });
      } catch (error) {
        reject(new Error(`${String(error)}\n${errors}`));
      }
    }),
  );
}

/** The same in this process, for what needs no other: what it found and where the old office is kept, or why it is refused. */
async function restoreHere(asked: { from: string; data: string; replace?: boolean }, recoveryCode: string) {
  const order = { snapshot: undefined, replace: false, ...asked };
  try {
    return await restoreHeadless(order, { passphrase: undefined, recoveryCode }, () => undefined);
  } catch (error) {
    return { refused: String(Object(error).code) };
  }
}

/** Every table, row by row, as one text each. */
function tablesOf(client: Database.Database): Map<string, string[]> {
  const names = client
    .prepare<[], string>("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all();
  return new Map(
    names.map((name) => [
      name,
      client
        .prepare(`select * from "${name}"`)
        .raw()
        .all()
        .map((row) => JSON.stringify(row))
        .toSorted(),
    ]),
  );
}

/** Rows that one has and the other has not, but for what a restoring itself writes down. */
function differences(before: ReadonlyMap<string, string[]>, after: ReadonlyMap<string, string[]>): string[] {
  const found: string[] = [];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [one, other] = [before.get(name) ?? [], after.get(name) ?? []];
    const there = new Set(other);
    const here = new Set(one);
    found.push(...one.filter((row) => !there.has(row)).map((row) => `${name} lost ${row}`));
    const added = other.filter((row) => !here.has(row));
    if (name === 'events' && added.length === 1 && added[0]?.includes('"restored"') === true) continue;
    found.push(...added.map((row) => `${name} gained ${row}`));
  }
  return found;
}

/** An office at work, and the place of its backups. */
async function atWork() {
  const staff = await randomStaff();
  const { desk } = staff;
  const place = mkdtempSync(path.join(tmpdir(), 'zhiye-place-'));
  const keys = [wrapWithRecovery(secret, officeId, desk.rootKey)];
  const header: OfficeHeader = { format: 'zhiye-office', version: 1, officeId, createdAt: 0, demo: false, keys };
  const officePage = JSON.stringify(header);
  const order: PlaceOrder = {
    folder: desk.folder,
    place,
    officeId,
    fileKey: officeKeys(desk.rootKey).file,
    nativeBinding: undefined,
  };
  givePlace({ ...order, officePage });
  let backups = 0;
  const backUp = async () => {
    // Of one hour only the newest is kept; these are of hours of their own.
    const at = desk.clock() + backups * 3_600_000;
    backups += 1;
    // All that is read of the office is read before the first pause.
    const tables = tablesOf(desk.office.database.client);
    const made = makeSnapshot({ ...order, officePage, at, reason: 'asked', programVersion: null }, () => undefined);
    return { rows: tables, ...(await made) };
  };
  const files = (stamp: string) => snapshotFiles(placePaths(place, officeId).snapshots, stamp);
  const close = async () => {
    await desk.close();
    rmSync(place, { recursive: true, force: true });
  };
  return { staff, desk, place, header, order, backUp, files, close };
}

type AtWork = Awaited<ReturnType<typeof atWork>>;

async function work({ staff }: { staff: Staff }, seed: number, number: number): Promise<void> {
  const [days = []] = fc.sample(moments, { seed, numRuns: 1 });
  for (const moment of days.slice(0, number)) await Promise.all(moment.map((wish) => attempt(staff, wish)));
}

describe('A backup', () => {
  let office: AtWork;
  let data: string;
  const recoveryCode = formatRecoveryCode(secret);
  beforeEach(async () => {
    office = await atWork();
    data = mkdtempSync(path.join(tmpdir(), 'zhiye-restored-'));
  });
  afterEach(async () => {
    await office.close();
    rmSync(data, { recursive: true, force: true });
  });

  const opened = (folder: string) =>
    openDatabase({ file: officePaths(path.join(folder, 'office')).database, key: office.order.fileKey });

  it(
    'gives the office back on an empty PC as it was at that instant, with nothing but the recovery code',
    async () => {
      const drills = proofSize(1, 10, 'drills');
      const seed = Number(process.env['ZHIYE_PROOF_SEED'] ?? Date.now() % 1_000_000);
      let different = 0;
      let seconds = 0;
      let backups = 0;
      for (let drill = 0; drill < drills; drill += 1) {
        const made: Awaited<ReturnType<AtWork['backUp']>>[] = [];
        for (let round = 0; round < proofSize(3, 6); round += 1) {
          await work(office, seed + drill * 100 + round, 12);
          made.push(await office.backUp());
        }
        await work(office, seed + drill * 100 + 99, 12);
        backups += made.length;
        const chosen = made[(seed + drill) % made.length];
        if (chosen === undefined) throw new Error('No backup was made');
        const target = path.join(data, `pc ${drill}`);
        const began = performance.now();
        const { code, said } = await restore(
          ['--from', office.place, '--data', target, '--snapshot', chosen.stamp],
          recoveryCode,
        );
        seconds = Math.max(seconds, (performance.now() - began) / 1000);
        expect({ code, said }, `seed ${seed}`).toMatchObject({ code: 0, said: [{}, { restored: true, aside: null }] });
        const { client, close } = opened(target);
        const restored = tablesOf(client);
        const found = differences(chosen.rows, restored);
        // Who compares sees a single row that is missing, one too many, and one that is another.
        const units = restored.get('units') ?? [];
        for (const [rows, seen] of [
          [units.slice(1), 1],
          [[...units, '[0]'], 1],
          [['[0]', ...units.slice(1)], 2],
        ] satisfies [string[], number][])
          expect(differences(chosen.rows, new Map(restored).set('units', rows))).toHaveLength(seen);
        different += found.length;
        expect(found, `seed ${seed}`).toEqual([]);
        expect(verifyLog(client).events).toBe(chosen.seq + 1);
        for (const sha256 of client.prepare<[], string>('select sha256 from blobs').pluck().all())
          expect(existsSync(path.join(target, 'office/blobs', sha256.slice(0, 2), sha256))).toBe(true);
        close();
      }
      proofFigures({ drills, backups, differences: different, seconds: Number(seconds.toFixed(1)), seed });
    },
    proofSize(180_000, 3_600_000),
  );

  it('takes the place of an office only when that is said, tells what is lost, and what was there is kept', async () => {
    const first = await office.backUp();
    const consultant = office.desk.as('consultant', '何小满');
    office.desk.clock.advance(4 * 60_000);
    await consultant.session.setLanguage({ language: 'en' });
    office.desk.clock.advance(3 * 60_000);
    await consultant.session.setLanguage({ language: 'zh-CN' });
    mkdirSync(data, { recursive: true });
    cpSync(office.desk.folder, path.join(data, 'office'), { recursive: true });
    const paths = officePaths(path.join(data, 'office'));
    writeOfficeHeader(paths, office.header);
    const asked = { from: office.place, data };

    const looked = await restoreHere(asked, recoveryCode);
    expect(looked).toMatchObject({ found: { stamp: first.stamp } });
    expect(Object(looked).aside).toBeUndefined();
    const { loss } = Object(Object(looked).found);
    expect(loss).toMatchObject({ kind: 'counted', acts: 3, minutes: 7, people: ['何小满'], gained: 0 });
    expect(loss.kinds).toContainEqual({ kind: 'languageChosen', count: 2 });
    expect(loss.last).toMatchObject({ kind: 'languageChosen', by: '何小满' });
    expect(readdirSync(paths.folder).filter((name) => /restoring|replaced|swap/.test(name))).toEqual([]);

    const aside = String(Object(await restoreHere({ ...asked, replace: true }, recoveryCode)).aside);
    expect(path.basename(aside)).toMatch(/^replaced /);
    const kept = openDatabase({ file: path.join(aside, 'office.db'), key: office.order.fileKey });
    expect(verifyLog(kept.client).events).toBe(first.seq + 3);
    kept.close();
    expect(readOfficeHeader(officePaths(aside))?.officeId).toBe(officeId);
    expect(readOfficeHeader(paths)).not.toHaveProperty('restored');
    const { client, close } = opened(data);
    const event = client.prepare('select kind, data from events order by seq desc limit 1').get();
    expect(event).toEqual({ kind: 'restored', data: JSON.stringify({ stamp: first.stamp, lost: 3 }) });
    close();
  }, 120_000);

  it('is refused with the reason where it is damaged, newer, of another office or key, or not there', async () => {
    const { stamp } = await office.backUp();
    const { database, page } = office.files(stamp);
    const [bytes, text] = [readFileSync(database), readFileSync(page, 'utf8')];
    const refused = async (code = recoveryCode, from = office.place) => {
      const answer = await restoreHere({ from, data }, code);
      expect(existsSync(officePaths(path.join(data, 'office')).header)).toBe(false);
      expect(readdirSync(path.join(data, 'office'))).not.toContain('restoring');
      return Object(answer).refused;
    };
    const flipped = Buffer.from(bytes);
    flipped.writeUInt8(flipped.readUInt8(bytes.length / 2) ^ 4, bytes.length / 2);
    writeFileSync(database, flipped);
    expect(await refused()).toBe('RESTORE_BROKEN');
    writeFileSync(database, bytes.subarray(0, bytes.length - 4096));
    expect(await refused()).toBe('RESTORE_NOT_FOUND');
    writeFileSync(database, bytes);
    writeFileSync(page, text.replace(/"receiptsFen": \d+/, '"receiptsFen": 1234567'));
    expect(await refused()).toBe('RESTORE_BROKEN');
    writeFileSync(page, text.replace(/"schemaVersion": \d+/, '"schemaVersion": 9999'));
    expect(await refused()).toBe('RESTORE_NEWER');
    writeFileSync(page, text);
    expect(await refused(formatRecoveryCode(recoverySecret((bytes) => new Uint8Array(bytes).fill(9))))).toBe(
      'OFFICE_KEY_WRONG',
    );
    expect(await refused(recoveryCode, data)).toBe('RESTORE_NOT_FOUND');
    // Encrypted with a key that its page does not open.
    const keys = [wrapWithRecovery(secret, officeId, Buffer.alloc(32, 7))];
    writeOfficeHeader(officePaths(placePaths(office.place, officeId).root), { ...office.header, keys });
    expect(await refused()).toBe('RESTORE_KEY');
    // An office stands here, and the backup is of another.
    mkdirSync(path.join(data, 'office'), { recursive: true });
    const other = { ...office.header, officeId: '0190a2f0-0000-7000-8000-000000000002' };
    writeOfficeHeader(officePaths(path.join(data, 'office')), other);
    const answer = await restoreHere({ from: office.place, data, replace: true }, recoveryCode);
    expect(answer).toEqual({ refused: 'RESTORE_OTHER_OFFICE' });
    expect(readOfficeHeader(officePaths(path.join(data, 'office')))).toEqual(other);
  }, 240_000);
});
