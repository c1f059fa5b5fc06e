import { accountById } from '#db/repositories/accounts.ts';
import type { DayRow } from '#db/repositories/days.ts';
import { theProject } from '#db/repositories/projects.ts';
import type { DayCloseData } from '#shared/documents/day-close/data.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { dayOf, timeOf } from '#shared/kernel/local-date.ts';
import type { QueryContext } from '../kernel/handlers.ts';

/** What a daily close is printed from. Throws NOT_FOUND for an office without a project. */
export function dayCloseData({ db }: Pick<QueryContext, 'db'>, row: DayRow): DayCloseData {
  const project = theProject(db);
  if (project === undefined) throw new DomainError('NOT_FOUND');
  const { day, closedAt, closings, figures, seq, head } = row;
  return {
    day,
    company: { name: project.sellerName, project: project.name },
    closed: { on: dayOf(closedAt), at: timeOf(closedAt), by: accountById(db, row.closedBy)?.name ?? '' },
    closings,
    figures,
    head: { seq, hash: head },
  };
}
