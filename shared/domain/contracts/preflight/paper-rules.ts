import type { ContractDraft } from '../draft.ts';
import type { PreflightFacts } from './facts.ts';
import { atAnnex, type Finding, finding, where } from './findings.ts';
import { tenantLetsGo } from './lease-rules.ts';
import { lintOf } from './lint.ts';
import { ownTexts, placeholder } from './own-texts.ts';

/** P28: buyer and seller each keep an original, and the paper has the pages it was rendered with. */
export function copiesHold({ annexes: { holders } }: ContractDraft): Finding[] {
  const count = (name: string) => holders.find((one) => one.holder === name)?.count ?? 0;
  return where(count('buyer') < 1 || count('seller') < 1, () => finding('holdersMissing', atAnnex('holders')));
}

/** P29: annexes that must be filled are filled. */
export function annexesArePresent(draft: ContractDraft, { eligibilityNeeded }: PreflightFacts): Finding[] {
  const { fields, annexes } = draft;
  return [
    ...tenantLetsGo(draft),
    ...where(!annexes.drawings.floorPlan || !annexes.drawings.sitePlan, () =>
      finding('drawingsMissing', atAnnex('drawings')),
    ),
    ...where(fields.guarantor !== null && annexes.guaranteeTerms === '', () =>
      finding('guaranteeMissing', atAnnex('guaranteeTerms')),
    ),
    ...where(eligibilityNeeded && !annexes.eligibilityPapers, () =>
      finding('eligibilityNotAttached', atAnnex('eligibilityPapers')),
    ),
  ];
}

/** P31: nothing is left to be filled in later. */
export function noPlaceholders(draft: ContractDraft): Finding[] {
  return ownTexts(draft).flatMap(({ place, text }) =>
    where(placeholder.test(text), () =>
      finding('placeholderLeft', place, { words: placeholder.exec(text)?.[0] ?? '' }),
    ),
  );
}

/** P32: own wording that the law would strike out, or that is worth a second look. */
export function wordingHolds(draft: ContractDraft): Finding[] {
  return ownTexts(draft).flatMap(({ place, text }) =>
    lintOf(text).map(({ level, words }) => finding(level === 'block' ? 'clauseVoid' : 'clauseWeak', place, { words })),
  );
}

/** P33: the wording is approved and in force. */
export function templateIsActive(_draft: ContractDraft, { templateActive }: PreflightFacts): Finding[] {
  return where(!templateActive, () => finding('templateNotActive', { at: 'papers' }));
}

const rooms = ['living', 'kitchen', 'bath', 'windows', 'doors'] as const;

/** P34: fit-out that is paid for is described, room by room. */
export function fitOutIsDescribed({ fields, annexes: { fitOut } }: ContractDraft): Finding[] {
  if ((fields.fitOutTotal ?? 0) === 0) return [];
  if (fitOut.length === 0) return [finding('fitOutMissing', atAnnex('fitOut'))];
  const missing = fields.plannedUse === 'dwelling' && rooms.some((room) => !fitOut.some((one) => one.place === room));
  return where(missing, () => finding('fitOutIncomplete', atAnnex('fitOut')));
}

/** P35: the maintenance fund is paid where the city asks for it before the signing. */
export function fundIsPaid(_draft: ContractDraft, { maintenanceFund }: PreflightFacts): Finding[] {
  return where(maintenanceFund.asked && !maintenanceFund.paid, () =>
    finding('maintenanceFundOpen', { at: 'receipts' }),
  );
}

/** P36: the buyers were shown what weighs on them. */
export function weightyTermsAreShown(_draft: ContractDraft, { weightyTermsShown }: PreflightFacts): Finding[] {
  return where(!weightyTermsShown, () => finding('weightyTermsNotShown', { at: 'papers' }));
}

/** P37: a contract that follows a cancelled one of the same unit names it and its day. */
export function replacedIsNamed({ replaces }: ContractDraft, { cancelledContract }: PreflightFacts): Finding[] {
  if (cancelledContract === null) return [];
  const { number, cancelledOn } = cancelledContract;
  if (replaces?.number !== number) return [finding('replacedNotNamed', { at: 'papers' }, { number })];
  return where(replaces.cancelledOn !== cancelledOn, () =>
    finding('replacedNotCancelled', { at: 'papers' }, { number, cancelledOn }),
  );
}
