import type { z } from 'zod';
import { type listCases, papersOfCase } from '#db/repositories/cases.ts';
import { historyOf } from '#db/repositories/event-list.ts';
import type { cases as casesApi } from '#shared/api/cases.ts';
import { stepClock } from '#shared/domain/cases/clock.ts';
import { limitOf, loanStateOf, stepOf } from '#shared/domain/cases/definitions.ts';
import { caseLifecycle } from '#shared/domain/cases/lifecycle.ts';
import { canOf } from '#shared/domain/lifecycle.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import type { QueryContext } from '../kernel/handlers.ts';
import { gatherCaseFacts } from './apply-case-event.ts';
import { definitionOf } from './case-definition.ts';

type Row = z.input<(typeof casesApi)['list']['output']>['rows'][number];
type Detail = z.input<(typeof casesApi)['detail']['output']>;
type Listed = ReturnType<typeof listCases>[number];

/** A case as a row of a list: where it stands, how its clock runs, whom it waits for. */
export function presentCase(context: Pick<QueryContext, 'today' | 'setting'>, listed: Listed): Row {
  const { row, subscription, contract, buyer, consultant, responsible, amount, papersMissing, unit } = listed;
  const { kind, step, state, loanKind } = row;
  const definition = definitionOf(context, row);
  return {
    id: row.id,
    kind,
    state,
    step,
    stepName: stepOf(definition, step).name,
    subscriptionId: subscription.id,
    contract: contract?.number ?? '',
    signedOn: contract?.signedOn ?? null,
    unit,
    buyer: buyer ?? '',
    consultant,
    responsible,
    responsibleId: row.responsibleId,
    loanKind,
    loanState: loanKind === null ? null : loanStateOf(definition, step, state === 'done'),
    bank: row.bank,
    loanYears: row.loanYears,
    amount,
    ...stepClock(definition, row, context.today),
    waitsFor: stepOf(definition, step).waitsFor,
    papersMissing,
    note: row.note,
    expectedOn: row.expectedOn,
    openedOn: row.openedOn,
    closedOn: row.closedOn,
  };
}

/** A case with its checklist, steps, history and what may be done with it. */
export function presentDetail(context: QueryContext, listed: Listed): Detail {
  const { db, can } = context;
  const { row } = listed;
  const acts = ['collect', 'take', 'assign', 'note', 'enterLoan', 'advance', 'giveBack', 'resume'] as const;
  const decided = canOf(caseLifecycle, row.state, gatherCaseFacts(context, row), acts);
  const forbidden: Refusal = { code: 'FORBIDDEN' };
  const definition = definitionOf(context, row);
  const { steps } = definition;
  return {
    row: presentCase(context, listed),
    steps: steps.map((one) => ({
      step: one.step,
      name: one.name,
      limitDays: limitOf(one, row.loanKind),
      waitsFor: one.waitsFor,
    })),
    at: row.state === 'done' ? steps.length : stepOf(definition, row.step).index,
    papers: papersOfCase(db, row.id).map(({ kind, needed, got, original, optional }) => ({
      kind,
      needed,
      got,
      original,
      optional,
    })),
    history: historyOf(db, 'cases', row.id),
    can: Object.fromEntries(
      acts.map((act) => [act, can(act === 'assign' ? 'cases.assign' : 'cases.write') ? decided[act] : forbidden]),
    ),
    version: row.version,
  };
}
