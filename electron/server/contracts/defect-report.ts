import type { z } from 'zod';
import { defectsRaised, namedReviewsOf } from '#db/repositories/contract-defects.ts';
import type { contracts as contractsApi } from '#shared/api/contracts.ts';
import { countDefects, passedBefore } from '#shared/domain/contracts/defects.ts';
import { entryLabel } from '#shared/domain/settings/named-list.ts';
import { unitLabel } from '#shared/domain/units/label.ts';
import { addDays, dayOf, instantOf } from '#shared/kernel/local-date.ts';
import type { QueryContext } from '../kernel/handlers.ts';

type Report = (typeof contractsApi)['defects'];

/** What a defect was called on the day on which it was raised. */
export function defectLabel({ setting }: Pick<QueryContext, 'setting'>, code: string, raisedAt: number): string {
  return code === '' ? '' : entryLabel(setting('defectKinds', dayOf(raisedAt)), code);
}

/** The defects of some days with who had let them through, counted by kind, by drafter and by who let through. */
export function defectReport(
  context: QueryContext,
  { from, to }: z.output<Report['input']>,
): z.input<Report['output']> {
  const { db } = context;
  const seen = defectsRaised(db, instantOf(from), instantOf(addDays(to, 1))).filter(
    ({ consultantId, draftedBy }) => context.sees('contracts', consultantId) || context.sees('contracts', draftedBy),
  );
  const reviews = namedReviewsOf(db, [...new Set(seen.map(({ defect }) => defect.contractId))]);
  const rows = seen.map(({ defect, number, draftedBy, raiser, drafter, ...unit }) => ({
    id: defect.id,
    contractId: defect.contractId,
    number,
    unit: unitLabel(unit),
    kindCode: defect.kindCode,
    kind: defectLabel(context, defect.kindCode, defect.raisedAt),
    part: defect.part,
    article: defect.article,
    annex: defect.annex,
    field: defect.field,
    text: defect.text,
    state: defect.state,
    round: defect.round,
    raisedAt: defect.raisedAt,
    raisedBy: raiser,
    drafterId: draftedBy,
    drafter,
    passedBy: passedBefore(defect, reviews).map(({ level, reviewer, reviewerId }) => ({ level, reviewer, reviewerId })),
  }));
  const named = new Map<string, string>([
    ...rows.map(({ kindCode, kind }) => [`kind ${kindCode}`, kind] as const),
    ...rows.map(({ drafterId, drafter }) => [`person ${drafterId}`, drafter] as const),
    ...reviews.map(({ reviewerId, reviewer }) => [`person ${reviewerId}`, reviewer] as const),
  ]);
  const counted = (keysOf: (row: (typeof rows)[number]) => readonly string[]) =>
    countDefects(rows, keysOf).map(({ key, ...counts }) => ({ name: named.get(key) ?? '', ...counts }));
  return {
    rows: rows.map(({ kindCode: _kind, drafterId: _drafter, passedBy, ...row }) => ({
      ...row,
      passedBy: passedBy.map(({ level, reviewer }) => ({ level, reviewer })),
    })),
    kinds: counted(({ kindCode }) => [`kind ${kindCode}`]),
    drafters: counted(({ drafterId }) => [`person ${drafterId}`]),
    letThrough: counted(({ passedBy }) => passedBy.map(({ reviewerId }) => `person ${reviewerId}`)),
  };
}
