import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Where a person's draft of a form is kept on this computer: each person sees only their own. */
export function draftKey(accountId: number, form: string): string {
  return `draft.${accountId}.${form}`;
}

/** Reads a draft; undefined where there is none or it is of an older form. */
export function readDraft<T>(store: Store, key: string, schema: z.ZodType<T>): T | undefined {
  try {
    const parsed = schema.safeParse(JSON.parse(store.getItem(key) ?? 'null'));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** What a form holds, and whether that is more than it began with. */
export type Draft<T> = {
  readonly value: T;
  readonly change: (part: Partial<T>) => void;
  /** Something of it is kept on this computer. */
  readonly kept: boolean;
  /** Forgets it and begins anew. */
  readonly drop: () => void;
};

/**
 * What is typed into a form, kept on this computer with every change, so that it survives a crash, a lock and a log-off.
 * It never holds names, phones or identity numbers: those go to the office at once and are kept there, encrypted.
 */
export function useDraft<T extends object>(key: string, schema: z.ZodType<T>, initial: T): Draft<T> {
  const began = useRef(initial);
  const [value, setValue] = useState<T>(() => readDraft(localStorage, key, schema) ?? initial);
  const [kept, setKept] = useState(() => localStorage.getItem(key) !== null);
  // A form that has been sent or cleared must not write itself down once more.
  const writes = useRef(kept);
  useEffect(() => {
    if (!writes.current) return;
    try {
      localStorage.setItem(key, JSON.stringify(value));
      setKept(true);
    } catch {
      // A full or forbidden store: the form holds until the window closes.
    }
  }, [key, value]);
  const change = useCallback((part: Partial<T>) => {
    writes.current = true;
    setValue((old) => ({ ...old, ...part }));
  }, []);
  const drop = useCallback(() => {
    writes.current = false;
    localStorage.removeItem(key);
    setKept(false);
    setValue(began.current);
  }, [key]);
  return { value, change, kept, drop };
}
