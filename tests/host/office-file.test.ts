import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { snapshot } from '#db/backup.ts';
import { kindOfPlace } from '#db/condition.ts';
import { isAtLeast, openDatabase } from '#db/connection.ts';
import { openOffice } from '#electron/server/office.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { buildBuyer } from '#tests/support/deal-builders.ts';
import { migrationsFolder } from '#tests/support/first-pages.ts';
import { requestId, testOffice } from '#tests/support/office.ts';

const expected = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  temp_store: 2,
  trusted_schema: 0,
  cell_size_check: 1,
  secure_delete: 1,
  busy_timeout: 5000,
};

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile());
}

describe('The file of an office', () => {
  let folder: string;
  const key = Buffer.alloc(32, 9);
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'zhiye-file-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const file = () => path.join(folder, 'office.db');
  const codeOf = (act: () => unknown): unknown => {
    try {
      act();
    } catch (error) {
      return Object(error).code;
    }
    return 'opened';
  };

  it('is opened under every pragma that the office relies on, for writing and for reading', () => {
    for (const readonly of [false, false, true]) {
      const database = openDatabase({ file: file(), key, readonly });
      const actual = Object.keys(expected).map((name) => [name, database.client.pragma(name, { simple: true })]);
      expect(Object.fromEntries(actual)).toEqual(expected);
      if (!readonly) database.client.exec('create table if not exists t (id integer) strict');
      database.close();
    }
  });

  it('is refused when a pragma does not hold', () => {
    const database = openDatabase({ file: file(), key });
    database.client.exec('create table t (id integer) strict');
    database.client.pragma('journal_mode = delete');
    database.close();
    expect(codeOf(() => openDatabase({ file: file(), key, readonly: true }))).toBe('DATABASE_UNSAFE');
    expect(codeOf(() => openDatabase({ file: file(), key }).close())).toBe('opened');
  });

  it('opens with its own key only; a plain, a foreign or a damaged file is no office', () => {
    openDatabase({ file: file(), key }).client.exec('create table t (id integer) strict');
    expect(codeOf(() => openDatabase({ file: file(), key: Buffer.alloc(32, 8) }))).toBe('DATABASE_KEY');
    for (const [name, bytes] of [
      ['plain.db', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8176)])],
      ['words.db', Buffer.from('an office, honestly\n'.repeat(500))],
      ['cut.db', readFileSync(file()).subarray(0, 1000)],
    ] as const) {
      writeFileSync(path.join(folder, name), bytes);
      expect(
        codeOf(() => openDatabase({ file: path.join(folder, name), key })),
        name,
      ).toBe('DATABASE_KEY');
    }
  });

  it('holds no word in clear: not in the database, its log, its papers, nor in a backup', async () => {
    const desk = await testOffice();
    const [home = 0] = await buildHomes(desk);
    await buildBuyer(desk.as('consultant', '赵敏同事'), '欧阳倩倩');
    await desk.as('consultant').units.lock({ unitId: home });
    const { client } = desk.office.database;
    mkdirSync(path.join(desk.folder, 'backups'));
    snapshot(client, path.join(desk.folder, 'backups/copy.db'), { key: desk.office.keys.file });
    const phone = String(client.prepare('select phone from customers').pluck().get());
    const files = filesIn(desk.folder).filter((name) => !name.endsWith('.ttf'));
    expect(files.some((name) => name.endsWith('-wal'))).toBe(true);
    expect(files.some((name) => name.endsWith('copy.db'))).toBe(true);
    for (const name of files) {
      const bytes = readFileSync(name);
      for (const word of ['欧阳倩倩', '赵敏同事', phone, 'SQLite format 3', 'subscriptions', 'customers'])
        expect(bytes.includes(word), `${word} in ${path.basename(name)}`).toBe(false);
    }
    await desk.close();
  });
});

describe('The place of an office', () => {
  it.each([
    ['3.54.1', true],
    ['3.51.3', true],
    ['4.0.0', true],
    ['3.51.2', false],
    ['3.7.17', false],
    ['2.99.99', false],
  ])('SQLite %s may open it: %s', (version, may) => {
    expect(isAtLeast(version, [3, 51, 3])).toBe(may);
  });

  const mounts = [
    '22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda rw',
    '40 22 0:40 / /mnt/share rw shared:2 - cifs //server/share rw',
    '41 22 0:41 / /srv/own\\040data rw - nfs4 server:/data rw',
    '42 40 8:1 / /mnt/share/disk rw - xfs /dev/sda1 rw',
  ].join('\n');
  it.each([
    ['/home/office', undefined],
    ['/mnt/share/office', 'cifs'],
    ['/mnt/shared', undefined],
    ['/mnt/share/disk/office', undefined],
    ['/srv/own data/office', 'nfs4'],
    [String.raw`\\server\office`, 'SMB'],
    [String.raw`\\?\C:\office`, undefined],
  ])('%s is on a drive of the network: %s', (folder, kind) => {
    expect(kindOfPlace(folder, mounts)).toBe(kind);
  });

  it.skipIf(process.platform === 'win32')('its file is read by nobody else on this PC, whoever made it', async () => {
    const desk = await testOffice();
    const file = path.join(desk.folder, 'office.db');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    chmodSync(file, 0o644);
    const again = await desk.restart();
    for (const name of ['office.db', 'office.db-wal', 'office.mark'])
      expect(statSync(path.join(desk.folder, name)).mode & 0o077, name).toBe(0);
    await again.close();
  });
});

/** A mounted folder of a few megabytes, as root on Linux can make one; undefined where it cannot be made. */
function smallDisk(at: string, options: string): { close: () => void } | undefined {
  try {
    mkdirSync(at, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', at], { stdio: 'ignore' });
    return { close: () => execFileSync('umount', ['-l', at], { stdio: 'ignore' }) };
  } catch {
    return undefined;
  }
}

const probe = path.join(tmpdir(), `zhiye-disk-${process.pid}`);
const canMount = (() => {
  const disk = smallDisk(probe, 'size=1m');
  disk?.close();
  rmSync(probe, { recursive: true, force: true });
  return disk !== undefined;
})();

describe.skipIf(!canMount)('A disk', () => {
  let root: string;
  let disk: { close: () => void } | undefined;
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'zhiye-disk-'));
  });
  afterEach(() => {
    disk?.close();
    rmSync(root, { recursive: true, force: true });
  });

  const open = (folder: string, rootKey: Buffer) =>
    openOffice({
      folder,
      rootKey,
      migrations: migrationsFolder,
      tickEveryMs: null,
      ports: { clock: () => 1_795_399_200_000, newId: requestId, log: () => undefined },
    });

  it('that is really full ends in words; what was acknowledged is there, and work goes on when there is room', async () => {
    const at = path.join(root, 'office');
    disk = smallDisk(at, 'size=6m');
    const desk = await testOffice({ folder: at });
    const consultant = desk.as('consultant');
    const day = (number: number) => ({
      kind: 'visit' as const,
      customerId: null,
      name: '来访客',
      phone: `100${String(number).padStart(8, '0')}`,
      channel: 'passingBy' as const,
      rating: 'C' as const,
      partySize: 1,
      intent: '',
      notes: '记'.repeat(1900),
      nextFollowUpOn: null,
      receivedBy: null,
    });
    writeFileSync(path.join(at, 'ballast'), Buffer.alloc(2 * 1024 * 1024));
    const kept: number[] = [];
    let code: unknown;
    for (let number = 1; number < 2000 && code === undefined; number += 1)
      await consultant.visits.register(day(number)).then(
        ({ customerId }) => kept.push(customerId),
        (error: unknown) => {
          code = Object(error).data?.code;
        },
      );
    expect(code).toBe('DISK_FULL');
    expect(kept.length).toBeGreaterThan(10);
    rmSync(path.join(at, 'ballast'));
    const { customerId } = await consultant.visits.register(day(5000));
    const { client } = desk.office.database;
    const there = new Set(client.prepare('select id from customers').pluck().all());
    expect([...kept, customerId].filter((id) => !there.has(id))).toEqual([]);
    expect(client.pragma('integrity_check', { simple: true })).toBe('ok');
    await desk.office.close();
  });

  it('that may only be read ends in words, at opening and while the office is open', async () => {
    const at = path.join(root, 'office');
    disk = smallDisk(at, 'size=32m');
    const desk = await testOffice({ folder: at });
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant');
    await consultant.units.lock({ unitId: home });
    // The folder is mounted anew for reading only, as a failing disk is by the system; open files keep their rights.
    await desk.office.close();
    execFileSync('mount', ['-o', 'remount,ro', at], { stdio: 'ignore' });
    let refused: unknown;
    try {
      await open(at, desk.rootKey).close();
    } catch (error) {
      refused = error;
    }
    expect(Object(refused).code).toBe('DISK_FAILED');
    execFileSync('mount', ['-o', 'remount,rw', at], { stdio: 'ignore' });
    const again = open(at, desk.rootKey);
    expect(again.database.client.prepare('select count(*) from unit_locks').pluck().get()).toBe(1);
    await again.close();
  });
});
