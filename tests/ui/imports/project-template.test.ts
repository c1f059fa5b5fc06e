import { readXlsx, writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { templateSheets } from '#renderer/features/imports/project-template.ts';
import { readProject } from '#shared/domain/imports/running-project/read-project.ts';
import { projectSheets, projectTables } from '#shared/domain/imports/running-project/sheets.ts';
import { resources } from '#shared/i18n/index.ts';

/** The words of a language by their path, as the screens take them. */
function wordsOf(language: 'zh-CN' | 'en') {
  return (path: string): string =>
    String(
      path
        .split('.')
        .reduce<unknown>((node, name) => Reflect.get(Object(node), name), resources[language].runningProject),
    );
}

describe('The template of a running project', () => {
  it.each(['zh-CN', 'en'] as const)('in %s is read back with every list and every column known', async (language) => {
    const bytes = await writeXlsx({ sheets: templateSheets(wordsOf(language) as never) });
    const { sheets } = await readXlsx(bytes);
    const read = readProject(
      sheets.map(({ name, rows }) => ({
        name,
        label: name,
        rows: rows.map((row) => row.map((cell) => String(cell ?? ''))),
      })),
    );
    expect(read.sheets.map(({ kind }) => kind)).toEqual([null, ...projectSheets]);
    expect(read.problems).toEqual([]);
    for (const { kind, header } of read.sheets)
      if (kind !== null) expect(header?.columns.map(({ field }) => field)).toEqual(projectTables[kind].fields);
  });
});
