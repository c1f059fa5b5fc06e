import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, subscribeHome } from '#tests/support/deal-builders.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { refusalOf } from '#tests/support/refusals.ts';

describe('The health of an office', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  it('is told to the manager, the director and the administrator only', async () => {
    for (const post of ['manager', 'director', 'administrator'] as const)
      expect((await desk.as(post).health.report({})).database.events).toBeGreaterThan(0);
    for (const post of ['consultant', 'finance', 'auditor', 'backOffice'] as const)
      expect(await refusalOf(desk.as(post).health.report({}))).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('has the sizes of the files, the events and the disk as they are', async () => {
    const manager = desk.as('manager');
    await buildHomes(desk);
    mkdirSync(path.join(desk.folder, 'blobs/ab'), { recursive: true });
    writeFileSync(path.join(desk.folder, 'blobs/ab/abc'), Buffer.alloc(1234));
    const { database, disk, blobs, versions, loop, memory } = await manager.health.report({});
    expect(database.sizeBytes).toBe(statSync(path.join(desk.folder, 'office.db')).size);
    expect(database.walBytes).toBeGreaterThan(0);
    const { client } = desk.office.database;
    expect(database.events).toBe(client.prepare('select count(*) from events').pluck().get());
    expect(blobs).toEqual({ count: 1, sizeBytes: 1234 });
    expect(disk?.freeBytes).toBeLessThan(disk?.sizeBytes ?? 0);
    expect(versions.sqlite).toMatch(/^3\.\d+/);
    expect(versions.electron).toBeNull();
    expect(loop.meanMs).toBeLessThan(10_000);
    expect(memory.usedBytes).toBeGreaterThan(1024 ** 2);
  });

  it('knows the newest good backup, and misses a place for it', async () => {
    const manager = desk.as('manager');
    const before = await manager.health.report({});
    expect(before.backup).toBeNull();
    expect(before.findings.find(({ part }) => part === 'backup')).toMatchObject({
      code: 'BACKUP_MISSING',
      level: 'act',
    });
    const place = mkdtempSync(path.join(tmpdir(), 'zhiye-place-'));
    await desk.office.backups.give(place);
    const made = await desk.office.backups.now('asked');
    const after = await manager.health.report({});
    expect(after.backup).toEqual({ at: made.at, sizeBytes: made.sizeBytes });
    expect(after.findings.filter(({ part }) => part === 'backup')).toEqual([]);
    // The stick is pulled out.
    rmSync(place, { recursive: true });
    await expect(desk.office.backups.now('asked')).rejects.toMatchObject({ code: 'BACKUP_PLACE_MISSING' });
    const { findings } = await manager.health.report({});
    expect(findings.find(({ part }) => part === 'backup')).toMatchObject({ code: 'BACKUP_FAILS', level: 'watch' });
  });

  it('counts the calls of each procedure, with those that are refused', async () => {
    const manager = desk.as('manager');
    await manager.settings.list({});
    await manager.settings.list({});
    await refusalOf(desk.as('consultant').accounts.list({}));
    const { procedures } = await manager.health.report({});
    const callsOf = (name: string) => procedures.find(({ path: each }) => each === name)?.calls;
    expect(callsOf('settings.list')).toBe(2);
    expect(callsOf('accounts.list')).toBe(1);
    expect(procedures.find(({ path: each }) => each === 'settings.list')?.direct).toBe(true);
  });

  it('tells a thread that was held up', async () => {
    const manager = desk.as('manager');
    await wait(60);
    const until = performance.now() + 400;
    while (performance.now() < until);
    await wait(60);
    const { loop } = await manager.health.report({});
    expect(loop.longestMs).toBeGreaterThan(300);
  });

  it('tells a paper whose making failed, until it is finished or voided', async () => {
    await desk.close();
    let broken = true;
    desk = await testOffice({
      press: (render) => ({
        ...render,
        render: (paper) => (broken ? Promise.reject(new Error('the press is broken')) : render.render(paper)),
      }),
    });
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant');
    const { subscriptionId, approvalId } = await subscribeHome(consultant, home, await buildBuyer(consultant));
    await approve(desk, approvalId);
    const { documentId } = await desk.as('backOffice').documents.issue({
      kind: 'subscriptionBook',
      subjectId: subscriptionId,
    });
    await desk.office.press.idle();
    const manager = desk.as('manager');
    expect((await manager.health.report({})).papers).toEqual({ making: 0, left: 1 });
    broken = false;
    await desk.office.press.seal(documentId);
    expect((await manager.health.report({})).papers).toEqual({ making: 0, left: 0 });
  });
});
