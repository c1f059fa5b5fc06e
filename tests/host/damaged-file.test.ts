import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '#db/connection.ts';
import { logMark } from '#db/log-mark.ts';
import { currentTables } from '#db/replay.ts';
import { newestSeq, verifyLog } from '#db/repositories/events.ts';
import { refusalOf } from '#electron/server/kernel/faults.ts';
import { openOffice } from '#electron/server/office.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { createRandom, type Random } from '#shared/kernel/random.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { buildBuyer, subscribeHome } from '#tests/support/deal-builders.ts';
import { migrationsFolder } from '#tests/support/first-pages.ts';
import { requestId, type TestOffice, testOffice } from '#tests/support/office.ts';
import { proofFigures, proofSeed, proofSize } from '#tests/support/proof-size.ts';
import { printOf } from '#tests/support/whole-office.ts';

const DAMAGES = proofSize(200, 1_000, 'damages');
const SEED = proofSeed(20_261_128);
const PAGE = 4_096;
/** What leads to the page where a backup is restored. */
const refused = ['DATABASE_DAMAGED', 'LOG_BROKEN'];

let desk: TestOffice;
let folder: string;
/** The files as a fall left them: a database and the log beside it; and the same of earlier moments of the office. */
let fallen: { readonly database: Buffer; readonly log: Buffer };
const earlier: Buffer[] = [];
/** The database after an orderly end. */
let closed: Buffer;
/** How far its log had come. */
let newest = 0;
/** What is in the tables of a whole file. */
const prints = new Set<string>();
let rootKey: Buffer;

beforeAll(async () => {
  desk = await testOffice();
  ({ folder, rootKey } = desk);
  const homes = await buildHomes(desk, { floors: 6, rooms: 6 });
  const consultant = desk.as('consultant');
  const read = (suffix = '') => readFileSync(path.join(folder, `office.db${suffix}`));
  for (const unitId of homes.slice(0, 12)) {
    await subscribeHome(consultant, unitId, await buildBuyer(consultant));
    earlier.push(read('-wal'));
    // Some of what is in a log of before is in the database by now.
    if (earlier.length % 3 === 0) desk.office.database.client.pragma('wal_checkpoint(RESTART)');
  }
  await consultant.units.lock({ unitId: homes.at(-1) ?? 0 });
  await desk.office.press.idle();
  newest = newestSeq(desk.office.database.client);
  fallen = { database: read(), log: read('-wal') };
  await desk.office.close();
  closed = read();
  for (const [database, log] of [
    [fallen.database, fallen.log],
    [closed, undefined],
  ] as const) {
    const at = laid(database, log);
    const opened = openDatabase({ file: path.join(at, 'office.db'), key: desk.office.keys.file });
    prints.add(printOf(opened.client));
    opened.close();
    rmSync(at, { recursive: true, force: true });
  }
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
});

/** A folder with these files in it. */
function laid(database: Buffer, log: Buffer | undefined): string {
  const at = mkdtempSync(path.join(tmpdir(), 'zhiye-damaged-'));
  writeFileSync(path.join(at, 'office.db'), database);
  if (log !== undefined) writeFileSync(path.join(at, 'office.db-wal'), log);
  // What the program noted of this very file while it was whole.
  logMark(path.join(at, 'office.db')).note(newest);
  return at;
}

function damaged(bytes: Buffer, random: Random): { readonly bytes: Buffer; readonly what: string } {
  const copy = Buffer.from(bytes);
  const at = random.int(0, copy.length - 1);
  const page = Math.floor(at / PAGE) * PAGE;
  const other = random.int(0, Math.floor(copy.length / PAGE) - 1) * PAGE;
  const [what, spoil] = random.pick<readonly [string, () => Buffer]>([
    ['one bit', () => (copy.writeUInt8(copy.readUInt8(at) ^ (1 << random.int(0, 7)), at), copy)],
    ['one bit', () => (copy.writeUInt8(copy.readUInt8(at) ^ (1 << random.int(0, 7)), at), copy)],
    ['a page of zeros', () => copy.fill(0, page, page + PAGE)],
    ['a page of rubbish', () => copy.fill(random.bytes(PAGE), page, page + PAGE)],
    ['cut off', () => copy.subarray(0, at)],
    ['another page', () => (bytes.copy(copy, page, other, other + PAGE), copy)],
  ]);
  return { bytes: spoil(), what: `${what} at ${at} of ${bytes.length}` };
}

type Found = 'atOpening' | 'atReading' | 'harmless' | 'silent' | 'crash';

/** Opens what there is and reads all of it: how the damage came to light. */
async function found(at: string): Promise<{ readonly how: Found; readonly told: string }> {
  let office: ReturnType<typeof openOffice> | undefined;
  try {
    office = openOffice({
      folder: at,
      rootKey,
      migrations: migrationsFolder,
      tickEveryMs: null,
      ports: { clock: desk.clock, newId: requestId, log: () => undefined },
    });
  } catch (error) {
    const code = error instanceof DomainError ? error.code : String(error);
    return { how: refused.includes(code) ? 'atOpening' : 'crash', told: code };
  }
  const { client } = office.database;
  try {
    currentTables(client);
    verifyLog(client);
    const whole = client.pragma('integrity_check', { simple: true });
    if (whole !== 'ok') return { how: 'atReading', told: String(whole) };
    return { how: prints.has(printOf(client)) ? 'harmless' : 'silent', told: '' };
  } catch (error) {
    const { code } = refusalOf(error).refusal;
    return { how: refused.includes(code) ? 'atReading' : 'crash', told: code };
  } finally {
    await office.close();
  }
}

describe('A damaged file', () => {
  it('is told from a whole one, as an orderly end and as a fall leave it', async () => {
    for (const [name, database, log] of [
      ['closed', closed, undefined],
      ['fallen', fallen.database, fallen.log],
    ] as const) {
      const at = laid(database, log);
      expect([name, await found(at)]).toEqual([name, { how: 'harmless', told: '' }]);
      rmSync(at, { recursive: true, force: true });
    }
  });

  it(`is found in all of ${DAMAGES} damages, at opening or when it is read (seed ${SEED})`, {
    timeout: proofSize(180_000, 3_600_000),
  }, async () => {
    const random = createRandom(SEED);
    const figures: Record<Found, number> & { damages: number } = {
      ...{ damages: 0, atOpening: 0, atReading: 0, harmless: 0, silent: 0, crash: 0 },
    };
    const wrong: string[] = [];
    for (; figures.damages < DAMAGES; figures.damages += 1) {
      const place = random.weighted([
        ['database', 6],
        ['database beside its log', 2],
        ['log', 3],
        ['log of before', 2],
      ] as const);
      let what = '';
      let database = place === 'database' ? closed : fallen.database;
      let log: Buffer | undefined = place === 'database' ? undefined : fallen.log;
      if (place === 'log of before') {
        what = 'swapped';
        log = random.pick(earlier);
      } else {
        const spoiled = damaged(place === 'log' ? fallen.log : database, random);
        what = spoiled.what;
        if (place === 'log') log = spoiled.bytes;
        else database = spoiled.bytes;
      }
      const at = laid(database, log);
      const { how, told } = await found(at);
      rmSync(at, { recursive: true, force: true });
      figures[how] += 1;
      if (how === 'silent' || how === 'crash') wrong.push(`${place}: ${what}: ${how} ${told}`);
    }
    proofFigures({ ...figures, seed: SEED });
    expect(wrong.slice(0, 30)).toEqual([]);
    expect(figures.atOpening + figures.atReading).toBeGreaterThan(DAMAGES / 2);
  });
});
