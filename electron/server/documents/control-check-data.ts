import { checkWithPeople, differencesOf } from '#db/repositories/control.ts';
import { theProject } from '#db/repositories/projects.ts';
import { labelOfUnit } from '#db/repositories/units.ts';
import type { ControlCheckData } from '#shared/documents/control-check/data.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { dayOf, timeOf } from '#shared/kernel/local-date.ts';
import type { QueryContext } from '../kernel/handlers.ts';

/** What a control check is printed from. Throws NOT_FOUND, CHECK_NOT_SIGNED while one of its signatures is missing. */
export function controlCheckData({ db }: Pick<QueryContext, 'db'>, checkId: number) {
  const project = theProject(db);
  const check = checkWithPeople(db, checkId);
  if (project === undefined || check === undefined) throw new DomainError('NOT_FOUND');
  const { row, runBy, supervisor, manager } = check;
  const { supervisorAt, managerAt } = row;
  if (supervisor === null || manager === null || supervisorAt === null || managerAt === null)
    throw new DomainError('CHECK_NOT_SIGNED');
  const moment = (by: string, at: number) => ({ on: dayOf(at), at: timeOf(at), by });
  const data: ControlCheckData = {
    day: row.day,
    company: { name: project.sellerName, project: project.name },
    run: moment(runBy, row.runAt),
    figures: row.figures,
    differences: differencesOf(db, checkId).map(({ row: one, explainer, subscription, contract }) => ({
      unit: one.unitId === null ? '' : labelOfUnit(db, one.unitId),
      ...{ kind: one.kind, field: one.field, expected: one.expected, found: one.found },
      records: [subscription, contract].filter((number) => number !== null).join('、'),
      explanation: one.explanation,
      by: explainer ?? '',
    })),
    supervisor: moment(supervisor, supervisorAt),
    manager: moment(manager, managerAt),
    head: { seq: row.seq, hash: row.head },
  };
  return { number: row.number, data };
}
