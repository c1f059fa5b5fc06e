import type { CaseKind, CasePaperKind, CaseStep, LoanKind, LoanState } from './states.ts';

/** Whom a step waits for. */
export type StepParty = 'customer' | 'office' | 'bank' | 'registry';

/** One step of a kind of case. */
export type StepDefinition = {
  readonly step: CaseStep;
  /** Days from the day the step began. */
  readonly limitDays: number;
  readonly waitsFor: StepParty;
  /** What must be there before the step is left, beside what the acts themselves ask for. */
  readonly needs?: 'papers' | 'filing' | 'loanMoney';
};

/** A paper of a checklist: how many copies, and whether the case waits for it. */
export type PaperDefinition = {
  readonly kind: CasePaperKind;
  readonly needed: number;
  readonly optional?: boolean;
};

/** A kind of case: its steps in their order, and its papers, for a mortgage by the kind of loan. A kind is only this. */
export type CaseDefinition = {
  readonly steps: readonly StepDefinition[];
  readonly papers: (loanKind: LoanKind | null) => readonly PaperDefinition[];
};

/** The longest a fund takes to pay out is twice that of a bank (custom: 30 and 60 days). */
const FUND_FACTOR = 2;

/**
 * The kinds of cases (custom; domain.md 4.4 and 4.8): filing within 30 days of signing, the mortgage from papers to release.
 * Steps, limits and lists differ by city and bank.
 */
export const caseDefinitions: Readonly<Record<CaseKind, CaseDefinition>> = {
  filing: {
    steps: [
      { step: 'collect', limitDays: 5, waitsFor: 'customer', needs: 'papers' },
      { step: 'submit', limitDays: 5, waitsFor: 'office' },
      { step: 'register', limitDays: 20, waitsFor: 'registry', needs: 'filing' },
    ],
    papers: () => [
      { kind: 'identity', needed: 2 },
      { kind: 'maritalProof', needed: 1 },
      { kind: 'purchaseEvidence', needed: 1 },
      { kind: 'saleContract', needed: 4 },
      { kind: 'paymentProof', needed: 1 },
      { kind: 'proxy', needed: 1, optional: true },
    ],
  },
  mortgage: {
    steps: [
      { step: 'collect', limitDays: 7, waitsFor: 'customer', needs: 'papers' },
      { step: 'bankReview', limitDays: 10, waitsFor: 'bank' },
      { step: 'loanContract', limitDays: 5, waitsFor: 'customer' },
      { step: 'awaitFiling', limitDays: 30, waitsFor: 'registry', needs: 'filing' },
      { step: 'mortgageRegistration', limitDays: 7, waitsFor: 'registry' },
      { step: 'release', limitDays: 30, waitsFor: 'bank', needs: 'loanMoney' },
    ],
    papers: (loanKind) => [
      { kind: 'identity', needed: 6 },
      { kind: 'householdBook', needed: 2 },
      { kind: 'maritalProof', needed: 2 },
      { kind: 'saleContract', needed: 1 },
      { kind: 'paymentProof', needed: 2 },
      { kind: 'incomeProof', needed: 2 },
      { kind: 'bankStatement', needed: 2 },
      { kind: 'residenceProof', needed: 1 },
      { kind: 'creditConsent', needed: 2 },
      ...(loanKind === 'provident' ? [{ kind: 'providentProof', needed: 1 } as const] : []),
      { kind: 'assets', needed: 1, optional: true },
      { kind: 'sellerAccount', needed: 1 },
    ],
  },
};

/** The step of a case by its name; the first where the definition has it no more. */
export function stepOf(kind: CaseKind, step: CaseStep): StepDefinition & { readonly index: number } {
  const { steps } = caseDefinitions[kind];
  const index = Math.max(
    0,
    steps.findIndex((one) => one.step === step),
  );
  const found = steps[index];
  if (found === undefined) throw new RangeError(`No case of kind ${kind} has steps`);
  return { ...found, index };
}

/** The step that follows, or undefined after the last. */
export function stepAfter(kind: CaseKind, step: CaseStep): CaseStep | undefined {
  return caseDefinitions[kind].steps[stepOf(kind, step).index + 1]?.step;
}

/** Days that a step may take; a provident fund takes longer to pay out than a bank. */
export function limitOf(kind: CaseKind, step: CaseStep, loanKind: LoanKind | null): number {
  const { limitDays } = stepOf(kind, step);
  return step === 'release' && loanKind === 'provident' ? limitDays * FUND_FACTOR : limitDays;
}

/** How a loan stands with the bank by the step of its case. */
export function loanStateOf(step: CaseStep, done: boolean): LoanState {
  if (done) return 'released';
  if (step === 'collect') return 'preparing';
  return step === 'bankReview' ? 'applied' : 'approved';
}
