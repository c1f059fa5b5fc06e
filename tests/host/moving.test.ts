import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { currentTables, replay } from '#db/replay.ts';
import { verifyLog } from '#db/repositories/events.ts';
import type { Keychain } from '#electron/device/keychain.ts';
import { officePaths, readOfficeHeader } from '#electron/device/office-folder.ts';
import { officeGate } from '#electron/device/office-gate.ts';
import type { OpenedOffice } from '#electron/device/office-gate-types.ts';
import { hostedOffice } from '#electron/main/hosted-office.ts';
import { type Office, openOffice } from '#electron/server/office.ts';
import { openLink } from '#electron/transports/lan-link.ts';
import type { RelocationProgress } from '#shared/domain/relocation/steps.ts';
import { meet, type Standing } from '#shared/domain/terminals/standing.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, subscribeHome, takeDeposit } from '#tests/support/deal-builders.ts';
import { migrationsFolder } from '#tests/support/first-pages.ts';
import { freePort } from '#tests/support/free-port.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { refusalOf } from '#tests/support/refusals.ts';
import { codeShown, pair } from '#tests/support/terminals.ts';
import { temporaryFolder } from '#tests/unit/electron/temporary-folder.ts';

const none = () => Promise.reject(new Error('no keychain'));
const noKeychain: Keychain = { backend: 'none', available: () => Promise.resolve(false), seal: none, open: none };
const passphrase = '春江花月夜 2026';
const totals = { events: 12, head: 'a'.repeat(64), tables: 3, rows: 40, files: 2, sizeBytes: 90_000 };
const about = { from: 'OLD-PC', officeName: '松风明月案场', totals };
const usual = { random: (size: number) => new Uint8Array(size).fill(7), newOfficeId: () => v7(), now: Date.now };

describe('An office that moves to another place', () => {
  let desk: TestOffice;
  let target: string;
  beforeEach(async () => {
    desk = await testOffice();
    target = path.join(temporaryFolder(), 'new place');
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant');
    const buyer = await buildBuyer(consultant);
    const { subscriptionId, approvalId } = await subscribeHome(consultant, home, buyer);
    await approve(desk, approvalId);
    await takeDeposit(desk, subscriptionId, buyer);
    await desk.as('backOffice').documents.issue({ kind: 'subscriptionBook', subjectId: subscriptionId });
  });
  afterEach(() => desk.close());

  const open = (folder: string): Office =>
    openOffice({
      folder,
      rootKey: desk.rootKey,
      migrations: migrationsFolder,
      tickEveryMs: null,
      ports: { clock: desk.clock, newId: () => v7(), log: () => undefined },
    });
  const relocation = () => {
    const { relocation: found } = desk.office;
    if (found === undefined) throw new Error('The test office cannot move');
    return found;
  };

  it('has everything there that it had here: every row, every paper, an unbroken log; and carries on', async () => {
    const steps: RelocationProgress[] = [];
    const before = currentTables(desk.office.database.client);
    const { totals, settle } = await relocation().copy(target, (progress) => steps.push(progress));
    settle();
    expect([...new Set(steps.map(({ step }) => step))]).toEqual(['papers', 'database', 'chain', 'files']);
    // The paper that was being made is finished and came along.
    expect(totals.files).toBeGreaterThanOrEqual(2);
    const papers = (folder: string) => readdirSync(path.join(folder, 'blobs'), { recursive: true }).map(String).sort();
    expect(papers(target)).toEqual(papers(desk.folder));

    const there = open(target);
    const { client } = there.database;
    expect(verifyLog(client)).toEqual({ events: totals.events, head: totals.head });
    const after = currentTables(client);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(client.prepare("select state from documents where kind = 'subscriptionBook'").pluck().get()).toBe('issued');
    expect(replay(client)).toEqual(after);
    await there.corridor.act({
      procedure: 'tests.carryOn',
      run: ({ happened }) => happened({ kind: 'noticesRead', noun: 'office', id: 1 }),
    });
    expect(verifyLog(client).events).toBe(totals.events + 1);
    await there.close();
  });

  it('is followed by its terminals in the new place only, even when somebody brings the old folder back by hand', async () => {
    const { token } = await pair(desk, { code: await codeShown(desk.as('administrator')) });
    const authority = (await desk.office.terminals.authority()).certificate;
    const serve = async (office: Office, name: string) => {
      const port = await freePort();
      const pc = { installation: `installation of ${name}`.replaceAll(' ', '-'), name };
      const hosted = hostedOffice(office, { pc: () => pc, log: () => undefined });
      return { port, served: await hosted.serve(port, '127.0.0.1', false) };
    };
    let known: Standing | undefined;
    const refusedBy = async (port: number) => {
      const to = { host: '127.0.0.1', port, authority, token, program: 'test' };
      const follows = (met: Standing | undefined) => {
        const meeting = meet(known, met);
        if (meeting.kind === 'newer') known = meeting.standing;
        return meeting.kind === 'superseded' ? meeting.refusal : null;
      };
      const { link, refusal } = await openLink({ ...to, follows }, undefined, new AbortController().signal);
      link?.close();
      return link === undefined ? refusal?.code : null;
    };

    const old = await serve(desk.office, 'OLD-PC');
    expect(await refusedBy(old.port)).toBeNull();
    await old.served.close();
    const { settle } = await relocation().copy(target, () => undefined);
    settle();
    const there = open(target);
    // The move itself has said that the new PC serves it: nobody is asked.
    const moved = await serve(there, 'NEW-PC');
    expect(await refusedBy(moved.port)).toBeNull();
    await desk.office.close();
    const leftBehind = open(desk.folder);
    const back = await serve(leftBehind, 'OLD-PC');
    expect(await refusedBy(back.port)).toBe('HOST_SUPERSEDED');
    expect(await refusedBy(moved.port)).toBeNull();
    for (const { served } of [moved, back]) await served.close();
    for (const office of [there, leftBehind]) await office.close();
  });

  it('takes nothing here any more from its first moment on, and tells whoever asks', async () => {
    const consultant = desk.as('consultant');
    const events = () => verifyLog(desk.office.database.client).events;
    const moving = relocation().copy(target, () => undefined);
    await expect(refusalOf(consultant.session.lock({}))).resolves.toMatchObject({ code: 'OFFICE_MOVED' });
    const { settle, totals } = await moving;
    const late = desk.office.corridor.act({
      procedure: 'tests.late',
      run: ({ happened }) => happened({ kind: 'noticesRead', noun: 'office', id: 1 }),
    });
    settle();
    await expect(late).rejects.toMatchObject({ code: 'OFFICE_MOVED' });
    await expect(refusalOf(consultant.session.lock({}))).resolves.toMatchObject({ code: 'OFFICE_MOVED' });
    expect(events()).toBe(totals.events);
    // Looking is still allowed: nobody is thrown out in the middle of a sentence.
    expect(await consultant.settings.list({})).not.toEqual([]);
  });

  it('goes on as before when it is given up, and leaves nothing there', async () => {
    const consultant = desk.as('consultant');
    const { giveUp } = await relocation().copy(target, () => undefined);
    giveUp();
    expect(readdirSync(target)).toEqual([]);
    await consultant.session.lock({});
    expect((await relocation().copy(target, () => undefined)).totals.events).toBe(
      verifyLog(desk.office.database.client).events,
    );
  });

  it('can be stopped while it is being copied: nothing is left there, and it goes on', async () => {
    for (const at of ['papers', 'database', 'files'] as const) {
      const stop = new AbortController();
      const copying = relocation().copy(
        target,
        ({ step }) => {
          if (step === at) stop.abort(new Error('Somebody has stopped it'));
        },
        stop.signal,
      );
      await expect(copying).rejects.toThrow('Somebody has stopped it');
      expect(readdirSync(target)).toEqual([]);
      await desk.as('consultant').session.lock({});
    }
    expect((await relocation().copy(target, () => undefined)).totals.events).toBeGreaterThan(0);
  });

  it('goes only into an empty folder that is not its own', async () => {
    const inside = path.join(desk.folder, 'blobs/there');
    await expect(relocation().copy(inside, () => undefined)).rejects.toMatchObject({ code: 'RELOCATION_TARGET' });
    mkdirSync(target);
    writeFileSync(path.join(target, 'something.txt'), 'of somebody');
    await expect(relocation().copy(target, () => undefined)).rejects.toMatchObject({ code: 'RELOCATION_TARGET' });
    expect(readdirSync(target)).toEqual(['something.txt']);
    await desk.as('consultant').session.lock({});
  });

  it('does not move with a file that is damaged, and goes on', async () => {
    const consultant = desk.as('consultant');
    desk.office.database.client.exec('drop trigger if exists events_are_not_changed');
    const triggers = desk.office.database.client
      .prepare<[], string>("select name from sqlite_schema where type = 'trigger' and tbl_name = 'events'")
      .pluck()
      .all();
    for (const name of triggers) desk.office.database.client.exec(`drop trigger "${name}"`);
    desk.office.database.client.exec(`update events set data = '{"forged":true}' where seq = 3`);
    await expect(relocation().copy(target, () => undefined)).rejects.toMatchObject({
      code: 'LOG_BROKEN',
      params: { seq: 3 },
    });
    expect(readdirSync(target)).toEqual([]);
    await consultant.session.lock({});
  });
});

describe('The folder of an office that has moved', () => {
  const gateOn = (folder: string) => {
    const opened: OpenedOffice[] = [];
    const gate = officeGate({
      ...usual,
      folder,
      keychain: noKeychain,
      lock: () => ({ release: () => undefined }),
      start: async (office) => void opened.push(office),
    });
    return { gate, opened };
  };
  let here: string;
  let there: string;
  beforeEach(async () => {
    here = path.join(temporaryFolder(), 'office');
    there = path.join(temporaryFolder(), 'office');
    mkdirSync(there);
    const { gate } = gateOn(here);
    await gate.begin();
    await gate.found({ passphrase });
    gate.move(there, about);
    expect(gate.state()).toMatchObject({ kind: 'moved', to: there });
  });

  it('does not open by mistake, and says where the office is', async () => {
    const { gate, opened } = gateOn(here);
    expect(await gate.begin()).toMatchObject({ kind: 'moved', to: there });
    await expect(gate.unlock({ passphrase })).rejects.toMatchObject({ code: 'OFFICE_MOVED' });
    expect(opened).toEqual([]);
  });

  it('opens in the new place with the passphrase that it had', async () => {
    const { gate, opened } = gateOn(there);
    expect(await gate.begin()).toMatchObject({ kind: 'locked', ways: ['passphrase'] });
    await gate.unlock({ passphrase });
    expect(opened[0]).toMatchObject({ returned: false });
    expect(gate.state()).toMatchObject({ kind: 'open' });
  });

  it('says there from where it came and what it holds, until somebody has moved it in', async () => {
    const first = gateOn(there).gate;
    expect(await first.begin()).toMatchObject({ kind: 'locked', arrival: about });
    await first.unlock({ passphrase });
    expect(first.state()).toMatchObject({ kind: 'open', arrival: about });
    first.settleArrival();
    expect(first.state()).not.toHaveProperty('arrival');
    expect(await gateOn(there).gate.begin()).toEqual({ kind: 'locked', ways: ['passphrase'] });
    // The place that it left says nothing of the kind, whatever becomes of it.
    expect(readOfficeHeader(officePaths(here))).not.toHaveProperty('arrived');
  });

  it('is not left behind for a place where nobody could open it', async () => {
    const folder = path.join(temporaryFolder(), 'office');
    const ownKeychain: Keychain = {
      backend: 'test',
      available: () => Promise.resolve(true),
      seal: (text) => Promise.resolve(Buffer.from(text)),
      open: (sealed) => Promise.resolve(sealed.toString()),
    };
    const gate = officeGate({
      ...usual,
      folder,
      keychain: ownKeychain,
      lock: () => ({ release: () => undefined }),
      start: () => Promise.resolve(),
    });
    await gate.begin();
    await gate.found({});
    expect(() => gate.checkMovable()).toThrow(expect.objectContaining({ code: 'RELOCATION_NO_KEY' }));
    expect(() => gate.move(path.join(temporaryFolder(), 'office'), about)).toThrow();
    expect(gate.state()).toMatchObject({ kind: 'open' });
    await gate.setPassphrase(passphrase);
    gate.checkMovable();
  });

  it('opens here again only on purpose, and then as a host of its own', async () => {
    const { gate, opened } = gateOn(here);
    await gate.begin();
    expect(await gate.reopen()).toEqual({ kind: 'locked', ways: ['passphrase'] });
    await gate.unlock({ passphrase });
    expect(opened[0]).toMatchObject({ returned: true });
    expect(readOfficeHeader(officePaths(here))).not.toHaveProperty('returned');
    const again = gateOn(here);
    await again.gate.begin();
    await again.gate.unlock({ passphrase });
    expect(again.opened[0]).toMatchObject({ returned: false });
  });

  it('stays an office when nothing could be written in the new place', async () => {
    const { gate } = gateOn(here);
    await gate.begin();
    await gate.reopen();
    await gate.unlock({ passphrase });
    rmSync(there, { recursive: true });
    writeFileSync(there, 'a file in the way');
    expect(() => gate.move(there, about)).toThrow();
    expect(gate.state()).toMatchObject({ kind: 'open' });
    expect(readOfficeHeader(officePaths(here))).not.toHaveProperty('moved');
    expect(existsSync(path.join(here, 'office.json'))).toBe(true);
  });
});

describe('An office that is called back', () => {
  it('is another host to its terminals: none takes it for the one that moved', async () => {
    const desk = await testOffice();
    const { officeId } = await desk.office.terminals.authority();
    await desk.office.close();
    const again = (returned: boolean) =>
      openOffice({
        folder: desk.folder,
        rootKey: desk.rootKey,
        returned,
        migrations: migrationsFolder,
        tickEveryMs: null,
        ports: { clock: desk.clock, newId: () => v7(), log: () => undefined },
      });
    const same = again(false);
    expect((await same.terminals.authority()).officeId).toBe(officeId);
    await same.close();
    const other = again(true);
    expect((await other.terminals.authority()).officeId).not.toBe(officeId);
    await other.close();
    rmSync(desk.folder, { recursive: true, force: true });
  });
});
