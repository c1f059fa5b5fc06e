import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { AttachmentKind } from '../attachments/kinds.ts';
import type { ContractBuyer } from './parties.ts';
import { isMinor } from './powers.ts';

/** By which step a file is to be there: the review, the signing, or the filing with the registry. */
export const fileSteps = ['review', 'signing', 'filing'] as const;
/** Step of a contract by which a file is to be there. */
export type FileStep = (typeof fileSteps)[number];

/** A file as the list counts it: the same scan at two records of a deal is one. */
export type GivenFile = { readonly kind: AttachmentKind; readonly sha256: string };

/** What the list looks at of a deal. */
export type DealForFiles = {
  readonly buyers: readonly ContractBuyer[];
  readonly signOn: LocalDate;
  /** Each buyer needs the city's certificate. */
  readonly purchaseLimited: boolean;
  /** Part of the price comes from a loan. */
  readonly loan: boolean;
  /** The home is mortgaged while it is sold. */
  readonly mortgaged: boolean;
};

/** How many files of a kind a contract needs by a step, and how many of these are there. */
export type NeededFile = {
  readonly kind: AttachmentKind;
  readonly step: FileStep;
  readonly asked: number;
  readonly given: number;
};

/** The agents of a kind among the buyers; one who acts for several buyers shows one paper. */
function agents(buyers: readonly ContractBuyer[], kind: 'entrusted' | 'statutory'): number {
  const numbers = buyers.flatMap(({ agent }) =>
    agent?.kind === kind ? [`${agent.name} ${agent.identityNumber}`] : [],
  );
  return new Set(numbers).size;
}

/**
 * The list of files of a contract (合同资料清单): who the buyers are and who acts for them, that they may buy and can pay,
 * what the lender says, and what comes back signed and filed. A company shows its licence and the resolution to buy; a
 * minor the proof of who acts for him (Civil Code 23). Files of the deal's other records count; the same scan once.
 */
export function neededFiles(deal: DealForFiles, files: readonly GivenFile[]): NeededFile[] {
  const { buyers, signOn } = deal;
  const companies = buyers.filter(({ kind }) => kind === 'company').length;
  const minors = buyers.filter((buyer) => isMinor(buyer, signOn)).length;
  const asked: readonly (readonly [AttachmentKind, FileStep, number])[] = [
    ['identity', 'review', buyers.length - companies],
    ['businessLicence', 'review', companies],
    ['boardResolution', 'review', companies],
    ['eligibility', 'review', deal.purchaseLimited ? buyers.length : 0],
    ['proxy', 'review', agents(buyers, 'entrusted')],
    ['guardianship', 'review', Math.max(agents(buyers, 'statutory'), minors > 0 ? 1 : 0)],
    ['lenderConsent', 'signing', deal.mortgaged ? 1 : 0],
    ['income', 'signing', deal.loan ? 1 : 0],
    ['signedContract', 'filing', 1],
  ];
  return asked
    .filter(([, , count]) => count > 0)
    .map(([kind, step, count]) => {
      const given = new Set(files.filter((file) => file.kind === kind).map(({ sha256 }) => sha256)).size;
      return { kind, step, asked: count, given };
    });
}

/** How many files of a list are asked for and how many of those are there; more than asked of one kind covers no other. */
export function completeness(list: readonly Pick<NeededFile, 'asked' | 'given'>[]): { asked: number; given: number } {
  return {
    asked: list.reduce((sum, { asked }) => sum + asked, 0),
    given: list.reduce((sum, { asked, given }) => sum + Math.min(asked, given), 0),
  };
}

/** What lacks by a step, that step's own files and those that were to be there before it: of each kind how many. */
export function missingBy(step: FileStep, list: readonly NeededFile[]): { kind: AttachmentKind; count: number }[] {
  const due = fileSteps.slice(0, fileSteps.indexOf(step) + 1);
  return list
    .filter((one) => due.includes(one.step) && one.given < one.asked)
    .map(({ kind, asked, given }) => ({ kind, count: asked - given }));
}
