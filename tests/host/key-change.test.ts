import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSnapshots } from '#db/backup-place.ts';
import { openBlob } from '#db/blob-cipher.ts';
import { openDatabase } from '#db/connection.ts';
import { filesIn } from '#db/copy-files.ts';
import { givePlace } from '#db/look-at-place.ts';
import { opens } from '#db/rekey-copy.ts';
import { verifyLog } from '#db/repositories/events.ts';
import { unwrapRootKey, wrapWithRecovery } from '#electron/device/key-wrap.ts';
import { keyringOf, officeRing } from '#electron/device/keyring.ts';
import { type OfficeHeader, officePaths, readOfficeHeader, writeOfficeHeader } from '#electron/device/office-folder.ts';
import { formatRecoveryCode, parseRecoveryCode, recoverySecret } from '#electron/device/recovery-code.ts';
import { officeKeys } from '#electron/server/keys.ts';
import { openOffice } from '#electron/server/office.ts';
import { gateOf } from '#scripts/office/headless-office.ts';
import { restoreHeadless } from '#scripts/restore/run-restore.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, subscribeHome, takeDeposit } from '#tests/support/deal-builders.ts';
import { migrationsFolder } from '#tests/support/first-pages.ts';
import { testOffice } from '#tests/support/office.ts';
import { proofFigures, proofSeed, proofSize } from '#tests/support/proof-size.ts';
import { examine } from '#tests/support/whole-office.ts';

const officeId = '0190a2f0-0000-7000-8000-000000000001';
const oldSecret = recoverySecret((bytes) => new Uint8Array(bytes).fill(0x5a));
const oldCode = formatRecoveryCode(oldSecret);
const passport = { kind: 'passport', number: 'E12345678' } as const;
const nothingTold = { asked: [], acknowledged: [], refused: [] };

/** An office where a home was sold and a day closed, as a data folder of the program, with the place of its backups. */
async function furnished(folder: string) {
  const desk = await testOffice();
  const [home = 0] = await buildHomes(desk);
  const consultant = desk.as('consultant', '何小满');
  await consultant.customers.openFile({
    ...{ name: '郑浩', phone: '10088880001', channel: 'passingBy', identity: passport, address: '渝中区某路 1 号' },
  });
  const buyer = await buildBuyer(consultant);
  const { subscriptionId, approvalId } = await subscribeHome(consultant, home, buyer);
  await approve(desk, approvalId);
  await takeDeposit(desk, subscriptionId, buyer);
  await desk.as('backOffice').documents.issue({ kind: 'subscriptionBook', subjectId: subscriptionId });
  await desk.office.press.idle();
  await desk.as('supervisor').days.close({ day: dayOf(desk.clock()) });
  const [data, place] = [path.join(folder, 'data'), path.join(folder, 'place')];
  await desk.office.press.idle();
  const { rootKey } = desk;
  await desk.office.close();
  cpSync(desk.folder, path.join(data, 'office'), { recursive: true });
  const paths = officePaths(path.join(data, 'office'));
  const keys = [wrapWithRecovery(oldSecret, officeId, rootKey)];
  const header: OfficeHeader = { format: 'zhiye-office', version: 1, officeId, createdAt: 0, demo: false, keys };
  writeOfficeHeader(paths, header);
  mkdirSync(place);
  const order = { folder: paths.folder, place, officeId, fileKey: officeKeys(rootKey).file, nativeBinding: undefined };
  givePlace({ ...order, officePage: JSON.stringify(header) });
  rmSync(desk.folder, { recursive: true, force: true });
  return { data, place, rootKey, paths };
}

type Said = { readonly done: number; readonly steps: Readonly<Record<string, number>>; readonly events: number };

/** Changes the keys in a process of its own, which is killed before its n-th change on the disk. */
async function rotate(data: string, place: string, killAt: number) {
  const paper = path.join(path.dirname(data), 'paper');
  rmSync(paper, { force: true });
  const child = spawn(process.execPath, ['tests/support/rotating-child.ts', data, place, String(killAt)], {
    env: { ...process.env, ZHIYE_RECOVERY_CODE: oldCode, ZHIYE_PAPER: paper },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [text, errors] = ['', ''];
  child.stdout.on('data', (part: Buffer) => {
    text += String(part);
  });
  child.stderr.on('data', (part: Buffer) => {
    errors += String(part);
  });
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
    child.once('close', (...how) => resolve(how)),
  );
  if (code !== 0 && signal !== 'SIGKILL') throw new Error(errors);
  const said = text === '' ? undefined : (JSON.parse(text) as Said);
  return { said, newCode: existsSync(paper) ? readFileSync(paper, 'utf8') : undefined };
}

async function rootOf(header: OfficeHeader, code: string | undefined): Promise<Buffer | undefined> {
  const parsed = parseRecoveryCode(code ?? '');
  if (!parsed.ok) return undefined;
  return unwrapRootKey(header.keys, officeId, { kind: 'recovery', secret: parsed.secret });
}

/** Opens the office as the program does at its next start, with a code; undefined where that is not its code. */
async function started(data: string, code: string | undefined): Promise<Buffer | undefined> {
  let root: Buffer | undefined;
  const gate = gateOf(data, async ({ paths, rootKey, ring }) => {
    root = rootKey;
    const ports = { clock: Date.now, newId: () => v7(), log: () => undefined };
    await openOffice({
      ...{ folder: paths.folder, rootKey, ring, migrations: migrationsFolder, tickEveryMs: null, ports },
    }).close();
  });
  try {
    await takeFolder(gate);
    if (code !== undefined) await gate.unlock({ recoveryCode: code });
    return gate.state().kind === 'open' ? root : undefined;
  } catch (error) {
    if (String(Object(error).code) === 'OFFICE_KEY_WRONG') return undefined;
    throw error;
  } finally {
    gate.release();
  }
}

/** Whoever was killed while it took the folder is known to be gone after ten seconds. */
async function takeFolder(gate: ReturnType<typeof gateOf>): Promise<void> {
  for (let look = 0; ; look += 1)
    try {
      await gate.begin();
      return;
    } catch (error) {
      if (String(Object(error).code) !== 'OFFICE_IN_USE' || look > 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
}

/** What is wrong with an office under a key: rows, log, pages, papers, numbers that can't be found, seals of days. */
async function faultsOf(folder: string, rootKey: Buffer): Promise<string[]> {
  const header = readOfficeHeader(officePaths(folder));
  if (header === undefined) return ['no page'];
  const faults = [...examine(folder, rootKey, nothingTold).faults];
  const papers = filesIn(path.join(folder, 'blobs'));
  if (papers.length === 0) faults.push('no papers');
  for (const { name } of papers)
    try {
      openBlob(readFileSync(path.join(folder, 'blobs', name)), path.basename(name), officeKeys(rootKey).blobs);
    } catch {
      faults.push(`${name} does not open`);
    }
  const desk = await testOffice({ folder, rootKey, ring: officeRing(header, rootKey), bare: true, people: 100 });
  try {
    const consultant = desk.as('consultant');
    const again = {
      name: '郑浩',
      phone: '10088880002',
      channel: 'passingBy' as const,
      identity: passport,
      address: '',
    };
    const answer = await consultant.customers.openFile(again).then(
      () => 'OPENED_TWICE',
      (error: unknown) => String(Object(Object(error).data).code),
    );
    if (answer !== 'IDENTITY_TAKEN') faults.push(`the passport is not known any more: ${answer}`);
    const found = await desk.as('manager').customers.matchPhone({ phone: '10088880001' });
    if (found.matches.length === 0) faults.push('the phone is not found');
    for await (const step of await desk.as('auditor').events.check({}))
      if (step.found !== null && step.found.verdict !== 'whole') faults.push(`the log is ${step.found.verdict}`);
  } finally {
    await desk.office.close();
  }
  return faults;
}

describe('Changing the keys of an office', () => {
  let folder: string;
  let office: Awaited<ReturnType<typeof furnished>>;
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'zhiye-keys-'));
    office = await furnished(folder);
  }, 120_000);
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('leaves nothing that the old key opens, and the new one opens everything', async () => {
    const { data, place, rootKey: old, paths } = office;
    const { newCode, said } = await rotate(data, place, 0);
    const header = readOfficeHeader(paths);
    if (header === undefined || said === undefined) throw new Error('The office is gone');
    const fresh = await rootOf(header, newCode);
    if (fresh === undefined) throw new Error('The new code does not open it');
    expect(await rootOf(header, oldCode)).toBeUndefined();
    expect(opens(paths.database, officeKeys(old).file, undefined)).toBe(false);
    expect(opens(paths.database, officeKeys(fresh).file, undefined)).toBe(true);
    for (const { name } of filesIn(paths.blobs))
      expect(() =>
        openBlob(readFileSync(path.join(paths.blobs, name)), path.basename(name), officeKeys(old).blobs),
      ).toThrow();
    expect(readdirSync(paths.folder).filter((name) => /restoring|old key|swap/.test(name))).toEqual([]);
    // The old key is kept sealed under the new one, for the backups from before.
    expect([...keyringOf(header, [fresh]).values()].some((key) => key.equals(old))).toBe(true);
    const { client, close } = openDatabase({ file: paths.database, key: officeKeys(fresh).file });
    const told = client.prepare<[], { kind: string; data: string }>(
      'select kind, data from events order by seq desc limit 1',
    );
    expect(told.get()).toMatchObject({ kind: 'keysChanged' });
    expect(JSON.parse(told.get()?.data ?? '')).toMatchObject({ reason: '有人离职' });
    expect(verifyLog(client).events).toBe(said.events);
    close();
    expect(await faultsOf(paths.folder, fresh)).toEqual([]);
  }, 240_000);

  it('keeps the backups of before good, with the old code or the new one, and makes new ones under the new key', async () => {
    const { data, place, paths } = office;
    const { newCode = '' } = await rotate(data, place, 0);
    const snapshots = readSnapshots(path.join(place, `zhiye-${officeId}`, 'snapshots'));
    expect(snapshots.map(({ reason, key }) => [reason, key !== null])).toEqual([
      ['keyChange', true],
      ['keyChange', false],
    ]);
    const [after, before] = snapshots;
    const restored = async (name: string, stamp: string | undefined, code: string) => {
      const target = path.join(folder, name);
      const asked = { from: place, data: target, snapshot: stamp, replace: false };
      const answer = await restoreHeadless(asked, { passphrase: undefined, recoveryCode: code }, () => undefined).catch(
        (error: unknown) => String(Object(error).code),
      );
      if (typeof answer === 'string') return answer;
      const header = readOfficeHeader(officePaths(path.join(target, 'office')));
      if (header === undefined) return 'no page';
      const root = await rootOf(header, code);
      return root === undefined ? 'no key' : await faultsOf(path.join(target, 'office'), root);
    };
    expect(await restored('new backup, new code', after?.stamp, newCode)).toEqual([]);
    expect(await restored('old backup, new code', before?.stamp, newCode)).toEqual([]);
    expect(await restored('old backup, old code', before?.stamp, oldCode)).toEqual([]);
    expect(await restored('new backup, old code', after?.stamp, oldCode)).toBe('RESTORE_KEY');
    // An office that came back under its old key still knows what opens the newer backups.
    const back = path.join(folder, 'old backup, old code');
    const again = await restoreHeadless(
      { from: place, data: back, snapshot: after?.stamp, replace: true },
      { passphrase: undefined, recoveryCode: newCode },
      () => undefined,
    );
    expect(again.found.stamp).toBe(after?.stamp);
    expect(await started(data, newCode)).toBeDefined();
    expect(paths.folder).toBe(path.join(data, 'office'));
  }, 240_000);

  it('is done by a command without a window, once the new code is typed back', async () => {
    const { data, place } = office;
    const command = async (answer: (code: string) => string) => {
      const asked = ['scripts/rotate-keys.ts', '--data', data, '--backups', place, '--reason', '有人离职'];
      const child = spawn(process.execPath, asked, {
        env: { ...process.env, ZHIYE_RECOVERY_CODE: oldCode, LANG: 'en' },
      });
      let [out, told, code] = ['', '', ''];
      child.stdout.on('data', (part: Buffer) => {
        out += String(part);
      });
      child.stderr.on('data', (part: Buffer) => {
        told += String(part);
        const shown = /The new recovery code: (\S+)\n/.exec(told)?.[1];
        if (shown === undefined || code !== '') return;
        code = shown;
        child.stdin.end(`${answer(code)}\n`);
      });
      const exit = await new Promise<number | null>((resolve) => child.once('close', resolve));
      return { exit, code, said: JSON.parse(out) as Record<string, unknown> };
    };
    const other = await command(() => oldCode);
    expect(other.exit).not.toBe(0);
    expect(other.said).toMatchObject({ refused: 'RECOVERY_CODE_OTHER' });
    expect(await started(data, oldCode)).toBeDefined();
    const done = await command((code) => code);
    expect(done).toMatchObject({ exit: 0, said: { changed: true, damaged: 0 } });
    expect(await started(data, oldCode)).toBeUndefined();
    expect(await started(data, done.code)).toBeDefined();
  }, 240_000);

  it(
    'leaves the old office or the new one, wherever it is killed',
    async () => {
      const before = path.join(folder, 'before');
      for (const name of ['data', 'place'])
        cpSync(path.join(folder, name), path.join(before, name), { recursive: true });
      const whole = await rotate(office.data, office.place, 0);
      if (whole.said === undefined) throw new Error('The keys were not changed');
      const { done, steps } = whole.said;
      const swapAt = steps['swap'] ?? 0;
      const seed = proofSeed(5);
      // Everywhere in the full proof; here some of the long way, and of the swap, where the one becomes the other.
      const all = Array.from({ length: done }, (_none, at) => at + 1);
      const small = [7, 40, 65, 90].map((percent) => Math.round((swapAt * percent) / 100));
      const inSwap = [2, 4, 6, 7, 9, 12].map((more) => swapAt + more);
      const points = proofSize(1, 2) === 1 ? [...small, ...inSwap] : all;
      const ends = { old: 0, new: 0 };
      for (const point of points) {
        for (const name of ['data', 'place']) {
          rmSync(path.join(folder, name), { recursive: true });
          cpSync(path.join(before, name), path.join(folder, name), { recursive: true });
        }
        const { newCode } = await rotate(office.data, office.place, point);
        const [old, fresh] = [await started(office.data, oldCode), await started(office.data, newCode)];
        expect(
          [old, fresh].filter((key) => key !== undefined),
          `killed at ${point} of ${done}`,
        ).toHaveLength(1);
        const key = old ?? fresh;
        if (key !== undefined) expect(await faultsOf(office.paths.folder, key), `killed at ${point}`).toEqual([]);
        expect(readdirSync(office.paths.folder).filter((name) => /restoring|old key|swap/.test(name))).toEqual([]);
        ends[old === undefined ? 'new' : 'old'] += 1;
      }
      expect(ends.old).toBeGreaterThan(0);
      expect(ends.new).toBeGreaterThan(0);
      proofFigures({ kills: points.length, ...ends, between: 0, seed });
    },
    proofSize(300_000, 7_200_000),
  );
});
