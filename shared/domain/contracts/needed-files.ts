import type { Refusal } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { AttachmentKind } from '../attachments/kinds.ts';
import type { ContractBuyer } from './parties.ts';
import { isMinor } from './powers.ts';
import {
  type FileStep,
  fileSteps,
  type Lacking,
  type ListedPaper,
  type RequirableFile,
  type RequiredFile,
} from './required-files.ts';

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

/** How many files of a kind a paper needs by a step, how many of these are there, and what happens where one lacks. */
export type NeededFile = {
  readonly kind: RequirableFile;
  readonly step: FileStep;
  readonly lacking: Lacking;
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
 * How many files of each kind a deal has need of: of each person and each company one, of an agent one however many he
 * acts for, of a minor the proof of who acts for him (Civil Code 23), the certificate where purchases are limited, and
 * what the loan and the mortgage ask. None of a kind that does not concern the deal.
 */
function countsOf(deal: DealForFiles): Readonly<Record<RequirableFile, number>> {
  const { buyers, signOn } = deal;
  const companies = buyers.filter(({ kind }) => kind === 'company').length;
  const people = buyers.length - companies;
  const minors = buyers.filter((buyer) => isMinor(buyer, signOn)).length;
  return {
    identity: people,
    // One register shows the whole household.
    household: people > 0 ? 1 : 0,
    businessLicence: companies,
    boardResolution: companies,
    eligibility: deal.purchaseLimited ? buyers.length : 0,
    proxy: agents(buyers, 'entrusted'),
    guardianship: Math.max(agents(buyers, 'statutory'), minors > 0 ? 1 : 0),
    lenderConsent: deal.mortgaged ? 1 : 0,
    income: deal.loan ? 1 : 0,
    receipt: 1,
    signedContract: 1,
    signedAgreement: 1,
  };
}

/**
 * The list of files of a contract or an agreement (合同资料清单): what the office's list asks for that paper, as far as it
 * concerns the deal. Files of the deal's other records count; the same scan once.
 */
export function neededFiles(
  required: readonly RequiredFile[],
  paper: ListedPaper,
  deal: DealForFiles,
  files: readonly GivenFile[],
): NeededFile[] {
  const counts = countsOf(deal);
  return required
    .filter(({ kind, papers }) => papers.includes(paper) && counts[kind] > 0)
    .map(({ kind, step, lacking }) => {
      const given = new Set(files.filter((file) => file.kind === kind).map(({ sha256 }) => sha256)).size;
      return { kind, step, lacking, asked: counts[kind], given };
    });
}

/** How many files of a list are asked for and how many of those are there; more than asked of one kind covers no other. */
export function completeness(list: readonly Pick<NeededFile, 'asked' | 'given'>[]): { asked: number; given: number } {
  return {
    asked: list.reduce((sum, { asked }) => sum + asked, 0),
    given: list.reduce((sum, { asked, given }) => sum + Math.min(asked, given), 0),
  };
}

/** A kind of file of which some lack. */
export type MissingFile = Pick<NeededFile, 'kind' | 'lacking'> & { readonly count: number };

/** What lacks by a step, that step's own files and those that were to be there before it: of each kind how many. */
export function missingBy(step: FileStep, list: readonly NeededFile[]): MissingFile[] {
  const due = fileSteps.slice(0, fileSteps.indexOf(step) + 1);
  return list
    .filter((one) => due.includes(one.step) && one.given < one.asked)
    .map(({ kind, lacking, asked, given }) => ({ kind, lacking, count: asked - given }));
}

/** Why a step is refused: what lacks by then without which the office's list does not let it pass. */
export function filesRefusal(step: FileStep, list: readonly NeededFile[]): Refusal | undefined {
  const binding = missingBy(step, list).filter(({ lacking }) => lacking === 'refuses');
  if (binding.length === 0) return undefined;
  return {
    code: 'FILES_LACKING',
    params: { lackingFiles: binding.map(({ kind, count }) => `${kind} ${count}`).join(',') },
  };
}
