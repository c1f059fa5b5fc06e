import type { OpenDatabase } from '#db/connection.ts';
import {
  type ControlCheckRow,
  checkById,
  checkOfDay,
  checkWithPeople,
  differenceById,
  differencesOf,
  type ListedCheck,
  newestChecks,
} from '#db/repositories/control.ts';
import { nextNumber } from '#db/repositories/counters.ts';
import { headOf } from '#db/repositories/events.ts';
import { labelOfUnit } from '#db/repositories/units.ts';
import { controlChecks, controlDifferences } from '#db/schema/control.ts';
import type { controlChecks as controlChecksApi } from '#shared/api/control-checks.ts';
import { notOpen, signedAs } from '#shared/domain/control/signing.ts';
import { DomainError, type Refusal } from '#shared/kernel/errors.ts';
import { type Handlers, type LongContext, long, type QueryContext } from '../kernel/handlers.ts';
import { compareOffice } from './compare-office.ts';

/** As many checks as anybody looks back on. */
const SHOWN = 400;

const forbidden: Refusal = { code: 'FORBIDDEN' };

function signatureOf(by: string | null, at: number | null) {
  return by === null || at === null ? null : { by, at };
}

function summaryOf({ row, runBy, supervisor, manager, differences, open }: ListedCheck) {
  return {
    id: row.id,
    number: row.number,
    day: row.day,
    state: row.state,
    runAt: row.runAt,
    runBy,
    units: row.figures.units,
    differences,
    open,
    supervisor: signatureOf(supervisor, row.supervisorAt),
    manager: signatureOf(manager, row.managerAt),
  };
}

function signerOf(context: QueryContext, row: ControlCheckRow, open: number) {
  return signedAs(
    { state: row.state, open, supervisorId: row.supervisorId, managerId: row.managerId },
    { id: context.actor.id, posts: context.postsFor('controlChecks.run') },
  );
}

function runRefusal({ db, today }: Pick<QueryContext, 'db' | 'today'>): Refusal | undefined {
  return checkOfDay(db, today)?.state === 'signed' ? { code: 'CHECK_SIGNED' } : undefined;
}

function canWith(context: QueryContext, { row, open }: ListedCheck): Record<string, true | Refusal> {
  const issue: Record<string, true | Refusal> = {
    issue: row.state === 'signed' ? context.can('documents.issue') || forbidden : { code: 'CHECK_NOT_SIGNED' },
  };
  if (!context.can('controlChecks.run')) return issue;
  const signer = signerOf(context, row, open);
  return { ...issue, explain: notOpen(row) ?? true, sign: typeof signer === 'string' ? true : signer };
}

function foundOf(context: QueryContext, checkId: number) {
  const { db } = context;
  return differencesOf(db, checkId).map(({ row, explainer, subscription, consultantId, contract }) => {
    const mine = consultantId !== null && context.sees('subscriptions', consultantId);
    const opens = (id: number | null, number: string | null, permission: 'subscriptions.read' | 'contracts.read') =>
      id === null || number === null || !context.can(permission) || !mine ? null : { id, number };
    return {
      id: row.id,
      kind: row.kind,
      unitId: row.unitId,
      unit: row.unitId === null ? '' : labelOfUnit(db, row.unitId),
      subscription: opens(row.subscriptionId, subscription, 'subscriptions.read'),
      contract: opens(row.contractId, contract, 'contracts.read'),
      field: row.field,
      expected: row.expected,
      found: row.found,
      explanation: row.explanation,
      explained: signatureOf(explainer, row.explainedAt),
    };
  });
}

/** Handlers of the daily check. Comparing reads the whole log of the board, so it is done on the second thread. */
export function controlChecksHandlers({ client }: OpenDatabase): Handlers<typeof controlChecksApi> {
  const listed = (db: QueryContext['db'], checkId: number): ListedCheck => {
    const found = checkWithPeople(db, checkId);
    if (found === undefined) throw new DomainError('NOT_FOUND');
    return found;
  };
  return {
    list: (context) => ({
      checks: newestChecks(context.db, SHOWN).map(summaryOf),
      today: checkOfDay(context.db, context.today)?.number ?? null,
      can: context.can('controlChecks.run') ? { run: runRefusal(context) ?? true } : {},
    }),

    detail: (context, { checkId }) => {
      const check = listed(context.db, checkId);
      const { figures, seq, head, version } = check.row;
      return {
        ...summaryOf(check),
        figures,
        seq,
        head,
        found: foundOf(context, checkId),
        can: canWith(context, check),
        version,
      };
    },

    run: long({
      prepare: (context: QueryContext) => {
        const refused = runRefusal(context);
        if (refused !== undefined) throw DomainError.from(refused);
        return null;
      },
      run: (context: LongContext) => {
        const { db, tx, actor, now, today, happened, pace } = context;
        const before = checkOfDay(db, today);
        if (before?.state === 'signed') throw new DomainError('CHECK_SIGNED');
        if (before !== undefined) tx.update(controlChecks, before.id, { state: 'replaced' });
        const { seq, hash } = headOf(client);
        pace('checking', 0, 1);
        const { figures, differences } = compareOffice(db, client, now);
        pace('checking', 1, 1);
        const check = tx.insert(controlChecks, {
          number: nextNumber(tx, 'XK', Number(today.slice(0, 4))),
          day: today,
          runAt: now,
          runBy: actor.id,
          figures,
          seq,
          head: hash,
        });
        for (const difference of differences) tx.insert(controlDifferences, { ...difference, checkId: check.id });
        const { id, number } = check;
        happened({
          kind: 'controlChecked',
          noun: 'controlChecks',
          id,
          data: { number, differences: differences.length },
        });
        return { checkId: id, number, differences: differences.length };
      },
    }),

    explain: ({ db, tx, actor, now, happened }, { differenceId, explanation }) => {
      const row = differenceById(db, differenceId);
      const check = row === undefined ? undefined : checkById(db, row.checkId);
      if (row === undefined || check === undefined) throw new DomainError('NOT_FOUND');
      const refused = notOpen(check);
      if (refused !== undefined) throw DomainError.from(refused);
      // Whoever has signed already has signed for other words.
      if (check.supervisorId !== null || check.managerId !== null) throw new DomainError('CHECK_SIGNED');
      tx.update(controlDifferences, differenceId, { explanation, explainedBy: actor.id, explainedAt: now });
      happened({ kind: 'differenceExplained', noun: 'controlChecks', id: check.id, data: { number: check.number } });
      return {};
    },

    sign: (context, { checkId, version }) => {
      const { db, tx, actor, now, happened } = context;
      const { row, open } = listed(db, checkId);
      const as = signerOf(context, row, open);
      if (typeof as !== 'string') throw DomainError.from(as);
      const mine =
        as === 'manager' ? { managerId: actor.id, managerAt: now } : { supervisorId: actor.id, supervisorAt: now };
      const both = as === 'manager' ? row.supervisorId !== null : row.managerId !== null;
      const state = both ? 'signed' : 'open';
      tx.update(controlChecks, checkId, { ...mine, state }, version);
      happened({ kind: 'checkSigned', noun: 'controlChecks', id: checkId, data: { number: row.number, as } });
      return { state };
    },
  };
}
