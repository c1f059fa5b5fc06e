import { useSyncExternalStore } from 'react';
import { z } from 'zod';

const tableLayoutSchema = z.strictObject({
  hidden: z.array(z.string()).default([]),
  sorting: z.array(z.strictObject({ id: z.string(), desc: z.boolean() })).default([]),
  dense: z.boolean().default(false),
});

// Not strict: what an earlier version has kept besides is left out, and the rest stays.
const preferencesSchema = z.object({
  language: z.enum(['system', 'zh-CN', 'en']).default('system'),
  colorScheme: z.enum(['auto', 'light', 'dark']).default('auto'),
  tables: z.record(z.string(), tableLayoutSchema).default({}),
  /** The view that each list was shown under last; the views themselves lie in the office. */
  lastViews: z.record(z.string(), z.int()).default({}),
  /** Entries of the handbook that were looked at last, the newest first. */
  handbookSeen: z.array(z.int()).default([]),
});

/** What a person has chosen for their screens on this computer. */
export type Preferences = z.infer<typeof preferencesSchema>;

/** How a person likes one table: hidden columns, order, row height. */
export type TableLayout = z.infer<typeof tableLayoutSchema>;

/** The few methods of `localStorage` that are needed. */
type Store = Pick<Storage, 'getItem' | 'setItem'>;

/** Preferences of whoever is at the screen: one set for each person, and one for the time before logging in. */
export type PreferenceBook = {
  get: () => Preferences;
  change: (part: Partial<Preferences>) => void;
  /** Turns to the set of another person (their account), or to the computer's own when nobody is logged in. */
  usePerson: (accountId: number | undefined) => void;
  subscribe: (listener: () => void) => () => void;
};

/** Opens the book on a store. Unreadable sets count as empty: preferences are never worth a failed start. */
export function openPreferences(store: Store | undefined): PreferenceBook {
  const listeners = new Set<() => void>();
  let key = 'preferences';
  const read = (): Preferences => {
    try {
      return preferencesSchema.parse(JSON.parse(store?.getItem(key) ?? '{}'));
    } catch {
      return preferencesSchema.parse({});
    }
  };
  let current = read();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    get: () => current,
    change: (part) => {
      current = { ...current, ...part };
      try {
        store?.setItem(key, JSON.stringify(current));
      } catch {
        // A full or forbidden store: the choice holds until the window closes.
      }
      tell();
    },
    usePerson: (accountId) => {
      key = accountId === undefined ? 'preferences' : `preferences.${accountId}`;
      current = read();
      tell();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The book of this window. */
export const preferences: PreferenceBook = openPreferences(globalThis.localStorage);

/** The current preferences; the component follows every change. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(preferences.subscribe, preferences.get);
}
