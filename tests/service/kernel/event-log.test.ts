import { getTableName } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { currentTables, loggedTables, replay } from '#db/replay.ts';
import { GENESIS_HASH } from '#db/repositories/event-hash.ts';
import { headOf, verifyLog } from '#db/repositories/events.ts';
import { destroyPersonKey } from '#db/repositories/person-keys.ts';
import * as schema from '#db/schema/index.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, subscribeHome, takeDeposit } from '#tests/support/deal-builders.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { proofSize } from '#tests/support/proof-size.ts';

const NAME = '欧阳倩';

/** Values as somebody would change them who has the file open: never the same as before. */
const changes: Readonly<Record<string, (before: never) => unknown>> = {
  number: (before: never) => Number(before) + 1,
  string: (before: never) => `${String(before)} `,
  object: () => 1,
};

describe('The log of an office where a home was sold', () => {
  let desk: TestOffice;
  let buyer: number;
  beforeEach(async () => {
    desk = await testOffice();
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant');
    buyer = await buildBuyer(consultant, NAME);
    await consultant.customers.followUp({
      customerId: buyer,
      method: 'phone',
      content: `${NAME}周末带家人来看房`,
      rating: 'A',
      nextOn: '2026-11-28',
    });
    const { subscriptionId, approvalId } = await subscribeHome(consultant, home, buyer);
    await approve(desk, approvalId);
    await takeDeposit(desk, subscriptionId, buyer);
  });
  afterEach(() => desk.close());

  const client = () => desk.office.database.client;
  const brokenAt = (): number | undefined => {
    try {
      verifyLog(client());
      return undefined;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'LOG_BROKEN') return Number(error.params['seq']);
      throw error;
    }
  };

  /** As somebody with the key and a database tool: the triggers are no obstacle. Everything is put back afterwards. */
  function tampered<T>(act: () => void, look: () => T): T {
    client().pragma('foreign_keys = OFF');
    client().exec('begin');
    try {
      for (const name of [
        'events_never_change',
        'events_never_go',
        'event_changes_never_change',
        'event_changes_never_go',
      ])
        client().exec(`drop trigger ${name}`);
      act();
      return look();
    } finally {
      client().exec('rollback');
      client().pragma('foreign_keys = ON');
    }
  }

  it('is one chain from the first event to the last', async () => {
    const auditor = desk.as('auditor');
    const { events, head } = verifyLog(client());
    expect(events).toBeGreaterThan(8);
    expect(headOf(client())).toEqual({ seq: events, hash: head });
    expect(client().prepare('select previous_hash from events where seq = 1').pluck().get()).toBe(GENESIS_HASH);
    expect(await auditor.events.verify({})).toEqual({ events, head });
  });

  it('shows every single value that was changed in it, and names the entry', () => {
    const events = client().prepare<[], Record<string, unknown>>('select * from events').all();
    const rows = client().prepare<[], Record<string, unknown>>('select * from event_changes').all();
    fc.assert(
      fc.property(fc.constantFrom(...events), fc.nat(14), (event, pick) => {
        const columns = Object.keys(event).filter((column) => column !== 'seq');
        const column = columns[pick % columns.length] ?? '';
        const value = changes[typeof event[column]]?.(event[column] as never);
        const found = tampered(
          () => client().prepare(`update events set ${column} = ? where seq = ?`).run(value, event['seq']),
          brokenAt,
        );
        expect([column, found]).toEqual([column, event['seq']]);
      }),
      { numRuns: proofSize(100, 5_000) },
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...rows),
        fc.constantFrom('table_name', 'row_id', 'before', 'after'),
        (row, column) => {
          const value = changes[typeof row[column]]?.(row[column] as never);
          const found = tampered(
            () =>
              client()
                .prepare(`update event_changes set "${column}" = ? where seq = ? and position = ?`)
                .run(value, row['seq'], row['position']),
            brokenAt,
          );
          expect([column, found]).toEqual([column, row['seq']]);
        },
      ),
      { numRuns: proofSize(100, 5_000) },
    );
  });

  it('shows an entry that was taken out, put in or swapped, whether in the middle or with its rows', () => {
    const last = headOf(client()).seq;
    const run = (sql: string) => tampered(() => client().exec(sql), brokenAt);
    expect(run('delete from events where seq = 3')).toBe(3);
    expect(run('delete from events where seq = 1')).toBe(1);
    expect(run(`delete from event_changes where seq = ${last} and position = 0`)).toBe(last);
    expect(
      run(
        'update events set seq = -1 where seq = 2; update events set seq = 2 where seq = 3; update events set seq = 3 where seq = -1',
      ),
    ).toBe(2);
    expect(
      run(
        `insert into events select seq + 1, happened_at, recorded_at, business_date, actor_id, terminal, procedure,
           request_id, noun, subject_id, 'invented', data, changes_hash, hash, 'ab' from events where seq = ${last}`,
      ),
    ).toBe(last + 1);
  });

  it('gives a changed table away, for the replay of the log is another one', () => {
    const same = () =>
      JSON.stringify([...(replay(client()).get('receipts') ?? [])]) ===
      JSON.stringify([...(currentTables(client()).get('receipts') ?? [])]);
    expect(same()).toBe(true);
    expect(tampered(() => client().exec('update receipts set amount = amount - 1'), same)).toBe(false);
  });

  it('holds nothing about the buyer in clear: neither name nor phone, number, address, notes', () => {
    const phone = String(client().prepare('select phone from customers where id = ?').pluck().get(buyer));
    const text = JSON.stringify([
      client().prepare('select * from events').all(),
      client().prepare('select * from event_changes').all(),
      client().prepare('select * from requests').all(),
    ]);
    expect(text).toContain('sealed:');
    for (const secret of [NAME, phone, '999999', '渝中区', '看房', '三房']) expect(text).not.toContain(secret);
  });

  it('is unreadable about a person whose key was destroyed, readable about all others, and its chain still fits', async () => {
    const consultant = desk.as('consultant');
    const other = await buildBuyer(consultant, '褚遂良');
    const before = verifyLog(client());
    const key = Number(client().prepare('select person_key_id from customers where id = ?').pluck().get(buyer));
    destroyPersonKey(client(), key, desk.clock());
    expect(verifyLog(client())).toEqual(before);
    const customers = replay(client()).get('customers');
    for (const column of ['name', 'phone', 'address', 'identitySealed', 'identityHash'])
      expect(customers?.get(buyer)?.[column], column).toMatch(/^sealed:/);
    expect(customers?.get(buyer)?.['rating']).toBe('A');
    expect(customers?.get(other)?.['name']).toBe('褚遂良');
    expect(JSON.stringify([...(replay(client()).get('follow_ups') ?? [])])).not.toContain('看房');
    // The office goes on: the next event is chained to the last one.
    await consultant.session.setLanguage({ language: 'en' });
    expect(verifyLog(client()).events).toBe(before.events + 1);
  });

  it('covers every table but the log itself, keys, answers, sessions and what is derived', () => {
    const all = Object.values(schema).filter((one) => one instanceof SQLiteTable);
    const log = ['events', 'event_changes', 'requests', 'person_keys', 'grams'];
    const host = ['terminal_sessions', 'terminal_sightings', 'host_identity', 'login_tries', 'readings'];
    const apart = [...log, ...host];
    const names = all.map((table) => getTableName(table)).filter((name) => !apart.includes(name));
    expect(loggedTables.map((table) => getTableName(table)).toSorted()).toEqual(names.toSorted());
  });
});
