import type { z } from 'zod';
import type { OpenDatabase } from '#db/connection.ts';
import { pendingExportOf, usableExportOf } from '#db/repositories/approvals.ts';
import { nextNumber } from '#db/repositories/counters.ts';
import { activeReport } from '#db/repositories/privacy-registers.ts';
import { approvals } from '#db/schema/approvals.ts';
import type { exports as exportsApi } from '#shared/api/exports.ts';
import { exportLimitRefusal, exportRefusal } from '#shared/domain/exports/lists.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { dateTimeOf } from '#shared/kernel/local-date.ts';
import { requestApproval } from '../approvals/request-approval.ts';
import { pagesRefusal } from '../documents/kept-papers.ts';
import { ownPaper } from '../documents/own-papers.ts';
import type { CommandContext, Handlers } from '../kernel/handlers.ts';
import { countReadable } from './counted.ts';

type Leaving = Omit<z.output<(typeof exportsApi)['record']['input']>, 'reportId' | 'ids' | 'form'>;

/** What tells one export from another: the same list under the same filter, whatever columns. */
function keyOf({ list, scope, filter, searched }: Pick<Leaving, 'list' | 'scope' | 'filter' | 'searched'>): string {
  const told = Object.entries(filter).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([list, scope, told, searched]);
}

/** The approval under which a list leaves; undefined where there is none. It serves once, for no more rows than asked. */
function approvalFor({ db, actor, now }: CommandContext, what: Leaving) {
  const found = usableExportOf(db, actor.id, now);
  return found.find(({ facts }) => facts['key'] === keyOf(what) && what.rows <= Number(facts['amount']));
}

/**
 * Counts what a window says it takes along, by the records themselves. Throws EXPORT_ROWS_WRONG where it says another
 * number, or names records that the person may not read or are not theirs.
 */
function checkCounted(
  client: OpenDatabase['client'],
  context: CommandContext,
  what: Pick<Leaving, 'list' | 'scope' | 'rows'> & { readonly ids: readonly number[] },
): void {
  const count = what.list === 'papers' ? openPapers(client, context, what.ids) : countReadable(client, context, what);
  if (count !== undefined && (count !== what.rows || what.ids.length !== what.rows))
    throw new DomainError('EXPORT_ROWS_WRONG', { rows: Math.max(what.rows, what.ids.length), count });
}

/** How many of some papers the person may open. */
function openPapers(client: OpenDatabase['client'], context: CommandContext, ids: readonly number[]): number {
  return ids.filter((id) => {
    try {
      return pagesRefusal(client, context, ownPaper(context, id)) === undefined;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  }).length;
}

/** Handlers of what leaves the office as a file. */
export function exportsHandlers({ client }: OpenDatabase): Handlers<typeof exportsApi> {
  return {
    record: (context, { reportId, ids, form, ...what }) => {
      const { tx, db, now, today, can, setting, happened } = context;
      const { list, scope, rows } = what;
      const refused = exportRefusal(list, scope, can);
      if (refused !== undefined) throw DomainError.from(refused);
      checkCounted(client, context, { list, scope, rows, ids });
      const report = reportId === null ? undefined : activeReport(db, reportId);
      if (reportId !== null && report?.list !== list) throw new DomainError('NOT_FOUND');
      const needed = exportLimitRefusal({ list, scope, rows }, setting('exportLimits'));
      const approval = needed === undefined || report !== undefined ? undefined : approvalFor(context, what);
      if (needed !== undefined && report === undefined && approval === undefined) throw DomainError.from(needed);
      const number = nextNumber(tx, 'DC', Number(today.slice(0, 4)));
      if (approval !== undefined)
        tx.update(approvals, approval.id, { facts: { ...approval.facts, exportNumber: number } });
      const long = exportLimitRefusal({ list, scope: 'all', rows }, setting('exportLimits')) !== undefined;
      const by = {
        // One's own book needs nobody's leave; that all of it goes, others hear.
        ...(long && scope === 'mine' ? { large: true } : {}),
        ...(report === undefined ? {} : { report: report.id, recipient: report.recipient }),
        ...(approval === undefined ? {} : { approvalId: approval.id }),
      };
      happened({
        kind: form === 'paper' ? 'listPrinted' : 'exported',
        noun: 'office',
        id: 1,
        data: { number, ...what, ...by },
      });
      return { number, at: now, recipient: report?.recipient ?? null };
    },

    ask: (context, { reason, ids, ...what }) => {
      const { db, actor, can, setting, happened } = context;
      const { list, scope, rows } = what;
      const refused = exportRefusal(list, scope, can);
      if (refused !== undefined) throw DomainError.from(refused);
      checkCounted(client, context, { list, scope, rows, ids });
      if (exportLimitRefusal({ list, scope, rows }, setting('exportLimits')) === undefined)
        throw new DomainError('APPROVAL_NOT_NEEDED');
      const open = pendingExportOf(db, actor.id);
      if (open !== undefined) throw new DomainError('EXPORT_ASKED', { untilOn: dateTimeOf(open.expiresAt) });
      const { id } = requestApproval(context, {
        kind: 'export',
        noun: 'accounts',
        subjectId: actor.id,
        unitId: null,
        amount: rows,
        belowFloor: false,
        reason,
        facts: { list, key: keyOf(what) },
      });
      happened({ kind: 'exportAsked', noun: 'accounts', id: actor.id, data: { approvalId: id, list, rows } });
      return { approvalId: id };
    },
  };
}
