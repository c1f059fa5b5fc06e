import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type Database from 'better-sqlite3';
import { openSession } from '#electron/server/kernel/session.ts';
import { bundledChild } from '#tests/support/acting-process.ts';
import { testAuthority } from '#tests/support/authority.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { buildBuyer } from '#tests/support/deal-builders.ts';
import { doubleSalesIn } from '#tests/support/double-sales.ts';
import { servedOffice } from '#tests/support/lan.ts';
import type { ClientsAnswer, ClientsOrder, ClientsStart } from '#tests/support/launch-clients.ts';
import { drawLaunch, openLaunch } from '#tests/support/launches.ts';
import { testOffice } from '#tests/support/office.ts';
import { launchInPostgres } from './support/launch-postgres.ts';
import { type Bench, type Measured, measured, median, percentile, type Round, rounded } from './support/measure.ts';
import { postgresCluster, postgresPrograms } from './support/postgres.ts';

const DESKS = 200;
const PROCESSES = 4;
/** As many as there are numbers in the queue: then every turn ends with a home, and all are picked. */
const HOMES = 1_000;
const ROUNDS = 7;

type Taken = { readonly elapsedMs: number; readonly took: readonly number[] };

const nameOf = (seat: number) => `选房员 ${seat + 1}`;

/** Homes that two picks or two holds keep at once, as the tables have them. */
function doublesInTables(client: Database.Database): number {
  const twice = (from: string) =>
    client.prepare<[], number>(
      `select count(*) from (select unit_id from ${from} group by unit_id having count(*) > 1)`,
    );
  return ["launch_picks where state <> 'lapsed'", 'unit_holds where ended_at is null']
    .map((from) => twice(from).pluck().get() ?? 0)
    .reduce((sum, n) => sum + n, 0);
}

/** How the homes of a round are spread over its desks: in the queue of the office everybody comes to their turn. */
function sharesOf(answers: readonly ClientsAnswer[]): string {
  const counts = answers.flatMap(({ won }, at) => {
    const seats = new Map(Array.from({ length: DESKS / PROCESSES }, (_none, seat) => [`${at}.${seat}`, 0]));
    for (const { seat } of won) seats.set(`${at}.${seat}`, (seats.get(`${at}.${seat}`) ?? 0) + 1);
    return [...seats.values()];
  });
  return `${Math.min(...counts)} to ${Math.max(...counts)} of them at a desk`;
}

/** Two hundred pick desks in processes of their own that work through the queue of a launch; and what came of it. */
async function ourOffice(program: string) {
  const desk = await testOffice();
  const served = servedOffice(desk.office);
  const manager = desk.as('manager');
  const consultant = desk.as('consultant');
  const customers: number[] = [];
  for (let customer = 0; customer < HOMES; customer += 1) customers.push(await buildBuyer(consultant));
  const [{ port }, { authority }] = await Promise.all([served.host(), served.authority()]);
  const seats = Array.from({ length: DESKS }, (_none, at) => {
    const connection = desk.office.connect(`选房台 ${at + 1}`);
    openSession(connection, desk.as('consultant', nameOf(at)).me, desk.clock());
    return { host: '127.0.0.1', port, authority, token: served.door.tokenOf(connection), program: 'bench' };
  });
  const share = DESKS / PROCESSES;
  const children: ChildProcess[] = [];
  const over = new AbortController();
  for (let at = 0; at < PROCESSES; at += 1) {
    const start: ClientsStart = { seats: seats.slice(at * share, (at + 1) * share), seed: at + 1 };
    const child = spawn(process.execPath, [program, JSON.stringify(start)], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    children.push(child);
    // Whoever ends before its time must not be waited for.
    child.once('exit', (code) => code !== null && over.abort(new Error(`A process of desks ended with ${code}`)));
    await once(child, 'message', { signal: over.signal });
  }
  const { client } = desk.office.database;
  let attempts = 0;
  let lost = 0;
  let toldTwice = 0;
  const odd: string[] = [];

  /** A launch with a building of its own, its whole queue registered, drawn and called up; everything before the clock. */
  async function prepared(round: number) {
    const homes = await buildHomes(desk, { name: `${round}栋`, floors: 50, rooms: HOMES / 50 });
    const plan = { desks: DESKS, groupSize: HOMES, pickSeconds: 3_600 };
    const { launchId, desks } = await openLaunch(manager, plan);
    for (const customerId of customers) await consultant.intents.register({ launchId, customerId, wishes: [] });
    await drawLaunch(desk, launchId);
    await manager.launches.callGroup({ launchId });
    return { launchId, desks, homes };
  }

  /** What the desks of all processes say of a round, held against each other. */
  function judge(answers: readonly ClientsAnswer[]): void {
    const won = answers.flatMap((answer, at) =>
      answer.won.map(({ unitId, seat }) => ({ unitId, by: nameOf(at * share + seat) })),
    );
    const winners = new Map(won.map(({ unitId, by }) => [unitId, by]));
    const told = answers.flatMap((answer) => answer.told);
    attempts += won.length + told.length;
    lost += told.length;
    toldTwice += won.length - winners.size;
    if (winners.size !== HOMES) odd.push(`only ${winners.size} homes of ${HOMES} were picked`);
    for (const { unitId, by, takenAt } of told)
      if (by !== winners.get(unitId) || takenAt !== desk.clock())
        odd.push(`the home ${unitId} was said to be of ${by}`);
    odd.push(...answers.flatMap((answer) => answer.odd));
  }

  return {
    take: async (round: number): Promise<Taken> => {
      const { launchId, desks, homes } = await prepared(round);
      const began = performance.now();
      const answers = (await Promise.all(
        children.map(async (child, at) => {
          const answered = once(child, 'message', { signal: over.signal });
          const deskIds = desks.slice(at * share, (at + 1) * share);
          child.send({ launchId, deskIds, homes } satisfies ClientsOrder);
          return (await answered)[0];
        }),
      )) as ClientsAnswer[];
      const elapsedMs = performance.now() - began;
      judge(answers);
      await manager.launches.end({ launchId });
      console.log(
        `round ${round}: ${HOMES} homes in ${Math.round(elapsedMs)} ms, ${lost} lost so far, ${sharesOf(answers)}`,
      );
      return { elapsedMs, took: answers.flatMap(({ took }) => took) };
    },
    figures: () => ({ attempts, lost, odd, doubleSales: toldTwice + doublesInTables(client) + doubleSalesIn(client) }),
    close: async () => {
      for (const child of children) child.kill();
      await served.close();
      await desk.close();
    },
  };
}

async function run(): Promise<Measured> {
  const bundle = await bundledChild('launch-clients');
  const programs = postgresPrograms();
  const cluster =
    programs === undefined
      ? undefined
      : await postgresCluster(programs, { clients: DESKS, ...(await testAuthority('PostgreSQL')) });
  const office = await ourOffice(bundle.program);
  const size = { homes: HOMES, desks: DESKS };
  try {
    const rounds: Round[] = [];
    const our: number[] = [];
    const their: number[] = [];
    await office.take(0);
    if (cluster) await launchInPostgres(cluster, size);
    for (let round = 1; round <= ROUNDS; round += 1) {
      const taken = await office.take(round);
      our.push(...taken.took);
      const beside = cluster && (await launchInPostgres(cluster, size));
      if (beside) their.push(...beside.took);
      rounds.push({ ours: taken.elapsedMs / HOMES, baseline: (beside?.elapsedMs ?? 0) / HOMES });
    }
    const { attempts, lost, odd, doubleSales } = office.figures();
    for (const what of odd.slice(0, 10)) console.log(`not as it should be: ${what}`);
    const ms = median(rounds.map(({ ours }) => ours));
    const figures = {
      ...{ desks: DESKS, homes: HOMES, doubleSales, attempts, lost, odd: odd.length },
      throughput: rounded(1000 / ms),
      p50: rounded(percentile(our, 50)),
      p99: rounded(percentile(our, 99)),
    };
    // A home that two were told of is worse than any slowness.
    const wrong = doubleSales > 0 || odd.length > 0 ? { judged: Number.POSITIVE_INFINITY } : {};
    if (!cluster)
      return {
        ...{ ratio: 0, baseline: 0, ours: rounded(ms), unit: 'ms a home', rounds: ROUNDS, ...wrong },
        more: { ...figures, postgres: 'PostgreSQL not installed' },
      };
    const beside = {
      postgres: cluster.version,
      postgresThroughput: rounded(1000 / median(rounds.map(({ baseline }) => baseline))),
      postgresP50: rounded(percentile(their, 50)),
      postgresP99: rounded(percentile(their, 99)),
    };
    return { ...measured(rounds, 'ms a home', { ...figures, ...beside }), ...wrong };
  } finally {
    if (cluster) await cluster.close();
    await office.close();
    bundle.remove();
  }
}

/** A thousand homes and as many numbers in the queue at two hundred desks. */
export const launch: Bench = {
  name: 'launch',
  about:
    'two hundred pick desks over TLS that call and pick until a thousand homes are gone, against PostgreSQL doing the same turns by SELECT … FOR UPDATE SKIP LOCKED',
  bound: 10,
  run,
};
