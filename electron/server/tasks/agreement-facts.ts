import { agreementsToRefile, filingsToCancel } from '#db/repositories/agreements.ts';
import { contractById } from '#db/repositories/contracts.ts';
import { undistributedAgreements, undistributedContracts } from '#db/repositories/custody.ts';
import { labelOfUnit } from '#db/repositories/units.ts';
import { cancelFilingBy, type FilingToTell } from '#shared/domain/agreements/filings.ts';
import { DISTRIBUTION_DAYS } from '#shared/domain/tasks/custody-rules.ts';
import type { UndistributedFact } from '#shared/domain/tasks/facts.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import type { QueryContext } from '../kernel/handlers.ts';

type Context = Pick<QueryContext, 'db' | 'setting' | 'today'>;

/** Agreements in force of which the registry has not been told, with the day until which it is. */
export function filingsToTell({ db, setting }: Context): FilingToTell[] {
  const refiled = agreementsToRefile(db).flatMap(({ id, contractId, number, refileBy }): FilingToTell[] => {
    const contract = contractById(db, contractId);
    if (contract === undefined || refileBy === null) return [];
    const unit = labelOfUnit(db, contract.unitId);
    return [{ agreementId: id, contractId, number, unit, act: 'refile', dueOn: refileBy }];
  });
  const cancelled = filingsToCancel(db).flatMap(({ agreement, unitId }): FilingToTell[] => {
    const { id, contractId, number, signedOn } = agreement;
    if (signedOn === null) return [];
    const dueOn = cancelFilingBy(signedOn, setting('amendmentFilingDays'));
    return [{ agreementId: id, contractId, number, unit: labelOfUnit(db, unitId), act: 'cancelFiling', dueOn }];
  });
  return [...refiled, ...cancelled];
}

/** Contracts whose signed originals, or those of an agreement about them, nobody has handed on; each contract once. */
export function undistributedFacts({ db, today }: Context): UndistributedFact[] {
  const since = addDays(today, -DISTRIBUTION_DAYS);
  const known = new Set<number>();
  return [...undistributedContracts(db, since), ...undistributedAgreements(db, since)].flatMap(
    ({ id, number, unitId, signedOn }) => {
      if (signedOn === null || known.has(id)) return [];
      known.add(id);
      return { contractId: id, number, unit: labelOfUnit(db, unitId), signedOn };
    },
  );
}
