import { rmSync } from 'node:fs';
import path from 'node:path';
import { writeFileAtomic } from '#electron/device/atomic-file.ts';

export type AutostartPorts = {
  readonly platform: string;
  /** The program's own file. */
  readonly program: string;
  readonly args: readonly string[];
  readonly title: string;
  /** Where the desktop looks for what starts with it: `$XDG_CONFIG_HOME` or `~/.config`. */
  readonly configFolder: string;
  readonly setLoginItem: (settings: { openAtLogin: boolean; path: string; args: string[] }) => void;
};

/** Starts the program when somebody logs in to this PC, or not any more: by the system's list, on Linux by a file (XDG). */
export function setAutostart(ports: AutostartPorts, on: boolean): void {
  const { program, args } = ports;
  if (ports.platform !== 'linux') return ports.setLoginItem({ openAtLogin: on, path: program, args: [...args] });
  const file = path.join(ports.configFolder, 'autostart', 'zhiye-desk.desktop');
  if (!on) return rmSync(file, { force: true });
  writeFileAtomic(file, desktopEntry(ports.title, [program, ...args]));
}

/** A desktop entry; an argument is quoted as its specification says. */
export function desktopEntry(title: string, command: readonly string[]): string {
  const quoted = command.map((part) => `"${part.replaceAll(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`);
  return `[Desktop Entry]\nType=Application\nName=${title}\nExec=${quoted.join(' ')}\nX-GNOME-Autostart-enabled=true\n`;
}
