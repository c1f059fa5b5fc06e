import type { WindowBounds } from '#electron/device/pc-settings.ts';

type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Below this the screens are not laid out (CSS pixels). */
export const smallestWindow = { width: 1200, height: 720 };

/** The step by which a further window is moved, so that it does not hide the one before. */
const cascade = 28;

/**
 * Where a window opens: as it was left, moved by a step for each window that is open, pulled onto a screen that is still
 * there and shrunk to it. Without a memory in the middle of the first screen.
 */
export function placeWindow(
  remembered: WindowBounds | undefined,
  screens: readonly Rectangle[],
  openWindows: number,
): WindowBounds {
  const first = screens[0] ?? { x: 0, y: 0, width: 1366, height: 768 };
  if (remembered === undefined) {
    const width = Math.min(1600, first.width);
    const height = Math.min(1000, first.height);
    const x = first.x + Math.floor((first.width - width) / 2) + openWindows * cascade;
    const y = first.y + Math.floor((first.height - height) / 2) + openWindows * cascade;
    return { ...pull({ x, y, width, height }, first), maximized: false };
  }
  const wish = { ...remembered, x: remembered.x + openWindows * cascade, y: remembered.y + openWindows * cascade };
  const screen = screens.toSorted((a, b) => overlap(wish, b) - overlap(wish, a))[0] ?? first;
  return { ...pull(wish, screen), maximized: remembered.maximized && openWindows === 0 };
}

function pull(wish: Rectangle, screen: Rectangle): Rectangle {
  const width = Math.min(Math.max(wish.width, smallestWindow.width), Math.max(screen.width, smallestWindow.width));
  const height = Math.min(Math.max(wish.height, smallestWindow.height), Math.max(screen.height, smallestWindow.height));
  return {
    x: Math.max(screen.x, Math.min(wish.x, screen.x + screen.width - width)),
    y: Math.max(screen.y, Math.min(wish.y, screen.y + screen.height - height)),
    width,
    height,
  };
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}
