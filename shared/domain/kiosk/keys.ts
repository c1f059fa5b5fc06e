/** A key as it was pressed. */
export type PressedKey = {
  readonly key: string;
  readonly control: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
};

/** What a guest needs to type and to move between fields; nothing that leads anywhere else. */
const named: ReadonlySet<string> = new Set([
  ...['Enter', 'Tab', 'Backspace', 'Delete', 'Escape', 'Shift', 'CapsLock', 'Home', 'End'],
  ...['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown'],
  // An input method is at work on the key.
  ...['Process', 'Unidentified', 'Dead'],
]);

/** True for a key that the customers' screen passes on: a sign, or one that moves within what is typed. */
export function isKioskKey({ key, control, meta, alt }: PressedKey): boolean {
  if (control || meta || alt) return false;
  return [...key].length === 1 || named.has(key);
}
