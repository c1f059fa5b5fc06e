import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { ExportList, ExportScope } from '#shared/domain/exports/lists.ts';
import { refusalOf } from '../lib/error-sentence.ts';
import { useErrorSentence } from '../lib/i18n.ts';
import { act, thisPc } from '../lib/office.ts';
import { useCommand } from '../lib/use-command.ts';
import { useExportLeave } from './export-leave.tsx';

/** What a filter says: names of states, days and the like. A field that says nothing is left out. */
type ExportFilter = Readonly<
  Record<string, string | number | boolean | readonly (string | number)[] | null | undefined>
>;

/** What leaves the office. */
export type Leaving = {
  readonly list: ExportList;
  /** Name of the file. */
  readonly title: string;
  /** Whose records: everybody's, unless told. */
  readonly scope?: ExportScope | undefined;
  readonly filter?: ExportFilter;
  /** Somebody has typed a search; what it was is not told. */
  readonly searched?: boolean;
  /** The records that it tells of, where these are not its rows. */
  readonly records?: readonly number[];
  /**
   * Where it is printed as well: its title on paper, by which column its rows are counted at the end, what else they come
   * to, and what the paper says of itself.
   */
  readonly paper?: {
    readonly title: string;
    readonly countBy?: string;
    readonly totals?: readonly string[];
    readonly note?: string;
  };
};

/** The line of the log that a file belongs to, and to whom a registered report goes. */
export type ExportRecord = { readonly number: string; readonly at: number; readonly recipient: string | null };

type Saying = string | number | boolean | string[];

/** What of a filter is told: the fields that say something. */
export function toldFilter(filter: ExportFilter): Record<string, Saying> {
  return Object.fromEntries(
    Object.entries(filter).flatMap(([name, value]): [string, Saying][] => {
      if (value === null || value === undefined || value === '') return [];
      if (typeof value === 'object') return value.length === 0 ? [] : [[name, value.map(String)]];
      return [[name, value]];
    }),
  );
}

/** A list that leaves: its columns, how many rows, and the records they are, by which the office counts for itself. */
export type LeavingList = Leaving & {
  readonly columns: readonly string[];
  readonly rows: number;
  readonly ids: readonly number[];
  readonly reportId?: number | null;
  /** On paper, where it is printed here; a file, unless told. */
  readonly form?: 'file' | 'paper';
};

/**
 * The one way for records to leave the office: the line in the log comes first, then what was asked for is made. What
 * nobody can account for does not leave. Refusals are shown.
 */
export function useRecordedLeave(): (
  what: LeavingList,
  make: (record: ExportRecord) => void | Promise<void>,
) => Promise<void> {
  const sentence = useErrorSentence();
  const record = useCommand(act.exports.record);
  const allow = useExportLeave();
  const leave: ReturnType<typeof useRecordedLeave> = async (what, make) => {
    const {
      list,
      scope = 'all',
      filter = {},
      searched = false,
      columns,
      rows,
      ids,
      reportId = null,
      form = 'file',
    } = what;
    const told = {
      ...{ list, scope, filter: toldFilter(filter), searched },
      ...{ columns: [...columns], rows, ids: [...ids] },
    };
    try {
      await make(await record.sendOrThrow({ ...told, reportId, form }));
    } catch (error) {
      const refusal = refusalOf(error);
      // A list that is too long is not lost: as a registered report it may go, or a second person is asked.
      if (refusal.code === 'EXPORT_NEEDS_APPROVAL')
        await allow(told, refusal, (chosen) => leave({ ...what, reportId: chosen }, make));
      else notifications.show({ color: 'seal', message: sentence(refusal), autoClose: false });
    }
  };
  return leave;
}

/** Saves a file where the person says, once the office has it on record. */
export function useRecordedFile(): (
  what: LeavingList,
  kind: 'xlsx' | 'pdf',
  make: (record: ExportRecord) => Promise<Blob>,
) => Promise<void> {
  const { t } = useTranslation('parts');
  const leave = useRecordedLeave();
  return (what, kind, make) =>
    leave(what, async (record) => {
      const file = await make(record);
      const { savedAs } = await (await thisPc()).files.save({ kind, suggestedName: what.title, file });
      if (savedAs === null) return;
      const message =
        kind === 'pdf' ? t('table.saved', { name: savedAs }) : t('table.exported', { name: savedAs, count: what.rows });
      notifications.show({ message });
    });
}
