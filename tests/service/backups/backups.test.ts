import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { refusalOf } from '#tests/support/refusals.ts';

describe('The backups of an office', () => {
  let desk: TestOffice;
  let place: string;
  beforeEach(async () => {
    desk = await testOffice();
    place = mkdtempSync(path.join(tmpdir(), 'zhiye-place-'));
  });
  afterEach(async () => {
    await desk.close();
    rmSync(place, { recursive: true, force: true });
  });

  const idle = async () => {
    while (desk.office.backups.isBusy()) await wait(10);
  };

  it('are the business of managers and administrators only', async () => {
    for (const post of ['consultant', 'finance', 'auditor', 'director'] as const)
      expect(await refusalOf(desk.as(post).backups.state({}))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await desk.as('administrator').backups.state({})).toMatchObject({ place: null, found: null });
  });

  it('are missed until a place is chosen, and then made and shown', async () => {
    const manager = desk.as('manager');
    expect(await manager.backups.alarm({})).toMatchObject({ alarm: { kind: 'noPlace', level: 'act' } });
    expect(await refusalOf(manager.backups.begin({}))).toMatchObject({ code: 'BACKUP_NO_PLACE' });
    await desk.office.backups.give(place);
    await manager.backups.begin({});
    await idle();
    const { newest, found, actsSince, alarm } = await manager.backups.state({});
    expect(newest).toMatchObject({ reason: 'asked', files: { count: 0, missing: 0 } });
    expect(found?.snapshots).toHaveLength(1);
    expect(found?.sameDisk).toBe(true);
    expect(actsSince).toBe(0);
    expect(alarm).toBeNull();
    desk.as('consultant');
    expect((await manager.backups.state({})).actsSince).toBe(1);
    expect(await manager.backups.check({ stamp: newest?.stamp ?? '' })).toEqual({ verifiedAt: desk.clock() });
    expect(await refusalOf(manager.backups.check({ stamp: '20200101-000000' }))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are made by themselves when they are due: after a quarter of an hour with something new, else after one', async () => {
    const tick = async () => {
      await desk.office.clock.tick();
      await idle();
    };
    const seqs = () => desk.office.backups.state().look?.snapshots.map(({ seq }) => seq) ?? [];
    const later = (minutes: number) => desk.clock.set(desk.clock() + minutes * 60_000);
    await desk.office.backups.give(place);
    await tick();
    expect(seqs()).toHaveLength(1);
    const [first] = desk.office.backups.state().look?.snapshots ?? [];
    later(20);
    await tick();
    expect(desk.office.backups.state().newest?.at).toBe(first?.at);
    desk.as('consultant');
    await tick();
    expect(desk.office.backups.state().newest?.at).toBe(desk.clock());
  });

  it('are not begun at a place that is not there, and nothing is made of it: a stick may not be plugged in', async () => {
    const stick = path.join(place, 'stick');
    const missing = { code: 'BACKUP_PLACE_MISSING', params: { folder: stick } };
    await expect(desk.office.backups.give(stick)).rejects.toMatchObject(missing);
    expect(readdirSync(place)).toEqual([]);
    expect(await desk.as('manager').backups.state({})).toMatchObject({ place: null });
  });

  it('go to the same place after the office was opened again', async () => {
    await desk.office.backups.give(place);
    const { stamp } = await desk.office.backups.now('dayClose');
    desk = await desk.restart();
    await desk.office.clock.tick();
    await idle();
    expect(desk.office.backups.state().newest).toMatchObject({ stamp, reason: 'dayClose' });
  });

  it('tell that a place is gone, try again by themselves, and are well when it is back', async () => {
    await desk.office.backups.give(place);
    await desk.office.backups.now('asked');
    rmSync(place, { recursive: true });
    desk.as('consultant');
    desk.clock.set(desk.clock() + 16 * 60_000);
    await desk.office.clock.tick();
    await idle();
    const manager = desk.as('manager');
    const { failure, alarm, nextAt } = await manager.backups.state({});
    expect(failure).toMatchObject({ code: 'BACKUP_PLACE_MISSING', params: { folder: place } });
    expect(alarm).toMatchObject({ kind: 'failed', level: 'watch', folder: place });
    expect(nextAt).toBeLessThanOrEqual(desk.clock() + 15 * 60_000);
    // An empty mount point is not the stick: nothing is written there.
    mkdirSync(place);
    await expect(desk.office.backups.now('asked')).rejects.toMatchObject({ code: 'BACKUP_PLACE_MISSING' });
    expect(readdirSync(place)).toEqual([]);
    await desk.office.backups.give(place);
    await desk.office.backups.now('asked');
    expect(await manager.backups.state({})).toMatchObject({ failure: null, alarm: null });
  });
});
