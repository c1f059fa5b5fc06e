import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimPolicyOf, holdDaysOf } from '#shared/domain/settings/claim-settings.ts';
import { settingGroups } from '#shared/domain/settings/definition.ts';
import {
  checkedChange,
  parseSetting,
  type SettingRow,
  settingAsOf,
  settingDefinitions,
  settingKeys,
} from '#shared/domain/settings/registry.ts';
import { addDays, localDate } from '#shared/kernel/local-date.ts';

const day = localDate('2026-11-23');
const row = (value: unknown, effectiveFrom: string, key = 'signingDays'): SettingRow => ({
  key,
  value,
  effectiveFrom: localDate(effectiveFrom),
});

describe('the settings of an office', () => {
  it.each(settingKeys)('%s ships with values that its own schema accepts, and says on what they rest', (key) => {
    const definition = settingDefinitions[key];
    for (const value of [definition.default, ...Object.values(definition.cityPacks)])
      expect(parseSetting(key, JSON.parse(JSON.stringify(value)))).toEqual(value);
    expect(definition.sourceNote.zh).not.toBe('');
    expect(definition.sourceNote.en).not.toBe('');
    expect(settingGroups).toContain(definition.group);
  });

  it('follow the decisions: 20 %, 7 days to sign, 7 and 15 days of protection', () => {
    expect(settingAsOf([], 'depositCapPpm', day)).toBe(200_000);
    expect(settingAsOf([], 'signingDays', day)).toBe(7);
    expect(settingAsOf([], 'protectionDays', day)).toEqual({ call: 7, visit: 15 });
    expect(settingAsOf([], 'idleLockMinutes', day).finance).toBe(5);
    expect(settingAsOf([], 'lockout', day).attempts).toBe(5);
  });

  it('take the value of the city where it has one', () => {
    expect(settingAsOf([], 'priceBasis', day)).toBe('innerArea');
    expect(settingAsOf([], 'priceBasis', day, 'general')).toBe('builtArea');
  });

  it('hold from their day on, and a past day keeps its own value', () => {
    const rows = [row(10, '2026-11-01'), row(5, '2026-12-01'), row(8, '2026-11-01')];
    expect(settingAsOf(rows, 'signingDays', localDate('2026-10-31'))).toBe(7);
    expect(settingAsOf(rows, 'signingDays', localDate('2026-11-01'))).toBe(8);
    expect(settingAsOf(rows, 'signingDays', localDate('2026-11-30'))).toBe(8);
    expect(settingAsOf(rows, 'signingDays', localDate('2026-12-01'))).toBe(5);
  });

  it('never let a later day change what an earlier one meant', () => {
    const stored = fc.array(
      fc.record({ value: fc.integer({ min: 1, max: 90 }), after: fc.integer({ min: 0, max: 40 }) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(stored, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 90 }), (changes, asked, later) => {
        const rows = changes.map(({ value, after }) => ({
          key: 'signingDays',
          value,
          effectiveFrom: addDays(day, after),
        }));
        const on = addDays(day, asked);
        const future = { key: 'signingDays', value: later, effectiveFrom: addDays(on, 1) };
        expect(settingAsOf([...rows, future], 'signingDays', on)).toBe(settingAsOf(rows, 'signingDays', on));
      }),
    );
  });

  it('refuse a deposit cap above the law, an unknown key and a damaged row', () => {
    const change = { effectiveFrom: day, sourceNote: '公司通知' };
    expect(() => checkedChange({ ...change, key: 'depositCapPpm', value: 200_001 })).toThrow('SETTING_INVALID');
    expect(() => checkedChange({ ...change, key: 'toString', value: 1 })).toThrow('SETTING_UNKNOWN');
    expect(() => settingAsOf([row('seven', '2026-11-01')], 'signingDays', day)).toThrow('SETTING_INVALID');
    expect(checkedChange({ ...change, key: 'signingDays', value: 10 })).toMatchObject({
      key: 'signingDays',
      value: 10,
    });
  });

  it('give each post its days of a hold', () => {
    const holdDays = settingAsOf([], 'holdDays', day);
    expect(holdDaysOf(holdDays, 'director')).toBe(30);
    expect(holdDaysOf(holdDays, 'consultant')).toBe(2);
    expect(claimPolicyOf((key) => settingAsOf([], key, day), 'manager').holdDays).toBe(7);
  });

  it('carry the ladder of decision 19', () => {
    const { rules } = settingAsOf([], 'approvalPolicy', day);
    expect(rules.priceBelowAuthority.steps.map((step) => step.limit)).toEqual([10_000, 30_000, 50_000, null]);
  });
});
