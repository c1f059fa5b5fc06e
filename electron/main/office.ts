import { RPCHandler } from '@orpc/server/message-port';
import type { HeadKeeper } from '#electron/device/head-file.ts';
import type { Log } from '#electron/device/log.ts';
import type { OfficeGate, OpenedOffice } from '#electron/device/office-gate-types.ts';
import type { OtherHosts } from '#electron/lan/other-hosts.ts';
import type { BackupHost } from '#electron/server/kernel/ports.ts';
import type { KeyPermit } from '#electron/server/key-changes/permits.ts';
import type { Relocation } from '#electron/server/relocation/relocation.ts';
import type { ServingPc } from '#electron/server/terminals/authority.ts';
import { type DeviceContext, type DeviceHandlers, deviceRouter } from '#electron/transports/device-router.ts';
import { type IpcPort, type IpcServer, serveIpc } from '#electron/transports/ipc.ts';
import { pcApi } from '#shared/api/pc.ts';
import type { ScanStart } from '#shared/domain/scans/reading.ts';
import type { DomainError } from '#shared/kernel/errors.ts';
import type { HostedOffice } from './hosting.ts';
import type { OwnLine } from './link-report.ts';
import type { BackupsPorts } from './pc-backups.ts';

/** Files that come with the program. */
export type Resources = {
  readonly fonts: string;
  /** Character maps for reading PDFs of others; the page's own reader has them too. */
  readonly characterMaps: string;
  /** What scans are read with. */
  readonly scanning: ScanStart;
  readonly migrations: string;
};

/** What the shell hands the office to begin with. */
export type OfficeOpening = OpenedOffice & {
  readonly resources: Resources;
  /** Where SQLite's native part is, when it is not the packaged one; for every connection and every worker. */
  readonly nativeBinding: string | undefined;
  /** Version of the program. */
  readonly version: string;
  /** How far the log was, as this PC remembers it: another place than the office's own folder. */
  readonly heads: HeadKeeper;
  /** What the windows of this PC are told of the office, whoever is at them. */
  readonly line: Pick<OwnLine, 'tell'>;
  /** Name of this PC, as the log and the history call it. */
  readonly terminal: string;
  /** How other hosts of the office are found on the network; undefined where none is looked for. */
  readonly others: OtherHosts | undefined;
  /** This PC as the host of an office. */
  readonly serving: () => ServingPc;
  readonly log: Log;
  /** Told while a demonstration is being furnished, from 0 to 1. */
  readonly onProgress: (done: number) => void;
  /** Resolves once a window shows its page: what takes seconds is begun only then, so that somebody sees it. */
  readonly seen: () => Promise<void>;
  /** Told when the disk of the office failed or its file is damaged: it is to be closed and opened anew. */
  readonly onDoubt: (refusal: DomainError) => void;
  /** The answers of this PC, to be served beside the office's own under `device`. */
  readonly pc: DeviceHandlers<typeof pcApi>;
  /** A copy in which launch day is practised. */
  readonly rehearsal?: true;
  /** What this PC gives to the backups of its office. */
  readonly backups: BackupHost;
};

/** What somebody may do at a PC that is no procedure of the office: its keys and its host, the place of its backups, a rehearsal. */
export type PcRight = 'settings.write' | 'backups.manage' | 'launches.write';

/** A running office, as the shell sees it. */
export type OfficeHost = {
  /** Serves the pages: `serveIpc(new RPCHandler(router), makeContext)` with the office's router. */
  readonly ipc: IpcServer;
  /** True when somebody is logged in at this window who has a right: to change the office's settings unless it is named. */
  readonly mayAdminister: (windowId: number, right?: PcRight) => boolean | Promise<boolean>;
  /** Who said at a window that the keys are to be changed; only where the office is this PC's own. */
  readonly keyPermits?: {
    readonly good: (windowId: number) => KeyPermit | undefined;
    /** Uses it up. */
    readonly take: (windowId: number) => KeyPermit | undefined;
  };
  /** The system's screen was locked or the PC sleeps: every session of this PC locks. */
  readonly lockScreens: () => void;
  /** Finishes what is running and closes the database. */
  readonly close: () => Promise<void>;
};

/** An office that is open on this PC: its pages, what terminals could be let in to, and how it moves away. */
export type StartOffice = (opening: OfficeOpening) => Promise<
  OfficeHost & {
    readonly hosted: HostedOffice;
    readonly relocation: Relocation | undefined;
    readonly backups: ReturnType<BackupsPorts['office']>;
  }
>;

/** Where the pages' ports go: to the office when it is open, until then to the few answers that open it. */
export type Reception = {
  readonly accept: (port: IpcPort, windowId: number) => void;
  readonly closeWindow: (windowId: number) => void;
  readonly admit: (host: OfficeHost) => void;
  /** Nobody serves the pages any more but this PC itself; resolves when whoever did is closed. */
  readonly dismiss: () => Promise<void>;
  readonly host: () => OfficeHost | undefined;
  readonly close: () => Promise<void>;
};

/** How long the page that asked for a change of its office may wait for the answer on its old port, ms. */
const ANSWER_MS = 500;

async function leave(host: OfficeHost | undefined): Promise<void> {
  host?.ipc.close();
  await host?.close();
}

/** `pc` as `device`, the place it has beside the office's own router too. */
export function receptionOf(pc: DeviceHandlers<typeof pcApi>): Reception {
  const before = servePc(pc);
  let host: OfficeHost | undefined;
  return {
    accept: (port, windowId) => void (host?.ipc ?? before).accept(port, windowId),
    closeWindow: (windowId) => {
      before.closeWindow(windowId);
      host?.ipc.closeWindow(windowId);
    },
    admit: (opened) => {
      const last = host;
      host = opened;
      // Pages that wait see their port close and ask again. Not at once: one of them is still owed its answer.
      setTimeout(() => {
        before.close();
        void leave(last);
      }, ANSWER_MS).unref();
    },
    dismiss: () => {
      const last = host;
      host = undefined;
      return new Promise((resolve, reject) => {
        setTimeout(() => leave(last).then(resolve, reject), ANSWER_MS);
      });
    },
    host: () => host,
    close: async () => {
      before.close();
      host?.ipc.close();
      await host?.close();
      host = undefined;
    },
  };
}

/** Serves nothing but this PC's own answers. */
export function servePc(pc: DeviceHandlers<typeof pcApi>): IpcServer {
  const handler = new RPCHandler<DeviceContext>({ device: deviceRouter(pcApi, pc) });
  return serveIpc(handler, ({ windowId }) => ({ windowId }));
}

/**
 * Begins at the gate: opens the office where that takes nobody, then `openWindow`; founds the demonstration where there is
 * none. Furnishing it takes seconds, so its window is there meanwhile and says how far it is.
 */
export async function passGate(gate: OfficeGate, demo: boolean, openWindow: () => void): Promise<void> {
  const state = await gate.begin();
  const furnishing = state.kind === 'absent' && demo ? gate.found({ demo: true }) : undefined;
  openWindow();
  await furnishing;
}
