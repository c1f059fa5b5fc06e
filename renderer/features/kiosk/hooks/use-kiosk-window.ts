import { useEffect } from 'react';
import { thisPc } from '#renderer/lib/office.ts';
import { isKioskKey } from '#shared/domain/kiosk/keys.ts';

/**
 * Makes the window one that is not left: the whole screen, without a menu, and no key that prints, saves, goes back, opens
 * another window or looks behind the page. The program's main process holds the same keys back before the page sees them.
 */
export function useKioskWindow(): void {
  useEffect(() => {
    const hold = (event: KeyboardEvent): void => {
      const { key, ctrlKey: control, metaKey: meta, altKey: alt } = event;
      if (isKioskKey({ key, control, meta, alt })) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const still = (event: Event): void => event.preventDefault();
    window.addEventListener('keydown', hold, { capture: true });
    for (const gesture of ['contextmenu', 'dragstart', 'drop'] as const) window.addEventListener(gesture, still);
    const tell = (on: boolean) => void thisPc().then((pc) => pc.windows.kiosk({ on }));
    tell(true);
    return () => {
      window.removeEventListener('keydown', hold, { capture: true });
      for (const gesture of ['contextmenu', 'dragstart', 'drop'] as const) window.removeEventListener(gesture, still);
      tell(false);
    };
  }, []);
}
