import type { ReadDb } from '#db/access.ts';
import { type CaseRow, casesOf, papersOfCase } from '#db/repositories/cases.ts';
import { planLinesOf, subscriptionById } from '#db/repositories/subscriptions.ts';
import { liveContractOf } from '#db/repositories/units.ts';
import { cases } from '#db/schema/cases.ts';
import { awaitsPaper, needOf, stepAfter } from '#shared/domain/cases/definitions.ts';
import { type CaseEvent, type CaseFacts, caseLifecycle } from '#shared/domain/cases/lifecycle.ts';
import { openCaseStates } from '#shared/domain/cases/states.ts';
import { decide, decideOrRefuse } from '#shared/domain/lifecycle.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { CommandContext, QueryContext } from '../kernel/handlers.ts';
import { planOf } from '../payments/take-money.ts';
import { definitionOf } from './case-definition.ts';
import { followLoans } from './follow-loans.ts';

type Reading = Pick<QueryContext<unknown>, 'db' | 'today' | 'setting'>;
type Writing = Pick<CommandContext<unknown>, 'db' | 'tx' | 'now' | 'today' | 'setting'>;

function loanOpen(context: Reading, row: CaseRow): number {
  const position = planLinesOf(context.db, row.subscriptionId).find(({ id }) => id === row.planLineId)?.position;
  return planOf(context, row.subscriptionId).find((line) => line.position === position)?.open ?? 0;
}

/** The contract of a deal as long as it lives. */
function contractOf(db: ReadDb, subscriptionId: number) {
  const subscription = subscriptionById(db, subscriptionId);
  if (subscription === undefined) throw new DomainError('NOT_FOUND');
  const live = liveContractOf(db, subscription.unitId);
  return live?.subscriptionId === subscriptionId ? live : undefined;
}

/** Everything the guards of a case look at. */
export function gatherCaseFacts(context: Reading, row: CaseRow): CaseFacts {
  const { db } = context;
  const needs = needOf(row.step);
  const contract = contractOf(db, row.subscriptionId);
  const definition = definitionOf(context, row);
  const missing = papersOfCase(db, row.id).filter(
    ({ kind, optional, got, needed }) => !optional && got < needed && awaitsPaper(definition, row.step, kind),
  );
  return {
    lastStep: stepAfter(definition, row.step) === undefined,
    papersMissing: missing.length,
    filingMissing: needs === 'filing' && contract?.state !== 'filed',
    loanOpenFen: needs === 'loanMoney' ? loanOpen(context, row) : 0,
    bankMissing: row.bank === '',
    loan: row.planLineId !== null,
    contractEnded: contract === undefined,
  };
}

/** Brings an event about on a case: decides by the table, writes state, step and clock. Throws the table's refusal. */
export function applyCaseEvent(
  context: Writing,
  row: CaseRow,
  event: CaseEvent,
  patch: Partial<typeof cases.$inferInsert> = {},
): CaseRow {
  const { tx, today } = context;
  const { next, effects } = decideOrRefuse(caseLifecycle, row.state, event, gatherCaseFacts(context, row));
  const step = effects.includes('nextStep') ? stepAfter(definitionOf(context, row), row.step) : undefined;
  const after = tx.update(cases, row.id, {
    ...patch,
    state: next,
    ...(step === undefined ? {} : { step, stepSince: today, note: '', notedAt: null }),
    ...(effects.includes('close') ? { closedOn: today } : {}),
    ...(effects.includes('open') ? { closedOn: null, stepSince: today } : {}),
  });
  if (after.state === 'done') followLoans(context, row.subscriptionId);
  return step === undefined ? after : passed(context, after);
}

/** What a step waits for elsewhere may be there before the case comes to it: then nobody has to leave it by hand. */
function passed(context: Writing, row: CaseRow): CaseRow {
  const needs = needOf(row.step);
  if (needs !== 'filing' && needs !== 'loanMoney') return row;
  const { refused } = decide(caseLifecycle, row.state, 'advance', gatherCaseFacts(context, row));
  return refused === undefined ? applyCaseEvent(context, row, 'advance') : row;
}

/**
 * Lets the cases of a deal follow what happened elsewhere: a filing ends with the city's number, a mortgage goes on from
 * its filing, and ends with the bank's money. Runs in the transaction of that act.
 */
export function advanceFollowers(context: Writing, subscriptionId: number): void {
  for (const row of casesOf(context.db, subscriptionId)) {
    const open: readonly string[] = openCaseStates;
    const needs = needOf(row.step);
    if (!open.includes(row.state) || needs === undefined || needs === 'papers') continue;
    const decision = decide(caseLifecycle, row.state, 'advance', gatherCaseFacts(context, row));
    if (decision.refused === undefined) applyCaseEvent(context, row, 'advance');
  }
  followLoans(context, subscriptionId);
}

/** Takes up again the cases whose loan is open once more because its receipt was void. */
export function reopenLoans(context: Writing, subscriptionId: number): void {
  for (const row of casesOf(context.db, subscriptionId)) {
    const decision = decide(caseLifecycle, row.state, 'reopen', gatherCaseFacts(context, row));
    if (decision.refused === undefined) applyCaseEvent(context, row, 'reopen');
  }
  followLoans(context, subscriptionId);
}

/** Ends what is open of a deal whose contract has ended; the reason stays with each case. */
export function endCasesOf(context: Writing, subscriptionId: number, reason: string): void {
  const open: readonly string[] = openCaseStates;
  for (const row of casesOf(context.db, subscriptionId))
    if (open.includes(row.state)) applyCaseEvent(context, row, 'cancel', { note: reason, notedAt: context.now });
}
