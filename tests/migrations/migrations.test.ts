import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getTableName, is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenDatabase, openDatabase } from '#db/connection.ts';
import { migrate, readMigrations, schemaVersion } from '#db/migrate.ts';
import * as schema from '#db/schema/index.ts';
import { openOffice } from '#electron/server/office.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { migrationsFolder } from '#tests/support/first-pages.ts';
import { testOffice } from '#tests/support/office.ts';

const key = Buffer.alloc(32, 7);

describe('The migrations of an office file', () => {
  let folder: string;
  let database: OpenDatabase;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'zhiye-migrations-'));
    database = openDatabase({ file: path.join(folder, 'office.db'), key });
  });
  afterEach(() => {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('build every table of the program from an empty file', () => {
    migrate(database.client, readMigrations(migrationsFolder), () => expect.unreachable('nothing to back up'));
    const tables = new Set(
      database.client.prepare(`select name from sqlite_schema where type = 'table'`).pluck().all(),
    );
    const declared = Object.values(schema).filter((one) => is(one, SQLiteTable));
    expect(declared.length).toBeGreaterThan(20);
    for (const table of declared) expect(tables).toContain(getTableName(table));
  });

  it('give every table its columns, its checks and its strictness', () => {
    migrate(database.client, readMigrations(migrationsFolder), () => undefined);
    for (const table of Object.values(schema).filter((one) => is(one, SQLiteTable))) {
      const { name, columns } = getTableConfig(table);
      const sql = String(database.client.prepare('select sql from sqlite_schema where name = ?').pluck().get(name));
      expect(sql, name).toMatch(/strict\s*$/i);
      const there = database.client.prepare(`select count(*) from pragma_table_info(?)`).pluck().get(name);
      expect(there, name).toBe(columns.length);
    }
  });

  it('leave the deals of before several plans of a kind with their kind, which was the plan', () => {
    const migrations = readMigrations(migrationsFolder);
    const { client } = database;
    const naming = migrations.findIndex(({ name }) => name.includes('name-the-plan-of-a-deal'));
    migrate(client, migrations.slice(0, naming), () => undefined);
    client.pragma('foreign_keys = off');
    client.exec(`insert into subscriptions (number, unit_id, consultant_id, state, subscribed_on, sign_by, list_price,
      price, plan_kind, deposit_due, adjustments, consent, mortgage_disclosed, created_at)
      values ('RG-2026-0001', 1, 1, 'approved', '2026-11-01', '2026-11-08', 100, 100, 'instalment', 5, '[]', 1, 1, 0)`);
    for (const { sql } of migrations.slice(naming)) client.exec(sql);
    const kept = client.prepare('select plan_kind, plan_code, plan_name from subscriptions').get();
    expect(kept).toEqual({ plan_kind: 'instalment', plan_code: '', plan_name: '' });
  });

  it('run once: a file that is up to date is left alone', () => {
    const migrations = readMigrations(migrationsFolder);
    migrate(database.client, migrations, () => undefined);
    expect(migrate(database.client, migrations, () => expect.unreachable('no step, no backup'))).toBe(
      migrations.length,
    );
  });

  it('keep the rows of a child table when its parent is rebuilt', () => {
    const first = { version: 1, name: 'parents and children', sql: rebuildable };
    const second = { version: 2, name: 'rebuild the parents', sql: rebuild };
    migrate(database.client, [first], () => undefined);
    database.client.exec(`insert into parents values (1, 'a'); insert into children values (1, 1);`);
    let backups = 0;
    migrate(database.client, [first, second], () => {
      backups += 1;
    });
    expect(backups).toBe(1);
    expect(database.client.prepare('select count(*) from children').pluck().get()).toBe(1);
    expect(database.client.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('undo everything when a step leaves a child without its parent', () => {
    const first = { version: 1, name: 'parents and children', sql: rebuildable };
    const bad = { version: 2, name: 'lose the parents', sql: 'create table extra (id integer); delete from parents;' };
    migrate(database.client, [first], () => undefined);
    database.client.exec(`insert into parents values (1, 'a'); insert into children values (1, 1);`);
    expect(() => migrate(database.client, [first, bad], () => undefined)).toThrow(
      expect.objectContaining({ code: 'DATABASE_DAMAGED' }),
    );
    expect(schemaVersion(database.client)).toBe(1);
    expect(database.client.prepare('select count(*) from parents').pluck().get()).toBe(1);
  });

  it('refuse a file of a newer program and leave it as it is', () => {
    const migrations = readMigrations(migrationsFolder);
    migrate(database.client, migrations, () => undefined);
    database.client.pragma(`user_version = ${migrations.length + 1}`);
    expect(() => migrate(database.client, migrations, () => undefined)).toThrow(
      expect.objectContaining({ code: 'DATABASE_NEWER' }),
    );
    expect(schemaVersion(database.client)).toBe(migrations.length + 1);
  });

  it('tell of a missing number instead of leaving a step out', () => {
    writeFileSync(path.join(folder, '0002-second.sql'), 'select 1;');
    expect(() => readMigrations(folder)).toThrow('Migration 1 is missing');
  });
});

describe('A newer program on an office in use', () => {
  it('backs the file up before the first step, and the backup opens', async () => {
    const desk = await testOffice();
    await buildHomes(desk);
    const { folder, rootKey, office } = desk;
    // As a program of the next version finds it: one step more than the file has.
    const newer = mkdtempSync(path.join(tmpdir(), 'zhiye-newer-'));
    for (const { version, name, sql } of readMigrations(migrationsFolder))
      writeFileSync(path.join(newer, `${String(version).padStart(4, '0')}-${name}.sql`), sql);
    const next = readMigrations(migrationsFolder).length + 1;
    writeFileSync(
      path.join(newer, `${String(next).padStart(4, '0')}-note.sql`),
      'create table notes (id integer) strict;',
    );
    await office.close();
    const ports = { clock: desk.clock, newId: () => 'none', log: () => undefined };
    const opened = openOffice({ folder, rootKey, migrations: newer, tickEveryMs: null, ports });
    const [backup = ''] = readdirSync(path.join(folder, 'backups'));
    const file = path.join(folder, 'backups', backup);
    const copy = openDatabase({ file, key: opened.keys.file, readonly: true, copy: true });
    expect(schemaVersion(copy.client)).toBe(next - 1);
    expect(copy.client.prepare('select count(*) from units').pluck().get()).toBe(4);
    copy.close();
    await opened.close();
    rmSync(newer, { recursive: true, force: true });
    await desk.close();
  });
});

const rebuildable = `
  create table parents (id integer primary key, name text) strict;
  create table children (id integer primary key, parent_id integer references parents (id) on delete cascade) strict;`;

const rebuild = `
  create table parents_new (id integer primary key, name text, note text) strict;
  insert into parents_new (id, name) select id, name from parents;
  drop table parents;
  alter table parents_new rename to parents;`;
