import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renewalStage } from '#shared/domain/partner-agreements/renewal.ts';
import { partnerAgreementStates } from '#shared/domain/partner-agreements/states.ts';
import { addDays, localDate } from '#shared/kernel/local-date.ts';

const TO = localDate('2026-12-31');
const REMIND = [90, 60, 30];
const stage = (daysBefore: number) =>
  renewalStage({ state: 'active', toOn: TO }, addDays(TO, -daysBefore), REMIND) ?? null;

describe('The queue of renewals', () => {
  it.each([
    [91, null],
    [90, { daysLeft: 90, level: 1, dueOn: addDays(TO, -60) }],
    [61, { daysLeft: 61, level: 1, dueOn: addDays(TO, -60) }],
    [60, { daysLeft: 60, level: 2, dueOn: addDays(TO, -30) }],
    [31, { daysLeft: 31, level: 2, dueOn: addDays(TO, -30) }],
    [30, { daysLeft: 30, level: 3, dueOn: TO }],
    [0, { daysLeft: 0, level: 3, dueOn: TO }],
    [-1, { daysLeft: -1, level: 3, dueOn: addDays(TO, 7) }],
    [-7, { daysLeft: -7, level: 3, dueOn: addDays(TO, 7) }],
    [-8, { daysLeft: -8, level: 3, dueOn: addDays(TO, 14) }],
  ])('calls an agreement out %i days before its last day as %o', (daysBefore, expected) => {
    expect(stage(daysBefore)).toEqual(expected);
  });

  it('holds agreements in force only', () => {
    const others = partnerAgreementStates.filter((state) => state !== 'active');
    expect(others.map((state) => renewalStage({ state, toOn: TO }, TO, REMIND))).toEqual(others.map(() => null));
  });

  it('asks for something to be done today or later, by more and more people, whatever the reminders of the office', () => {
    const reminders = fc.uniqueArray(fc.integer({ min: 1, max: 365 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(reminders, fc.integer({ min: -400, max: 400 }), (remindDays, daysBefore) => {
        const today = addDays(TO, -daysBefore);
        const found = renewalStage({ state: 'active', toOn: TO }, today, remindDays);
        const tomorrow = renewalStage({ state: 'active', toOn: TO }, addDays(today, 1), remindDays);
        if (found === null) return daysBefore > Math.max(...remindDays);
        return found.dueOn >= today && found.level >= 1 && (tomorrow?.level ?? 0) >= found.level;
      }),
    );
  });
});
