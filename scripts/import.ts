import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { v7 } from 'uuid';
import { readDb } from '#db/access.ts';
import { activeAccounts } from '#db/repositories/accounts.ts';
import { type GateState, officeGate } from '#electron/device/office-gate.ts';
import { lockOffice } from '#electron/device/office-lock.ts';
import { processIdentity } from '#electron/device/process-identity.ts';
import { readSheets } from '#electron/server/imports/read-sheets.ts';
import { openSession } from '#electron/server/kernel/session.ts';
import { type Office, openOffice } from '#electron/server/office.ts';
import type { OfficeClient } from '#shared/api/index.ts';
import { hasPermission } from '#shared/domain/accounts/permissions.ts';
import { readPriceList } from '#shared/domain/imports/read-price-list.ts';
import { type Area, areaToDecimal } from '#shared/kernel/area.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { type Fen, fenToDecimal } from '#shared/kernel/money.ts';

// npm run import -- FILE [--data DIR] [--commit] [--leave-out-faulty] [--sheet N]: the import of the window without one.
// The last line is one JSON object. An office with a passphrase takes it from ZHIYE_PASSPHRASE.

/** What the script says at the end. */
type Told = {
  readonly file: string;
  readonly sheet: string;
  readonly units: number;
  readonly builtArea: string;
  readonly total: string;
  readonly committed: boolean;
  readonly problems: readonly { row: number | null; column: string | null; code: string; severity: string }[];
};

type Problems = Told['problems'];
type Figures = { readonly units: number; readonly builtArea: Area; readonly total: Fen; readonly problems: Problems };

function tell(file: string, sheet: string, figures: Figures, committed: boolean): Told {
  return {
    file: path.basename(file),
    sheet,
    units: figures.units,
    builtArea: areaToDecimal(figures.builtArea),
    total: fenToDecimal(figures.total),
    committed,
    problems: figures.problems.map(({ row, column, code, severity }) => ({ row, column, code, severity })),
  };
}

/** Reads a file as the window would, without an office: what it holds and what is wrong with it. */
async function look(file: string, sheet: number | null): Promise<Told> {
  const sheets = await readSheets(path.basename(file), readFileSync(file));
  const lists = sheets.map(({ rows }) => readPriceList(rows));
  const most = Math.max(0, ...lists.map(({ units }) => units.length));
  const chosen = sheet ?? lists.findIndex(({ units }) => units.length === most);
  const list = lists[chosen];
  if (list === undefined) throw new DomainError('IMPORT_NO_ROWS');
  return tell(file, sheets[chosen]?.name ?? '', { ...list, units: list.units.length }, false);
}

/** Opens the office of a folder as the program does, without a window. */
async function withOffice<T>(data: string, work: (office: Office) => Promise<T>): Promise<T> {
  let office: Office | undefined;
  const gate = officeGate({
    folder: path.join(data, 'office'),
    keychain: {
      backend: 'none',
      available: () => Promise.resolve(false),
      seal: () => Promise.reject(new DomainError('OFFICE_KEY_WRONG')),
      open: () => Promise.reject(new DomainError('OFFICE_KEY_WRONG')),
    },
    lock: (file) =>
      lockOffice(file, { pid: process.pid, host: hostname(), now: Date.now, token: randomUUID, processIdentity }),
    random: randomBytes,
    newOfficeId: randomUUID,
    now: Date.now,
    start: (opened) => {
      office = openOffice({
        folder: opened.paths.folder,
        rootKey: opened.rootKey,
        demo: opened.demo,
        migrations: path.resolve(import.meta.dirname, '../db/migrations'),
        tickEveryMs: null,
        ports: { clock: Date.now, newId: () => v7(), log: () => undefined },
      });
      return Promise.resolve();
    },
  });
  try {
    let state: GateState = await gate.begin();
    const passphrase = process.env.ZHIYE_PASSPHRASE;
    if (state.kind === 'locked' && passphrase !== undefined) {
      await gate.unlock({ passphrase });
      state = gate.state();
    }
    if (office === undefined) throw new DomainError(state.kind === 'absent' ? 'OFFICE_NOT_OPEN' : 'PASSPHRASE_NEEDED');
    return await work(office);
  } finally {
    await office?.close();
    gate.release();
  }
}

async function commit(file: string, data: string, sheet: number | null, leaveOutFaulty: boolean): Promise<Told> {
  return withOffice(data, async (office) => {
    const importer = activeAccounts(readDb(office.database)).find(({ post }) => hasPermission(post, 'units.import'));
    if (importer === undefined) throw new DomainError('FORBIDDEN');
    const connection = office.connect(hostname());
    openSession(connection, importer.id, Date.now());
    const client = createRouterClient(office.router, { context: { connection } }) as unknown as OfficeClient;
    const order = {
      file: { name: path.basename(file), content: readFileSync(file).toString('base64') },
      sheet,
      mapping: null,
    };
    const seen = await client.imports.preview(order);
    const data = { ...order, alsoFiled: true, leaveOutFaulty };
    const written = await client.imports.commit({ requestId: v7(), data });
    return tell(file, seen.sheets[seen.sheet] ?? '', { ...written, problems: seen.problems }, true);
  });
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at > 0 ? process.argv[at + 1] : undefined;
}

const [file] = process.argv.slice(2).filter((each, at, all) => !each.startsWith('--') && !valued(all[at - 1]));

function valued(before: string | undefined): boolean {
  return before === '--data' || before === '--sheet';
}

try {
  if (file === undefined) throw new Error('npm run import -- FILE [--data DIR] [--commit]');
  const sheet = option('sheet') === undefined ? null : Number(option('sheet'));
  const data = option('data');
  const writes = process.argv.includes('--commit');
  if (writes && data === undefined) throw new Error('--commit needs --data DIR: the folder of the office');
  const told =
    writes && data !== undefined
      ? await commit(file, path.resolve(data), sheet, process.argv.includes('--leave-out-faulty'))
      : await look(file, sheet);
  console.log(JSON.stringify(told));
} catch (error) {
  const params: unknown =
    Reflect.get(Object(error), 'params') ?? Reflect.get(Object(Reflect.get(Object(error), 'data')), 'params');
  const code: unknown =
    Reflect.get(Object(Reflect.get(Object(error), 'data')), 'code') ?? Reflect.get(Object(error), 'code');
  const message = error instanceof Error ? error.message : String(error);
  console.log(JSON.stringify({ refused: code ?? message, ...(params === undefined ? {} : { params }) }));
  process.exitCode = 1;
}
