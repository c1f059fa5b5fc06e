import { describe, expect, it } from 'vitest';
import { stepClock } from '#shared/domain/cases/clock.ts';
import {
  caseDefinitionsSchema,
  defaultCaseDefinitions,
  limitOf,
  loanStateOf,
  needOf,
  papersOf,
  stepAfter,
  stepOf,
} from '#shared/domain/cases/definitions.ts';
import {
  bareCaseFacts,
  type CaseEvent,
  type CaseFacts,
  caseEvents,
  caseLifecycle,
} from '#shared/domain/cases/lifecycle.ts';
import { type CaseState, caseKinds, caseStates, type caseSteps, loanKinds } from '#shared/domain/cases/states.ts';
import { decide, lifecycleFaults } from '#shared/domain/lifecycle.ts';
import { localDate } from '#shared/kernel/local-date.ts';

const good: CaseFacts = {
  ...bareCaseFacts(),
  papersMissing: 0,
  filingMissing: false,
  loanOpenFen: 0,
  bankMissing: false,
  contractEnded: true,
};
const codeOf = (state: CaseState, event: CaseEvent, change: Partial<CaseFacts> = {}) =>
  decide(caseLifecycle, state, event, { ...good, ...change }).refused?.code;

describe('The life of a case', () => {
  it('lets exactly these steps happen', () => {
    const seen = caseStates.map((state) => [
      state,
      caseEvents.flatMap((event) => {
        const facts = event === 'reopen' ? { ...good, loanOpenFen: 1 } : good;
        const decision = decide(caseLifecycle, state, event, facts);
        return decision.refused ? [] : [`${event} → ${decision.next}`];
      }),
    ]);
    expect(Object.fromEntries(seen)).toEqual({
      running: [
        'collect → running',
        'take → running',
        'assign → running',
        'note → running',
        'enterLoan → running',
        'advance → running',
        'giveBack → returned',
        'cancel → cancelled',
      ],
      returned: [
        'collect → returned',
        'take → returned',
        'assign → returned',
        'note → returned',
        'enterLoan → returned',
        'resume → running',
        'cancel → cancelled',
      ],
      done: ['reopen → running'],
      cancelled: [],
    });
  });

  it('is a sound table', () => {
    expect(lifecycleFaults(caseLifecycle)).toEqual([]);
  });

  it('ends with its last step', () => {
    const decision = decide(caseLifecycle, 'running', 'advance', { ...good, lastStep: true });
    expect(decision).toMatchObject({ next: 'done', effects: ['close'] });
  });

  it.each([
    ['papers are missing', { papersMissing: 2 }, 'CASE_PAPERS_MISSING'],
    ['nobody entered the bank', { bankMissing: true }, 'CASE_BANK_MISSING'],
    ['the city has given no number', { filingMissing: true }, 'CASE_FILING_MISSING'],
    ['the loan has not come', { loanOpenFen: 1 }, 'CASE_LOAN_NOT_RECEIVED'],
  ] as const)('stays on its step while %s', (_why, change, code) => {
    expect(codeOf('running', 'advance', change)).toBe(code);
    expect(codeOf('running', 'advance', { ...change, lastStep: true })).toBe(code);
  });

  it('asks for a bank only where there is a loan, and takes a loan only there', () => {
    expect(codeOf('running', 'advance', { loan: false, bankMissing: true })).toBeUndefined();
    expect(codeOf('running', 'enterLoan', { loan: false })).toBe('CASE_HAS_NO_LOAN');
  });

  it('is taken up again only when its loan is open once more', () => {
    expect(codeOf('done', 'reopen')).toBe('CASE_LOAN_RECEIVED');
    expect(codeOf('done', 'reopen', { loan: false, loanOpenFen: 1 })).toBe('CASE_LOAN_RECEIVED');
  });

  it('is cancelled only with its contract', () => {
    expect(codeOf('running', 'cancel', { contractEnded: false })).toBe('CASE_CONTRACT_LIVE');
  });
});

describe('The definition of each kind of case', () => {
  const { filing, mortgage } = defaultCaseDefinitions;

  it.each(caseKinds)('%s has each step once, within its limits, and begins with its papers', (kind) => {
    const definition = defaultCaseDefinitions[kind];
    expect(caseDefinitionsSchema.safeParse(defaultCaseDefinitions).success).toBe(true);
    expect(needOf(definition.steps[0]?.step ?? 'release')).toBe('papers');
    for (const loanKind of [null, ...loanKinds]) {
      const list = papersOf(definition, loanKind);
      expect(new Set(list.map((paper) => paper.kind)).size).toBe(list.length);
      expect(list.some(({ optional }) => !optional)).toBe(true);
    }
  });

  it.each([
    ['without steps', []],
    ['with a step twice', [...filing.steps.slice(0, 1), ...filing.steps]],
    ['without its last step', filing.steps.slice(0, 2)],
    ['with a step of another kind', [...mortgage.steps.slice(1, 2), ...filing.steps]],
    ['with a step of no day', filing.steps.map((step) => ({ ...step, limitDays: 0 }))],
  ])('is refused %s', (_what, steps) => {
    expect(caseDefinitionsSchema.safeParse({ mortgage, filing: { ...filing, steps } }).success).toBe(false);
  });

  it('may leave out what a city does not ask for', () => {
    const steps = mortgage.steps.filter(({ step }) => step !== 'mortgageRegistration');
    expect(caseDefinitionsSchema.safeParse({ filing, mortgage: { ...mortgage, steps } }).success).toBe(true);
    expect(stepAfter({ ...mortgage, steps }, 'awaitFiling')).toBe('release');
  });

  it('leads from the first step to the last and no further', () => {
    const walked = ['collect'] as (typeof caseSteps)[number][];
    for (let next = stepAfter(mortgage, 'collect'); next !== undefined; next = stepAfter(mortgage, next))
      walked.push(next);
    expect(walked).toEqual(mortgage.steps.map(({ step }) => step));
    expect(stepOf(mortgage, 'release').index).toBe(5);
    // A step that a case of this kind does not have: the case stands at the beginning.
    expect(stepOf(filing, 'release').index).toBe(0);
  });

  it('files within the 30 days of the law', () => {
    expect(filing.steps.reduce((sum, { limitDays }) => sum + limitDays, 0)).toBeLessThanOrEqual(30);
  });

  it('asks a fund for its own proof, and gives it longer to pay out than a bank', () => {
    const kinds = (loanKind: 'commercial' | 'provident') => papersOf(mortgage, loanKind).map(({ kind }) => kind);
    expect(kinds('provident')).toContain('providentProof');
    expect(kinds('commercial')).not.toContain('providentProof');
    expect(limitOf(stepOf(mortgage, 'release'), 'commercial')).toBe(30);
    expect(limitOf(stepOf(mortgage, 'release'), 'provident')).toBe(60);
    expect(limitOf(stepOf(mortgage, 'collect'), 'provident')).toBe(7);
  });

  it('tells how a loan stands by the step of its case', () => {
    const told = mortgage.steps.map(({ step }) => loanStateOf(step, false));
    expect(told).toEqual(['preparing', 'applied', 'approved', 'approved', 'approved', 'approved']);
    expect(loanStateOf('release', true)).toBe('released');
  });

  it('counts the days of the step it is on', () => {
    const row = { step: 'bankReview', loanKind: 'commercial', stepSince: localDate('2026-11-10') } as const;
    expect(stepClock(mortgage, row, localDate('2026-11-23'))).toEqual({
      usedDays: 13,
      limitDays: 10,
      dueOn: localDate('2026-11-20'),
    });
  });
});
