import type { Cluster } from './postgres.ts';

// Launch day as PostgreSQL does it: the tables that a turn at a desk touches, and its two steps. No step waits for
// another: the next in turn and the home are taken by SKIP LOCKED, so that nobody ever comes second. Each step writes
// its event and its answer by the id of the request, as the office does.
const tables = (homes: number, desks: number) => `
  drop table if exists picks, holds, requests, events, desks, intents, units;
  create table units (id int primary key, state text not null, version int not null default 1);
  create index units_free on units (id) where state = 'available';
  create table intents (id int primary key, queue_no int not null unique, draw_place int not null unique,
    state text not null, called_at timestamptz, version int not null default 1);
  create index intents_waiting on intents (draw_place) where state = 'registered';
  create table desks (id int primary key, intent_id int unique references intents, turn_ends_at timestamptz,
    version int not null default 1);
  create table holds (id bigserial primary key, unit_id int not null references units, held_by int not null,
    held_at timestamptz not null default now(), expires_at timestamptz not null, ended_at timestamptz);
  create unique index holds_one_live on holds (unit_id) where ended_at is null;
  create table picks (id bigserial primary key, intent_id int not null unique references intents,
    desk_id int not null references desks, unit_id int not null references units, hold_id bigint not null references holds,
    picked_at timestamptz not null default now());
  create unique index picks_one_live on picks (unit_id);
  create table events (seq bigserial primary key, actor int not null, intent_id int not null, unit_id int, kind text not null,
    happened_at timestamptz not null default now());
  create table requests (id uuid primary key, actor int not null, answer text not null);
  insert into units select n, 'available' from generate_series(1, ${homes}) n;
  insert into intents select n, n, ${homes} - n + 1, 'registered', null from generate_series(1, ${homes}) n;
  insert into desks select n, null, null from generate_series(0, ${desks - 1}) n;
  analyze units, intents, desks;`;

const turn = [
  'begin;',
  "select id as intent from intents where state = 'registered' order by draw_place limit 1 for update skip locked \\gset",
  "update intents set state = 'called', called_at = now(), version = version + 1 where id = :intent;",
  "update desks set intent_id = :intent, turn_ends_at = now() + interval '10 minutes', version = version + 1 where id = :client_id;",
  "insert into events (actor, intent_id, kind) values (:client_id, :intent, 'intentCalled');",
  "insert into requests values (gen_random_uuid(), :client_id, 'called');",
  'commit;',
  'begin;',
  "select id as unit from units where state = 'available' order by id limit 1 for update skip locked \\gset",
  "update units set state = 'held', version = version + 1 where id = :unit;",
  "insert into holds (unit_id, held_by, expires_at) values (:unit, :client_id, now() + interval '2 hours') returning id as hold \\gset",
  "update intents set state = 'picked', version = version + 1 where id = :intent;",
  'update desks set intent_id = null, turn_ends_at = null, version = version + 1 where id = :client_id;',
  'insert into picks (intent_id, desk_id, unit_id, hold_id) values (:intent, :client_id, :unit, :hold);',
  "insert into events (actor, intent_id, unit_id, kind) values (:client_id, :intent, :unit, 'homePicked');",
  "insert into requests values (gen_random_uuid(), :client_id, 'picked');",
  'commit;',
].join('\n');

/**
 * So many homes for as many numbers in the queue, called and picked at desks of a cluster; how long the whole and each turn
 * took, ms. Every home was given out once, or it throws.
 */
export async function launchInPostgres(cluster: Cluster, { homes, desks }: { homes: number; desks: number }) {
  cluster.sql(tables(homes, desks));
  const taken = await cluster.bench(turn, desks, homes / desks);
  const picked = Number(
    cluster.sql('select count(distinct unit_id) from picks join intents on intents.id = intent_id'),
  );
  if (picked !== homes) throw new Error(`PostgreSQL gave out ${picked} homes of ${homes}`);
  return taken;
}
