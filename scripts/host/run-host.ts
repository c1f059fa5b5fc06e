import { hostname, networkInterfaces } from 'node:os';
import path from 'node:path';
import { backupHostOf } from '#electron/device/backup-host.ts';
import { servingPc } from '#electron/device/installation.ts';
import { type Log, openLog } from '#electron/device/log.ts';
import { officePaths } from '#electron/device/office-folder.ts';
import { openPcSettings, type PcSettingsFile, pcSettingsSchema } from '#electron/device/pc-settings.ts';
import { announceHost, findHosts } from '#electron/lan/discovery.ts';
import type { Secrets } from '#electron/main/host-mode.ts';
import { hostedOffice } from '#electron/main/hosted-office.ts';
import { addressesOf, hostingOf } from '#electron/main/hosting.ts';
import { pcBackupsOf } from '#electron/main/pc-backups.ts';
import { renderWorker } from '#electron/server/documents/render-worker.ts';
import { listReader } from '#electron/server/imports/list-reader.ts';
import { usualReserve } from '#electron/server/kernel/disk-reserve.ts';
import { scanReader } from '#electron/server/scans/scan-reader.ts';
import type { DomainError } from '#shared/kernel/errors.ts';
import { openHeadless } from '../office/headless-office.ts';
import { bundledWorker } from '../office/threads.ts';
import type { HostArguments } from './arguments.ts';
import { showPairingCode } from './pairing-code.ts';
import { layThreads } from './threads.ts';

/** A host that lets terminals in. */
export type RunningHost = {
  readonly officeName: string;
  readonly port: number;
  /** What can be typed at a terminal. */
  readonly addresses: readonly string[];
  /** The pairing code, if one was asked for. */
  readonly code: string | undefined;
  readonly log: Log;
  /** Says goodbye to the terminals, finishes what is being made, closes the office. */
  readonly close: () => Promise<void>;
};

const packages = path.resolve(import.meta.dirname, '../../node_modules');
const characterMaps = path.join(packages, 'pdfjs-dist/cmaps');
/** What scans are read with, as the packages have it. */
const scanning = {
  codeReader: path.join(packages, 'zxing-wasm/dist/reader/zxing_reader.wasm'),
  decoders: path.join(packages, 'pdfjs-dist/wasm'),
};

/** Opens the office of a data folder and lets terminals in, without a window. Throws the refusals of opening and serving. */
export async function runHost(
  asked: HostArguments,
  secrets: Secrets,
  version: string,
  /** Told when the disk of the office failed: the host is to end, and the next one checks the office at its start. */
  onDoubt: (refusal: DomainError) => void,
): Promise<RunningHost> {
  const data = path.resolve(asked.data);
  const log = openLog(data, { name: 'host' });
  const paths = officePaths(path.join(data, 'office'));
  const inMemory = settingsInMemory();
  const warn = (line: string) => log('warn', line);
  const undo: (() => unknown)[] = [];
  const close = async () => {
    for (const each of undo.splice(0).reverse()) await each();
  };
  try {
    const { office, close: closeOffice } = await openHeadless(data, secrets, async () => {
      const threads = await layThreads();
      undo.push(threads.remove);
      return {
        version,
        log,
        onDoubt,
        reserve: usualReserve,
        render: renderWorker({
          worker: bundledWorker(threads.folder, 'render-pdf'),
          fonts: threads.folder,
          characterMaps,
          log: warn,
        }),
        longActs: bundledWorker(threads.folder, 'long-acts'),
        ...(asked.backup === undefined
          ? {}
          : {
              backups: {
                ...backupHostOf(paths, inMemory),
                worker: bundledWorker(threads.folder, 'back-up-office'),
              },
            }),
        lists: listReader({ worker: bundledWorker(threads.folder, 'read-price-list'), log: warn }),
        scanner: scanReader({ worker: bundledWorker(threads.folder, 'read-scans'), ...scanning, log: warn }),
      };
    });
    undo.push(closeOffice);
    if (asked.backup !== undefined)
      await pcBackupsOf({ office: () => ({ folder: paths.folder, backups: office.backups }) }).give(
        path.resolve(asked.backup),
      );
    const own = openPcSettings(path.join(data, 'pc', 'settings.json'));
    const hosted = hostedOffice(office, {
      pc: () => servingPc(own, hostname()),
      others: { find: () => findHosts((line) => log('info', line)) },
      log,
    });
    const hosting = hostingOf({
      settings: inMemory,
      office: () => hosted,
      isTerminal: () => false,
      interfaces: networkInterfaces,
      announce: (what) => announceHost({ ...what, pcName: hostname(), log: (line) => log('info', line) }),
      // Who starts it again, and whether the PC sleeps, is for the system that runs it.
      startWithPc: () => undefined,
      keepAwake: () => () => undefined,
      onChange: () => undefined,
      now: Date.now,
      log,
    });
    undo.push(hosting.close);
    const network = asked.network === undefined ? null : networkOf(asked.network);
    const { takeOver } = asked;
    const { port } = await hosting.start({ port: asked.port, interface: network, autostart: false, takeOver });
    const code = asked.pair === undefined ? undefined : await showPairingCode(office, asked.pair, asked.as);
    const addresses = addressesOf(networkInterfaces())
      .filter((each) => network === null || each.interface === network)
      .map(({ address }) => address);
    return { officeName: hosted.name(), port, addresses, code, log, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The network that an address of this PC belongs to; a name stays as it is. */
function networkOf(asked: string): string {
  const found = Object.entries(networkInterfaces()).find(([, own]) => own?.some(({ address }) => address === asked));
  return found?.[0] ?? asked;
}

/** A host without a window has its wishes from its command line, each time anew. */
function settingsInMemory(): PcSettingsFile {
  let current = pcSettingsSchema.parse({});
  return {
    get: () => current,
    update: (change) => {
      current = pcSettingsSchema.parse({ ...current, ...change });
      return current;
    },
  };
}
