import { useEffect, useRef, useState } from 'react';

/** How long one pauses before the address takes what was typed. */
const PAUSE_MS = 250;

/**
 * The text of a search field that the address keeps. The field answers at once, the address follows at a pause, and a
 * step back in the history brings the earlier text into the field.
 */
export function useSearchText(inAddress: string, keep: (text: string) => void): [string, (text: string) => void] {
  const [typed, setTyped] = useState(inAddress);
  const kept = useRef(inAddress);
  const latest = useRef(keep);
  useEffect(() => {
    latest.current = keep;
  });
  useEffect(() => {
    if (inAddress === kept.current) return;
    kept.current = inAddress;
    setTyped(inAddress);
  }, [inAddress]);
  useEffect(() => {
    if (typed === kept.current) return undefined;
    const timer = setTimeout(() => {
      kept.current = typed;
      latest.current(typed);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return [typed, setTyped];
}
