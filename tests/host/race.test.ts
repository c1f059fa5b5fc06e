import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '#db/connection.ts';
import { verifyLog } from '#db/repositories/events.ts';
import { officeKeys } from '#electron/server/keys.ts';
import { createRandom } from '#shared/kernel/random.ts';
import { bundledChild } from '#tests/support/acting-process.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { hostInProcess } from '#tests/support/host-process.ts';
import { testOffice } from '#tests/support/office.ts';
import { hire } from '#tests/support/people.ts';
import { proofFigures, proofSeed, proofSize } from '#tests/support/proof-size.ts';
import { attemptsIn, checkRace, type RaceOrder } from '#tests/support/race-history.ts';

const ATTEMPTS = proofSize(1_200, 100_000, 'attempts');
const SEED = proofSeed(20_261_127);
const PROCESSES = proofSize(2, 4);
const CONSULTANTS = proofSize(4, 8);
/** Attempts for which a process is started; when they are made, or it was killed, the next one begins. */
const SHIFT = proofSize(300, 2_500);
/** Everybody wants the same few homes. */
const HOMES = 5;
const PASSWORD = 'correct horse 7';
/** The host falls after about so many attempts, again and again: on a busy machine no sooner than work was done. */
const ATTEMPTS_TO_A_FALL = proofSize(200, 2_000);
/** A lock lasts some minutes: on the host's clock one passes with each of these. */
const MINUTE_MS = 61_000;
const MINUTE_PASSES_MS = 400;

let bundle: Awaited<ReturnType<typeof bundledChild>>;
beforeAll(async () => {
  bundle = await bundledChild('race-terminals');
}, 120_000);
afterAll(() => bundle.remove());

it(`in ${ATTEMPTS} attempts at ${HOMES} homes over TLS, with falls and repetitions, none is sold twice (seed ${SEED})`, {
  timeout: proofSize(300_000, 14_400_000),
}, async () => {
  const random = createRandom(SEED);
  const desk = await testOffice();
  const homes = await buildHomes(desk, { floors: 1, rooms: HOMES });
  const manager = desk.as('manager');
  const folder = mkdtempSync(path.join(tmpdir(), 'zhiye-race-'));
  const people: { loginName: string; leads: boolean; number: number }[] = [];
  for (let process = 0; process < PROCESSES; process += 1)
    for (let seat = 0; seat <= CONSULTANTS; seat += 1) {
      const loginName = `p${process}s${seat}`;
      const leads = seat === CONSULTANTS;
      const post = leads ? 'manager' : 'consultant';
      await hire(desk, manager, { name: `人员 ${loginName}`, loginName, post, password: PASSWORD });
      people.push({ loginName, leads, number: people.length + 1 });
    }

  let host = await hostInProcess(desk, manager.me, { callsInTenSeconds: 1_000_000 });
  const seats: RaceOrder['seats'][number][] = [];
  for (const person of people) seats.push({ ...person, to: await host.pair(`终端 ${person.loginName}`) });

  let shift = 0;
  let falls = 0;
  let killed = 0;
  const complaints: string[] = [];
  /** A process of terminals makes its attempts, or is killed in the middle of them. */
  async function work(own: readonly RaceOrder['seats'][number][], attempts: number): Promise<void> {
    shift += 1;
    const history = path.join(folder, `history-${shift}`);
    const order: RaceOrder = { seats: own, password: PASSWORD, homes, attempts, seed: SEED + shift, history };
    const child = spawn(process.execPath, [bundle.program, JSON.stringify(order)], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr.on('data', (part) => complaints.push(String(part)));
    const ended = once(child, 'close');
    if (random.chance(0.25)) {
      const mayWork = attempts * random.int(1, 9) * 0.1;
      while (child.exitCode === null && linesOf(history).length < mayWork) await wait(50);
      if (child.exitCode === null) killed += 1;
      child.kill('SIGKILL');
    }
    await ended;
  }

  const linesOf = (file: string): string[] =>
    existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
  const all = () => attemptsIn(readdirSync(folder).flatMap((name) => linesOf(path.join(folder, name))));
  let made = 0;
  const lanes = Promise.all(
    Array.from({ length: PROCESSES }, async (_none, lane) => {
      const own = seats.slice(lane * (CONSULTANTS + 1), (lane + 1) * (CONSULTANTS + 1));
      while (made < ATTEMPTS) {
        await work(own, Math.min(SHIFT, ATTEMPTS - made));
        made = all().length;
      }
    }),
  );
  let over = false;
  void lanes.finally(() => {
    over = true;
  });
  let nextFall = ATTEMPTS * 0.2;
  while (!over) {
    await wait(MINUTE_PASSES_MS);
    const due = all().length > nextFall;
    if (due && !over) {
      await host.kill();
      falls += 1;
      await wait(random.int(50, 500));
      host = await host.again();
      nextFall = all().length + ATTEMPTS_TO_A_FALL * (0.5 + random.int(0, 10) * 0.1);
    }
    await host.advance(MINUTE_MS);
  }
  await lanes;
  expect((await host.measure()).faults).toEqual([]);
  await host.close();

  const database = openDatabase({ file: path.join(desk.folder, 'office.db'), key: officeKeys(desk.rootKey).file });
  const attempts = all();
  const { anomalies, ...checked } = checkRace(database.client, attempts);
  const expired = Number(
    database.client.prepare("select count(*) from events where kind = 'lockExpired'").pluck().get(),
  );
  verifyLog(database.client);
  database.close();
  const outcomes = new Set(attempts.map(({ what, outcome }) => `${what} ${outcome ?? 'unknown'}`));
  const sales = attempts.filter(({ what, outcome }) => what === 'subscribe' && outcome === 'ok').length;
  const took = attempts.flatMap(({ from, to }) => (to === undefined ? [] : [to - from])).toSorted((a, b) => a - b);
  const p99Ms = Math.round(took[Math.floor(took.length * 0.99)] ?? 0);
  proofFigures({
    ...checked,
    sales,
    expired,
    anomalies: anomalies.length,
    hostFalls: falls,
    terminalFalls: killed,
    processes: shift,
    p99Ms,
    seed: SEED,
  });
  expect(complaints.join('')).toBe('');
  expect(anomalies.slice(0, 10)).toEqual([]);
  expect(checked).toMatchObject({ doubleSales: 0 });
  expect(checked.attempts).toBeGreaterThanOrEqual(ATTEMPTS);
  // A race in which nobody won, lost or bought would prove nothing.
  for (const needed of [
    'lock ok',
    'lock UNIT_TAKEN',
    'unlock ok',
    'hold ok',
    'withdrawHold ok',
    'cancel ok',
    'subscribe ok',
  ])
    expect(outcomes, [...outcomes].join(', ')).toContain(needed);
  expect(falls).toBeGreaterThan(0);

  rmSync(folder, { recursive: true, force: true });
  await desk.close();
});

it('whoever judges a race sees a home that is two people’s, an act that is not there, there twice, or there though refused', async () => {
  const desk = await testOffice();
  const [unitId = 0] = await buildHomes(desk, { floors: 1, rooms: 1 });
  await desk.as('consultant').units.lock({ unitId });
  const { client } = desk.office.database;
  const { seq, id } = client
    .prepare<[], { seq: number; id: string }>("select seq, request_id as id from events where kind = 'locked'")
    .get() ?? { seq: 0, id: '' };
  const lock = { id, what: 'lock', unitId, by: 'p0s0', from: 1, to: 2, outcome: 'ok' };
  expect(checkRace(client, [lock])).toMatchObject({ won: 1, doubleSales: 0, anomalies: [] });
  const anomaliesOf = (...attempts: Parameters<typeof checkRace>[1]) => checkRace(client, attempts).anomalies.join();
  expect(anomaliesOf({ ...lock, id: 'never' })).toContain('is not there');
  expect(anomaliesOf({ ...lock, outcome: 'UNIT_TAKEN', params: { by: '甲', takenAt: 1 } })).toContain('is there');
  expect(anomaliesOf({ ...lock, id: 'other', outcome: 'UNIT_TAKEN', params: {} })).toContain('not told to whom');
  // Somebody who began once it was over comes before it in the log.
  const late = { ...lock, id: 'later', from: 0, to: 0.5 };
  client
    .prepare(`insert into events select seq + 1, happened_at, recorded_at, business_date, actor_id, terminal, procedure, ?,
      noun, subject_id, kind, data, changes_hash, hash, hash || 'x' from events where seq = ?`)
    .run('later', seq);
  expect(anomaliesOf(lock, late)).toContain('came too late');
  client.exec(`insert into events select seq + 2, happened_at, recorded_at, business_date, actor_id, terminal, procedure, request_id,
      noun, subject_id, kind, data, changes_hash, hash, hash || 'y' from events where seq = ${seq}`);
  expect(anomaliesOf(lock)).toContain('was done 2 times');
  client
    .prepare(`insert into event_changes select ?, 0, table_name, row_id + 1, before, after from event_changes
      where seq = ? and table_name = 'unit_locks'`)
    .run(seq + 1, seq);
  expect(checkRace(client, [lock]).doubleSales).toBe(1);
  await desk.close();
});
