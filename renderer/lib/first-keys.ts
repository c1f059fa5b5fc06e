import { useLayoutEffect } from 'react';

/** The parts of a key event by which a digit is told that nobody took. */
type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'> & {
  /** It went into a field. */
  readonly typed: boolean;
};

/** The digits that were typed between asking for a screen and its first field standing there. */
export function createFirstKeys() {
  let caught = '';
  return {
    /** Another screen was asked for: what was typed before was not for it. */
    begin: (): void => {
      caught = '';
    },
    hear: ({ key, ctrlKey, metaKey, altKey, isComposing, typed }: Press): void => {
      if (typed || ctrlKey || metaKey || altKey || isComposing) return;
      if (/^\d$/.test(key)) caught += key;
      else if (key === 'Backspace') caught = caught.slice(0, -1);
    },
    take: (): string => {
      const keys = caught;
      caught = '';
      return keys;
    },
  };
}

const keys = createFirstKeys();

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

/** Listens for first keys from now on; `onLeaving` calls back whenever another screen is asked for. Ends both. */
export function catchFirstKeys(onLeaving: (begin: () => void) => () => void): () => void {
  const hear = (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey, isComposing, target } = event;
    keys.hear({ key, ctrlKey, metaKey, altKey, isComposing, typed: isField(target) });
  };
  window.addEventListener('keydown', hear, true);
  const end = onLeaving(keys.begin);
  return () => {
    window.removeEventListener('keydown', hear, true);
    end();
  };
}

/**
 * For a screen whose first field is a number: types what was typed while the screen was still being loaded into the
 * field that has the focus, unless something stands in it.
 */
export function useFirstKeys(): void {
  useLayoutEffect(() => {
    const typed = keys.take();
    const field = document.activeElement;
    if (typed === '' || !(field instanceof HTMLInputElement) || field.value !== '') return;
    // By the element's own setter, as a keystroke: React hears of it like of any other.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, typed);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, []);
}
