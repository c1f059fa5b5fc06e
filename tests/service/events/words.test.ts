import { getTableColumns, getTableName } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { loggedTables } from '#db/replay.ts';
import { resources } from '#shared/i18n/index.ts';

describe('The fields of records in their history', () => {
  it('have a name in both languages, every single one, and so have their tables', () => {
    const columns = [...new Set(loggedTables.flatMap((table) => Object.keys(getTableColumns(table))))].toSorted();
    const tables = loggedTables.map((table) => getTableName(table));
    for (const language of ['zh-CN', 'en'] as const) {
      const { recordFields, recordTables } = resources[language];
      expect(columns.filter((column) => !Object.hasOwn(recordFields, column))).toEqual([]);
      expect(tables.filter((table) => !Object.hasOwn(recordTables, table))).toEqual([]);
    }
  });
});
