import { activeAccounts } from '#db/repositories/accounts.ts';
import { type CaseRow, caseById, listCases, openCasesByPerson, papersOfCase } from '#db/repositories/cases.ts';
import { subscriptionById } from '#db/repositories/subscriptions.ts';
import { liveContractOf } from '#db/repositories/units.ts';
import { casePapers } from '#db/schema/cases.ts';
import type { cases as casesApi } from '#shared/api/cases.ts';
import { stepOf } from '#shared/domain/cases/definitions.ts';
import type { EventKind } from '#shared/domain/events/kinds.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { CommandContext, Handlers } from '../kernel/handlers.ts';
import { accountMay } from '../kernel/persons.ts';
import { checkOwnDeal } from '../subscriptions/own-deals.ts';
import { applyCaseEvent } from './apply-case-event.ts';
import { definitionOf } from './case-definition.ts';
import { openCasesOf } from './open-cases.ts';
import { presentCase, presentDetail } from './present.ts';

function caseAt(context: CommandContext, input: { readonly caseId: number; readonly version: number }): CaseRow {
  const row = caseById(context.db, input.caseId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  checkOwnDeal(context, row.subscriptionId, 'cases');
  if (row.version !== input.version) throw new DomainError('STALE');
  return row;
}

function told(context: CommandContext, after: CaseRow, kind: EventKind, data: Record<string, unknown> = {}) {
  // As it is called on this day: a setting that names it otherwise later does not rewrite what happened.
  const { name } = stepOf(definitionOf(context, after), after.step);
  const about = { caseKind: after.kind, step: after.step, ...(name === '' ? {} : { stepName: name }) };
  context.happened({ kind, noun: 'cases', id: after.id, data: { ...about, ...data } });
  return { state: after.state, step: after.step, version: after.version };
}

/** Handlers of cases (权证). */
export const casesHandlers: Handlers<typeof casesApi> = {
  list: (context, { kind, open }) => ({
    steps:
      kind === null
        ? []
        : context
            .setting('caseDefinitions')
            [kind].steps.map(({ step, name, limitDays }) => ({ step, name, limitDays })),
    rows: listCases(context.db, { kind, open, whose: context.reach('cases') }).map((listed) =>
      presentCase(context, listed),
    ),
  }),

  detail: (context, { caseId }) => {
    const [listed] = listCases(context.db, { kind: null, open: false, whose: null, id: caseId });
    if (listed === undefined) throw new DomainError('NOT_FOUND');
    checkOwnDeal(context, listed.subscription.id, 'cases');
    return presentDetail(context, listed);
  },

  open: (context, { subscriptionId }) => {
    const { db, happened } = context;
    const subscription = subscriptionById(db, subscriptionId);
    if (subscription === undefined) throw new DomainError('NOT_FOUND');
    checkOwnDeal(context, subscriptionId, 'cases');
    const contract = liveContractOf(db, subscription.unitId);
    const signed =
      contract?.subscriptionId === subscriptionId && (contract.state === 'signed' || contract.state === 'filed');
    if (!signed) throw new DomainError('CASE_CONTRACT_NOT_SIGNED');
    const opened = openCasesOf(context, subscription);
    const [first] = opened;
    if (first === undefined) throw new DomainError('CASES_ARE_OPEN');
    happened({ kind: 'caseOpened', noun: 'cases', id: first, data: { cases: opened.length } });
    return { opened: opened.length };
  },

  collect: (context, input) => {
    const row = caseAt(context, input);
    const paper = papersOfCase(context.db, row.id).find(({ kind }) => kind === input.paper);
    if (paper === undefined) throw new DomainError('NOT_FOUND');
    const after = applyCaseEvent(context, row, 'collect');
    context.tx.update(casePapers, paper.id, { got: input.got, original: input.original });
    return told(context, after, 'casePaperCollected', { paper: paper.kind, got: input.got, needed: paper.needed });
  },

  take: (context, input) => {
    const after = applyCaseEvent(context, caseAt(context, input), 'take', { responsibleId: context.actor.id });
    return told(context, after, 'caseTaken');
  },

  assignees: ({ db, rights, today }) => {
    const open = openCasesByPerson(db);
    return activeAccounts(db)
      .filter((account) => accountMay({ db, rights, today }, account, 'cases.write'))
      .map(({ id, name, post }) => ({ id, name, post, open: open.get(id) ?? 0 }));
  },

  assign: (context, input) => {
    const person = activeAccounts(context.db).find(({ id }) => id === input.personId);
    if (person === undefined) throw new DomainError('NOT_FOUND');
    if (!accountMay(context, person, 'cases.write'))
      throw new DomainError('CASE_NOT_THEIR_WORK', { name: person.name });
    const after = applyCaseEvent(context, caseAt(context, input), 'assign', { responsibleId: person.id });
    return told(context, after, 'caseAssigned', { person: person.name, personId: person.id });
  },

  note: (context, input) => {
    const { note } = input;
    const after = applyCaseEvent(context, caseAt(context, input), 'note', { note, notedAt: context.now });
    return told(context, after, 'caseNoted');
  },

  enterLoan: (context, input) => {
    const { bank, loanYears, expectedOn } = input;
    const after = applyCaseEvent(context, caseAt(context, input), 'enterLoan', { bank, loanYears, expectedOn });
    return told(context, after, 'loanEntered', { bank });
  },

  advance: (context, input) => {
    const row = caseAt(context, input);
    const after = applyCaseEvent(context, row, 'advance');
    return told(context, after, after.state === 'done' ? 'caseDone' : 'caseAdvanced', { from: row.step });
  },

  giveBack: (context, input) => {
    const { reason } = input;
    const patch = { note: reason, notedAt: context.now };
    return told(context, applyCaseEvent(context, caseAt(context, input), 'giveBack', patch), 'caseReturned', {
      reason,
    });
  },

  resume: (context, input) => told(context, applyCaseEvent(context, caseAt(context, input), 'resume'), 'caseResumed'),
};
