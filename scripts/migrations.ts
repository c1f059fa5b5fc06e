import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api';
import { readMigrations } from '#db/migrate.ts';
import * as schema from '#db/schema/index.ts';

const folder = path.resolve(import.meta.dirname, '../db/migrations');
const snapshotFile = path.join(folder, 'snapshot.json');

/** The statements that bring the last migration's schema to the one declared in db/schema; every table STRICT. */
async function pending(): Promise<{ statements: string[]; snapshot: string }> {
  const empty = await generateSQLiteDrizzleJson({}, undefined, 'snake_case');
  const before = existsSync(snapshotFile) ? JSON.parse(readFileSync(snapshotFile, 'utf8')) : empty;
  const after = await generateSQLiteDrizzleJson({ ...schema }, before.id, 'snake_case');
  const statements = await generateSQLiteMigration(before, after);
  return {
    statements: statements.map((one) =>
      one.startsWith('CREATE TABLE') ? one.replace(/\);\s*$/, ') STRICT;') : copied(one, before.tables),
    ),
    snapshot: `${JSON.stringify(after, null, 1)}\n`,
  };
}

/** The rows of a table that is made anew: a column that is new has nothing to be copied from and takes its default. */
function copied(statement: string, tables: Readonly<Record<string, { readonly columns: object }>>): string {
  const [, table = '', columns = ''] = /^INSERT INTO `__new_(\w+)`\((.*?)\) SELECT/.exec(statement) ?? [];
  const known = Object.keys(tables[table]?.columns ?? {});
  if (known.length === 0) return statement;
  const kept = columns.split(', ').filter((name) => known.includes(name.replaceAll('"', '')));
  return `INSERT INTO \`__new_${table}\`(${kept.join(', ')}) SELECT ${kept.join(', ')} FROM \`${table}\`;`;
}

const { values } = parseArgs({ options: { name: { type: 'string' }, check: { type: 'boolean', default: false } } });
const { statements, snapshot } = await pending();
if (values.check) {
  if (statements.length > 0) {
    console.error('db/schema is ahead of db/migrations: run npm run migrations -- --name "<what changes>"');
    process.exitCode = 1;
  }
} else if (statements.length === 0) {
  console.log('Nothing to do: the migrations hold all of db/schema.');
} else if (values.name === undefined) {
  console.error('Say what changes: npm run migrations -- --name "<a sentence>"');
  process.exitCode = 1;
} else {
  const version = String(readMigrations(folder).length + 1).padStart(4, '0');
  const file = `${version}-${values.name.trim().toLowerCase().replaceAll(/\s+/g, '-')}.sql`;
  writeFileSync(path.join(folder, file), `${statements.join('\n')}\n`);
  writeFileSync(snapshotFile, snapshot);
  console.log(`Wrote db/migrations/${file}`);
}
