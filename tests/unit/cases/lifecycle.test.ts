import { describe, expect, it } from 'vitest';
import { stepClock } from '#shared/domain/cases/clock.ts';
import {
  awaitsPaper,
  caseDefinitionsSchema,
  defaultCaseDefinitions,
  limitOf,
  loanStateOf,
  movedStep,
  needOf,
  papersOf,
  type StepDefinition,
  stepAfter,
  stepOf,
  withOwnStep,
  withStep,
} from '#shared/domain/cases/definitions.ts';
import {
  bareCaseFacts,
  type CaseEvent,
  type CaseFacts,
  caseEvents,
  caseLifecycle,
} from '#shared/domain/cases/lifecycle.ts';
import {
  type CaseState,
  caseKinds,
  caseStates,
  type caseSteps,
  loanKinds,
  ownSteps,
} from '#shared/domain/cases/states.ts';
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
        'giveUp → cancelled',
      ],
      returned: [
        'collect → returned',
        'take → returned',
        'assign → returned',
        'note → returned',
        'enterLoan → returned',
        'resume → running',
        'cancel → cancelled',
        'giveUp → cancelled',
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
  const interview: StepDefinition = {
    step: 'own1',
    limitDays: 3,
    fundLimitDays: null,
    waitsFor: 'customer',
    name: '面签',
    papers: ['incomeProof'],
  };
  const names = (steps: readonly { step: string }[]) => steps.map(({ step }) => step);
  const holds = (steps: readonly unknown[]) =>
    caseDefinitionsSchema.safeParse({ filing, mortgage: { ...mortgage, steps } }).success;

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

  it('takes steps of the office’s own with a name, anywhere but at the end', () => {
    expect(holds(mortgage.steps.toSpliced(1, 0, interview))).toBe(true);
    expect(holds([interview, ...mortgage.steps])).toBe(true);
    expect(holds([...mortgage.steps, interview])).toBe(false);
    expect(holds(mortgage.steps.toSpliced(1, 0, { ...interview, name: ' ' }))).toBe(false);
    const same = [interview, { ...interview, step: 'own2', papers: [] }];
    expect(holds(mortgage.steps.toSpliced(1, 0, ...(same as StepDefinition[])))).toBe(false);
    expect(names(withOwnStep(mortgage.steps, '面签') ?? []).slice(-2)).toEqual(['own1', 'release']);
    const full = ownSteps.reduce<readonly StepDefinition[]>(
      (steps) => withOwnStep(steps, '面签') ?? [],
      mortgage.steps,
    );
    expect([full.length, withOwnStep(full, '面签')]).toEqual([11, undefined]);
  });

  it('reads what was stored before steps had names', () => {
    const old = filing.steps.map(({ name: _name, papers: _papers, ...step }) => step);
    expect(caseDefinitionsSchema.parse({ mortgage, filing: { ...filing, steps: old } }).filing).toEqual(filing);
  });

  it('asks for each paper at one step only, and for none that is not on the list', () => {
    const second = { ...interview, step: 'own2', name: '二次面签' } as const;
    expect(holds(mortgage.steps.toSpliced(1, 0, interview, second))).toBe(false);
    expect(holds(mortgage.steps.toSpliced(1, 0, { ...interview, papers: ['proxy'] }))).toBe(false);
    const [collect, ...rest] = mortgage.steps;
    expect(holds([{ ...collect, papers: ['proxy'] }, ...rest])).toBe(false);
    const own = { ...mortgage, steps: mortgage.steps.toSpliced(1, 0, interview) };
    expect([awaitsPaper(own, 'collect', 'incomeProof'), awaitsPaper(own, 'own1', 'incomeProof')]).toEqual([
      false,
      true,
    ]);
    expect([awaitsPaper(own, 'collect', 'identity'), awaitsPaper(own, 'bankReview', 'identity')]).toEqual([
      true,
      false,
    ]);
  });

  it.each([
    ['bankReview', 1, ['collect', 'loanContract', 'bankReview', 'awaitFiling', 'mortgageRegistration', 'release']],
    ['bankReview', -1, ['bankReview', 'collect', 'loanContract', 'awaitFiling', 'mortgageRegistration', 'release']],
    ['mortgageRegistration', 1, 'last'],
    ['release', -1, 'last'],
    ['collect', -1, 'edge'],
    ['release', 1, 'edge'],
  ] as const)('moves %s by %i', (step, by, expected) => {
    const moved = movedStep('mortgage', mortgage.steps, step, by);
    expect('steps' in moved ? names(moved.steps) : moved.why).toEqual(expected);
  });

  it('keeps the order of the steps at which the program waits, also when one of them comes back', () => {
    const short = mortgage.steps.filter(
      ({ step }) => step === 'collect' || step === 'awaitFiling' || step === 'release',
    );
    expect(movedStep('mortgage', short, 'awaitFiling', -1)).toEqual({ why: 'awaited' });
    expect(holds([...short.slice(1, 2), ...short.slice(0, 1), ...short.slice(2)])).toBe(false);
    const [collect] = mortgage.steps;
    const back = collect === undefined ? [] : withStep('mortgage', [interview, ...mortgage.steps.slice(1)], collect);
    expect([names(back)[0], holds(back)]).toEqual(['collect', true]);
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
    const told = (definition: typeof mortgage) =>
      definition.steps.map(({ step }) => loanStateOf(definition, step, false));
    expect(told(mortgage)).toEqual(['preparing', 'applied', 'approved', 'approved', 'approved', 'approved']);
    expect(loanStateOf(mortgage, 'release', true)).toBe('released');
    const own = { ...mortgage, steps: mortgage.steps.toSpliced(1, 0, interview) };
    expect(told(own).slice(0, 4)).toEqual(['preparing', 'preparing', 'applied', 'approved']);
    const without = { ...mortgage, steps: mortgage.steps.filter(({ step }) => step !== 'bankReview') };
    expect(told(without).slice(0, 2)).toEqual(['preparing', 'approved']);
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
