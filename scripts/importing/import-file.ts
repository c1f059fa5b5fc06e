import { hostname } from 'node:os';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { v7 } from 'uuid';
import { readDb } from '#db/access.ts';
import { type ListReader, listReader } from '#electron/server/imports/list-reader.ts';
import { peopleWho } from '#electron/server/kernel/persons.ts';
import { unsealed } from '#electron/server/kernel/sealed.ts';
import { openSession } from '#electron/server/kernel/session.ts';
import type { OfficeClient } from '#shared/api/index.ts';
import type { ListProblem } from '#shared/domain/imports/read-price-list.ts';
import type { ReadList } from '#shared/domain/imports/reading.ts';
import { type Area, areaToDecimal } from '#shared/kernel/area.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { type Fen, fenToDecimal } from '#shared/kernel/money.ts';
import { withOffice } from '../office/headless-office.ts';
import { readFile } from './read-file.ts';

/** What is asked of the import without a window. */
export type ImportOrder = {
  readonly file: string;
  /** Folder of the program's data; needed to write. */
  readonly data: string | undefined;
  readonly commit: boolean;
  /** Number of the sheet, from 0; the one that says most of units when left out. */
  readonly sheet: number | undefined;
  readonly leaveOutFaulty: boolean;
  readonly alsoFiled: boolean;
  readonly passphrase: string | undefined;
  readonly recoveryCode: string | undefined;
};

/** What the import says at the end, as one line. Area in m², money in yuan, rows as a spreadsheet counts them. */
type Told = {
  readonly file: string;
  readonly sheet: string;
  readonly rows: number;
  readonly units: number;
  readonly leftOut: number;
  readonly builtArea: string;
  readonly total: string;
  readonly committed: boolean;
  readonly newUnits?: number;
  readonly changedUnits?: number;
  readonly errors: number;
  readonly warnings: number;
  readonly problems: readonly {
    readonly row: number | null;
    readonly column: string | null;
    readonly code: string;
    readonly severity: string;
    readonly params: ListProblem['params'];
  }[];
};

/** Reads a price list by the code of the window and, when told so, writes it. */
export async function importFile(order: ImportOrder): Promise<Told> {
  const bytes = readFile(order.file);
  const lists = listReader({ worker: path.resolve(import.meta.dirname, '../../electron/workers/read-price-list.ts') });
  try {
    const packed = await lists.read({
      name: path.basename(order.file),
      bytes: new Uint8Array(bytes),
      sheet: order.sheet ?? null,
      mapping: null,
    });
    const read = unsealed(packed);
    return order.commit ? await commit(order, bytes, read, lists) : tell(order, read, read.list, {});
  } finally {
    await lists.close();
  }
}

async function commit(order: ImportOrder, bytes: Buffer, read: ReadList, lists: ListReader): Promise<Told> {
  if (order.data === undefined) throw new Error('--commit needs --data DIR, the data folder of the program');
  const { passphrase, recoveryCode } = order;
  return withOffice(path.resolve(order.data), { lists, secrets: { passphrase, recoveryCode } }, async (office) => {
    const [importer] = peopleWho(readDb(office.database), 'units.import', Date.now());
    if (importer === undefined) throw new DomainError('FORBIDDEN');
    const connection = office.connect(hostname());
    openSession(connection, importer.id, Date.now());
    const client = createRouterClient(office.router, { context: { connection } }) as unknown as OfficeClient;
    const written = await client.imports.commit({
      requestId: v7(),
      data: {
        file: { name: path.basename(order.file), content: bytes.toString('base64') },
        sheet: order.sheet ?? null,
        mapping: null,
        alsoFiled: order.alsoFiled,
        leaveOutFaulty: order.leaveOutFaulty,
      },
    });
    const { newUnits, changedUnits } = written;
    return tell(order, read, written, { newUnits, changedUnits });
  });
}

type Figures = { readonly builtArea: Area; readonly total: Fen };

function tell(order: ImportOrder, read: ReadList, figures: Figures, written: Partial<Told>): Told {
  return {
    file: path.basename(order.file),
    sheet: read.sheets[read.sheet] ?? '',
    rows: read.list.units.length + read.list.leftOut.length,
    units: read.list.units.length,
    leftOut: read.list.leftOut.length,
    builtArea: areaToDecimal(figures.builtArea),
    total: fenToDecimal(figures.total),
    committed: order.commit,
    ...written,
    errors: read.errors,
    warnings: read.warnings,
    problems: read.problems.map(({ row, column, code, severity, params }) => ({ row, column, code, severity, params })),
  };
}
