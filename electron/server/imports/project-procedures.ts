import type { z } from 'zod';
import type { OpenDatabase } from '#db/connection.ts';
import type { projectImports as projectApi } from '#shared/api/imports-project.ts';
import type { ReadProjectFiles } from '#shared/domain/imports/reading.ts';
import { linkProject } from '#shared/domain/imports/running-project/link-project.ts';
import { tieOut, tieOutState } from '#shared/domain/imports/running-project/totals.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { ThreadProgress } from '#shared/kernel/thread-answer.ts';
import { type CommandContext, type Handlers, prepared, type QueryContext } from '../kernel/handlers.ts';
import type { OfficeKeys } from '../keys.ts';
import { commitProject } from './commit-project.ts';
import type { ListReader } from './list-reader.ts';
import { previewProject } from './preview-project.ts';
import { projectFacts } from './project-facts.ts';

type Order = z.output<(typeof projectApi)['previewProject']['input']>;
type CommitOrder = z.output<(typeof projectApi)['commitProject']['input']>;
type Files = readonly { readonly name: string; readonly bytes: Uint8Array }[];
type Prepared = { readonly read: ReadProjectFiles; readonly files: Files };

/** What the import of a running project needs; `following` says how far a window's files are while something is read. */
type ProjectPorts = {
  readonly database: OpenDatabase;
  readonly lists: ListReader;
  readonly keys: OfficeKeys;
  readonly following: <T>(
    connectionId: number,
    read: (heard: (progress: ThreadProgress) => void) => Promise<T>,
  ) => Promise<T>;
};

/** Handlers of running projects. */
export function projectHandlers({ database, lists, keys, following }: ProjectPorts): Handlers<typeof projectApi> {
  async function readFiles({ connection }: QueryContext, { files: given, choices }: Order): Promise<Prepared> {
    const files = given.map(({ name, content }) => ({ name, bytes: Buffer.from(content, 'base64') }));
    const read = await following(connection.id, (heard) => lists.readProject({ files, choices }, heard));
    if (read.sheets.every(({ kind }) => kind === null || kind === 'totals'))
      throw new DomainError('IMPORT_PROJECT_EMPTY');
    return { read, files };
  }

  const planned = (context: QueryContext | CommandContext, { records }: ReadProjectFiles) =>
    linkProject(records, projectFacts(context, records, keys.identityHash));

  return {
    previewProject: async (context, order) => {
      const { read } = await readFiles(context, order);
      return previewProject(context.db, read, planned(context, read));
    },

    commitProject: prepared({
      prepare: (context: QueryContext, order: CommitOrder) => readFiles(context, order),
      run: (context: CommandContext, { totals }: CommitOrder, { read, files }: Prepared) => {
        // Linked in the transaction itself: somebody may have sold a home since the file was looked at.
        const plan = planned(context, read);
        const errors = [...read.problems, ...plan.problems].filter(({ severity }) => severity === 'error').length;
        if (errors > 0) throw new DomainError('IMPORT_PROJECT_HAS_ERRORS', { errors });
        if (plan.customers.length === 0 && plan.deals.length === 0) throw new DomainError('IMPORT_PROJECT_EMPTY');
        const { missing, differing } = tieOutState(tieOut(totals, plan.figures));
        if (differing > 0) throw new DomainError('IMPORT_TOTALS_DIFFER', { count: differing });
        if (missing > 0) throw new DomainError('IMPORT_TOTALS_MISSING', { count: missing });
        return commitProject(context, { files, plan, hashKey: keys.identityHash, client: database.client });
      },
    }),
  };
}
