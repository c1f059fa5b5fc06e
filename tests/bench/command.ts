import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { checkpoint, openDatabase } from '#db/connection.ts';
import { openSession } from '#electron/server/kernel/session.ts';
import { type Office, openOffice } from '#electron/server/office.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { migrationsFolder } from '#tests/support/first-pages.ts';
import { testOffice } from '#tests/support/office.ts';
import { type Bench, measured, median, percentile, type Round } from './support/measure.ts';
import { type Run, recordStatements, statementPlayer } from './support/recorded-sql.ts';
import { watchedReads } from './support/watched-reads.ts';

const ROUNDS = 9;
const COMMANDS_A_ROUND = 60;
/** Commands before the first round, on both sides: the caches of a working day are warm. */
const WARM_UP = 60;

type Prepared = { readonly folder: string; readonly rootKey: Uint8Array; readonly consultant: number };

/** The office that both sides begin with, closed. */
async function prepareOffice(): Promise<Prepared> {
  const desk = await testOffice();
  const folder = mkdtempSync(path.join(tmpdir(), 'zhiye-bench-'));
  await buildHomes(desk, { floors: 30, rooms: 8 });
  const consultant = desk.as('consultant').me;
  checkpoint(desk.office.database.client);
  cpSync(path.join(desk.folder, 'office.db'), path.join(folder, 'office.db'));
  const rootKey = Uint8Array.from(desk.rootKey);
  await desk.close();
  return { folder, rootKey, consultant };
}

function copyOf({ folder }: Prepared, name: string): string {
  const copy = path.join(folder, name);
  mkdirSync(copy);
  cpSync(path.join(folder, 'office.db'), path.join(copy, 'office.db'));
  return copy;
}

/** An office on a copy, and its command: the same calls in the same order on every copy. */
function commander(prepared: Prepared, folder: string) {
  let now = Date.parse('2026-11-23T02:00:00Z');
  const office: Office = openOffice({
    folder,
    rootKey: prepared.rootKey,
    migrations: migrationsFolder,
    tickEveryMs: null,
    ports: { clock: () => now, newId: () => v7(), log: () => undefined },
  });
  const connection = office.connect('bench');
  openSession(connection, prepared.consultant, now);
  let turn = 0;
  return {
    office,
    /** Locks a home, next time unlocks it, then the next home: what a sales office does all day. */
    command: async (): Promise<void> => {
      now += 1000;
      if (connection.session !== undefined) connection.session.lastActiveAt = now;
      const unitId = 1 + (Math.floor(turn / 2) % 200);
      const path = turn % 2 === 0 ? 'units.lock' : 'units.unlock';
      turn += 1;
      await office.corridor.call(path, { requestId: v7(), data: { unitId } }, connection);
    },
  };
}

/** What the command's SQL is, command by command. */
async function rehearse(prepared: Prepared, commands: number): Promise<Run[][]> {
  const { office, command } = commander(prepared, copyOf(prepared, 'rehearsal'));
  const runs = recordStatements(office.database.client);
  const scripts: Run[][] = [];
  for (let count = 0; count < commands; count += 1) {
    await command();
    scripts.push(runs.splice(0));
  }
  await office.close();
  return scripts;
}

async function timed(act: () => unknown): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

async function run() {
  const prepared = await prepareOffice();
  try {
    const commands = WARM_UP + ROUNDS * COMMANDS_A_ROUND;
    const scripts = await rehearse(prepared, commands);
    const ours = commander(prepared, copyOf(prepared, 'ours'));
    const raw = openDatabase({
      file: path.join(copyOf(prepared, 'raw'), 'office.db'),
      key: ours.office.keys.file,
    });
    const play = statementPlayer(raw.client);
    const rounds: Round[] = [];
    let times: { ours: number[]; baseline: number[] } = { ours: [], baseline: [] };
    for (const [index, script] of scripts.entries()) {
      // In turn who goes first, so that neither always meets a disk that has just been busy.
      const one = async () => times.ours.push(await timed(ours.command));
      const other = async () => times.baseline.push(await timed(() => play(script)));
      for (const act of index % 2 === 0 ? [one, other] : [other, one]) await act();
      if (index === WARM_UP - 1) times = { ours: [], baseline: [] };
      else if (index >= WARM_UP && (index - WARM_UP + 1) % COMMANDS_A_ROUND === 0) {
        rounds.push({ ours: median(times.ours), baseline: median(times.baseline) });
        times = { ours: [], baseline: [] };
      }
    }
    await ours.office.close();
    raw.close();
    const statements = median(scripts.map((script) => script.length));
    const reads = await watchedReads();
    return measured(rounds, 'ms at p50', {
      statements,
      watchRatio: reads.ratio,
      watchOurs: reads.ours,
      watchBaseline: reads.baseline,
      slowestRound: percentile(
        rounds.map((round) => round.ours),
        100,
      ),
    });
  } finally {
    rmSync(prepared.folder, { recursive: true, force: true });
  }
}

/**
 * A durable command in process (permission, validation, event, commit with FULL) against the same SQL raw; told beside it,
 * what counting reads adds to opening a customer's file.
 */
export const command: Bench = {
  name: 'command',
  about: 'locking and unlocking a home through the corridor, against the same SQL, raw, in one durable transaction',
  bound: 1.6,
  run,
};
