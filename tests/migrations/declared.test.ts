import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDatabase, openDatabase } from '#db/connection.ts';
import { migrate, readMigrations } from '#db/migrate.ts';
import * as schema from '#db/schema/index.ts';
import { approvalLifecycle } from '#shared/domain/approvals/lifecycle.ts';
import { contractLifecycle } from '#shared/domain/contracts/lifecycle.ts';
import { subscriptionLifecycle } from '#shared/domain/subscriptions/lifecycle.ts';
import { unitCommercial } from '#shared/domain/units/commercial.ts';
import { unitEncumbranceAxis } from '#shared/domain/units/encumbrance.ts';
import { unitLegal } from '#shared/domain/units/legal.ts';
import { unitPostSale } from '#shared/domain/units/post-sale.ts';
import { migrationsFolder } from '#tests/support/first-pages.ts';

/** Every lifecycle of the office, and the column that holds its state. */
const lifecycles = [
  ['units', 'commercial_state', unitCommercial.states],
  ['units', 'legal_state', unitLegal.states],
  ['units', 'encumbrance', unitEncumbranceAxis.states],
  ['units', 'post_sale_state', unitPostSale.states],
  ['subscriptions', 'state', subscriptionLifecycle.states],
  ['contracts', 'state', contractLifecycle.states],
  ['approvals', 'state', approvalLifecycle.states],
] as const;

describe('A new office file and the program', () => {
  let database: OpenDatabase;
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'zhiye-declared-'));
    database = openDatabase({ file: path.join(folder, 'office.db'), key: Buffer.alloc(32, 7) });
    migrate(database.client, readMigrations(migrationsFolder), () => undefined);
  });
  afterAll(() => {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const sqlOf = (name: string) =>
    String(database.client.prepare('select sql from sqlite_schema where name = ?').pluck().get(name));
  const listOf = (table: string, column: string): string[] => {
    const [, list = ''] = new RegExp(`CHECK\\("${column}" in \\(([^)]*)\\)\\)`).exec(sqlOf(table)) ?? [];
    return [...list.matchAll(/'([^']*)'/g)].map(([, value = '']) => value);
  };

  it.each(lifecycles)('agree on the states of %s.%s, each and in order', (table, column, states) => {
    expect(listOf(table, column)).toEqual([...states]);
  });

  it('agree on which deals and claims keep a home from others', () => {
    const where = (index: string) => / WHERE (.*)$/s.exec(sqlOf(index))?.[1];
    expect(where('unit_locks_one_live')).toBe('"ended_at" is null');
    const live = where('subscriptions_one_live') ?? '';
    const ended = ['cancelled', 'forfeited', 'expired'];
    for (const state of subscriptionLifecycle.states) expect(live.includes(`'${state}'`)).toBe(!ended.includes(state));
    const contract = where('contracts_one_live') ?? '';
    for (const state of contractLifecycle.states)
      expect(contract.includes(`'${state}'`)).toBe(!['superseded', 'terminated'].includes(state));
  });

  it('are one: the migrations hold all of the declared tables, with nothing left to generate', async () => {
    const snapshot = JSON.parse(readFileSync(path.join(migrationsFolder, 'snapshot.json'), 'utf8'));
    const now = await generateSQLiteDrizzleJson({ ...schema }, snapshot.id, 'snake_case');
    expect(await generateSQLiteMigration(snapshot, now)).toEqual([]);
  });

  it('hold no reference that would take rows along: what is referred to stays', () => {
    const all = database.client
      .prepare<[], string>(`select sql from sqlite_schema where type = 'table' and sql is not null`)
      .pluck()
      .all();
    expect(all.length).toBeGreaterThan(20);
    for (const sql of all) expect(sql).not.toMatch(/ON DELETE (CASCADE|SET)/i);
  });
});
