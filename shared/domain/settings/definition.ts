import type { z } from 'zod';
import type { CityPack } from './city-packs.ts';

/** What a value of a setting is counted in; the settings screen chooses its field by it. */
export type SettingUnit = 'ppm' | 'fen' | 'days' | 'minutes' | 'count' | 'choice' | 'flag' | 'day' | 'text' | 'table';

/** Groups of the settings screen, in their order. */
export const settingGroups = [
  'prices',
  'deals',
  'contracts',
  'quotes',
  'claims',
  'launches',
  'customers',
  'warrants',
  'money',
  'security',
  'privacy',
] as const;
/** Group of the settings screen. */
export type SettingGroup = (typeof settingGroups)[number];

/**
 * A setting (参数, domain 4.16): what may be stored, what holds until the office stores something, and on what that rests.
 * `cityPacks` holds the values of cities that differ from the national default.
 */
export type SettingDefinition<Value = unknown> = {
  readonly group: SettingGroup;
  readonly schema: z.ZodType<Value>;
  readonly unit: SettingUnit;
  readonly default: Value;
  readonly sourceNote: { readonly zh: string; readonly en: string };
  readonly cityPacks: { readonly [City in CityPack]?: Value };
};

/** Source note of values that trade practice gives and no published rule. */
export const custom = {
  zh: '行业惯例，可按案场规定调整',
  en: 'Custom of the trade; set it to the office’s own rule',
} as const;

/** Keeps the value type of a definition while checking its default against its schema. */
export function define<Value>(definition: SettingDefinition<Value>): SettingDefinition<Value> {
  return definition;
}
