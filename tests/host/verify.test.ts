import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '#db/connection.ts';
import { headToKeep } from '#db/repositories/log-check.ts';
import { wrapWithPassphrase } from '#electron/device/key-wrap.ts';
import { makeOfficeFolders, officePaths, writeOfficeHeader } from '#electron/device/office-folder.ts';
import { inGroups, type LogHead } from '#shared/domain/events/heads.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { buildBuyer } from '#tests/support/deal-builders.ts';
import { testOffice } from '#tests/support/office.ts';

const root = path.resolve(import.meta.dirname, '../..');
const officeId = '0190a2f0-0000-7000-8000-000000000001';
const passphrase = '春江花月夜 2026';

type Run = { readonly code: number; readonly found: Record<string, unknown>; readonly words: string };

/** Runs the check as `npm run verify -- …` does. */
function run(...args: string[]): Promise<Run> {
  const env = { ...process.env, LANG: 'en_US.UTF-8', ZHIYE_PASSPHRASE: passphrase };
  return new Promise((resolve) => {
    execFile(process.execPath, ['scripts/verify.ts', ...args], { cwd: root, env }, (error, out, words) => {
      resolve({ code: Number(error?.code ?? 0), found: JSON.parse(out), words });
    });
  });
}

describe('The check of an office that is not open', { timeout: 120_000 }, () => {
  let data: string;
  let file: string;
  let key: Uint8Array;
  let head: LogHead;
  beforeEach(async () => {
    data = mkdtempSync(path.join(tmpdir(), 'zhiye-verify-'));
    const paths = officePaths(path.join(data, 'office'));
    makeOfficeFolders(paths);
    const desk = await testOffice({ folder: paths.folder });
    await buildHomes(desk);
    await buildBuyer(desk.as('consultant'), '欧阳倩');
    file = paths.database;
    key = desk.office.keys.file;
    head = headToKeep(desk.office.database.client);
    await desk.office.close();
    const keys = [await wrapWithPassphrase(passphrase, officeId, desk.rootKey)];
    writeOfficeHeader(paths, { format: 'zhiye-office', version: 1, officeId, createdAt: 0, demo: false, keys });
  });
  afterEach(() => rmSync(data, { recursive: true, force: true }));

  function tamper(sql: string): void {
    const { client, close } = openDatabase({ file, key });
    for (const name of ['events_never_change', 'events_never_go', 'event_changes_never_go'])
      client.exec(`drop trigger ${name}`);
    client.pragma('foreign_keys = OFF');
    client.exec(sql);
    close();
  }

  it('says that it is whole, by itself and by a head from a paper, and leaves the file as it was', async () => {
    const before = readFileSync(file);
    const typed = `${head.seq}:${inGroups(head.hash).slice(0, 19)}`;
    expect(await run('--data', data, '--head', typed)).toMatchObject({
      code: 0,
      found: { verdict: 'whole', events: head.seq, head: head.hash, tables: [] },
    });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('names the first entry that was changed', async () => {
    tamper("update events set terminal = 'elsewhere' where seq = 3");
    expect(await run('--data', data)).toMatchObject({ code: 1, found: { verdict: 'changed', since: 3, seq: 3 } });
  });

  it('sees by a head from a paper that the end was cut off', async () => {
    tamper(`delete from event_changes where seq = ${head.seq}; delete from events where seq = ${head.seq}`);
    const cut = { verdict: 'cut', events: head.seq - 1, seq: head.seq };
    expect(await run('--data', data, '--head', `${head.seq}:${head.hash}`)).toMatchObject({ code: 1, found: cut });
  });

  it('names a table that was changed beside the log', async () => {
    tamper("update customers set rating = 'D'");
    expect(await run('--data', data)).toMatchObject({ code: 1, found: { verdict: 'whole', tables: ['customers'] } });
  });

  it('says how it is used, and why a folder without an office stays unread', async () => {
    expect(await run('--data', data, '--head', 'x')).toMatchObject({ code: 2 });
    expect(await run('--data', path.join(data, 'nothing'))).toMatchObject({
      code: 4,
      found: { refused: 'OFFICE_NOT_FOUND' },
    });
  });
});
