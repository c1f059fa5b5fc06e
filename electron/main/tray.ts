import { Menu, type MenuItemConstructorOptions, type NativeImage, nativeImage, nativeTheme, Tray } from 'electron';
import type { Language } from '#shared/i18n/index.ts';
import { words } from './words.ts';

/** A house of sixteen by sixteen points. */
const house = [
  '................',
  '................',
  '.......##.......',
  '......####......',
  '.....######.....',
  '....########....',
  '...##########...',
  '..############..',
  '....########....',
  '....##....##....',
  '....##....##....',
  '....##....##....',
  '....##....##....',
  '................',
  '................',
  '................',
];

type Colour = readonly [red: number, green: number, blue: number];

/** Ink on the light scheme, its pale tone on the dark one: visible on either bar of a system. */
const schemes: Readonly<Record<'light' | 'dark', { readonly ground: Colour; readonly mark: Colour }>> = {
  light: { ground: [0x1f, 0x44, 0x78], mark: [0xff, 0xff, 0xff] },
  dark: { ground: [0x9d, 0xbb, 0xe6], mark: [0x14, 0x28, 0x4a] },
};

/** The pixels of the icon, blue first as Chromium takes them: a house on a square with cut corners. */
export function trayPixels(scheme: 'light' | 'dark', scale: 1 | 2): { readonly size: number; readonly pixels: Buffer } {
  const { ground, mark } = schemes[scheme];
  const size = house.length * scale;
  const pixels = Buffer.alloc(size * size * 4);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const [fromX, fromY] = [Math.min(x, size - 1 - x), Math.min(y, size - 1 - y)];
      if (fromX + fromY < scale) continue;
      const isMark = house[Math.floor(y / scale)]?.[Math.floor(x / scale)] === '#';
      const [red, green, blue] = isMark ? mark : ground;
      pixels.set([blue, green, red, 0xff], (y * size + x) * 4);
    }
  return { size, pixels };
}

function iconOf(scheme: 'light' | 'dark'): NativeImage {
  const image = nativeImage.createEmpty();
  for (const scale of [1, 2] as const) {
    const { size, pixels } = trayPixels(scheme, scale);
    const drawn = nativeImage.createFromBitmap(pixels, { width: size, height: size, scaleFactor: scale });
    image.addRepresentation({ scaleFactor: scale, width: size, height: size, dataURL: drawn.toDataURL() });
  }
  return image;
}

export type TrayPorts = {
  readonly language: () => Language;
  readonly officeName: () => string;
  readonly terminals: () => number;
  readonly openWindow: () => void;
  readonly quit: () => void;
};

/** The menu of the icon as data. */
export function trayMenu(ports: TrayPorts): MenuItemConstructorOptions[] {
  const say = words(ports.language());
  const count = ports.terminals();
  const connected = count === 0 ? say.noTerminals : count === 1 ? say.oneTerminal : say.terminals;
  return [
    { label: say.openWindow, click: ports.openWindow },
    { type: 'separator' },
    { label: connected.replace('{{count}}', String(count)), enabled: false },
    { type: 'separator' },
    { label: say.quit, click: ports.quit },
  ];
}

/** How often the count of terminals in the menu is looked at, ms. */
const LOOK_MS = 5_000;

/** Puts the host into the system's tray while it runs. Returns how to take it out again. */
export function showTray(ports: TrayPorts): () => void {
  const scheme = () => (nativeTheme.shouldUseDarkColors ? 'dark' : 'light');
  const tray = new Tray(iconOf(scheme()));
  let shown = -1;
  const look = () => {
    if (ports.terminals() === shown) return;
    shown = ports.terminals();
    tray.setContextMenu(Menu.buildFromTemplate(trayMenu(ports)));
    tray.setToolTip(`${words(ports.language()).product} · ${ports.officeName()}`);
  };
  const dress = () => tray.setImage(iconOf(scheme()));
  look();
  tray.on('click', ports.openWindow);
  nativeTheme.on('updated', dress);
  const timer = setInterval(look, LOOK_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    nativeTheme.off('updated', dress);
    tray.destroy();
  };
}
