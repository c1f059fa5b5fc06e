import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import {
  type CaseKind,
  type CasePaperKind,
  type CaseState,
  type CaseStep,
  caseKinds,
  casePaperKinds,
  caseStates,
  caseSteps,
  type LoanKind,
  loanKinds,
} from '#shared/domain/cases/states.ts';
import { dayColumn, flagColumn, holds, id, instantColumn, oneOf, version } from './columns.ts';
import { planLines, subscriptions } from './deals.ts';
import { accounts } from './office.ts';

/** Cases (权证事项) of signed deals: filing, and one for each loan of the plan. */
export const cases = sqliteTable(
  'cases',
  {
    id: id(),
    kind: text().$type<CaseKind>().notNull(),
    subscriptionId: integer()
      .notNull()
      .references(() => subscriptions.id),
    state: text().$type<CaseState>().notNull(),
    step: text().$type<CaseStep>().notNull(),
    stepSince: dayColumn().notNull(),
    openedOn: dayColumn().notNull(),
    closedOn: dayColumn(),
    responsibleId: integer().references(() => accounts.id),
    /** The line of the plan that the loan pays, for a mortgage. */
    planLineId: integer().references(() => planLines.id),
    loanKind: text().$type<LoanKind>(),
    bank: text().notNull().default(''),
    loanYears: integer(),
    expectedOn: dayColumn(),
    /** The last word about it: what was agreed on the phone, why it came back. */
    note: text().notNull().default(''),
    notedAt: instantColumn(),
    version: version(),
  },
  (table) => [
    uniqueIndex('cases_one_filing')
      .on(table.subscriptionId)
      .where(sql.raw(`"kind" = 'filing' and "state" <> 'cancelled'`)),
    uniqueIndex('cases_one_for_a_loan').on(table.planLineId).where(sql.raw(`"state" <> 'cancelled'`)),
    index('cases_of_subscription').on(table.subscriptionId),
    index('cases_by_state').on(table.kind, table.state),
    oneOf('cases', 'kind', caseKinds),
    oneOf('cases', 'state', caseStates),
    oneOf('cases', 'step', caseSteps),
    oneOf('cases', 'loan_kind', loanKinds),
    holds(
      'cases_loan_has_its_line',
      // A loan that is not taken any more has no line left.
      `("kind" = 'mortgage') = ("loan_kind" is not null) and (("kind" = 'mortgage' and "state" <> 'cancelled') <= ("plan_line_id" is not null))`,
    ),
  ],
);

/** What is collected for a case (资料清单): how many copies are needed and here, and whether the original was seen. */
export const casePapers = sqliteTable(
  'case_papers',
  {
    id: id(),
    caseId: integer()
      .notNull()
      .references(() => cases.id),
    position: integer().notNull(),
    kind: text().$type<CasePaperKind>().notNull(),
    needed: integer().notNull(),
    got: integer().notNull().default(0),
    original: flagColumn().notNull().default(false),
    optional: flagColumn().notNull().default(false),
  },
  (table) => [
    uniqueIndex('case_papers_once').on(table.caseId, table.kind),
    oneOf('case_papers', 'kind', casePaperKinds),
    holds('case_papers_counted', '"needed" > 0 and "got" >= 0'),
  ],
);
