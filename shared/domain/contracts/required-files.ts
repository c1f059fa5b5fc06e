import { z } from 'zod';
import { type AgreementKind, agreementKinds } from '../agreements/states.ts';
import type { attachmentKindsOf } from '../attachments/kinds.ts';
import { type ContractForm, contractForms } from './text/forms.ts';

/** By which step a file is to be there: the review, the signing, or the filing with the registry. */
export const fileSteps = ['review', 'signing', 'filing'] as const;
/** Step of a contract or an agreement by which a file is to be there. */
export type FileStep = (typeof fileSteps)[number];

/** Files that the list can ask for. What only comes back from the registry, and what is anything else, it cannot. */
export const requirableFiles = [
  'identity',
  'household',
  'eligibility',
  'income',
  'proxy',
  'guardianship',
  'businessLicence',
  'boardResolution',
  'lenderConsent',
  'receipt',
  'signedContract',
  'signedAgreement',
] as const satisfies readonly (typeof attachmentKindsOf)['contracts' | 'agreements'][number][];
/** A file that the list can ask for. */
export type RequirableFile = (typeof requirableFiles)[number];

/** What happens where a file lacks at its step: the page says so, or the office refuses the step. */
export const lackings = ['warns', 'refuses'] as const;
/** What happens where a file lacks. */
export type Lacking = (typeof lackings)[number];

/** Papers that have a list: each form of the contract of sale, and the agreements about a signed one. */
export const listedPapers = [...contractForms, ...agreementKinds] as const;
/** Paper that has a list. */
export type ListedPaper = ContractForm | AgreementKind;

/** Steps by which a file can be asked for: what is signed is there only after the signing. */
export function stepsOfFile(kind: RequirableFile): readonly FileStep[] {
  return kind === 'signedContract' || kind === 'signedAgreement' ? ['filing'] : fileSteps;
}

/** Papers for which a file can be asked for by a step; the filing step of the end of a contract is the cancelling of its filing. */
export function papersOfFile(kind: RequirableFile, step: FileStep): readonly ListedPaper[] {
  if (!stepsOfFile(kind).includes(step)) return [];
  if (kind === 'signedContract') return contractForms;
  return kind === 'signedAgreement' ? agreementKinds : listedPapers;
}

const requiredFileSchema = z.strictObject({
  kind: z.enum(requirableFiles),
  step: z.enum(fileSteps),
  lacking: z.enum(lackings),
  papers: z.array(z.enum(listedPapers)).min(1),
});
/** A line of the list: which file, for which papers, by which step, and what happens where it lacks. */
export type RequiredFile = z.output<typeof requiredFileSchema>;

/** True where no paper asks for a file twice, and every line asks for what can be there. */
export function requiredFilesHold(lines: readonly RequiredFile[]): boolean {
  const asked = lines.flatMap(({ kind, papers }) => papers.map((paper) => `${kind} ${paper}`));
  return (
    new Set(asked).size === asked.length &&
    lines.every(({ kind, step, papers }) => papers.every((paper) => papersOfFile(kind, step).includes(paper)))
  );
}

/** Most lines of the list. */
export const MOST_REQUIRED_FILES = 60;

/** The list of required files as the office keeps it. */
export const requiredFilesSchema = z.array(requiredFileSchema).max(MOST_REQUIRED_FILES).refine(requiredFilesHold);

const line = (
  kind: RequirableFile,
  step: FileStep,
  papers: readonly ListedPaper[],
  lacking: Lacking = 'warns',
): RequiredFile => ({ kind, step, lacking, papers: [...papers] });

/**
 * The list that ships with the program: it warns. Only a written power binds, without which nobody signs for another (P27;
 * Civil Code 165).
 */
export const defaultRequiredFiles: readonly RequiredFile[] = [
  line('identity', 'review', listedPapers),
  line('businessLicence', 'review', listedPapers),
  line('boardResolution', 'review', listedPapers),
  line('eligibility', 'review', contractForms),
  line('proxy', 'review', listedPapers, 'refuses'),
  line('guardianship', 'review', listedPapers),
  line('lenderConsent', 'signing', contractForms),
  line('income', 'signing', contractForms),
  line('signedContract', 'filing', contractForms),
  line('signedAgreement', 'filing', agreementKinds),
];
