import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BackupFacts, judgeBackups, nextBackupAt } from '#shared/domain/backups/schedule.ts';
import { stampOf } from '#shared/domain/backups/snapshot-page.ts';
import { instantOf, localDate } from '#shared/kernel/local-date.ts';

const hours = { opens: '08:00', closes: '21:00', everyMinutes: 15 };
const at = (time: string, day = '2026-11-26') => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return instantOf(localDate(day), hour * 60 + minute);
};
const facts = (more: Partial<BackupFacts>): BackupFacts => ({
  now: at('10:00'),
  hours,
  newestAt: at('09:50'),
  changed: true,
  failures: 0,
  triedAt: null,
  ...more,
});

describe('The next snapshot', () => {
  it('is due every quarter of an hour while the office works and something happens', () => {
    expect(nextBackupAt(facts({}))).toBe(at('10:05'));
  });
  it('is due after an hour while nothing happens', () => {
    expect(nextBackupAt(facts({ changed: false }))).toBe(at('10:50'));
  });
  it('is due at once where there is none, or where a clock that ran ahead has made it', () => {
    expect(nextBackupAt(facts({ newestAt: null }))).toBe(at('10:00'));
    expect(nextBackupAt(facts({ newestAt: at('10:00', '2030-01-01') }))).toBe(at('10:00'));
  });
  it('takes in what happened in the last minutes of the day', () => {
    expect(nextBackupAt(facts({ now: at('21:03'), newestAt: at('20:50') }))).toBe(at('21:05'));
  });
  it('waits after hours for an hour, and without anything new until the office opens', () => {
    expect(nextBackupAt(facts({ now: at('22:10'), newestAt: at('21:30') }))).toBe(at('22:30'));
    const quiet = facts({ now: at('22:10'), newestAt: at('21:30'), changed: false });
    expect(nextBackupAt(quiet)).toBe(at('08:00', '2026-11-27'));
    expect(nextBackupAt({ ...quiet, now: at('06:00', '2026-11-27') })).toBe(at('08:00', '2026-11-27'));
  });
  it('is tried again after one, two, four, eight and then fifteen minutes', () => {
    const minutes = [1, 2, 3, 4, 5, 6, 9].map((failures) => {
      const next = nextBackupAt(facts({ failures, triedAt: at('10:00') }));
      return (next - at('10:00')) / 60_000;
    });
    expect(minutes).toEqual([1, 2, 4, 8, 15, 15, 15]);
  });
  it('is never further away than the next opening or an hour', () => {
    const instant = fc.integer({ min: at('00:00', '2026-01-01'), max: at('00:00', '2027-01-01') });
    fc.assert(
      fc.property(instant, fc.nat(3 * 86_400_000), fc.boolean(), (now, age, changed) => {
        const next = nextBackupAt(facts({ now, newestAt: now - age, changed }));
        expect(next - now).toBeLessThanOrEqual(changed ? 3_600_000 : 86_400_000);
      }),
    );
  });
});

describe('Managers and administrators are told', () => {
  const usual = { now: at('10:00'), hours, openedAt: at('08:30'), place: true, failure: null, newestAt: at('09:50') };

  it('nothing while the newest good one is no older than two hours', () => {
    expect(judgeBackups(usual)).toBeNull();
    expect(judgeBackups({ ...usual, newestAt: at('08:00') })).toBeNull();
  });
  it('when it is older, while the office works', () => {
    expect(judgeBackups({ ...usual, newestAt: at('07:59') })).toMatchObject({ kind: 'old', level: 'act' });
    expect(judgeBackups({ ...usual, newestAt: null })).toMatchObject({ kind: 'old' });
  });
  it('nothing over night, nor in the first minutes of the morning', () => {
    expect(judgeBackups({ ...usual, now: at('23:00'), newestAt: at('20:00') })).toBeNull();
    const morning = { ...usual, now: at('08:10'), openedAt: at('08:05'), newestAt: at('20:00', '2026-11-25') };
    expect(judgeBackups(morning)).toBeNull();
  });
  it('that no place is chosen', () => {
    expect(judgeBackups({ ...usual, place: false })).toMatchObject({ kind: 'noPlace', level: 'act' });
  });
  it('at once that an attempt failed, more gravely when the newest one is old', () => {
    expect(judgeBackups({ ...usual, failure: 'X' })).toEqual({
      kind: 'failed',
      level: 'watch',
      code: 'X',
      newestAt: at('09:50'),
    });
    expect(judgeBackups({ ...usual, failure: 'X', newestAt: at('06:00') })?.level).toBe('act');
  });
});

describe('A snapshot', () => {
  it('is named by the day and time of the office, to the second', () => {
    expect(stampOf(Date.parse('2026-11-26T12:30:07.900Z'))).toBe('20261126-203007');
    expect(stampOf(Date.parse('2026-11-26T16:00:00Z'))).toBe('20261127-000000');
  });
});
