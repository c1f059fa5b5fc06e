import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { afterAll, describe, expect, it } from 'vitest';
import { officeGate } from '#electron/device/office-gate.ts';
import { lockOffice } from '#electron/device/office-lock.ts';
import { processIdentity } from '#electron/device/process-identity.ts';
import { openOffice } from '#electron/server/office.ts';
import { migrationsFolder } from '#tests/support/first-pages.ts';
import { projectBook } from '#tests/support/project-book.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'zhiye-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const heading = '楼栋,单元,楼层,房号,建筑面积,套内面积,单价,总价';
const good = path.join(folder, '一房一价.csv');
const faulty = path.join(folder, 'faulty.csv');
writeFileSync(good, `${heading}\n3栋,1单元,31,01,100,80,10000,1000000\n3栋,1单元,31,02,90.5,70,10000,905000\n`);
writeFileSync(faulty, `${heading}\n3栋,1单元,30,01,100,80,10000,1000000\n3栋,1单元,30,02,待定,70,10000,905000\n`);

type Run = { readonly code: number; readonly last: Record<string, unknown>; readonly words: string };

/** Runs the import as `npm run import -- …` does. */
function run(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [path.join(root, 'scripts/import.ts'), ...args], { cwd: root }, (error, out, words) => {
      const last = out.trim().split('\n').at(-1) ?? '';
      resolve({ code: Number(error?.code ?? 0), last: JSON.parse(last), words });
    });
  });
}

/** An office with its first administrator in a data folder, closed again. */
async function foundOffice(data: string): Promise<() => number> {
  const gate = officeGate({
    folder: path.join(data, 'office'),
    keychain: {
      backend: 'none',
      available: () => Promise.resolve(false),
      seal: () => Promise.reject(new Error()),
      open: () => Promise.reject(new Error()),
    },
    lock: (file) =>
      lockOffice(file, { pid: process.pid, host: hostname(), now: Date.now, token: randomUUID, processIdentity }),
    random: randomBytes,
    newOfficeId: randomUUID,
    now: Date.now,
    start: async (opened) => {
      rootKey = opened.rootKey;
      const office = open(opened.rootKey, opened.paths.folder);
      const client = office.database.client;
      client.exec(`insert into accounts (name, login_name, post, password_hash, created_at)
        values ('赵立', 'zhaoli', 'administrator', '', 0)`);
      client.exec(`insert into projects (name, seller_name) values ('松风花园', '测试置业')`);
      await office.close();
    },
  });
  let rootKey: Uint8Array | undefined;
  function open(key: Uint8Array, place: string) {
    return openOffice({
      folder: place,
      rootKey: key,
      migrations: migrationsFolder,
      tickEveryMs: null,
      ports: { clock: Date.now, newId: () => v7(), log: () => undefined },
    });
  }
  // The well-known passphrase of a demonstration: it opens without being asked for.
  await gate.begin();
  await gate.found({ demo: true });
  gate.release();
  return () => {
    const office = open(rootKey ?? randomBytes(32), path.join(data, 'office'));
    const count = office.database.client.prepare('select count(*) from units').pluck().get();
    void office.close();
    return Number(count);
  };
}

describe('npm run import', () => {
  it('says what a list holds and writes nothing', async () => {
    const { code, last } = await run(good);
    expect([code, last]).toEqual([
      0,
      {
        file: '一房一价.csv',
        sheet: '一房一价.csv',
        rows: 2,
        units: 2,
        leftOut: 0,
        builtArea: '190.50',
        total: '1905000.00',
        committed: false,
        errors: 0,
        warnings: 0,
        problems: [],
      },
    ]);
  });

  it('names row and column of each problem', async () => {
    const { last } = await run(faulty);
    expect(last).toMatchObject({
      units: 1,
      leftOut: 1,
      problems: [
        { row: 3, column: '建筑面积', code: 'IMPORT_VALUE_UNREADABLE', severity: 'error', params: { text: '待定' } },
      ],
    });
  });

  it('refuses in words what it cannot do', async () => {
    const none = path.join(folder, 'none');
    expect(await run()).toMatchObject({ code: 1, last: { refused: 'INVALID_INPUT' } });
    expect(await run(path.join(folder, 'nothing.csv'))).toMatchObject({ code: 1, last: { refused: 'INVALID_INPUT' } });
    expect(await run(good, '--commit')).toMatchObject({ code: 1, last: { refused: 'INVALID_INPUT' } });
    expect(await run(good, '--commit', '--data', none)).toMatchObject({
      code: 1,
      last: { refused: 'OFFICE_NOT_FOUND' },
    });
    expect(existsSync(none)).toBe(false);
  });

  it('writes into the office of a folder when told to, whole or not at all', async () => {
    const data = path.join(folder, 'data');
    const units = await foundOffice(data);
    expect(await run(good, '--data', data)).toMatchObject({ code: 0, last: { committed: false } });
    expect(units()).toBe(0);
    expect(await run(faulty, '--commit', '--data', data)).toMatchObject({
      code: 1,
      last: { refused: 'IMPORT_HAS_ERRORS', params: { errors: 1 } },
    });
    expect(units()).toBe(0);
    expect(await run(good, '--commit', '--data', data)).toMatchObject({
      code: 0,
      last: { committed: true, units: 2, newUnits: 2, changedUnits: 0, total: '1905000.00' },
    });
    expect(units()).toBe(2);
    const { last } = await run(faulty, '--commit', '--data', data, '--leave-out-faulty');
    expect(last).toMatchObject({ committed: true, newUnits: 1 });
    expect(units()).toBe(3);
  });

  it('takes over a running project when its own totals agree, and says each difference', async () => {
    const data = path.join(folder, 'running');
    await foundOffice(data);
    const people = [
      ['K1', '钱一鸣', '13900000001', '其他证件', '9900000001', '渝中区甲路 1 号', '', ''],
      ['K2', '孙二娘', '13900000002', '其他证件', '9900000002', '渝中区乙路 2 号', '', ''],
    ];
    const write = async (name: string, own: number) => {
      const { content } = await projectBook({ 客户: people, 核对: [['客户', own, null]] });
      const file = path.join(folder, name);
      writeFileSync(file, Buffer.from(content, 'base64'));
      return file;
    };
    const [wrong, right] = [await write('少一位.xlsx', 1), await write('客户.xlsx', 2)];
    expect(await run('--project', wrong, '--data', data)).toMatchObject({
      code: 0,
      last: {
        committed: false,
        errors: 0,
        tieOut: expect.arrayContaining([{ kind: 'customers', measure: 'count', own: 1, ours: 2, difference: 1 }]),
      },
    });
    expect(await run('--project', right, '--data', data, '--commit')).toMatchObject({
      code: 0,
      last: { committed: true, importId: 1 },
    });
  });
});
