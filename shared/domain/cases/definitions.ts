import { z } from 'zod';
import {
  type CaseKind,
  type CaseStep,
  casePaperKinds,
  caseSteps,
  type LoanKind,
  type LoanState,
  loanKinds,
  ownSteps,
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

/** True for a step of the office's own. */
export function isOwnStep(step: CaseStep): boolean {
  const own: readonly CaseStep[] = ownSteps;
  return own.includes(step);
}

const limitDays = z.int().min(1).max(365);

/** Longest name of a step: it stands over a column of the warrants. */
export const STEP_NAME = 16;

const stepSchema = z.strictObject({
  step: z.enum(caseSteps),
  /** Days from the day the step began. */
  limitDays,
  /** Days where a provident fund pays; null where it takes no longer than a bank. */
  fundLimitDays: limitDays.nullable(),
  waitsFor: z.enum(stepParties),
  /** What the office calls it; empty where the program's word will do. */
  name: z.string().trim().max(STEP_NAME).default(''),
  /** Papers that must be here before a step of the office's own is left. */
  papers: z.array(z.enum(casePaperKinds)).max(casePaperKinds.length).default([]),
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
  const known: readonly CaseStep[] = [...stepsOfKinds[kind], ...ownSteps];
  const definition = z.strictObject({
    steps: z
      .array(stepSchema)
      .min(1)
      .max(caseSteps.length)
      .refine((steps) => new Set(steps.map(({ step }) => step)).size === steps.length)
      .refine((steps) => steps.every(({ step }) => known.includes(step)))
      .refine((steps) => orderProblem(kind, steps) === undefined)
      .refine((steps) => steps.every(({ step, name }) => !isOwnStep(step) || name !== ''))
      .refine((steps) => steps.every((one) => !isNamedTwice(steps, one)))
      .refine((steps) => steps.every(({ step, papers }) => isOwnStep(step) || papers.length === 0)),
    papers: z
      .array(paperSchema)
      .min(1)
      .max(casePaperKinds.length)
      .refine((papers) => new Set(papers.map((paper) => paper.kind)).size === papers.length),
  });
  // A step asks for papers of the checklist, and each paper is asked for at one step.
  return definition.refine(({ steps, papers }) => {
    const asked = steps.flatMap((step) => step.papers);
    return new Set(asked).size === asked.length && asked.every((one) => papers.some((paper) => paper.kind === one));
  });
}

/** True for a step that is called as another one is: nobody could tell them apart. */
export function isNamedTwice(
  steps: readonly { readonly step: CaseStep; readonly name: string }[],
  { step, name }: { readonly step: CaseStep; readonly name: string },
): boolean {
  return name.trim() !== '' && steps.some((one) => one.step !== step && one.name.trim() === name.trim());
}

/** Why steps cannot stand in an order. */
export type OrderProblem = 'last' | 'awaited';

/**
 * What an order of steps would break: the step with which a case ends stays the last, and steps at which the program
 * itself waits for papers, for the city's number or for the money keep their order among each other. Undefined if none.
 */
export function orderProblem(kind: CaseKind, steps: readonly { readonly step: CaseStep }[]): OrderProblem | undefined {
  const known: readonly CaseStep[] = stepsOfKinds[kind];
  if (steps.at(-1)?.step !== known.at(-1)) return 'last';
  const awaited = steps.map(({ step }) => step).filter((step) => needOf(step) !== undefined);
  const inOrder = known.filter((step) => awaited.includes(step));
  return awaited.every((step, index) => step === inOrder[index]) ? undefined : 'awaited';
}

/** The steps with one of them moved up (-1) or down (1), or why it stays where it is; `edge`: there is nothing beyond. */
export function movedStep<Step extends { readonly step: CaseStep }>(
  kind: CaseKind,
  steps: readonly Step[],
  step: CaseStep,
  by: -1 | 1,
): { readonly steps: readonly Step[] } | { readonly why: OrderProblem | 'edge' } {
  const from = steps.findIndex((one) => one.step === step);
  const [moved, other] = [steps[from], steps[from + by]];
  if (moved === undefined || other === undefined) return { why: 'edge' };
  const order = steps.with(from, other).with(from + by, moved);
  const why = orderProblem(kind, order);
  return why === undefined ? { steps: order } : { why };
}

/**
 * The steps with one of the program's that was left out: behind the last of those in use that it used to follow, so that
 * what is awaited keeps its order.
 */
export function withStep(kind: CaseKind, steps: readonly StepDefinition[], step: StepDefinition): StepDefinition[] {
  const known: readonly CaseStep[] = stepsOfKinds[kind];
  const before = known.slice(0, known.indexOf(step.step));
  const at = steps.findLastIndex((one) => before.includes(one.step));
  return steps.toSpliced(at + 1, 0, step);
}

/** The steps with a new one of the office's own before the last; undefined where every place is taken. */
export function withOwnStep(steps: readonly StepDefinition[], name: string): StepDefinition[] | undefined {
  const free = ownSteps.find((one) => !steps.some(({ step }) => step === one));
  if (free === undefined) return undefined;
  const step: StepDefinition = { step: free, limitDays: 5, fundLimitDays: null, waitsFor: 'office', name, papers: [] };
  return steps.toSpliced(-1, 0, step);
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

function step(
  name: CaseStep,
  limitDays: number,
  waitsFor: StepDefinition['waitsFor'],
  fundLimitDays: number | null = null,
): StepDefinition {
  return { step: name, limitDays, fundLimitDays, waitsFor, name: '', papers: [] };
}

function paper(kind: PaperDefinition['kind'], needed: number, change: Partial<PaperDefinition> = {}): PaperDefinition {
  return { kind, needed, optional: false, loanKind: null, ...change };
}

/**
 * The kinds of cases until the office sets its own (custom; domain.md 4.4 and 4.8): filing within 30 days of signing, the
 * mortgage from papers to release. A fund takes twice as long to pay out as a bank.
 */
export const defaultCaseDefinitions: CaseDefinitions = {
  filing: {
    steps: [step('collect', 5, 'customer'), step('submit', 5, 'office'), step('register', 20, 'registry')],
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
      step('collect', 7, 'customer'),
      step('bankReview', 10, 'bank'),
      step('loanContract', 5, 'customer'),
      step('awaitFiling', 30, 'registry'),
      step('mortgageRegistration', 7, 'registry'),
      step('release', 30, 'bank', 60),
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

/**
 * True for a paper that must be here before a step is left: one that a step of the office's own asks for, at that step;
 * all others at the step that collects.
 */
export function awaitsPaper({ steps }: CaseDefinition, at: CaseStep, kind: PaperDefinition['kind']): boolean {
  const asking = steps.find(({ papers }) => papers.includes(kind));
  return asking === undefined ? needOf(at) === 'papers' : asking.step === at;
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

/** How a loan stands with the bank by the step of its case: before, at or behind the step at which the bank decides. */
export function loanStateOf(definition: CaseDefinition, step: CaseStep, done: boolean): LoanState {
  if (done) return 'released';
  const at = stepOf(definition, step).index;
  const decision = definition.steps.findIndex((one) => one.step === 'bankReview');
  // Where the office keeps no such step, the bank has decided once the papers were there.
  if (decision < 0) return at <= definition.steps.findIndex((one) => one.step === 'collect') ? 'preparing' : 'approved';
  if (at < decision) return 'preparing';
  return at === decision ? 'applied' : 'approved';
}
