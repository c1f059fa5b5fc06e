import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { officeTime } from '#electron/server/kernel/office-time.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { testClock } from '#tests/support/clock.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('When the clock of the host jumps', () => {
  let desk: TestOffice;
  let elapsed: number;
  const clock = testClock();
  const time = () => officeTime({ clock, elapsed: () => elapsed });
  const pass = (ms: number): void => {
    clock.advance(ms);
    elapsed += ms;
  };
  beforeEach(async () => {
    elapsed = 0;
    desk = await testOffice({ clock, time: time() });
    return () => desk.close();
  });
  const kinds = () =>
    desk.office.database.client.prepare("select kind from events where kind like 'clock%' order by seq").pluck().all();

  it('a lock lasts as long as it should, whichever way the clock jumped, and everybody is told', async () => {
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant');
    const { expiresAt } = await consultant.units.lock({ unitId: home });
    clock.advance(-3 * HOUR);
    await desk.office.clock.tick();
    expect(kinds()).toEqual(['clockJumped']);
    expect(await consultant.session.current({})).toMatchObject({ state: 'open', clockOffMs: -3 * HOUR });
    // Time that really passes ends it, although the clock shows hours before.
    for (let minute = 0; minute < 16; minute += 1) {
      pass(MINUTE);
      await consultant.session.touch({});
    }
    await desk.office.clock.tick();
    expect((await consultant.units.detail({ unitId: home })).lock).toBeNull();
    expect(clock()).toBeLessThan(expiresAt);
    clock.advance(3 * HOUR);
    await desk.office.clock.tick();
    expect(kinds()).toEqual(['clockJumped', 'clockRight']);
    expect(await consultant.session.current({})).toMatchObject({ clockOffMs: 0 });
    await consultant.units.lock({ unitId: home });
    clock.advance(48 * HOUR);
    await desk.office.clock.tick();
    expect((await consultant.units.detail({ unitId: home })).lock).not.toBeNull();
    clock.advance(-48 * HOUR);
  });

  it('a screen that was locked stays so, and nothing is written before what was there', async () => {
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant');
    pass(11 * MINUTE);
    await expectRefusal(consultant.units.lock({ unitId: home }), 'SESSION_LOCKED');
    clock.advance(-HOUR);
    await expectRefusal(consultant.units.lock({ unitId: home }), 'SESSION_LOCKED');
    // Whoever comes now writes after what is there.
    const manager = desk.as('manager');
    await manager.units.lock({ unitId: home });
    const { client } = desk.office.database;
    const times = client.prepare<[], number>('select recorded_at from events order by seq').pluck().all();
    expect(times).toEqual(times.toSorted((one, other) => one - other));
  });

  it('an office that is opened with a clock in the past goes on from its newest entry', async () => {
    const [home = 0] = await buildHomes(desk);
    await desk.as('consultant').units.lock({ unitId: home });
    const newest = () =>
      Number(
        desk.office.database.client.prepare('select recorded_at from events order by seq desc limit 1').pluck().get(),
      );
    const before = newest();
    clock.advance(-5 * HOUR);
    const { folder, rootKey } = desk;
    await desk.office.close();
    desk = await testOffice({ clock, time: time(), folder, rootKey, people: 1, bare: true });
    await desk.office.clock.tick();
    expect(kinds()).toEqual(['clockJumped']);
    expect(newest()).toBeGreaterThanOrEqual(before);
    clock.advance(5 * HOUR);
  });
});

it('the days on papers and screens are those of the office, in whatever zone a PC stands', () => {
  const script = `
    const { dayOf, dateTimeOf, instantOf, localDate } = await import('#shared/kernel/local-date.ts');
    const { formatParameter } = await import('#renderer/lib/format.ts');
    const at = Date.UTC(2026, 10, 23, 16, 30);
    console.log(JSON.stringify([dayOf(at), dateTimeOf(at), instantOf(localDate('2026-11-24'), 30),
      ...['zh-CN', 'en'].flatMap((language) => [formatParameter('dueAt', at, language), formatParameter('dueOn', dayOf(at), language)])]));`;
  const told = ['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati'].map((zone) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: path.resolve(import.meta.dirname, '../../..'),
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    }),
  );
  expect(JSON.parse(told[0] ?? '')).toContain('2026-11-24');
  expect(new Set(told).size, told.join('')).toBe(1);
});
