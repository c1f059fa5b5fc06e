import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '#shared/kernel/local-date.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { refusalOf } from '#tests/support/refusals.ts';

const DAY = 86_400_000;

describe('The register of visits and calls', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  const entry = {
    customerId: null,
    channel: 'passingBy',
    partySize: 2,
    intent: '三房',
    notes: '看过样板房',
    nextFollowUpOn: null,
    receivedBy: null,
  } as const;

  it('shows some days with what they come to: calls, first and return visits, new people, class A', async () => {
    const consultant = desk.as('consultant');
    const first = dayOf(desk.clock());
    const known = { ...entry, name: '欧阳询', phone: '10012345671', rating: 'A' } as const;
    await consultant.visits.register({ ...known, kind: 'call' });
    await consultant.visits.register({ ...entry, kind: 'visit', name: '褚遂良', phone: '10012345672', rating: 'B' });
    desk.clock.advance(DAY);
    const again = desk.as('consultant');
    await again.visits.register({ ...known, kind: 'visit' });
    const { totals, rows } = await again.visits.between({ from: first, to: addDays(first, 1) });
    expect(totals).toEqual({ call: 1, firstVisit: 2, returnVisit: 0, fresh: 2, classA: 1 });
    expect(rows.map(({ name, kind, fresh }) => [name, kind, fresh])).toEqual([
      ['欧阳询', 'call', true],
      ['褚遂良', 'firstVisit', true],
      ['欧阳询', 'firstVisit', false],
    ]);
    expect((await again.visits.between({ from: first, to: first })).rows).toHaveLength(2);
  });

  it('hides the phones of others, says nothing of their notes, and refuses days that are not in order or too many', async () => {
    const one = desk.as('consultant');
    await one.visits.register({ ...entry, kind: 'visit', name: '欧阳询', phone: '10012345671', rating: 'A' });
    const day = dayOf(desk.clock());
    const [seen] = (await desk.as('planner').visits.between({ from: day, to: day })).rows;
    expect(seen?.phone).not.toBe('10012345671');
    const wrong = one.visits.between({ from: day, to: addDays(day, -1) });
    expect(await refusalOf(wrong)).toMatchObject({ code: 'REGISTER_DAYS_WRONG', params: { days: 93 } });
    const long = one.visits.between({ from: day, to: addDays(day, 93) });
    expect(await refusalOf(long)).toMatchObject({ code: 'REGISTER_DAYS_WRONG' });
  });

  it('leaves the office only for whoever may take customers along, counted by the register itself', async () => {
    const consultant = desk.as('consultant');
    await consultant.visits.register({ ...entry, kind: 'visit', name: '欧阳询', phone: '10012345671', rating: 'A' });
    const day = dayOf(desk.clock());
    const supervisor = desk.as('supervisor');
    const ids = (await supervisor.visits.between({ from: day, to: day })).rows.map(({ id }) => id);
    const taken = (rows: number[]) =>
      ({
        list: 'visits',
        scope: 'all',
        filter: { from: day, to: day },
        searched: false,
        reportId: null,
        form: 'paper',
        columns: ['name'],
        rows: rows.length,
        ids: rows,
      }) as const;
    const { number } = await supervisor.exports.record({ ...taken(ids), columns: ['name'] });
    expect(number).toMatch(/^DC-/);
    const denied = consultant.exports.record({ ...taken(ids), columns: ['name'] });
    expect(await refusalOf(denied)).toMatchObject({ code: 'EXPORT_NOT_ALLOWED' });
    const more = supervisor.exports.record({ ...taken([...ids, 999]), columns: ['name'] });
    expect(await refusalOf(more)).toMatchObject({ code: 'EXPORT_ROWS_WRONG' });
  });
});
