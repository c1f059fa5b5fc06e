import { useEffect, useRef } from 'react';

/** Letters typed within this time belong together. */
const PAUSE_MS = 1200;

/** Collects typed letters into one word; tells the word at each letter, and '' once one has stopped typing. */
export function useTypedJump(onWord: (word: string) => void): (letter: string) => void {
  const word = useRef('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(onWord);
  useEffect(() => {
    latest.current = onWord;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return (letter) => {
    word.current += letter;
    latest.current(word.current);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      word.current = '';
      latest.current('');
    }, PAUSE_MS);
  };
}
