import { randomInt } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkpoint, openDatabase } from '#db/connection.ts';
import { type ChangeLine, hashOfChanges, hashOfEvent, type StoredEvent } from '#db/repositories/event-hash.ts';
import { checkLog, headToKeep } from '#db/repositories/log-check.ts';
import type { KeptHead, LogVerdict } from '#shared/domain/events/heads.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, subscribeHome, takeDeposit } from '#tests/support/deal-builders.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { proofFigures, proofSize } from '#tests/support/proof-size.ts';

type Client = TestOffice['office']['database']['client'];

const triggers = ['events_never_change', 'events_never_go', 'event_changes_never_change', 'event_changes_never_go'];
const columns: Readonly<Record<string, (before: never) => unknown>> = {
  happened_at: (at: never) => Number(at) - 86_400_000,
  recorded_at: (at: never) => Number(at) + 1,
  business_date: () => '2026-01-01',
  actor_id: (id: never) => Number(id ?? 0) + 1,
  terminal: (name: never) => `${String(name)}2`,
  procedure: (name: never) => `${String(name)}Any`,
  request_id: () => '0199aaaa-0000-7000-8000-000000000000',
  noun: (noun: never) => (noun === 'receipts' ? 'units' : 'receipts'),
  subject_id: (id: never) => Number(id) + 1,
  kind: (kind: never) => (kind === 'moneyReceived' ? 'locked' : 'moneyReceived'),
  data: () => '{"amountFen":1}',
};

/** What somebody does to the log who has the file, its key and a database tool. The first entry that is not as it was. */
type Attack = { readonly what: string; readonly firstBad: number };

/** All hashes from an entry on, reckoned anew: the chain fits afterwards. */
function reckonAnew(client: Client, from: number): void {
  const rows = client.prepare<[number], StoredEvent>(
    `select seq, happened_at as happenedAt, recorded_at as recordedAt, business_date as businessDate, actor_id as actorId,
     terminal, procedure, request_id as requestId, noun, subject_id as subjectId, kind, data, changes_hash as changesHash,
     previous_hash as previousHash, hash from events where seq >= ? order by seq`,
  );
  const changes = client.prepare<[number], ChangeLine>(
    'select table_name as "table", row_id as id, before, after from event_changes where seq = ? order by position',
  );
  const write = client.prepare('update events set changes_hash = ?, previous_hash = ?, hash = ? where seq = ?');
  let previous =
    client
      .prepare<[number], string>('select hash from events where seq = ?')
      .pluck()
      .get(from - 1) ?? '0'.repeat(64);
  for (const { hash: _old, ...row } of rows.all(from)) {
    const body = { ...row, changesHash: hashOfChanges(changes.all(row.seq)), previousHash: previous };
    previous = hashOfEvent(body);
    write.run(body.changesHash, body.previousHash, previous, row.seq);
  }
}

/** Numbers and rows of all later entries move up into the gap. */
function closeGap(client: Client, gone: number): void {
  client.exec(`update events set seq = -seq where seq > ${gone}; update events set seq = -seq - 1 where seq < 0;
    update event_changes set seq = -seq where seq > ${gone}; update event_changes set seq = -seq - 1 where seq < 0;`);
}

type Kind = (client: Client, at: number, newest: number, other: number) => Attack;

const attacks: Readonly<Record<string, Kind>> = {
  edit: (client, at, _newest, other) => {
    const [column = 'data', change] = Object.entries(columns)[other % Object.keys(columns).length] ?? [];
    const before = client.prepare<[number], never>(`select ${column} from events where seq = ?`).pluck().get(at);
    client.prepare(`update events set ${column} = ? where seq = ?`).run(change?.(before as never), at);
    return { what: `edit ${column}`, firstBad: at };
  },
  editRows: (client, at) => {
    const after = client.prepare('update event_changes set "after" = \'{"amount":1}\' where seq = ? and position = 0');
    // An entry that changed no row gets one.
    if (after.run(at).changes === 0)
      client.prepare("insert into event_changes values (?, 0, 'receipts', 1, null, '{}')").run(at);
    return { what: 'edit a changed row', firstBad: at };
  },
  editAndReckon: (client, at, newest, other) => {
    const attack = attacks['edit']?.(client, at, newest, other) ?? { what: '', firstBad: at };
    reckonAnew(client, at);
    return { ...attack, what: `${attack.what}, hashes reckoned anew` };
  },
  remove: (client, at) => {
    client.exec(`delete from event_changes where seq = ${at}; delete from events where seq = ${at}`);
    return { what: 'remove an entry', firstBad: at };
  },
  removeAndReckon: (client, at) => {
    client.exec(`delete from event_changes where seq = ${at}; delete from events where seq = ${at}`);
    closeGap(client, at);
    reckonAnew(client, at);
    return { what: 'remove an entry, close the gap, hashes reckoned anew', firstBad: at };
  },
  swap: (client, at, newest) => {
    const one = at === newest ? at - 1 : at;
    for (const table of ['events', 'event_changes'])
      client.exec(`update ${table} set seq = -1 where seq = ${one}; update ${table} set seq = ${one} where seq = ${one + 1};
        update ${table} set seq = ${one + 1} where seq = -1`);
    return { what: 'swap two entries', firstBad: one };
  },
  cut: (client, at) => {
    client.exec(`delete from event_changes where seq >= ${at}; delete from events where seq >= ${at}`);
    return { what: 'cut the log', firstBad: at };
  },
  cutAndGoOn: (client, at, newest) => {
    client.exec(`delete from event_changes where seq >= ${at}; delete from events where seq >= ${at}`);
    const head = client.prepare<[], string>('select hash from events order by seq desc limit 1').pluck().get();
    for (let seq = at; seq <= newest + 1; seq += 1)
      client
        .prepare(
          `insert into events values (?, 0, 0, '2026-11-20', null, 'office', 'x.y', ?, 'units', 1, 'locked', '{}', '', ?, ?)`,
        )
        .run(seq, `r${seq}`, head ?? '', `h${seq}`);
    reckonAnew(client, at);
    return { what: 'cut the log and write another end', firstBad: at };
  },
  insert: (client, at) => {
    const move = (table: string) =>
      client.exec(
        `update ${table} set seq = -seq where seq >= ${at}; update ${table} set seq = -seq + 1 where seq < 0`,
      );
    move('events');
    move('event_changes');
    client.exec(`insert into events select ${at}, happened_at, recorded_at, business_date, actor_id, terminal, procedure,
      'invented', noun, subject_id, kind, data, changes_hash, previous_hash, 'invented' from events where seq = ${at + 1}`);
    reckonAnew(client, at);
    return { what: 'put an entry in, hashes reckoned anew', firstBad: at };
  },
};

/** True when the verdict names the first entry that is not as it was, as closely as the kept heads allow. */
function names(found: LogVerdict, { firstBad }: Attack, kept: readonly KeptHead[]): boolean {
  if (found.verdict === 'changed') {
    const nextKept = kept.filter(({ seq }) => seq >= firstBad).toSorted((a, b) => a.seq - b.seq)[0]?.seq ?? firstBad;
    return found.since <= firstBad && firstBad <= found.seq && found.seq <= nextKept;
  }
  if (found.verdict === 'cut') return found.since <= firstBad && firstBad <= found.events + 1;
  return found.verdict === 'otherOffice' && firstBad === 1;
}

describe('The log of an office whose file somebody has who has its key too', () => {
  let desk: TestOffice;
  let folder: string;
  let kept: KeptHead[];
  beforeAll(async () => {
    desk = await testOffice();
    folder = mkdtempSync(path.join(tmpdir(), 'zhiye-chain-'));
    kept = [];
    const keep = () => kept.push(headToKeep(desk.office.database.client));
    const homes = await buildHomes(desk, { floors: 2, rooms: 3 });
    const consultant = desk.as('consultant');
    keep();
    for (const home of homes.slice(0, 3)) {
      const buyer = await buildBuyer(consultant, '欧阳倩');
      const { subscriptionId, approvalId } = await subscribeHome(consultant, home, buyer);
      await approve(desk, approvalId);
      await takeDeposit(desk, subscriptionId, buyer);
      // A daily close, and the last thing that a terminal was told.
      keep();
    }
    checkpoint(desk.office.database.client);
  });
  afterAll(async () => {
    await desk.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A copy of the file as the attacker works on it: triggers and foreign keys are no obstacle. */
  function attacked<T>(work: (client: Client) => T): T {
    const file = path.join(folder, 'office.db');
    copyFileSync(path.join(desk.folder, 'office.db'), file);
    const { client, close } = openDatabase({ file, key: desk.office.keys.file });
    try {
      client.pragma('foreign_keys = OFF');
      client.pragma('synchronous = OFF');
      for (const name of triggers) client.exec(`drop trigger ${name}`);
      client.exec('drop index if exists events_hash_once');
      return work(client);
    } finally {
      close();
      for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
    }
  }

  it('is whole as long as nobody touches it, also by every head that was kept', () => {
    const head = headToKeep(desk.office.database.client);
    const whole = { verdict: 'whole', events: head.seq, head: head.hash };
    expect(checkLog(desk.office.database.client, kept)).toEqual(whole);
    expect(checkLog(desk.office.database.client, [])).toEqual(whole);
  });

  it('shows every edit, removal, swap, addition and cut by itself or by the heads that were kept outside', () => {
    const seed = Number(process.env['ZHIYE_PROOF_SEED'] ?? randomInt(2 ** 31));
    const mutations = proofSize(120, 10_000, 'mutations');
    const newest = headToKeep(desk.office.database.client).seq;
    const missed: string[] = [];
    let tried = 0;
    // One copy serves many: each attack is taken back.
    attacked((client) => {
      fc.assert(
        fc.property(
          fc.constantFrom(...Object.keys(attacks)),
          fc.integer({ min: 1, max: newest }),
          fc.nat(99),
          (kind, at, other) => {
            client.exec('begin');
            try {
              const attack = attacks[kind]?.(client, at, newest, other) ?? { what: kind, firstBad: at };
              const found = checkLog(client, kept);
              tried += 1;
              if (!names(found, attack, kept))
                missed.push(`${attack.what} at ${attack.firstBad}: ${JSON.stringify(found)}`);
            } finally {
              client.exec('rollback');
            }
          },
        ),
        { numRuns: mutations, seed, endOnFailure: true },
      );
    });
    console.log(`chain: seed ${seed}`);
    proofFigures({ proof: 'chain', mutations: tried, missed: missed.length, seed });
    expect(missed).toEqual([]);
  });

  it('shows a cut only by a head that was kept: the chain alone cannot know what came after', () => {
    attacked((client) => {
      const { seq } = headToKeep(client);
      client.exec(`delete from event_changes where seq > ${seq - 3}; delete from events where seq > ${seq - 3}`);
      expect(checkLog(client, [])).toMatchObject({ verdict: 'whole', events: seq - 3 });
      expect(checkLog(client, kept)).toMatchObject({ verdict: 'cut', events: seq - 3, seq });
    });
  });

  it('is known as that of another office by its first entry', async () => {
    const other = await testOffice();
    expect(checkLog(other.office.database.client, kept)).toMatchObject({ verdict: 'otherOffice' });
    await other.close();
  });
});
