import { hostname } from 'node:os';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { v7 } from 'uuid';
import { readDb } from '#db/access.ts';
import { listReader } from '#electron/server/imports/list-reader.ts';
import { peopleWho } from '#electron/server/kernel/persons.ts';
import { openSession } from '#electron/server/kernel/session.ts';
import type { OfficeClient } from '#shared/api/index.ts';
import { type TieOut, tieOut } from '#shared/domain/imports/running-project/totals.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { fen, fenToDecimal } from '#shared/kernel/money.ts';
import { withOffice } from '../office/headless-office.ts';
import { readFile } from './read-file.ts';

/** What is asked of the import of a running project without a window. */
type ProjectOrder = {
  readonly files: readonly string[];
  /** Folder of the program's data: the lists are checked against its homes and people. */
  readonly data: string | undefined;
  readonly commit: boolean;
  readonly passphrase: string | undefined;
  readonly recoveryCode: string | undefined;
};

type Preview = Awaited<ReturnType<OfficeClient['imports']['previewProject']>>;

/** Money in yuan, rows as a spreadsheet counts them; `tieOut` is ours less the office's own totals of the sheet 核对. */
type ToldProject = {
  readonly files: readonly string[];
  readonly sheets: readonly { readonly name: string; readonly kind: string | null; readonly rows: number }[];
  readonly tieOut: readonly {
    readonly kind: TieOut['kind'];
    readonly measure: TieOut['measure'];
    readonly own: string | number | null;
    readonly ours: string | number;
    readonly difference: string | number | null;
  }[];
  readonly committed: boolean;
  readonly importId?: number;
  readonly errors: number;
  readonly warnings: number;
  readonly problems: readonly {
    readonly sheet: string | null;
    readonly row: number | null;
    readonly column: string | null;
    readonly code: string;
    readonly severity: string;
    readonly params: Preview['problems'][number]['params'];
  }[];
};

/** Checks the lists of a running project against an office and, when told so, takes them over. */
export async function importProject({ files, data, commit, ...secrets }: ProjectOrder): Promise<ToldProject> {
  if (data === undefined) throw new Error('--project needs --data DIR, the data folder of the program');
  const given = files.map((file) => ({ name: path.basename(file), content: readFile(file).toString('base64') }));
  const lists = listReader({ worker: path.resolve(import.meta.dirname, '../../electron/workers/read-price-list.ts') });
  try {
    return await withOffice(path.resolve(data), { lists, secrets }, async (office) => {
      const [importer] = peopleWho(readDb(office.database), 'deals.import', Date.now());
      if (importer === undefined) throw new DomainError('FORBIDDEN');
      const connection = office.connect(hostname());
      openSession(connection, importer.id, Date.now());
      const client = createRouterClient(office.router, { context: { connection } }) as unknown as OfficeClient;
      const order = { files: given, choices: [] };
      const seen = await client.imports.previewProject(order);
      if (!commit) return tell(files, seen, { committed: false });
      const { importId } = await client.imports.commitProject({
        requestId: v7(),
        data: { ...order, totals: seen.totals },
      });
      return tell(files, seen, { committed: true, importId });
    });
  } finally {
    await lists.close();
  }
}

function tell(files: readonly string[], seen: Preview, done: Pick<ToldProject, 'committed' | 'importId'>): ToldProject {
  return {
    files: files.map((file) => path.basename(file)),
    sheets: seen.sheets.map(({ name, kind, rows }) => ({ name, kind, rows })),
    tieOut: tieOut(seen.totals, seen.figures).map(({ kind, measure, own, ours, difference }) => {
      const written = (value: number) => (measure === 'amount' ? fenToDecimal(fen(value)) : value);
      return {
        kind,
        measure,
        own: own === null ? null : written(own),
        ours: written(ours),
        difference: difference === null ? null : written(difference),
      };
    }),
    ...done,
    errors: seen.errors,
    warnings: seen.warnings,
    problems: seen.problems.map(({ sheet, row, column, code, severity, params }) => ({
      sheet: sheet === null ? null : (seen.sheets[sheet]?.name ?? null),
      row,
      column,
      code,
      severity,
      params,
    })),
  };
}
