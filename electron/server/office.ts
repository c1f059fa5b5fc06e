import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { readDb } from '#db/access.ts';
import { snapshot } from '#db/backup.ts';
import { checkCondition, checkPlace, howLeft, keepPrivate } from '#db/condition.ts';
import { type OpenDatabase, openDatabase } from '#db/connection.ts';
import { logMark } from '#db/log-mark.ts';
import { lostActs } from '#db/lost-acts.ts';
import { markRestored } from '#db/mark-restored.ts';
import { migrate, readMigrations, schemaVersion } from '#db/migrate.ts';
import { headOf, newestInstant, newestSeq } from '#db/repositories/events.ts';
import { officeApi } from '#shared/api/index.ts';
import type { RestoredMark } from '#shared/domain/restores/mark.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { dateTimeOf, dayOf } from '#shared/kernel/local-date.ts';
import { onceCodes } from './accounts/once-codes.ts';
import { createHasher } from './accounts/passwords.ts';
import { sweepApprovals } from './approvals/sweep-approvals.ts';
import { officeBackups } from './backups/backups.ts';
import { sweepBookings } from './bookings/sweep-bookings.ts';
import { sweepTargets } from './changes/target-home.ts';
import { blobStore } from './documents/blob-store.ts';
import { createPaperBatches } from './documents/paper-batches.ts';
import { createPress } from './documents/press.ts';
import { noRendering, type RenderPort } from './documents/render-port.ts';
import { officeHandlers } from './handlers.ts';
import { watchLoop } from './health/loop-watch.ts';
import { type ListReader, noReading } from './imports/list-reader.ts';
import { clockJumps } from './kernel/clock-jumps.ts';
import { createConnections } from './kernel/connections.ts';
import { createCorridor } from './kernel/corridor.ts';
import { diskReserve, noReserve } from './kernel/disk-reserve.ts';
import { watchDisk } from './kernel/disk-watch.ts';
import { refusalOf } from './kernel/faults.ts';
import { createLiveHub } from './kernel/live.ts';
import { longActs } from './kernel/long-acts.ts';
import { startOfficeClock } from './kernel/office-clock.ts';
import type { OfficeTime } from './kernel/office-time.ts';
import type { BackupHost, KernelPorts } from './kernel/ports.ts';
import { procedureTimes } from './kernel/procedure-times.ts';
import { createRouter } from './kernel/router.ts';
import { secondThread } from './kernel/second-thread.ts';
import type { Connection } from './kernel/session.ts';
import { settingsReader } from './kernel/settings.ts';
import { createTurns } from './kernel/turns.ts';
import { keyPermits } from './key-changes/permits.ts';
import { changedKeys, type OfficeRing, officeKeys } from './keys.ts';
import { officeActs } from './long-work.ts';
import { sweepPrices } from './prices/take-effect.ts';
import { destroyOrphanedKeys } from './privacy/destroy-keys.ts';
import { eraseFiles, paperSweep } from './privacy/erase-papers.ts';
import { watchReadings } from './privacy/readings.ts';
import { retentionReminder } from './privacy/remind-retention.ts';
import { takeOverConsents } from './privacy/take-over-consents.ts';
import { officeRelocation } from './relocation/relocation.ts';
import { noScanning, type ScanReader } from './scans/scan-reader.ts';
import { knownPeople } from './session/known-people.ts';
import { createProver } from './session/prover.ts';
import { sweepSentBack } from './subscriptions/sweep-sent-back.ts';
import { sweepSubscriptions } from './subscriptions/sweep-subscriptions.ts';
import { officeTerminals } from './terminals/terminals.ts';
import { sweepLeases } from './units/sweep-leases.ts';
import { sweepArrivals } from './visits/arrivals.ts';
import { sweepVisits } from './visits/leave-visit.ts';

/** What an office is opened with: its folder, its key, and what comes from outside. */
export type OfficeOptions = {
  readonly folder: string;
  readonly rootKey: Uint8Array;
  /** Its other keys, once its key was changed. */
  readonly ring?: OfficeRing | undefined;
  readonly demo?: boolean;
  /** Its setup was finished: there is a file, and without it no new one is begun. */
  readonly established?: boolean;
  /** It had moved away and was called back: it makes itself known as another host, which no terminal of the moved one takes for its own. */
  readonly returned?: boolean;
  /** It was restored from a backup, which is not written into it yet. */
  readonly restored?: RestoredMark | undefined;
  /** Name of this PC, as the log calls it where the office itself acts. */
  readonly pcName?: string;
  /** Version of the program. */
  readonly version?: string;
  readonly ports: KernelPorts;
  /** Bytes that are free on its disk, where a test says so. */
  readonly freeBytes?: () => Promise<number>;
  /** Bytes that are kept back on the disk for its last acts; an office opened by a script keeps none. */
  readonly reserve?: number;
  /** The time behind `ports.clock`, where that can go wrong; a test moves its clock as it likes. */
  readonly time?: OfficeTime;
  /** Makes the pages of papers; an office opened by a script that issues none goes without. */
  readonly render?: RenderPort;
  /** Reads price lists; an office that imports none goes without. */
  readonly lists?: ListReader;
  /** Reads scans; an office that takes none goes without. */
  readonly scanner?: ScanReader;
  /**
   * The module of the second thread, on which long acts are carried out. Without it they are carried out here, in one
   * go: for scripts and generated offices, where nobody is kept waiting.
   */
  readonly longActs?: string | URL;
  /** The module of the thread that copies the office to another place; without it the office can't move. */
  readonly moving?: string | URL;
  /** What the PC gives to the backups, and the module of their thread; without it the office makes none. */
  readonly backups?: BackupHost & { readonly worker: string | URL };
  /** How long a person's act waits for a long one before it is refused, ms. */
  readonly patienceMs?: number;
  /** Folder of the migrations; it travels with the program. */
  readonly migrations: string;
  readonly nativeBinding?: string | undefined;
  /**
   * Told once when a read, write or flush of the file failed or a page is damaged: nothing is done any more, and the office
   * is to be closed, opened anew and so checked.
   */
  readonly onDoubt?: (refusal: DomainError) => void;
  /** How often the office looks at its own clock, ms; null for a test that winds it by hand. */
  readonly tickEveryMs?: number | null;
};

/** The database of an office's folder. */
const databaseName = 'office.db';

/** Hashing takes a core each: two at a time, and a line that is gone within a few seconds. */
const hashing = { atOnce: 2, waiting: 64, waitingAtOnePlace: 16, comeBack: 5 };

/**
 * Opens the file, looks at its condition and brings it to this program's version, after a backup. A disk that does not want
 * to is named so. Its key is the office's own, which proved itself before: a file that does not open with it is damaged.
 */
function openFile(
  { folder, ports, nativeBinding, migrations, returned, restored, ring, established, pcName = 'office' }: OfficeOptions,
  key: Uint8Array,
): OpenDatabase {
  let database: OpenDatabase | undefined;
  const file = path.join(folder, databaseName);
  if (established === true && !existsSync(file)) throw new DomainError('OFFICE_FILE_LOST', { folder });
  try {
    checkPlace(folder);
    const left = howLeft(file);
    // Before it is opened: what SQLite makes beside it takes its rights.
    if (existsSync(file)) keepPrivate(file);
    const opened = openDatabase({ file, key, nativeBinding });
    database = opened;
    keepPrivate(file);
    if (schemaVersion(opened.client) > 0) {
      checkCondition(opened.client, left);
      const missing = logMark(file).seen() - newestSeq(opened.client);
      if (missing > 0) throw new DomainError('DATABASE_DAMAGED', { missing });
    }
    migrate(opened.client, readMigrations(migrations), () => {
      const backups = path.join(folder, 'backups');
      mkdirSync(backups, { recursive: true });
      const stamp = dateTimeOf(ports.clock()).replaceAll(/\D/g, '');
      const name = `before-migration-${schemaVersion(opened.client)}-${stamp}.db`;
      snapshot(opened.client, path.join(backups, name), { key, nativeBinding });
    });
    if (returned === true) opened.client.exec('delete from host_identity');
    if (restored !== undefined)
      markRestored(opened.client, restored, pcName, () => {
        // The office that stood here before, where it is kept: it alone knows what is gone.
        const kept = restored.aside === undefined ? undefined : path.join(folder, restored.aside, databaseName);
        // It may have been under another key of the office than the backup.
        const all = [key, ...(ring?.others ?? []).map(({ rootKey }) => officeKeys(rootKey).file)];
        return kept === undefined ? [] : lostActs(opened.client, { file: kept, keys: all, nativeBinding });
      });
    return opened;
  } catch (error) {
    database?.close();
    const { refusal, known } = refusalOf(error);
    if (refusal.code === 'DATABASE_KEY') throw new DomainError('DATABASE_DAMAGED');
    throw known ? refusal : error;
  }
}

/** An open office. */
export type Office = ReturnType<typeof openOffice>;

/**
 * Opens the office of a folder: database, migrations (after a backup), corridor and router. The caller holds the folder's
 * lock. Throws the refusals of `openDatabase` and `migrate`.
 */
export function openOffice(options: OfficeOptions) {
  const { folder, ports } = options;
  const keys = officeKeys(options.rootKey, options.ring?.founding);
  const database = openFile(options, keys.file);
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
