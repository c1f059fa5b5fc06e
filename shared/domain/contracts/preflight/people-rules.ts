import { checkDocumentNumber } from '#shared/kernel/identity-number.ts';
import { ONE_PPM } from '#shared/kernel/money.ts';
import type { ContractDraft } from '../draft.ts';
import { isMinor, powerGaps } from '../powers.ts';
import type { PreflightFacts } from './facts.ts';
import { type Finding, finding, where } from './findings.ts';

/** P25: who buys is known, once each, able to act, and together they own the whole. */
export function buyersHold(draft: ContractDraft): Finding[] {
  const { buyers, ownership, seller, signOn } = draft;
  const numbers = buyers.map((one) => one.identityNumber.toUpperCase());
  const sum = buyers.reduce((total, one) => total + one.sharePpm, 0);
  return [
    ...buyers.flatMap((buyer, index) => {
      const place = { at: 'buyer', index } as const;
      const name = { name: buyer.name };
      return [
        ...where(numbers.indexOf(buyer.identityNumber.toUpperCase()) !== index, () =>
          finding('buyerTwice', place, name),
        ),
        ...where(!checkDocumentNumber(buyer.identityKind, buyer.identityNumber, signOn).ok, () =>
          finding('buyerNumberWrong', place, name),
        ),
        ...where(buyer.address === '' || buyer.phone === '', () => finding('buyerAddressMissing', place, name)),
        ...where(isMinor(buyer, signOn) && buyer.agent?.kind !== 'statutory', () =>
          finding('minorWithoutAgent', place, name),
        ),
        ...where(buyer.agent?.kind === 'statutory' && buyer.agent.relation === '', () =>
          finding('agentRelationMissing', place, name),
        ),
        ...where(buyer.kind === 'company' && buyer.representative === '', () =>
          finding('companyWithoutRepresentative', place, name),
        ),
        ...where(buyer.identityNumber === seller.licence || buyer.name === seller.name, () =>
          finding('buyerIsSeller', place, name),
        ),
      ];
    }),
    ...where(ownership !== 'joint' && sum !== ONE_PPM, () =>
      finding('sharesDiffer', { at: 'buyer', index: 0 }, { ratePpm: sum }),
    ),
    ...where((ownership === 'sole') !== (buyers.length === 1), () =>
      finding('ownershipNotOfBuyers', { at: 'buyer', index: 0 }),
    ),
  ];
}

/** P26: where the city limits purchases, each buyer has a certificate in his own name and number that still runs. */
export function buyersAreEligible({ buyers, signOn }: ContractDraft, { eligibilityNeeded }: PreflightFacts): Finding[] {
  if (!eligibilityNeeded) return [];
  return buyers.flatMap(({ eligibility, name, identityNumber }, index) => {
    const place = { at: 'buyer', index } as const;
    if (eligibility === null) return [finding('eligibilityMissing', place, { name })];
    const same = eligibility.name === name && eligibility.identityNumber.toUpperCase() === identityNumber.toUpperCase();
    const { validUntil } = eligibility;
    return [
      ...where(!same, () => finding('eligibilityDiffers', place, { name })),
      ...where(validUntil !== null && validUntil < signOn, () =>
        finding('eligibilityExpired', place, { name, expiredOn: validUntil ?? '' }),
      ),
    ];
  });
}

/** P27: an agent's written power covers the signing and still runs; the list of files asks for its scan. */
export function powersHold({ buyers, signOn }: ContractDraft): Finding[] {
  return buyers.flatMap(({ agent, name }, index) => {
    if (agent === null) return [];
    const gaps = powerGaps(agent, signOn);
    const place = { at: 'buyer', index } as const;
    const words = { name, agent: agent.name };
    return [
      ...where(gaps.includes('narrow'), () => finding('powerNarrow', place, words)),
      ...where(gaps.includes('expired'), () =>
        finding('powerExpired', place, { ...words, expiredOn: agent.power.validUntil ?? '' }),
      ),
    ];
  });
}
