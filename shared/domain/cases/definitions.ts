import { z } from 'zod';
import {
  type CaseKind,
  type CaseStep,
  casePaperKinds,
  caseSteps,
  type LoanKind,
  type LoanState,
  loanKinds,
  stepParties,
} from './states.ts';

/** What must be there before a step is left, beside what the acts themselves ask for. */
type StepNeed = 'papers' | 'filing' | 'loanMoney';

const needsOfSteps: Partial<Record<CaseStep, StepNeed>> = {
  collect: 'papers',
  register: 'filing',
  awaitFiling: 'filing',
  release: 'loanMoney',
};

const limitDays = z.int().min(1).max(365);

const stepSchema = z.strictObject({
  step: z.enum(caseSteps),
  /** Days from the day the step began. */
  limitDays,
  /** Days where a provident fund pays; null where it takes no longer than a bank. */
  fundLimitDays: limitDays.nullable(),
  waitsFor: z.enum(stepParties),
});
const paperSchema = z.strictObject({
  kind: z.enum(casePaperKinds),
  needed: z.int().min(1).max(20),
  /** The case does not wait for it. */
  optional: z.boolean(),
  /** Asked for one kind of loan alone; null for all. */
  loanKind: z.enum(loanKinds).nullable(),
});

/** The steps that a kind of case may have, the one it ends with last: that one it always has. */
export const stepsOfKinds = {
  filing: ['collect', 'submit', 'register'],
  mortgage: ['collect', 'bankReview', 'loanContract', 'awaitFiling', 'mortgageRegistration', 'release'],
} as const satisfies Record<CaseKind, readonly CaseStep[]>;

function definitionSchema(kind: CaseKind) {
  const known: readonly CaseStep[] = stepsOfKinds[kind];
  return z.strictObject({
    steps: z
      .array(stepSchema)
      .min(1)
      .max(caseSteps.length)
      .refine((steps) => new Set(steps.map(({ step }) => step)).size === steps.length)
      .refine((steps) => steps.every(({ step }) => known.includes(step)))
      .refine((steps) => steps.at(-1)?.step === known.at(-1)),
    papers: z
      .array(paperSchema)
      .min(1)
      .max(casePaperKinds.length)
      .refine((papers) => new Set(papers.map((paper) => paper.kind)).size === papers.length),
  });
}

/** The kinds of cases as the office sets them. */
export const caseDefinitionsSchema = z.strictObject({
  filing: definitionSchema('filing'),
  mortgage: definitionSchema('mortgage'),
});
/** The kinds of cases as the office sets them. */
export type CaseDefinitions = z.output<typeof caseDefinitionsSchema>;
/** A kind of case: its steps in their order, and its papers. */
export type CaseDefinition = CaseDefinitions[CaseKind];
/** One step of a kind of case. */
export type StepDefinition = CaseDefinition['steps'][number];
/** A paper of a checklist: how many copies, and whether the case waits for it. */
export type PaperDefinition = CaseDefinition['papers'][number];

function paper(kind: PaperDefinition['kind'], needed: number, change: Partial<PaperDefinition> = {}): PaperDefinition {
  return { kind, needed, optional: false, loanKind: null, ...change };
}

/**
 * The kinds of cases until the office sets its own (custom; domain.md 4.4 and 4.8): filing within 30 days of signing, the
 * mortgage from papers to release. A fund takes twice as long to pay out as a bank.
 */
export const defaultCaseDefinitions: CaseDefinitions = {
  filing: {
    steps: [
      { step: 'collect', limitDays: 5, fundLimitDays: null, waitsFor: 'customer' },
      { step: 'submit', limitDays: 5, fundLimitDays: null, waitsFor: 'office' },
      { step: 'register', limitDays: 20, fundLimitDays: null, waitsFor: 'registry' },
    ],
    papers: [
      paper('identity', 2),
      paper('maritalProof', 1),
      paper('purchaseEvidence', 1),
      paper('saleContract', 4),
      paper('paymentProof', 1),
      paper('proxy', 1, { optional: true }),
    ],
  },
  mortgage: {
    steps: [
      { step: 'collect', limitDays: 7, fundLimitDays: null, waitsFor: 'customer' },
      { step: 'bankReview', limitDays: 10, fundLimitDays: null, waitsFor: 'bank' },
      { step: 'loanContract', limitDays: 5, fundLimitDays: null, waitsFor: 'customer' },
      { step: 'awaitFiling', limitDays: 30, fundLimitDays: null, waitsFor: 'registry' },
      { step: 'mortgageRegistration', limitDays: 7, fundLimitDays: null, waitsFor: 'registry' },
      { step: 'release', limitDays: 30, fundLimitDays: 60, waitsFor: 'bank' },
    ],
    papers: [
      paper('identity', 6),
      paper('householdBook', 2),
      paper('maritalProof', 2),
      paper('saleContract', 1),
      paper('paymentProof', 2),
      paper('incomeProof', 2),
      paper('bankStatement', 2),
      paper('residenceProof', 1),
      paper('creditConsent', 2),
      paper('providentProof', 1, { loanKind: 'provident' }),
      paper('assets', 1, { optional: true }),
      paper('sellerAccount', 1),
    ],
  },
};

/** What a case of the kind of loan asks for, by its definition. */
export function papersOf({ papers }: CaseDefinition, loanKind: LoanKind | null): PaperDefinition[] {
  return papers.filter((one) => one.loanKind === null || one.loanKind === loanKind);
}

/** What must be there before a step is left. */
export function needOf(step: CaseStep): StepNeed | undefined {
  return needsOfSteps[step];
}

/** The step of a case by its name; the first where the definition does not have it. */
export function stepOf({ steps }: CaseDefinition, step: CaseStep): StepDefinition & { readonly index: number } {
  const index = Math.max(
    0,
    steps.findIndex((one) => one.step === step),
  );
  const found = steps[index];
  if (found === undefined) throw new RangeError('A kind of case has no steps');
  return { ...found, index };
}

/** The step that follows, or undefined after the last. */
export function stepAfter(definition: CaseDefinition, step: CaseStep): CaseStep | undefined {
  return definition.steps[stepOf(definition, step).index + 1]?.step;
}

/** Days that a step may take; a provident fund takes longer to pay out than a bank. */
export function limitOf({ limitDays: days, fundLimitDays }: StepDefinition, loanKind: LoanKind | null): number {
  return loanKind === 'provident' ? (fundLimitDays ?? days) : days;
}

/** How a loan stands with the bank by the step of its case. */
export function loanStateOf(step: CaseStep, done: boolean): LoanState {
  if (done) return 'released';
  if (step === 'collect') return 'preparing';
  return step === 'bankReview' ? 'applied' : 'approved';
}
