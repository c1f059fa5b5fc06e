import { rmSync } from 'node:fs';
import path from 'node:path';
import type { HeadKeeper } from '#electron/device/head-file.ts';
import { officePaths } from '#electron/device/office-folder.ts';
import type { OpenedOffice } from '#electron/device/office-gate-types.ts';
import type { Relocation } from '#electron/server/relocation/relocation.ts';
import type { IpcPort } from '#electron/transports/ipc.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { OfficeHost, OfficeOpening } from './office.ts';

/** What a rehearsal needs of the program around it. */
export type RehearsalPorts = {
  /** The office that is open here, and how it is copied; undefined where none is, or where it cannot be copied. */
  readonly office: () => { readonly opened: OpenedOffice; readonly relocation: Relocation } | undefined;
  /** Folder of what this PC keeps: the copy lies in it while the rehearsal lasts, and whatever was left is wiped. */
  readonly pcFolder: string;
  /** Starts the server on the copy. */
  readonly start: (copy: RehearsalOpening) => Promise<OfficeHost>;
  /** Opens a window of the rehearsal. */
  readonly openWindow: (route: string | undefined) => void;
  readonly log: (level: 'info' | 'warn', line: string) => void;
};

/** What the server is told of the copy; the rest is as for the office itself. */
export type RehearsalOpening = OpenedOffice &
  Pick<OfficeOpening, 'heads' | 'line' | 'others' | 'backups'> & { readonly rehearsal: true };

/** A copy of the office in which launch day is practised; nothing of it reaches the office or stays behind. */
export type Rehearsal = {
  /**
   * Copies the office, verified as when it moves, opens the copy beside it and shows it in a window of its own. Throws
   * OFFICE_NOT_OPEN, and what copying throws; then nothing is left.
   */
  readonly begin: () => Promise<void>;
  /** A further window of the rehearsal that runs. */
  readonly openWindow: (route: string | undefined) => void;
  /** A window that is opened now belongs to the rehearsal. */
  readonly claim: (windowId: number) => void;
  readonly has: (windowId: number) => boolean;
  readonly accept: (port: IpcPort, windowId: number) => void;
  /** A window was closed: with the last one the rehearsal ends and its copy is wiped. */
  readonly closeWindow: (windowId: number) => Promise<void>;
  readonly lockScreens: () => void;
  readonly close: () => Promise<void>;
};

/** Remembers nothing: the head of a copy is nobody's proof. */
const noHeads: HeadKeeper = {
  kept: () => undefined,
  told: () => undefined,
  alarm: () => null,
  settle: () => undefined,
  remove: () => undefined,
};

/** The rehearsals of this PC, one at a time. */
export function rehearsalOf({ office, pcFolder, start, openWindow, log }: RehearsalPorts): Rehearsal {
  const folder = path.join(pcFolder, 'rehearsal');
  const windows = new Set<number>();
  let running: OfficeHost | undefined;
  let beginning: Promise<void> | undefined;
  let ending: Promise<void> | undefined;
  const wipe = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  // A rehearsal during which the program was killed.
  wipe();

  async function copyAndOpen(): Promise<void> {
    await ending;
    const found = office();
    if (found === undefined) throw new DomainError('OFFICE_NOT_OPEN');
    const { opened, relocation } = found;
    wipe();
    try {
      const copied = await relocation.copy(folder, () => undefined);
      copied.goOn();
      running = await start({
        ...opened,
        paths: officePaths(folder),
        ...{ established: true, returned: false, restored: undefined, rehearsal: true },
        ...{ heads: noHeads, line: { tell: () => undefined }, others: undefined },
        backups: {
          page: () => {
            throw new DomainError('REHEARSAL_ONLY');
          },
          place: () => null,
          remember: () => undefined,
        },
      });
      log('info', 'rehearsal begun');
    } catch (error) {
      wipe();
      throw error;
    }
  }

  async function end(): Promise<void> {
    const host = running;
    running = undefined;
    windows.clear();
    if (host === undefined) return;
    host.ipc.close();
    try {
      await host.close();
    } finally {
      wipe();
      log('info', 'rehearsal ended and wiped');
    }
  }

  const close = (): Promise<void> => {
    ending = end();
    return ending;
  };

  return {
    begin: async () => {
      if (running === undefined) {
        beginning ??= copyAndOpen().finally(() => {
          beginning = undefined;
        });
        await beginning;
      }
      openWindow('/sales/launches');
    },
    openWindow,
    claim: (windowId) => void windows.add(windowId),
    has: (windowId) => windows.has(windowId),
    accept: (port, windowId) => {
      if (running === undefined) port.close();
      else running.ipc.accept(port, windowId);
    },
    closeWindow: async (windowId) => {
      if (!windows.delete(windowId)) return;
      running?.ipc.closeWindow(windowId);
      if (windows.size === 0) await close();
    },
    lockScreens: () => running?.lockScreens(),
    close,
  };
}
