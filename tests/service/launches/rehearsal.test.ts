import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { officePaths } from '#electron/device/office-folder.ts';
import { type Rehearsal, type RehearsalOpening, rehearsalOf } from '#electron/main/rehearsal.ts';
import { rehearsalPc } from '#electron/main/rehearsal-pc.ts';
import { rehearsedRendering } from '#electron/server/documents/render-port.ts';
import { openSession } from '#electron/server/kernel/session.ts';
import { type Office, openOffice } from '#electron/server/office.ts';
import type { OfficeClient } from '#shared/api/index.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { buildBuyer } from '#tests/support/deal-builders.ts';
import { migrationsFolder } from '#tests/support/first-pages.ts';
import { testRenderer } from '#tests/support/fonts.ts';
import { openLaunch } from '#tests/support/launches.ts';
import { requestId, type TestOffice, testOffice } from '#tests/support/office.ts';

/** Every file below a folder with the hash of what is in it. */
function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  return Object.fromEntries(
    names
      .filter((name) => statSync(path.join(folder, name)).isFile() && !name.endsWith('-shm'))
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(path.join(folder, name)))
          .digest('hex'),
      ]),
  );
}

describe('A rehearsal of launch day', () => {
  let desk: TestOffice;
  let pcFolder: string;
  let copy: Office | undefined;
  let rehearsal: Rehearsal;
  let shown: number;
  beforeEach(async () => {
    desk = await testOffice();
    pcFolder = mkdtempSync(path.join(tmpdir(), 'zhiye-pc-'));
    copy = undefined;
    shown = 0;
    const { relocation } = desk.office;
    if (relocation === undefined) throw new Error('This office cannot be copied');
    rehearsal = rehearsalOf({
      office: () => ({
        opened: {
          paths: officePaths(desk.folder),
          officeId: '0195d1a2-7c00-7000-8000-00000000c0de',
          demo: false,
          established: true,
          returned: false,
          rootKey: desk.rootKey,
        },
        relocation,
      }),
      pcFolder,
      start: ({ paths, rootKey, ring }: RehearsalOpening) => {
        const opened = openOffice({
          ...{
            folder: paths.folder,
            rootKey,
            ring,
            established: true,
            migrations: migrationsFolder,
            tickEveryMs: null,
          },
          render: rehearsedRendering(testRenderer(mkdtempSync(path.join(pcFolder, 'fonts-')))),
          ports: { clock: desk.clock, newId: requestId, log: () => undefined },
        });
        copy = opened;
        const none = () => undefined;
        return Promise.resolve({
          ipc: { accept: none as never, closeWindow: none, connections: () => [], close: none },
          mayAdminister: () => false,
          lockScreens: none,
          close: () => opened.close(),
        });
      },
      openWindow: () => {
        shown += 1;
        rehearsal.claim(shown);
      },
      log: () => undefined,
    });
  });
  afterEach(async () => {
    await rehearsal.close();
    await desk.close();
    rmSync(pcFolder, { recursive: true, force: true });
  });

  const head = () => desk.office.database.client.prepare('select max(seq), max(hash) from events').get();

  it('is done on a copy with everything in it, touches nothing of the office, and leaves no file', async () => {
    await buildHomes(desk);
    const manager = desk.as('manager');
    const consultant = desk.as('consultant');
    const { launchId } = await openLaunch(manager);
    const customerId = await buildBuyer(consultant);
    const before = { files: filesOf(desk.folder), head: head() };
    await rehearsal.begin();
    expect(shown).toBe(1);
    const practised = copy;
    if (practised === undefined) throw new Error('No copy was opened');
    const connection = practised.connect('terminal of a rehearsal');
    openSession(connection, consultant.me, desk.clock());
    const client = createRouterClient(practised.router, { context: { connection } }) as unknown as OfficeClient;
    const wish = { launchId, customerId, wishes: [] };
    const { queueNo } = await client.intents.register({ requestId: requestId(), data: wish });
    expect(queueNo).toBe(1);
    expect(await client.intents.list({ launchId })).toHaveLength(1);
    await rehearsal.begin();
    expect(shown).toBe(2);
    await rehearsal.closeWindow(1);
    expect(existsSync(path.join(pcFolder, 'rehearsal'))).toBe(true);
    await rehearsal.closeWindow(2);
    expect(readdirSync(pcFolder).filter((name) => !name.startsWith('fonts-'))).toEqual([]);
    expect({ files: filesOf(desk.folder), head: head() }).toEqual(before);
    // The office works on, and knows nothing of what was practised.
    expect(await consultant.intents.list({ launchId })).toEqual([]);
    expect((await consultant.intents.register(wish)).queueNo).toBe(1);
  });

  it('takes its numbers and its papers with it: the next number and the next file of the office are as before', async () => {
    await buildHomes(desk);
    const manager = desk.as('manager');
    const consultant = desk.as('consultant');
    const { launchId } = await openLaunch(manager);
    const customerId = await buildBuyer(consultant);
    await rehearsal.begin();
    const practised = copy;
    if (practised === undefined) throw new Error('No copy was opened');
    const connection = practised.connect('terminal of a rehearsal');
    openSession(connection, consultant.me, desk.clock());
    const client = createRouterClient(practised.router, { context: { connection } }) as unknown as OfficeClient;
    const wish = { launchId, customerId, wishes: [] };
    const send = <T>(data: T) => ({ requestId: requestId(), data });
    const practice = await client.intents.register(send(wish));
    await client.documents.issue(send({ kind: 'intentSlip', subjectId: practice.intentId }));
    await practised.press.idle();
    const blobs = () => Object.keys(filesOf(desk.folder)).filter((name) => name.includes('blobs'));
    expect(blobs()).toEqual([]);
    await rehearsal.closeWindow(1);
    expect((await consultant.intents.register(wish)).number).toBe(practice.number);
    expect(blobs()).toEqual([]);
    expect(await consultant.documents.ofSubject({ noun: 'intents', subjectId: 1 })).toEqual([]);
  });

  it('wipes what a rehearsal left when the program was killed in it', async () => {
    await rehearsal.begin();
    await copy?.close();
    expect(readdirSync(path.join(pcFolder, 'rehearsal'))).toContain('office.db');
    rehearsalOf({
      office: () => undefined,
      pcFolder,
      start: () => Promise.reject(new Error('no office')),
      openWindow: () => undefined,
      log: () => undefined,
    });
    expect(existsSync(path.join(pcFolder, 'rehearsal'))).toBe(false);
  });

  it('prints nothing, saves nothing and lets nobody in', () => {
    const idle = () => ({ kind: 'idle' });
    const real = { state: idle, get: idle, link: idle, leftOver: () => [], kiosk: idle };
    const pc = rehearsalPc(new Proxy({}, { get: () => real }) as never, () => undefined);
    const refused = [pc.printers.print, pc.files.save, pc.files.openSpreadsheet, pc.host.start, pc.backups.choosePlace];
    for (const act of [...refused, pc.keys.begin, pc.relocation.begin, pc.restore.begin, pc.gate.offerRecoveryCode])
      expect(() => act({ windowId: 1 } as never, {} as never)).toThrow(/REHEARSAL_ONLY/);
    expect(pc.printers.list({ windowId: 1 }, {})).toEqual([]);
  });
});
