import { z } from 'zod';
import { DomainError } from '#shared/kernel/errors.ts';
import { type LocalDate, localDateSchema } from '#shared/kernel/local-date.ts';
import { caseSettings } from './case-settings.ts';
import { type CityPack, cityPacks } from './city-packs.ts';
import { claimSettings } from './claim-settings.ts';
import { contractSettings } from './contract-settings.ts';
import { customerSettings } from './customer-settings.ts';
import { dealSettings } from './deal-settings.ts';
import type { SettingDefinition } from './definition.ts';
import { inventorySettings } from './inventory-settings.ts';
import { launchSettings } from './launch-settings.ts';
import { moneySettings, securitySettings } from './office-settings.ts';
import { paperSettings } from './paper-settings.ts';
import { priceSettings } from './price-settings.ts';
import { privacySettings } from './privacy-settings.ts';
import { quoteSettings } from './quote-settings.ts';
import { rightsSettings } from './rights-settings.ts';

const registered = {
  ...priceSettings,
  ...dealSettings,
  ...paperSettings,
  ...contractSettings,
  ...quoteSettings,
  ...claimSettings,
  ...launchSettings,
  ...inventorySettings,
  ...customerSettings,
  ...caseSettings,
  ...moneySettings,
  ...securitySettings,
  ...privacySettings,
  ...rightsSettings,
};

/** Key of a setting. */
export type SettingKey = keyof typeof registered;

/** The value of each setting. */
export type SettingValues = { [K in SettingKey]: z.output<(typeof registered)[K]['schema']> };
/** The value of one setting. */
export type SettingValue<K extends SettingKey> = SettingValues[K];

/** Every setting of the office by its key (domain 4.16). */
export const settingDefinitions: { readonly [K in SettingKey]: SettingDefinition<SettingValues[K]> } = registered;

/** True for the key of a setting. */
export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(registered, key);
}

/** Every key, in the order of the settings screen. */
export const settingKeys: readonly SettingKey[] = Object.keys(registered).filter(isSettingKey);

/** Settings that are changed on a page of their own, with rules of their own, and not as a parameter. */
export const ownPageSettings: ReadonlySet<SettingKey> = new Set<SettingKey>(['rights']);

/** A stored value. */
export type SettingRow = { readonly key: string; readonly value: unknown; readonly effectiveFrom: LocalDate };

/** The pack of a new office. */
export const defaultCity: CityPack = cityPacks[0];

/**
 * The value of a setting on a day: the row with the latest day not after it (the last stored of several), else the
 * city's value, else the default. Reading a past day gives that day's value. Throws SETTING_INVALID for a row that no
 * longer has the shape, rather than reckon with something else.
 */
export function settingAsOf<K extends SettingKey>(
  rows: readonly SettingRow[],
  key: K,
  day: LocalDate,
  city: CityPack = defaultCity,
): SettingValue<K> {
  let latest: SettingRow | undefined;
  for (const row of rows)
    if (row.key === key && row.effectiveFrom <= day && (!latest || row.effectiveFrom >= latest.effectiveFrom))
      latest = row;
  return latest ? parseSetting(key, latest.value) : shippedValue(key, city);
}

/** The value that ships with the program for a city. */
export function shippedValue<K extends SettingKey>(key: K, city: CityPack): SettingValue<K> {
  const definition: SettingDefinition<SettingValues[K]> = settingDefinitions[key];
  const ofCity = definition.cityPacks[city];
  return ofCity === undefined ? definition.default : ofCity;
}

/** A value to be stored or read, in the setting's shape. Throws SETTING_INVALID. */
export function parseSetting<K extends SettingKey>(key: K, value: unknown): SettingValue<K> {
  const definition: SettingDefinition<SettingValues[K]> = settingDefinitions[key];
  const parsed = definition.schema.safeParse(value);
  if (!parsed.success) throw new DomainError('SETTING_INVALID', { key });
  return parsed.data;
}

/** A change of a setting at the border: its value is checked by {@link checkedChange}. */
export const settingChangeSchema = z.strictObject({
  key: z.string().min(1).max(60),
  value: z.unknown(),
  effectiveFrom: localDateSchema,
  sourceNote: z.string().trim().min(1).max(300),
});
/** A change of a setting. */
export type SettingChange = z.output<typeof settingChangeSchema>;

/** The row to store for a change. Throws SETTING_UNKNOWN or SETTING_INVALID. */
export function checkedChange(
  change: SettingChange,
): SettingRow & { readonly key: SettingKey; readonly sourceNote: string } {
  const { key } = change;
  if (!isSettingKey(key)) throw new DomainError('SETTING_UNKNOWN', { key });
  return {
    key,
    value: parseSetting(key, change.value),
    effectiveFrom: change.effectiveFrom,
    sourceNote: change.sourceNote,
  };
}
