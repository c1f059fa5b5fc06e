import { casesOf } from '#db/repositories/cases.ts';
import { planLinesOf, type SubscriptionRow } from '#db/repositories/subscriptions.ts';
import { casePapers, cases } from '#db/schema/cases.ts';
import { papersOf } from '#shared/domain/cases/definitions.ts';
import { caseLifecycle } from '#shared/domain/cases/lifecycle.ts';
import type { CaseKind, LoanKind } from '#shared/domain/cases/states.ts';
import { isLoan } from '#shared/domain/plans/states.ts';
import type { CommandContext } from '../kernel/handlers.ts';

type Writing = Pick<CommandContext<unknown>, 'db' | 'tx' | 'today' | 'setting'>;

/** Opens a case with its checklist at its first step. */
function openCase(
  { tx, today, setting }: Writing,
  subscriptionId: number,
  kind: CaseKind,
  loan: { readonly planLineId: number; readonly loanKind: LoanKind } | null,
): number {
  const definition = setting('caseDefinitions')[kind];
  const [first] = definition.steps;
  if (first === undefined) throw new RangeError(`No case of kind ${kind} has steps`);
  const row = tx.insert(cases, {
    kind,
    subscriptionId,
    state: caseLifecycle.initial,
    step: first.step,
    stepSince: today,
    openedOn: today,
    planLineId: loan?.planLineId ?? null,
    loanKind: loan?.loanKind ?? null,
  });
  for (const [index, paper] of papersOf(definition, loan?.loanKind ?? null).entries())
    tx.insert(casePapers, {
      caseId: row.id,
      position: index + 1,
      kind: paper.kind,
      needed: paper.needed,
      optional: paper.optional,
    });
  return row.id;
}

/** What of a deal was done before the office had this program: nobody needs a case for it. */
type DoneBefore = { readonly filed: boolean; readonly paidLines: readonly number[] };

/**
 * Opens what a signed contract needs and does not have yet: its filing, and a mortgage for each loan of its plan, save
 * for what was done before. Runs in the transaction of the signing; asking again opens nothing twice. Answers the cases it
 * opened.
 */
export function openCasesOf(
  context: Writing,
  { id }: Pick<SubscriptionRow, 'id'>,
  done: DoneBefore = { filed: false, paidLines: [] },
): number[] {
  const there = casesOf(context.db, id).filter(({ state }) => state !== 'cancelled');
  const opened: number[] = [];
  if (!done.filed && !there.some(({ kind }) => kind === 'filing')) opened.push(openCase(context, id, 'filing', null));
  for (const line of planLinesOf(context.db, id)) {
    if (
      !isLoan(line.item) ||
      done.paidLines.includes(line.position) ||
      there.some(({ planLineId }) => planLineId === line.id)
    )
      continue;
    const loanKind = line.item === 'providentLoan' ? 'provident' : 'commercial';
    opened.push(openCase(context, id, 'mortgage', { planLineId: line.id, loanKind }));
  }
  return opened;
}
