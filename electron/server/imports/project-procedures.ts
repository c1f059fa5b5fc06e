import type { z } from 'zod';
import type { OpenDatabase } from '#db/connection.ts';
import type { projectImports as projectApi } from '#shared/api/imports-project.ts';
import type { ReadProjectFiles } from '#shared/domain/imports/reading.ts';
import { linkProject } from '#shared/domain/imports/running-project/link-project.ts';
import { tieOut, tieOutState } from '#shared/domain/imports/running-project/totals.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { ThreadProgress } from '#shared/kernel/thread-answer.ts';
import { type Handlers, type LongContext, long, type QueryContext } from '../kernel/handlers.ts';
import { type Sealed, unsealed } from '../kernel/sealed.ts';
import { commitProject } from './commit-project.ts';
import { hashOfFiles } from './hash-of-files.ts';
import type { ListReader } from './list-reader.ts';
import { previewProject } from './preview-project.ts';
import { projectFacts } from './project-facts.ts';

type Order = z.output<(typeof projectApi)['previewProject']['input']>;
type CommitOrder = z.output<(typeof projectApi)['commitProject']['input']>;

/** What the import of a running project needs; `following` says how far a window's files are while something is read. */
type ProjectPorts = {
  readonly database: OpenDatabase;
  readonly lists: ListReader;
  readonly identityHash: Uint8Array;
  readonly following: <T>(
    connectionId: number,
    read: (heard: (progress: ThreadProgress) => void) => Promise<T>,
  ) => Promise<T>;
};

/** Handlers of running projects. */
export function projectHandlers(ports: ProjectPorts): Handlers<typeof projectApi> {
  const { database, lists, identityHash, following } = ports;

  async function readFiles({ connection }: QueryContext, { files: given, choices }: Order) {
    const files = given.map(({ name, content }) => ({ name, bytes: Buffer.from(content, 'base64') }));
    const read = await following(connection.id, (heard) => lists.readProject({ files, choices }, heard));
    return {
      fileNames: files.map(({ name }) => name),
      sha256: hashOfFiles(files.map(({ bytes }) => bytes)),
      read,
    };
  }

  function opened(packed: Sealed<ReadProjectFiles>): ReadProjectFiles {
    const read = unsealed(packed);
    if (read.sheets.every(({ kind }) => kind === null || kind === 'totals'))
      throw new DomainError('IMPORT_PROJECT_EMPTY');
    return read;
  }

  const planned = (context: Pick<QueryContext, 'db' | 'today' | 'setting'>, { records }: ReadProjectFiles) =>
    linkProject(records, projectFacts(context, records, identityHash));

  return {
    previewProject: long({
      prepare: readFiles,
      run: (context: QueryContext, { read: packed }) => {
        const read = opened(packed);
        return previewProject(context.db, read, planned(context, read));
      },
    }),

    commitProject: long({
      prepare: async (context: QueryContext, order: CommitOrder) => ({
        ...(await readFiles(context, order)),
        totals: order.totals,
      }),
      run: (context: LongContext, { fileNames, sha256, read: packed, totals }) => {
        const read = opened(packed);
        // Linked in the transaction itself: somebody may have sold a home since the file was looked at.
        const plan = planned(context, read);
        const errors = [...read.problems, ...plan.problems].filter(({ severity }) => severity === 'error').length;
        if (errors > 0) throw new DomainError('IMPORT_PROJECT_HAS_ERRORS', { errors });
        if (plan.customers.length === 0 && plan.deals.length === 0) throw new DomainError('IMPORT_PROJECT_EMPTY');
        const { missing, differing } = tieOutState(tieOut(totals, plan.figures));
        if (differing > 0) throw new DomainError('IMPORT_TOTALS_DIFFER', { count: differing });
        if (missing > 0) throw new DomainError('IMPORT_TOTALS_MISSING', { count: missing });
        return commitProject(context, { fileNames, sha256, plan, hashKey: identityHash, client: database.client });
      },
    }),
  };
}
