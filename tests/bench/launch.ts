import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSession } from '#electron/server/kernel/session.ts';
import { addDays, dayOf } from '#shared/kernel/local-date.ts';
import { bundledChild } from '#tests/support/acting-process.ts';
import { testAuthority } from '#tests/support/authority.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { doubleSalesIn } from '#tests/support/double-sales.ts';
import { servedOffice } from '#tests/support/lan.ts';
import type { ClientsAnswer, ClientsOrder, ClientsStart } from '#tests/support/launch-clients.ts';
import { testOffice } from '#tests/support/office.ts';
import { type Bench, type Measured, measured, median, percentile, type Round, rounded } from './support/measure.ts';
import { type Cluster, postgresCluster, postgresPrograms } from './support/postgres.ts';

const CLIENTS = 200;
const PROCESSES = 4;
const HOMES = 1_000;
/** Each client takes so many of them: then all are sold. */
const SHARE = HOMES / CLIENTS;
const ROUNDS = 7;

type Taken = { readonly elapsedMs: number; readonly took: readonly number[] };

/** Two hundred clients in processes of their own, who take the homes of a building; and what came of it. */
async function ourOffice(program: string) {
  const desk = await testOffice();
  const served = servedOffice(desk.office);
  const buildings: number[][] = [];
  // One to warm up.
  for (let building = 0; building <= ROUNDS; building += 1)
    buildings.push(await buildHomes(desk, { name: `${building}栋`, floors: 50, rooms: HOMES / 50 }));
  const [{ port }, { authority }] = await Promise.all([served.host(), served.authority()]);
  const seats = Array.from({ length: CLIENTS }, (_none, at) => {
    const connection = desk.office.connect(`选房台 ${at + 1}`);
    openSession(connection, desk.as('manager', `选房员 ${at + 1}`).me, desk.clock());
    return { host: '127.0.0.1', port, authority, token: served.door.tokenOf(connection), program: 'bench' };
  });
  const children: ChildProcess[] = [];
  const over = new AbortController();
  for (let at = 0; at < PROCESSES; at += 1) {
    const own = seats.filter((_seat, index) => index % PROCESSES === at);
    const start: ClientsStart = { seats: own, seed: at + 1, until: addDays(dayOf(desk.clock()), 1) };
    const child = spawn(process.execPath, [program, JSON.stringify(start)], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    children.push(child);
    // Whoever ends before its time must not be waited for.
    child.once('exit', (code) => code !== null && over.abort(new Error(`A process of clients ended with ${code}`)));
    await once(child, 'message', { signal: over.signal });
  }
  let attempts = 0;
  let lost = 0;
  let toldTwice = 0;
  const untold: string[] = [];
  return {
    take: async (building: number): Promise<Taken> => {
      const homes = buildings[building] ?? [];
      const began = performance.now();
      const answers = (await Promise.all(
        children.map(async (child) => {
          const answered = once(child, 'message', { signal: over.signal });
          child.send({ homes, share: SHARE } satisfies ClientsOrder);
          return (await answered)[0];
        }),
      )) as ClientsAnswer[];
      const elapsedMs = performance.now() - began;
      for (const answer of answers) {
        attempts += answer.took.length;
        lost += answer.lost;
        untold.push(...answer.untold);
      }
      const won = answers.flatMap((answer) => answer.won);
      toldTwice += won.length - new Set(won).size;
      if (new Set(won).size !== HOMES) untold.push(`only ${new Set(won).size} homes of ${HOMES} were taken`);
      return { elapsedMs, took: answers.flatMap(({ took }) => took) };
    },
    figures: () => ({ attempts, lost, untold, doubleSales: toldTwice + doubleSalesIn(desk.office.database.client) }),
    close: async () => {
      for (const child of children) child.kill();
      await served.close();
      await desk.close();
    },
  };
}

const theirTables = `
  drop table if exists holds, events, units;
  create table units (id int primary key, state text not null, version int not null default 1);
  create index units_free on units (id) where state = 'available';
  create table holds (id bigserial primary key, unit_id int not null references units, held_by int not null,
    held_at timestamptz not null default now(), ended_at timestamptz);
  create unique index holds_one_live on holds (unit_id) where ended_at is null;
  create table events (seq bigserial primary key, actor int not null, unit_id int not null, kind text not null,
    happened_at timestamptz not null default now());
  insert into units select n, 'available' from generate_series(1, ${HOMES}) n;
  analyze units;`;

const theirPick = [
  'begin;',
  "select id from units where state = 'available' order by id limit 1 for update skip locked \\gset",
  "update units set state = 'held', version = version + 1 where id = :id;",
  'insert into holds (unit_id, held_by) values (:id, :client_id);',
  "insert into events (actor, unit_id, kind) values (:client_id, :id, 'held');",
  'commit;',
].join('\n');

/** As many homes for as many clients, as PostgreSQL gives them out; every one of them was given out once. */
async function theirs(cluster: Cluster): Promise<Taken> {
  cluster.sql(theirTables);
  const taken = await cluster.bench(theirPick, CLIENTS, SHARE);
  const homes = Number(cluster.sql('select count(distinct unit_id) from holds'));
  if (homes !== HOMES) throw new Error(`PostgreSQL gave out ${homes} homes of ${HOMES}`);
  return taken;
}

async function run(): Promise<Measured> {
  const bundle = await bundledChild('launch-clients');
  const programs = postgresPrograms();
  const cluster =
    programs === undefined
      ? undefined
      : await postgresCluster(programs, { clients: CLIENTS, ...(await testAuthority('PostgreSQL')) });
  const office = await ourOffice(bundle.program);
  try {
    const rounds: Round[] = [];
    const our: number[] = [];
    const their: number[] = [];
    await office.take(0);
    if (cluster) await theirs(cluster);
    for (let round = 1; round <= ROUNDS; round += 1) {
      const taken = await office.take(round);
      our.push(...taken.took);
      const beside = cluster && (await theirs(cluster));
      if (beside) their.push(...beside.took);
      rounds.push({ ours: taken.elapsedMs / HOMES, baseline: (beside?.elapsedMs ?? 0) / HOMES });
    }
    const { attempts, lost, untold, doubleSales } = office.figures();
    for (const what of untold.slice(0, 10)) console.log(`not as it should be: ${what}`);
    const ms = median(rounds.map(({ ours }) => ours));
    const figures = {
      ...{ clients: CLIENTS, units: HOMES, doubleSales, attempts, lost, untold: untold.length },
      throughput: rounded(1000 / ms),
      p50: rounded(percentile(our, 50)),
      p99: rounded(percentile(our, 99)),
    };
    // A home that two were told of is worse than any slowness.
    const wrong = doubleSales > 0 || untold.length > 0 ? { judged: Number.POSITIVE_INFINITY } : {};
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

/** A thousand homes that two hundred clients want at once. */
export const launch: Bench = {
  name: 'launch',
  about:
    'two hundred clients over TLS who take a thousand homes, against PostgreSQL giving out as many by SELECT … FOR UPDATE SKIP LOCKED',
  bound: 30,
  run,
};
