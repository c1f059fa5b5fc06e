import { type CaseRow, casesOf, papersOfCase } from '#db/repositories/cases.ts';
import { casePapers, cases } from '#db/schema/cases.ts';
import { caseLifecycle } from '#shared/domain/cases/lifecycle.ts';
import { openCaseStates } from '#shared/domain/cases/states.ts';
import { decide } from '#shared/domain/lifecycle.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import { applyCaseEvent, gatherCaseFacts } from '../cases/apply-case-event.ts';
import type { CommandContext } from '../kernel/handlers.ts';

type OfficeContext = CommandContext<undefined>;

/** Banks that do not exist, for the loans of a generated office. */
const banks = ['渝澄银行江岸支行', '嘉陵商业银行渝中支行', '两江农商行观音桥支行'] as const;
const FUND = '住房公积金中心渝中分中心';

function openOf({ db }: OfficeContext, subscriptionId: number): CaseRow[] {
  const open: readonly string[] = openCaseStates;
  return casesOf(db, subscriptionId).filter(({ state }) => open.includes(state));
}

/** Somebody of the warrants takes the new cases of a deal, and the customer names the bank. */
export function takeCases({ db, tx, today }: OfficeContext, subscriptionId: number, responsibleId: number): void {
  for (const row of casesOf(db, subscriptionId)) {
    const bank = row.loanKind === 'provident' ? FUND : (banks[subscriptionId % banks.length] ?? banks[0]);
    const loan = row.loanKind === null ? {} : { bank, loanYears: 30, expectedOn: addDays(today, 60) };
    tx.update(cases, row.id, { responsibleId, ...loan });
    for (const paper of papersOfCase(db, row.id))
      if ((paper.position + subscriptionId) % 3 !== 0)
        tx.update(casePapers, paper.id, { got: paper.needed, original: paper.needed > 1 });
  }
}

function workOn(context: OfficeContext, row: CaseRow): CaseRow | undefined {
  const { db, tx } = context;
  if (row.state === 'returned') return applyCaseEvent(context, row, 'resume');
  if (row.step === 'collect')
    for (const paper of papersOfCase(db, row.id))
      if (!paper.optional && paper.got < paper.needed)
        tx.update(casePapers, paper.id, { got: paper.needed, original: true });
  const decision = decide(caseLifecycle, row.state, 'advance', gatherCaseFacts(context, row));
  return decision.refused === undefined ? applyCaseEvent(context, row, 'advance') : undefined;
}

function told(context: OfficeContext, row: CaseRow): void {
  const { kind, step, state } = row;
  context.happened({
    kind: state === 'done' ? 'caseDone' : state === 'returned' ? 'caseReturned' : 'caseAdvanced',
    noun: 'cases',
    id: row.id,
    data: { caseKind: kind, step },
  });
}

/** The warrants go a step further with a deal; now and then a bank wants more, and some customers keep them waiting. */
export function workOnCases(context: OfficeContext, subscriptionId: number, round: number): void {
  if (subscriptionId % 4 === 0 && round < 2) return;
  const moved = openOf(context, subscriptionId).flatMap((row) => {
    const wantsMore = row.step === 'bankReview' && row.state === 'running' && (subscriptionId + round) % 4 === 1;
    const note = { note: '银行要求补近六个月流水', notedAt: context.now };
    const after = wantsMore ? applyCaseEvent(context, row, 'giveBack', note) : workOn(context, row);
    return after ?? [];
  });
  const [first] = moved;
  if (first !== undefined) told(context, first);
}

/** Whatever else is open is brought to where the deal stands: filed, or its loan paid out. */
export function catchUpCases(context: OfficeContext, subscriptionId: number, kinds: readonly CaseRow['kind'][]): void {
  for (const row of openOf(context, subscriptionId).filter(({ kind }) => kinds.includes(kind)))
    for (let next: CaseRow | undefined = row; next !== undefined && next.state !== 'done'; )
      next = workOn(context, next);
}
