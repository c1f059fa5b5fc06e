import { z } from 'zod';
import { type StoredSetting, storedSettings } from '#db/repositories/settings.ts';
import { settings } from '#db/schema/office.ts';
import type { settings as settingsApi } from '#shared/api/settings.ts';
import { templatesRefusal } from '#shared/domain/plans/template-rules.ts';
import {
  isSettingKey,
  ownPageSettings,
  parseSetting,
  settingDefinitions,
  settingKeys,
} from '#shared/domain/settings/registry.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Handlers } from '../kernel/handlers.ts';

function json(value: unknown): z.infer<ReturnType<typeof z.json>> {
  return z.json().parse(value);
}

function told({ value, effectiveFrom, sourceNote, by }: StoredSetting) {
  return { value: json(value), effectiveFrom, sourceNote, by };
}

/** Handlers of the settings: what holds today, what held, what will hold. */
export const settingsHandlers: Handlers<typeof settingsApi> = {
  list: ({ db, today, setting }) => {
    const stored = storedSettings(db);
    return settingKeys
      .filter((key) => !ownPageSettings.has(key))
      .map((key) => {
        const own = stored.filter((row) => row.key === key);
        const begun = own.filter((row) => row.effectiveFrom <= today);
        const current = begun.at(-1);
        return {
          key,
          value: json(setting(key)),
          defaultValue: json(settingDefinitions[key].default),
          effectiveFrom: current?.effectiveFrom ?? null,
          sourceNote: current?.sourceNote ?? null,
          coming: own.filter((row) => row.effectiveFrom > today).map(told),
          past: begun.slice(0, -1).map(told),
        };
      });
  },

  set: ({ tx, actor, now, today, happened }, { key, value, effectiveFrom, sourceNote }) => {
    if (!isSettingKey(key)) throw new DomainError('NOT_FOUND');
    if (ownPageSettings.has(key)) throw new DomainError('SETTING_HAS_A_PAGE');
    if (effectiveFrom < today) throw new DomainError('SETTING_IN_THE_PAST', { todayOn: today });
    const parsed = parseSetting(key, value);
    const refusal = key === 'planTemplates' ? templatesRefusal(parseSetting(key, value)) : undefined;
    if (refusal !== undefined) throw DomainError.from(refusal);
    const row = tx.insert(settings, { key, value: parsed, effectiveFrom, sourceNote, setBy: actor.id, setAt: now });
    happened({ kind: 'settingChanged', noun: 'settings', id: row.id, data: { key, effectiveFrom } });
    return { settingId: row.id };
  },
};
