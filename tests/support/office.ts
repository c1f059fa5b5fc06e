import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { v7 } from 'uuid';
import type { z } from 'zod';
import { type RowChange, writeTx } from '#db/access.ts';
import { appendEvent } from '#db/repositories/events.ts';
import { projects } from '#db/schema/inventory.ts';
import { accounts, office as officeTable } from '#db/schema/office.ts';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { listReader } from '#electron/server/imports/list-reader.ts';
import type { OfficeTime } from '#electron/server/kernel/office-time.ts';
import { type Connection, openSession } from '#electron/server/kernel/session.ts';
import type { OfficeRing } from '#electron/server/keys.ts';
import { type Office, openOffice } from '#electron/server/office.ts';
import { type OfficeClient, officeApi } from '#shared/api/index.ts';
import type { Command } from '#shared/api/procedure.ts';
import type { Post } from '#shared/domain/accounts/posts.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { type TestClock, testClock } from './clock.ts';
import { layFirstPages, migrationsFolder } from './first-pages.ts';
import { servedOffice } from './lan.ts';
import { withRequestIds } from './request-ids.ts';
import { sharedScanner } from './scanner.ts';
import { sharedPress } from './shared-press.ts';
import { workerModule } from './workers.ts';

/** The same tests speak to the office in this process, or as its terminals do: over TLS, through all of both sides. */
const overTls = process.env['ZHIYE_TRANSPORT'] === 'tls';

/** Under what a test office lies at the place of its backups. */
export const testOfficeId = '0195d1a2-7c00-7000-8000-00000000c0de';

/** The program of the thread that reads price lists. */
export const readingWorker = workerModule('read-price-list');

/** The office as a test calls it: commands take their data, the request id is made for them. */
export type TestClient<T = OfficeClient, A = typeof officeApi> = {
  readonly [K in keyof T & keyof A]: A[K] extends Command<infer I, infer O, never> | Command<infer I, infer O>
    ? (data: z.input<I>, requestId?: string) => Promise<z.output<O>>
    : T[K] extends (...given: never[]) => unknown
      ? T[K]
      : TestClient<T[K], A[K]>;
};

/** An office in a folder of its own, with a throw-away key and a clock that the test moves. */
export type TestOffice = {
  readonly office: Office;
  readonly clock: TestClock;
  readonly folder: string;
  readonly rootKey: Buffer;
  readonly log: string[];
  /** Adds a person of a post and gives their window; each call is another person. */
  as(post: Post, name?: string): TestClient & { readonly me: number };
  /** A window where nobody has logged in; all of them on one PC unless another is named. */
  stranger(terminal?: string): TestClient;
  /** What the window of a connection sees. */
  at(connection: Connection): TestClient;
  /** The host is switched off and on again; nobody has left the folder. */
  restart(): Promise<TestOffice>;
  close(): Promise<void>;
};

/** A new request id as a screen makes one. */
export function requestId(): string {
  return v7();
}

/** Opens a test office; with `bare` it has no accounts, company or project yet. `folder` where it is to lie elsewhere. */
export async function testOffice(
  options: {
    bare?: boolean;
    clock?: TestClock;
    folder?: string;
    /** Key of an office that is there already. */
    rootKey?: Buffer;
    /** Its other keys, where its key was changed. */
    ring?: OfficeRing | undefined;
    /** Where it is backed up; nowhere unless told. */
    backupPlace?: string;
    /** The module of the thread that makes its backups, where another than the program's own. */
    backingUp?: string;
    /** People who were added before. */
    people?: number;
    /** How long a person's act waits for a long one, ms. */
    patienceMs?: number;
    /** Stands between the office and its press, for a press that does not do what it should. */
    press?: (render: RenderPort) => RenderPort;
    /** The time that the office goes by, where the clock itself goes wrong. */
    time?: OfficeTime;
    /** Bytes that are free on its disk. */
    freeBytes?: () => Promise<number>;
    /** What it keeps back on its disk, bytes; nothing unless told. */
    reserve?: number;
  } = {},
): Promise<TestOffice> {
  const folder = options.folder ?? mkdtempSync(path.join(tmpdir(), 'zhiye-office-'));
  const clock = options.clock ?? testClock();
  const now = options.time?.now ?? clock;
  const rootKey = options.rootKey ?? layFirstPages(folder);
  const log: string[] = [];
  let backupPlace = options.backupPlace ?? null;
  const render = sharedPress();
  const office = openOffice({
    folder,
    rootKey,
    ring: options.ring,
    migrations: migrationsFolder,
    tickEveryMs: null,
    render: options.press?.(render) ?? render,
    lists: listReader({ worker: readingWorker }),
    scanner: sharedScanner(),
    longActs: workerModule('long-acts'),
    moving: workerModule('move-office'),
    backups: {
      worker: options.backingUp ?? workerModule('back-up-office'),
      page: () => ({ officeId: testOfficeId, text: '{"format":"zhiye-office"}\n' }),
      place: () => backupPlace,
      remember: (place) => {
        backupPlace = place;
      },
    },
    patienceMs: options.patienceMs ?? 5_000,
    ...(options.time === undefined ? {} : { time: options.time }),
    ...(options.freeBytes === undefined ? {} : { freeBytes: options.freeBytes }),
    ...(options.reserve === undefined ? {} : { reserve: options.reserve }),
    ports: { clock: now, newId: () => v7(), log: (level, line) => log.push(`${level} ${line}`) },
  });
  if (options.bare !== true) await furnish(office);
  const served = overTls ? servedOffice(office) : undefined;
  let people = options.people ?? 0;

  function clientOf(connection: Connection): TestClient {
    const client = served?.clientOf(connection) ?? createRouterClient(office.router, { context: { connection } });
    return withRequestIds(client, officeApi);
  }

  return {
    office,
    clock,
    folder,
    rootKey,
    log,
    as: (post, name) => {
      people += 1;
      const me = addPerson(office, post, name ?? `${post} ${people}`, `person${people}`, now());
      const connection = office.connect(`terminal ${people}`);
      openSession(connection, me, now());
      return { ...clientOf(connection), me };
    },
    stranger: (terminal) => clientOf(office.connect(terminal ?? 'terminal of nobody', terminal)),
    at: clientOf,
    restart: async () => {
      await served?.close();
      await office.close();
      return testOffice({
        ...{ ...options, folder, rootKey, clock, people, bare: true },
        ...(backupPlace === null ? {} : { backupPlace }),
      });
    },
    close: async () => {
      await served?.close();
      await office.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function furnish(office: Office): Promise<void> {
  await office.corridor.act({
    procedure: 'tests.furnish',
    run: ({ tx, today, happened }) => {
      tx.insert(officeTable, {
        id: 1,
        name: '测试案场',
        companyName: '测试置业有限公司',
        cityPack: 'chongqing',
        openedOn: today,
      });
      tx.insert(projects, { name: '测试花园', sellerName: '测试置业有限公司' });
      happened({ kind: 'officeCreated', noun: 'office', id: 1 });
    },
  });
}

/** With its event, so that the log of a test office replays to all of its tables; at once, so that a test need not wait. */
function addPerson(office: Office, post: Post, name: string, loginName: string, now: number): number {
  const changes: RowChange[] = [];
  const values = { name, loginName, post, passwordHash: '', createdAt: now };
  return office.database.client.transaction(() => {
    const { id } = writeTx(office.database, changes).insert(accounts, values);
    const header = {
      happenedAt: now,
      recordedAt: now,
      businessDate: dayOf(now),
      actorId: null,
      terminal: 'office',
      procedure: 'tests.addPerson',
      requestId: v7(),
      noun: 'accounts',
      subjectId: id,
      kind: 'accountCreated',
      data: {},
    };
    appendEvent(office.database.client, header, changes);
    return id;
  })();
}
