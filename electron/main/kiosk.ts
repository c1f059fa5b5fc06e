import type { BrowserWindow, Event, Input } from 'electron';
import { isKioskKey } from '#shared/domain/kiosk/keys.ts';

type KioskWindow = Pick<BrowserWindow, 'setKiosk' | 'setMenuBarVisibility' | 'isDestroyed' | 'on' | 'off'> & {
  readonly webContents: Pick<BrowserWindow['webContents'], 'on' | 'off' | 'isDestroyed' | 'setZoomLevel'>;
};

/** Keys are held back before any page or menu sees them. */
function holdKeys(event: Event, input: Pick<Input, 'key' | 'control' | 'meta' | 'alt'>): void {
  if (!isKioskKey(input)) event.preventDefault();
}

/**
 * Windows that face the customers: the whole screen, no menu, no key that leads out, and not closed by hand. The program
 * itself, and with it the PC, can still be ended.
 */
export function kioskWindows(ports: {
  readonly find: (windowId: number) => KioskWindow | undefined;
  readonly onQuit: (then: () => void) => void;
}) {
  const held = new Map<number, () => void>();
  let quitting = false;
  ports.onQuit(() => {
    quitting = true;
  });
  const stay = (event: Event): void => {
    if (!quitting) event.preventDefault();
  };

  function begin(windowId: number, window: KioskWindow): void {
    const { webContents } = window;
    webContents.on('before-input-event', holdKeys);
    window.on('close', stay);
    webContents.setZoomLevel(0);
    window.setMenuBarVisibility(false);
    window.setKiosk(true);
    held.set(windowId, () => {
      held.delete(windowId);
      if (window.isDestroyed()) return;
      if (!webContents.isDestroyed()) webContents.off('before-input-event', holdKeys);
      window.off('close', stay);
      window.setKiosk(false);
    });
  }

  return {
    set: (windowId: number, on: boolean): void => {
      const window = ports.find(windowId);
      if (window === undefined) return void held.delete(windowId);
      if (on === held.has(windowId)) return;
      if (on) begin(windowId, window);
      else held.get(windowId)?.();
    },
  };
}
