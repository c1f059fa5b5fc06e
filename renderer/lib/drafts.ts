import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { bytesOfBase64 } from './bytes.ts';
import { ask } from './office.ts';

/** The few methods of `localStorage` that are needed. */
type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Pause after the last keystroke before a draft is written, in ms. */
const PAUSE_MS = 400;
const NONCE_BYTES = 12;

async function imported(key: string): Promise<CryptoKey> {
  return await crypto.subtle.importKey('raw', bytesOfBase64(key), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** Writes a draft under a name as ciphertext: what is typed at the desk is about people. */
export async function storeDraft(store: Store, name: string, key: string, value: unknown): Promise<void> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await imported(key), bytes));
  store.setItem(name, btoa(String.fromCharCode(...iv, ...sealed)));
}

/** The draft under a name; undefined where there is none or the key is another. */
export async function storedDraft(store: Store, name: string, key: string): Promise<unknown> {
  try {
    const bytes = bytesOfBase64(store.getItem(name) ?? '');
    const iv = bytes.subarray(0, NONCE_BYTES);
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv },
      await imported(key),
      bytes.subarray(NONCE_BYTES),
    );
    return JSON.parse(new TextDecoder().decode(opened));
  } catch {
    return undefined;
  }
}

/** Drafts of this window: what was typed is here at once, also while the ciphertext is still being written. */
const open = new Map<string, unknown>();

async function keep(slot: string, key: string, value: unknown): Promise<void> {
  if (!open.has(slot)) return;
  try {
    await storeDraft(localStorage, slot, key, value);
  } catch {
    // A full or forbidden store: the form holds until the window closes.
  }
  // Sent or thrown away while it was being written.
  if (!open.has(slot)) localStorage.removeItem(slot);
}

/** What a form keeps of itself until it is sent. */
export type Draft<T> = {
  readonly value: T;
  readonly change: (part: Partial<T>) => void;
  /** Something was typed that has not been sent: it is kept on this computer. */
  readonly kept: boolean;
  /** Forgets it and begins anew: it was sent or thrown away. */
  readonly drop: () => void;
};

/**
 * What is typed into a form, kept on this computer with every change, so that it survives leaving the screen, a lock, a
 * log-off and a crash: for this person only, and encrypted, since forms are about people. `initial` is the form as it
 * opens; a kept draft of an older form counts as none.
 */
export function useDraft<T extends object>(form: string, schema: z.ZodType<T>, initial: T): Draft<T> {
  const session = useQuery(ask.session.current({}));
  const key = useQuery(ask.session.draftKey({})).data?.key;
  const person = session.data?.state === 'open' ? session.data.person.id : 0;
  const slot = `draft.${person}.${form}`;
  const began = useRef(initial);
  const [value, setValue] = useState<T>(() => schema.safeParse(open.get(slot)).data ?? initial);
  const [kept, setKept] = useState(() => open.has(slot));
  const touched = useRef(kept);
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (key === undefined || touched.current) return;
    let left = false;
    void storedDraft(localStorage, slot, key).then((found) => {
      const draft = schema.safeParse(found);
      if (left || touched.current || !draft.success) return;
      open.set(slot, draft.data);
      setValue(draft.data);
      setKept(true);
    });
    return () => {
      left = true;
    };
  }, [slot, key, schema]);

  useEffect(() => {
    if (!kept) return;
    open.set(slot, value);
    clearTimeout(pending.current);
    if (key === undefined) return;
    // Goes on after the form is left: what was typed last belongs to the draft.
    pending.current = setTimeout(() => void keep(slot, key, value), PAUSE_MS);
  }, [kept, slot, key, value]);

  const change = useCallback((part: Partial<T>) => {
    touched.current = true;
    setKept(true);
    setValue((old) => ({ ...old, ...part }));
  }, []);
  const drop = useCallback(() => {
    touched.current = true;
    clearTimeout(pending.current);
    open.delete(slot);
    localStorage.removeItem(slot);
    setKept(false);
    setValue(began.current);
  }, [slot]);
  return { value, change, kept, drop };
}
