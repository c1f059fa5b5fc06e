import { storedSettings } from '#db/repositories/settings.ts';
import type { ExpenseKind } from '#shared/domain/quotes/expenses.ts';
import { type SettingKey, settingDefinitions } from '#shared/domain/settings/registry.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { settingOfExpense } from './fee-rates.ts';

/** On what a rate rests: since when it holds (null for what the program came with) and the source that was noted. */
export type RateSource = { readonly from: LocalDate | null; readonly note: string };

/** Gives the setting of an expense, and on what that rests on a day. */
export function rateSources(
  { db }: Pick<QueryContext, 'db'>,
  day: LocalDate,
): (kind: Exclude<ExpenseKind, 'homePrice'>) => RateSource & { readonly key: SettingKey } {
  const stored = storedSettings(db).filter(({ effectiveFrom }) => effectiveFrom <= day);
  return (kind) => {
    const key = settingOfExpense[kind];
    const held = stored.findLast((row) => row.key === key);
    return { key, from: held?.effectiveFrom ?? null, note: held?.sourceNote ?? settingDefinitions[key].sourceNote.zh };
  };
}
