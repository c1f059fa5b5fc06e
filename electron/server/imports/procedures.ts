import type { OpenDatabase } from '#db/connection.ts';
import { allImports } from '#db/repositories/imports.ts';
import type { imports as importsApi } from '#shared/api/imports.ts';
import type { PriceListField } from '#shared/domain/imports/fields.ts';
import type { ColumnMapping } from '#shared/domain/imports/recognise-header.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { ThreadProgress } from '#shared/kernel/thread-answer.ts';
import { type Handlers, type LongContext, long, prepared, type QueryContext } from '../kernel/handlers.ts';
import { unsealed } from '../kernel/sealed.ts';
import { commitImport } from './commit-import.ts';
import { hashOfFiles } from './hash-of-files.ts';
import { inventoryHandlers } from './inventory-procedures.ts';
import type { ListReader } from './list-reader.ts';
import { previewImport } from './preview-import.ts';
import { projectHandlers } from './project-procedures.ts';
import { undoImport, undoRefusals } from './undo-import.ts';

type FileOrder = {
  readonly file: { readonly name: string; readonly content: string };
  readonly sheet: number | null;
  readonly mapping: ColumnMapping<PriceListField> | null;
  readonly alsoFiled: boolean;
};

type CommitOrder = FileOrder & { readonly leaveOutFaulty: boolean };

/** What imports need besides the transaction. */
export type ImportPorts = {
  readonly database: OpenDatabase;
  readonly lists: ListReader;
  /** Key of the hashes by which identity numbers are compared. */
  readonly identityHash: Uint8Array;
  /** Stops the long act that a person has begun. */
  readonly stop: (actorId: number) => void;
};

/** Handlers of imports: files are read on one thread, compared and written on another (decision 0024). */
export function importsHandlers({ database, lists, identityHash, stop }: ImportPorts): Handlers<typeof importsApi> {
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

  async function readFile({ connection }: QueryContext, { file, sheet, mapping, alsoFiled }: FileOrder) {
    const bytes = Buffer.from(file.content, 'base64');
    const order = { name: file.name, bytes, sheet, mapping };
    const read = await following(connection.id, (heard) => lists.read(order, heard));
    return { fileName: file.name, sha256: hashOfFiles([bytes]), read, alsoFiled };
  }

  return {
    ...projectHandlers({ database, lists, identityHash, following }),
    ...inventoryHandlers({ lists, following }),

    preview: long({
      prepare: readFile,
      run: ({ db }: QueryContext, { read, alsoFiled }) => previewImport(db, unsealed(read), alsoFiled),
    }),

    progress: ({ connection }) => ({ rows: reading.get(connection.id) ?? null }),

    commit: long({
      prepare: async (context: QueryContext, order: CommitOrder) => ({
        ...(await readFile(context, order)),
        leaveOutFaulty: order.leaveOutFaulty,
      }),
      run: (context: LongContext, { fileName, sha256, read: packed, alsoFiled, leaveOutFaulty }) => {
        const { list, errors } = unsealed(packed);
        if (list.units.length === 0) throw new DomainError('IMPORT_NO_ROWS');
        if (errors > 0 && !leaveOutFaulty) throw new DomainError('IMPORT_HAS_ERRORS', { errors });
        return commitImport(context, { fileName, sha256, list, alsoFiled });
      },
    }),

    // It is told at once, and answered once the act before it has ended: by then it is undone, or was done already.
    stop: prepared({
      prepare: ({ actor }: QueryContext) => Promise.resolve(stop(actor.id)),
      run: () => ({}),
    }),

    list: long({
      prepare: () => null,
      run: ({ db, can }: QueryContext) => {
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
    }),

    undo: long({
      prepare: (_context: QueryContext, order: { readonly importId: number; readonly version: number }) => order,
      run: (context: LongContext, order) => undoImport(database, context, order),
    }),
  };
}
