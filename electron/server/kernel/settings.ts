import type { ReadDb } from '#db/access.ts';
import { office, settings } from '#db/schema/office.ts';
import { type CityPack, cityPacks } from '#shared/domain/settings/city-packs.ts';
import { type SettingKey, type SettingRow, type SettingValue, settingAsOf } from '#shared/domain/settings/registry.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';

/** Reads settings as of a day; keeps the rows until something changed. */
export type SettingsReader = {
  read<K extends SettingKey>(key: K, day: LocalDate): SettingValue<K>;
  forget(): void;
};

/** A reader over the office's rows. */
export function settingsReader(db: ReadDb): SettingsReader {
  let rows: SettingRow[] | undefined;
  let city: CityPack | undefined;
  // Some are asked for with every call, so each is read out of its row once a day.
  const known = new Map<string, unknown>();
  return {
    read: <K extends SettingKey>(key: K, day: LocalDate): SettingValue<K> => {
      const place = `${key} ${day}`;
      if (known.has(place)) return known.get(place) as SettingValue<K>;
      city ??= cityOf(db);
      rows ??= db
        .select({ key: settings.key, value: settings.value, effectiveFrom: settings.effectiveFrom })
        .from(settings)
        .orderBy(settings.id)
        .all();
      const value = settingAsOf(rows, key, day, city);
      known.set(place, value);
      return value;
    },
    forget: () => {
      rows = undefined;
      city = undefined;
      known.clear();
    },
  };
}

function cityOf(db: ReadDb): CityPack | undefined {
  const named = db.select({ cityPack: office.cityPack }).from(office).get()?.cityPack;
  return cityPacks.find((pack) => pack === named);
}
