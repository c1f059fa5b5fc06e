import { useEffect, useRef } from 'react';

/** Calls back once nobody has touched the screen for a while, and again after each further such while. */
export function useIdle(afterMs: number, onIdle: () => void): void {
  const latest = useRef(onIdle);
  latest.current = onIdle;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const begin = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        latest.current();
        begin();
      }, afterMs);
    };
    const touches = ['pointerdown', 'keydown', 'wheel', 'input'] as const;
    begin();
    for (const touch of touches) window.addEventListener(touch, begin, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const touch of touches) window.removeEventListener(touch, begin, { capture: true });
    };
  }, [afterMs]);
}
