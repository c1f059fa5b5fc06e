import type { OpenDatabase } from '#db/connection.ts';
import { allImports } from '#db/repositories/imports.ts';
import type { imports as importsApi } from '#shared/api/imports.ts';
import type { PriceListField } from '#shared/domain/imports/fields.ts';
import type { ReadList } from '#shared/domain/imports/reading.ts';
import type { ColumnMapping } from '#shared/domain/imports/recognise-header.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { ThreadProgress } from '#shared/kernel/thread-answer.ts';
import { type CommandContext, type Handlers, prepared, type QueryContext } from '../kernel/handlers.ts';
import type { OfficeKeys } from '../keys.ts';
import { commitImport } from './commit-import.ts';
import type { ListReader } from './list-reader.ts';
import { previewImport } from './preview-import.ts';
import { projectHandlers } from './project-procedures.ts';
import { undoImport, undoRefusals } from './undo-import.ts';

type FileOrder = {
  readonly file: { readonly name: string; readonly content: string };
  readonly sheet: number | null;
  readonly mapping: ColumnMapping<PriceListField> | null;
};

type CommitOrder = FileOrder & { readonly alsoFiled: boolean; readonly leaveOutFaulty: boolean };
type Prepared = { readonly read: ReadList; readonly bytes: Uint8Array };

/** What imports need besides the transaction. */
export type ImportPorts = {
  readonly database: OpenDatabase;
  readonly lists: ListReader;
  readonly keys: OfficeKeys;
};

/** Handlers of imports. */
export function importsHandlers({ database, lists, keys }: ImportPorts): Handlers<typeof importsApi> {
  /** How far each window's file is; a window reads one at a time. */
  const reading = new Map<number, ThreadProgress>();

  async function following<T>(
    connectionId: number,
    read: (heard: (progress: ThreadProgress) => void) => Promise<T>,
  ): Promise<T> {
    try {
      return await read((progress) => void reading.set(connectionId, progress));
    } finally {
      reading.delete(connectionId);
    }
  }

  async function readFile({ connection }: QueryContext, { file, sheet, mapping }: FileOrder): Promise<Prepared> {
    const bytes = Buffer.from(file.content, 'base64');
    const order = { name: file.name, bytes, sheet, mapping };
    return { bytes, read: await following(connection.id, (heard) => lists.read(order, heard)) };
  }

  return {
    ...projectHandlers({ database, lists, keys, following }),

    preview: async (context, order) =>
      previewImport(context.db, (await readFile(context, order)).read, order.alsoFiled),

    progress: ({ connection }) => ({ rows: reading.get(connection.id) ?? null }),

    commit: prepared({
      prepare: (context: QueryContext, order: CommitOrder) => readFile(context, order),
      run: (context: CommandContext, order: CommitOrder, { read, bytes }: Prepared) => {
        if (read.list.units.length === 0) throw new DomainError('IMPORT_NO_ROWS');
        if (read.errors > 0 && !order.leaveOutFaulty)
          throw new DomainError('IMPORT_HAS_ERRORS', { errors: read.errors });
        return commitImport(context, {
          fileName: order.file.name,
          bytes,
          list: read.list,
          alsoFiled: order.alsoFiled,
        });
      },
    }),

    list: ({ db, can }) => {
      const refusalOf = undoRefusals(database, can('deals.import'));
      return allImports(db).map(({ import: row, by }) => ({
        id: row.id,
        kind: row.kind,
        fileName: row.fileName,
        rows: row.rows,
        builtArea: row.builtArea,
        total: row.total,
        state: row.state,
        committedAt: row.committedAt,
        committedBy: by ?? '',
        version: row.version,
        can: { undo: refusalOf(row) },
      }));
    },

    undo: (context, order) => undoImport(database, context, order),
  };
}
