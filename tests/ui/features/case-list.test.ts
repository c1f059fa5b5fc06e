import { describe, expect, it } from 'vitest';
import { type CaseRow, casesOfTerms, urgencyOf, withOlderSteps } from '#renderer/features/cases/case-list.ts';
import { localDate } from '#shared/kernel/local-date.ts';

const today = localDate('2026-11-23');
const one = (day: string, state: 'running' | 'returned' = 'running', responsibleId: number | null = 1) => ({
  dueOn: localDate(day),
  state,
  responsibleId,
});
const late = one('2026-11-22');
const back = one('2026-12-20', 'returned');
const soon = one('2026-11-23');
const later = one('2026-12-01');

describe('The list of cases', () => {
  it('keeps what is late, due within a week or given back, the most urgent first', () => {
    const rows = [later, soon, back, late];
    expect(casesOfTerms(rows, [], today)).toEqual([late, soon, later, back]);
    expect(casesOfTerms(rows, ['late'], today)).toEqual([late]);
    expect(casesOfTerms(rows, ['week', 'returned'], today)).toEqual([soon, back]);
    const nobodys = one('2026-12-05', 'running', null);
    expect(casesOfTerms([...rows, nobodys], ['unassigned'], today)).toEqual([nobodys]);
  });

  it('is red when late and amber in the last three days', () => {
    expect([late, soon, later].map((row) => urgencyOf(row, today))).toEqual(['seal', 'amber', 'plain']);
  });

  it('has a place for running cases whose step is called otherwise for new ones, before the last step', () => {
    const steps = [
      { step: 'collect', name: '', limitDays: 7 },
      { step: 'release', name: '', limitDays: 30 },
    ] as const;
    const row = (step: string, stepName: string, state = 'running') =>
      ({ step, stepName, limitDays: 3, state }) as CaseRow;
    const rows = [
      row('collect', ''),
      row('own1', '面签'),
      row('own1', '面签', 'returned'),
      row('own2', '旧步骤', 'done'),
    ];
    expect(withOlderSteps(steps, rows).map(({ step, name }) => `${step} ${name}`)).toEqual([
      'collect ',
      'own1 面签',
      'release ',
    ]);
  });
});
