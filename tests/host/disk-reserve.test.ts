import { closeSync, existsSync, mkdirSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { verifyLog } from '#db/repositories/events.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { mountsWork, smallDisk } from '#tests/support/mounts.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { notRun } from '#tests/support/proof-size.ts';
import { refusalOf } from '#tests/support/refusals.ts';

const MIB = 1024 ** 2;

if (!mountsWork) notRun('the reserve on a full disk', 'the right to mount');

describe.skipIf(!mountsWork)('An office that has kept room back on its disk', () => {
  let disk: string;
  let film: string;
  let desk: TestOffice;
  let guests = 0;
  beforeEach(async () => {
    guests = 0;
    disk = smallDisk(64);
    film = path.join(disk, 'holiday.mov');
    mkdirSync(path.join(disk, 'office'));
    desk = await testOffice({ folder: path.join(disk, 'office'), reserve: 8 * MIB });
    await desk.office.clock.tick();
  });

  const reserve = () => path.join(disk, 'office', 'office.reserve');
  const free = () => statfsSync(disk).bavail * statfsSync(disk).bsize;
  /** Somebody copies their holidays to the disk, up to the last byte. */
  const fill = () => {
    const file = openSync(film, 'a');
    for (let piece = MIB; piece >= 512; piece /= 2)
      try {
        while (writeSync(file, Buffer.alloc(piece)) === piece);
      } catch (error) {
        expect(error).toMatchObject({ code: 'ENOSPC' });
      }
    closeSync(file);
    expect(free()).toBe(0);
  };
  const guest = () => {
    guests += 1;
    return {
      ...{ kind: 'visit' as const, customerId: null, name: '来访客', phone: `100${String(guests).padStart(8, '0')}` },
      ...{ channel: 'passingBy' as const, rating: 'C' as const, partySize: 1, intent: '', notes: '记'.repeat(1900) },
      ...{ nextFollowUpOn: null, receivedBy: null },
    };
  };
  const customers = () => desk.office.database.client.prepare('select count(*) from customers').pluck().get();
  const isWhole = async () => {
    desk = await desk.restart();
    const { client } = desk.office.database;
    expect(client.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(verifyLog(client).events).toBeGreaterThan(0);
  };

  it('has it to the byte, once, and makes nothing of what an interrupted start left', async () => {
    expect(statSync(reserve()).size).toBe(8 * MIB);
    const { mtimeMs, ino } = statSync(reserve());
    await isWhole();
    await desk.office.clock.tick();
    expect(statSync(reserve())).toMatchObject({ mtimeMs, ino });
    await desk.office.close();
  });

  it('goes on when the disk is full, tells everybody, closes its day, ends cleanly, and has it again when there is room', async () => {
    const consultant = desk.as('consultant');
    const supervisor = desk.as('supervisor');
    fill();
    // Many at once share a commit, and its refusal: each of them is done once all the same.
    let acts = 0;
    for (; existsSync(reserve()) && acts < 400; acts += 8)
      await Promise.all(Array.from({ length: 8 }, () => consultant.visits.register(guest())));
    expect(existsSync(reserve())).toBe(false);
    expect(customers()).toBe(acts);
    await desk.office.clock.tick();
    expect(await consultant.session.current({})).toMatchObject({ reserveGiven: true });
    expect(existsSync(reserve())).toBe(false);
    await supervisor.days.close({ day: dayOf(desk.clock()) });
    await isWhole();
    expect(customers()).toBe(acts);
    await desk.office.clock.tick();
    expect(existsSync(reserve())).toBe(false);
    rmSync(film);
    await desk.office.clock.tick();
    expect(statSync(reserve()).size).toBe(8 * MIB);
    expect(await desk.as('consultant').session.current({})).toMatchObject({ reserveGiven: false });
    await desk.office.close();
  });

  it('refuses in words once that room is full as well, and loses nothing that was acknowledged', async () => {
    const consultant = desk.as('consultant');
    let refused: unknown;
    for (let filled = 0; filled < 3 && refused === undefined; filled += 1) {
      fill();
      for (let act = 0; act < 400 && refused === undefined && (filled > 0 || existsSync(reserve())); act += 1)
        refused = await consultant.visits.register(guest()).then(
          () => undefined,
          (error: unknown) => refusalOf(Promise.reject(error)),
        );
    }
    expect(await refused).toMatchObject({ code: 'DISK_FULL' });
    const acknowledged = guests - 1;
    expect(customers()).toBe(acknowledged);
    rmSync(film);
    await consultant.visits.register(guest());
    await isWhole();
    expect(customers()).toBe(acknowledged + 1);
    await desk.office.close();
  });

  it('gives it up for closing on a full disk, and is whole at the next start', async () => {
    await desk.as('consultant').visits.register(guest());
    fill();
    await isWhole();
    expect(existsSync(reserve())).toBe(false);
    expect(customers()).toBe(1);
    await desk.office.close();
  });
});
