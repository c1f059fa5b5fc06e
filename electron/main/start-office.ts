import { existsSync } from 'node:fs';
import { uptime } from 'node:os';
import { RPCHandler } from '@orpc/server/message-port';
import { v7 } from 'uuid';
import { readDb } from '#db/access.ts';
import { demoSize } from '#db/seed/plan-office.ts';
import { type RenderPort, rehearsedRendering } from '#electron/server/documents/render-port.ts';
import { renderWorker } from '#electron/server/documents/render-worker.ts';
import { listReader } from '#electron/server/imports/list-reader.ts';
import { usualReserve } from '#electron/server/kernel/disk-reserve.ts';
import { officeTime } from '#electron/server/kernel/office-time.ts';
import { peopleWho } from '#electron/server/kernel/persons.ts';
import type { CallContext } from '#electron/server/kernel/router.ts';
import type { Connection } from '#electron/server/kernel/session.ts';
import type { KeyPermit } from '#electron/server/key-changes/permits.ts';
import { openOffice } from '#electron/server/office.ts';
import { scanReader } from '#electron/server/scans/scan-reader.ts';
import { seedOffice } from '#electron/server/seed/seed-office.ts';
import { type DeviceContext, deviceRouter } from '#electron/transports/device-router.ts';
import { serveIpc } from '#electron/transports/ipc.ts';
import backUpOfficeWorker from '#electron/workers/back-up-office.ts?modulePath';
import longActsWorker from '#electron/workers/long-acts.ts?modulePath';
import moveOfficeWorker from '#electron/workers/move-office.ts?modulePath';
import readPriceListWorker from '#electron/workers/read-price-list.ts?modulePath';
import readScansWorker from '#electron/workers/read-scans.ts?modulePath';
import renderPdfWorker from '#electron/workers/render-pdf.ts?modulePath';
import { pcApi } from '#shared/api/pc.ts';
import { hostedOffice } from './hosted-office.ts';
import { keepHead } from './keep-head.ts';
import type { OfficeOpening, StartOffice } from './office.ts';

/** Starts the office's server on an opened folder and puts this PC's own answers beside it, as `device`. */
export const startOffice: StartOffice = async (opening) => {
  if (opening.demo && !existsSync(opening.paths.database)) await furnishDemo(opening);
  const time = officeTime({ clock: Date.now, elapsed: () => uptime() * 1000 });
  const office = openOffice({
    folder: opening.paths.folder,
    rootKey: opening.rootKey,
    ring: opening.ring,
    demo: opening.demo,
    established: opening.established,
    returned: opening.returned,
    restored: opening.restored,
    pcName: opening.terminal,
    version: opening.version,
    migrations: opening.resources.migrations,
    nativeBinding: opening.nativeBinding,
    render: (opening.rehearsal === true ? rehearsedRendering : asIs)(
      renderWorker({
        worker: renderPdfWorker,
        fonts: opening.resources.fonts,
        characterMaps: opening.resources.characterMaps,
        log: (line) => opening.log('warn', line),
      }),
    ),
    onDoubt: opening.onDoubt,
    // A demonstration and a rehearsal have nothing that would be lost.
    ...(opening.demo || opening.rehearsal === true ? {} : { reserve: usualReserve }),
    longActs: longActsWorker,
    moving: moveOfficeWorker,
    backups: { ...opening.backups, worker: backUpOfficeWorker },
    lists: listReader({ worker: readPriceListWorker, log: (line) => opening.log('warn', line) }),
    scanner: scanReader({
      worker: readScansWorker,
      ...opening.resources.scanning,
      log: (line) => opening.log('warn', line),
    }),
    time,
    ports: { clock: time.now, newId: () => v7(), log: opening.log },
  });
  const forget = keepHead(office, opening);
  /** Who is connected at which window. */
  const connected = new Map<number, Connection>();
  const router = { ...office.router, device: deviceRouter(pcApi, opening.pc) };
  const handler = new RPCHandler<CallContext & DeviceContext>(router);
  const ipc = serveIpc<CallContext & DeviceContext>(handler, ({ windowId, gone }) => {
    const connection = office.connect(opening.terminal);
    connected.set(windowId, connection);
    gone.addEventListener('abort', () => {
      office.disconnect(connection);
      if (connected.get(windowId) === connection) connected.delete(windowId);
    });
    return { connection, windowId };
  });
  const permitAt = (windowId: number, ask: (connection: Connection) => KeyPermit | undefined) => {
    const connection = connected.get(windowId);
    return connection && ask(connection);
  };
  return {
    ipc,
    mayAdminister: (windowId, right = 'settings.write') => {
      const session = connected.get(windowId)?.session;
      if (session === undefined || session.locked) return false;
      const may = peopleWho(readDb(office.database), right, Date.now());
      return may.some(({ id }) => id === session.accountId);
    },
    keyPermits: {
      good: (windowId) => permitAt(windowId, office.keyPermits.good),
      take: (windowId) => permitAt(windowId, office.keyPermits.take),
    },
    lockScreens: () => {
      for (const connection of connected.values()) {
        if (connection.session === undefined) continue;
        connection.session.locked = true;
        // Its page hears of it with the next change, and covers itself.
        office.terminals.moved(connection);
      }
    },
    hosted: hostedOffice(office, { pc: opening.serving, others: opening.others, log: opening.log }),
    relocation: office.relocation,
    backups: { folder: opening.paths.folder, backups: office.backups },
    close: () => {
      forget();
      return office.close();
    },
  };
};

/** Papers of an office itself. */
const asIs = (port: RenderPort): RenderPort => port;

/** The same demonstration every day, counted back from now. */
const DEMO_SEED = 20_260_301;

/** Lets ninety invented days happen in a demonstration that has no database yet. */
async function furnishDemo(opening: OfficeOpening): Promise<void> {
  opening.onProgress(0);
  // The furnishing keeps this thread busy, and a page that is not there yet is slow to come beside it.
  await opening.seen();
  const began = performance.now();
  const { acts } = await seedOffice({
    folder: opening.paths.folder,
    rootKey: opening.rootKey,
    migrations: opening.resources.migrations,
    nativeBinding: opening.nativeBinding,
    seed: DEMO_SEED,
    now: Date.now(),
    size: demoSize,
    log: opening.log,
    onProgress: opening.onProgress,
  });
  opening.log('info', `demonstration furnished: ${acts} acts in ${Math.round(performance.now() - began)} ms`);
}
