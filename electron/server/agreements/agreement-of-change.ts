import type { ReadDb } from '#db/access.ts';
import { type AgreementRow, agreementOfChange, agreementSignaturesOf } from '#db/repositories/agreements.ts';
import type { ChangeRow } from '#db/repositories/changes.ts';
import { agreementSignatures, agreements } from '#db/schema/agreements.ts';
import { agreementKindOf, needsFilingCancelled } from '#shared/domain/agreements/needs.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import { type ChangedDeal, isSigned } from '../changes/deal.ts';
import { voidPapersOf } from '../documents/void-papers.ts';
import type { UnitCommand } from '../units/unit-facts.ts';

/** Refusals that an agreement itself clears once all have signed it. */
export const clearedBySigning: readonly Refusal['code'][] = ['SUPPLEMENT_NOT_IN_FORCE', 'TERMINATION_NOT_IN_FORCE'];

/** What a change of a signed contract waits for beside its papers and its money: its agreement, and the registry. */
export function agreementPoints(
  db: ReadDb,
  deal: ChangedDeal,
  { id, kind }: Pick<ChangeRow, 'id' | 'kind'>,
): Refusal[] {
  const made = agreementKindOf(kind);
  if (!isSigned(deal) || made === null) return [];
  const inForce = agreementOfChange(db, id)?.state === 'inForce';
  const ends = made === 'termination';
  return [
    ...(inForce ? [] : [{ code: ends ? 'TERMINATION_NOT_IN_FORCE' : 'SUPPLEMENT_NOT_IN_FORCE' } as const]),
    ...(needsFilingCancelled(kind) && deal.contract?.state === 'filed'
      ? [{ code: 'FILING_NOT_CANCELLED' } as const]
      : []),
  ];
}

/** Takes back what was printed and signed of an agreement: it is written anew, or falls away. */
export function recallAgreement(command: UnitCommand, { id }: Pick<AgreementRow, 'id'>, reason: string): void {
  voidPapersOf(command, 'agreements', id, reason);
  command.tx.removeAll(
    agreementSignatures,
    agreementSignaturesOf(command.db, id).map(({ signature }) => signature.id),
  );
}

/** An agreement that is on its way falls away with the change that it writes down. */
export function dropAgreementOf(command: UnitCommand, change: Pick<ChangeRow, 'id' | 'number'>): void {
  const row = agreementOfChange(command.db, change.id);
  if (row === undefined || row.state === 'inForce') return;
  recallAgreement(command, row, change.number);
  command.tx.update(agreements, row.id, { state: 'dropped', endReason: change.number });
}
