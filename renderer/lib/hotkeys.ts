import { useEffect, useRef } from 'react';

/** The parts of a key event that decide whether a combination was pressed. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
>;

/**
 * True when the event is this combination, such as `Ctrl+K`, `F3`, `Alt+1`. While an input method composes a word,
 * nothing is a combination: choosing a Chinese character must not submit or close anything.
 */
export function matchesHotkey(combination: string, event: KeyPress): boolean {
  if (event.isComposing || event.key === 'Process') return false;
  const parts = combination.split('+');
  const wanted = (parts.at(-1) ?? '').toLowerCase();
  const has = (name: string): boolean => parts.slice(0, -1).includes(name);
  if (has('Ctrl') !== (event.ctrlKey || event.metaKey) || has('Alt') !== event.altKey) return false;
  if (has('Shift') !== event.shiftKey && wanted.length > 1) return false;
  return event.key.toLowerCase() === wanted || event.code.toLowerCase() === `digit${wanted}`;
}

/** Runs `act` when the combination is pressed anywhere in the window; `undefined` switches it off. */
export function useHotkey(combination: string, act: ((event: KeyboardEvent) => void) | undefined): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  const active = act !== undefined;
  useEffect(() => {
    if (!active) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || !matchesHotkey(combination, event)) return;
      event.preventDefault();
      latest.current?.(event);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [combination, active]);
}
