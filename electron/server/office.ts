import path from 'node:path';
import { readDb } from '#db/access.ts';
import { logMark } from '#db/log-mark.ts';
import { headOf, newestInstant, newestSeq } from '#db/repositories/events.ts';
import { officeApi } from '#shared/api/index.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { onceCodes } from './accounts/once-codes.ts';
import { createHasher } from './accounts/passwords.ts';
import { sweepApprovals } from './approvals/sweep-approvals.ts';
import { officeBackups } from './backups/backups.ts';
import { sweepBookings } from './bookings/sweep-bookings.ts';
import { sweepTargets } from './changes/target-home.ts';
import { blobStore } from './documents/blob-store.ts';
import { createPaperBatches } from './documents/paper-batches.ts';
import { createPress } from './documents/press.ts';
import { noRendering } from './documents/render-port.ts';
import { officeHandlers } from './handlers.ts';
import { watchLoop } from './health/loop-watch.ts';
import { noReading } from './imports/list-reader.ts';
import { clockJumps } from './kernel/clock-jumps.ts';
import { createConnections } from './kernel/connections.ts';
import { createCorridor } from './kernel/corridor.ts';
import { diskReserve, noReserve } from './kernel/disk-reserve.ts';
import { watchDisk } from './kernel/disk-watch.ts';
import { createLiveHub } from './kernel/live.ts';
import { longActs } from './kernel/long-acts.ts';
import { startOfficeClock } from './kernel/office-clock.ts';
import { procedureTimes } from './kernel/procedure-times.ts';
import { createRouter } from './kernel/router.ts';
import { secondThread } from './kernel/second-thread.ts';
import type { Connection } from './kernel/session.ts';
import { settingsReader } from './kernel/settings.ts';
import { createTurns } from './kernel/turns.ts';
import { keyPermits } from './key-changes/permits.ts';
import { changedKeys, officeKeys } from './keys.ts';
import { officeActs } from './long-work.ts';
import { databaseName, openOfficeFile } from './office-file.ts';
import type { OfficeOptions } from './office-options.ts';
import { sweepPrices } from './prices/take-effect.ts';
import { destroyOrphanedKeys } from './privacy/destroy-keys.ts';
import { eraseFiles, paperSweep } from './privacy/erase-papers.ts';
import { watchReadings } from './privacy/readings.ts';
import { retentionReminder } from './privacy/remind-retention.ts';
import { takeOverConsents } from './privacy/take-over-consents.ts';
import { officeRelocation } from './relocation/relocation.ts';
import { noScanning } from './scans/scan-reader.ts';
import { knownPeople } from './session/known-people.ts';
import { createProver } from './session/prover.ts';
import { sweepSentBack } from './subscriptions/sweep-sent-back.ts';
import { sweepSubscriptions } from './subscriptions/sweep-subscriptions.ts';
import { officeTerminals } from './terminals/terminals.ts';
import { sweepLeases } from './units/sweep-leases.ts';
import { sweepArrivals } from './visits/arrivals.ts';
import { sweepVisits } from './visits/leave-visit.ts';

/** Hashing takes a core each: two at a time, and a line that is gone within a few seconds. */
const hashing = { atOnce: 2, waiting: 64, waitingAtOnePlace: 16, comeBack: 5 };

/** An open office. */
export type Office = ReturnType<typeof openOffice>;

/**
 * Opens the office of a folder: database, migrations (after a backup), corridor and router. The caller holds the folder's
 * lock. Throws the refusals of `openDatabase` and `migrate`.
 */
export function openOffice(options: OfficeOptions) {
  const { folder, ports } = options;
  const keys = officeKeys(options.rootKey, options.ring?.founding);
  const database = openOfficeFile(options, keys.file);
  const newest = newestSeq(database.client);
  // Whatever the PC's clock says, nothing is written before what is there already.
  options.time?.notBefore(newestInstant(database.client));
  const live = createLiveHub(newest);
  const mark = logMark(path.join(folder, databaseName));
  mark.note(newest);
  live.onChange(({ seq }) => mark.note(seq));
  const disk = watchDisk(folder, options.freeBytes);
  const reserve =
    options.reserve === undefined ? noReserve : diskReserve(folder, options.reserve, (line) => ports.log('warn', line));
  const db = readDb(database);
  const render = options.render ?? noRendering;
  const lists = options.lists ?? noReading;
  const scanner = options.scanner ?? noScanning;
  const blobs = blobStore({ folder, key: keys.blobs });
  const press = createPress({ db, blobs, render, log: ports.log, corridor: () => corridor });
  const batches = createPaperBatches({ db, press, ports, corridor: () => corridor });
  const demo = options.demo ?? false;
  const thread =
    options.longActs === undefined
      ? undefined
      : secondThread({
          worker: options.longActs,
          start: {
            file: path.join(folder, databaseName),
            fileKey: keys.file,
            identityHash: keys.identityHash,
            nativeBinding: options.nativeBinding,
          },
          log: (line) => ports.log('warn', line),
        });
  const long = thread && longActs(thread, live);
  const times = procedureTimes();
  const loop = watchLoop();
  const connections = createConnections();
  const turns = createTurns(hashing);
  const hasher = createHasher(turns);
  const terminals = officeTerminals({
    ...{ db, connections, live },
    client: database.client,
    clock: ports.clock,
    act: (officeAct) => corridor.act(officeAct),
    turns,
  });
  const erasing = new Set<Promise<unknown>>();
  /** Keys are destroyed after the commit that let go of them; whoever closes the office waits for it. */
  function forgetKeys(): void {
    const work = destroyOrphanedKeys(corridor, database.client)
      .then(() => eraseFiles(database.client, blobs))
      .catch((error: unknown) => ports.log('error', `erasing: ${error instanceof Error ? error.message : 'failed'}`));
    erasing.add(work);
    void work.finally(() => erasing.delete(work));
  }
  const readings = watchReadings({ client: database.client, act: (officeAct) => corridor.act(officeAct) });
  const settings = settingsReader(db);
  live.onChange(({ touched }) => {
    if (touched.some((record) => /^(settings|office):|^\*$/.test(record))) settings.forget();
  });
  const backups = officeBackups({
    ...{ folder, demo, fileKey: keys.file, nativeBinding: options.nativeBinding, clock: ports.clock, log: ports.log },
    changed: options.ring && changedKeys(options.ring),
    programVersion: options.version ?? null,
    host: options.backups,
    openedAt: ports.clock(),
    hours: () => settings.read('backupHours', dayOf(ports.clock())),
    seq: () => headOf(database.client).seq,
  });
  const permits = keyPermits(ports.clock);
  const handlers = officeHandlers({
    ...{ live, keys, database, blobs, render, press, batches, lists, scanner, demo, terminals, connections },
    ...{ readings, forgetKeys, backups, keyPermits: permits },
    ...{ known: knownPeople(), codes: onceCodes(), hasher },
    prover: createProver({ hasher, nameKey: keys.logins }),
    lowDisk: disk.lowBytes,
    reserveGiven: reserve.isGiven,
    // A close is worth a copy at once; where none can be made the health of the office says so.
    dayClosed: () => void backups.now('dayClose').catch(() => undefined),
    clockOff: () => options.time?.jump()?.byMs ?? 0,
    stopLongAct: (actorId) => long?.stop(actorId),
    health: {
      ...{ folder, database, live, press, times, loop, backups },
      terminals: () => terminals.present(),
      openedAt: ports.clock(),
      version: options.version ?? null,
    },
  });
  const corridor = createCorridor({
    api: officeApi,
    ...{ handlers, officeActs, database, ports, live, times },
    requestKey: keys.requests,
    reads: readings.note,
    longActs: long,
    patienceMs: options.patienceMs,
    onDoubt: options.onDoubt,
    room: (asked) => {
      terminals.superseded.check(asked);
      disk.check(asked);
    },
    withReserve: (procedure, run) => (disk.isLarge(procedure) ? run() : reserve.withIt(run)),
  });
  const relocation =
    options.moving === undefined
      ? undefined
      : officeRelocation({
          worker: options.moving,
          order: { folder, fileKey: keys.file, nativeBinding: options.nativeBinding },
          ...{ corridor, live, press },
          clock: ports.clock,
          log: (line) => ports.log('warn', line),
        });
  const router = createRouter(officeApi, corridor);
  if (options.render !== undefined) press.resumeAll();
  forgetKeys();
  const takenOver = takeOverConsents(corridor, database).catch((error: unknown) =>
    ports.log('error', `consents: ${error instanceof Error ? error.message : 'failed'}`),
  );
  const clock = startOfficeClock(
    ports,
    [
      ...(options.time === undefined ? [] : [{ name: 'clock', run: clockJumps(corridor, options.time) }]),
      { name: 'disk', run: () => disk.look().then(() => reserve.keep(disk.freeBytes())) },
      { name: 'leases', run: (now) => sweepLeases(corridor, db, now) },
      { name: 'bookings', run: (now) => sweepBookings(corridor, db, now) },
      { name: 'approvals', run: (now) => sweepApprovals(corridor, db, now) },
      { name: 'targets', run: (now) => sweepTargets(corridor, db, now) },
      { name: 'sentBack', run: (now) => sweepSentBack(corridor, db, now) },
      { name: 'prices', run: (now) => sweepPrices(corridor, db, now) },
      { name: 'subscriptions', run: (now) => sweepSubscriptions(corridor, db, now) },
      { name: 'visits', run: (now) => sweepVisits(corridor, db, now) },
      { name: 'arrivals', run: (now) => sweepArrivals(corridor, db, now) },
      { name: 'terminals', run: () => terminals.presence.keep() },
      { name: 'readings', run: (now) => readings.keep(now) },
      { name: 'retention', run: retentionReminder(corridor, database.client) },
      { name: 'papers', run: paperSweep(corridor, forgetKeys) },
      { name: 'backups', run: () => Promise.resolve(backups.tick()) },
    ],
    options.tickEveryMs,
  );
  let closing: Promise<void> | undefined;
  async function close(): Promise<void> {
    clock.stop();
    await takenOver;
    await Promise.allSettled(erasing);
    await disk.look();
    await reserve.close(disk.freeBytes());
    // A file that is being moved, or in doubt, takes nothing more; it is closed all the same.
    if (!corridor.isSeized())
      await readings
        .keep(ports.clock(), true)
        .catch((error: unknown) => ports.log('warn', `at closing: ${String(error)}`));
    loop.stop();
    await backups.close();
    await batches.close();
    await press.idle();
    await render.close();
    await lists.close();
    await scanner.close();
    await thread?.close();
    mark.close();
    database.close();
  }
  return {
    database,
    corridor,
    router,
    live,
    keys,
    terminals,
    /** A new window of this PC; of another place only in tests. */
    connect: (terminal: string, place?: string): Connection =>
      connections.open(terminal, place === undefined ? {} : { place }),
    /** The window is gone. */
    disconnect: (connection: Connection): void => {
      connections.close(connection);
      terminals.moved(connection);
    },
    clock,
    press,
    relocation,
    backups,
    keyPermits: permits,
    /** Finishes the papers that are being made, then closes the database. */
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
