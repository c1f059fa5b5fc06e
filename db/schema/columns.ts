import { type SQL, sql } from 'drizzle-orm';
import { check, integer, text } from 'drizzle-orm/sqlite-core';
import type { Area } from '#shared/kernel/area.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Fen } from '#shared/kernel/money.ts';

/** The key of a row. */
export const id = () => integer().primaryKey({ autoIncrement: true });
/** Money in fen. */
export const fenColumn = () => integer().$type<Fen>();
/** An area in hundredths of m². */
export const areaColumn = () => integer().$type<Area>();
/** A calendar day. */
export const dayColumn = () => text().$type<LocalDate>();
/** An instant, UTC milliseconds. */
export const instantColumn = () => integer();
/** Yes or no. */
export const flagColumn = () => integer({ mode: 'boolean' });
/** The version that an editing screen saw; a command that saw an older one is refused as STALE. */
export const version = () => integer().notNull().default(1);

/** A CHECK that a column holds one of a declared list: the list in shared/domain is the only one. */
export function oneOf(table: string, column: string, values: readonly string[]) {
  return check(`${table}_${column}_known`, oneOfSql(column, values));
}

/** `column in (…)` with the names written out, for CHECK lists and partial indexes. */
export function oneOfSql(column: string, values: readonly string[]): SQL {
  return sql.raw(`"${column}" in (${values.map((value) => `'${value}'`).join(', ')})`);
}

/** A CHECK written in the words of the database. */
export function holds(name: string, condition: string) {
  return check(name, sql.raw(condition));
}
