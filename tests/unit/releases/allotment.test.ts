import { describe, expect, it } from 'vitest';
import { allotmentRefusal } from '#shared/domain/releases/allotment.ts';

const NOW = 1_000;
const toFirst = { team: '一组', untilAt: NOW + 1 };

describe('A home that a release gave to a team', () => {
  it('is claimed by its team alone while its time runs', () => {
    expect(allotmentRefusal(toFirst, { post: 'consultant', team: '一组' }, NOW)).toBeUndefined();
    expect(allotmentRefusal(toFirst, { post: 'consultant', team: '二组' }, NOW)).toEqual({
      code: 'UNIT_OF_OTHER_TEAM',
      params: { team: '一组', untilAt: NOW + 1 },
    });
    expect(allotmentRefusal(toFirst, { post: 'consultant', team: '' }, NOW)?.code).toBe('UNIT_OF_OTHER_TEAM');
    expect(allotmentRefusal(toFirst, { post: 'supervisor', team: '二组' }, NOW)?.code).toBe('UNIT_OF_OTHER_TEAM');
  });

  it('is open to everybody from the minute in which its time is over', () => {
    expect(allotmentRefusal(toFirst, { post: 'consultant', team: '二组' }, NOW + 1)).toBeUndefined();
  });

  it('stays with its team where no end was named', () => {
    const forGood = { team: '一组', untilAt: null };
    expect(allotmentRefusal(forGood, { post: 'consultant', team: '二组' }, NOW)).toEqual({
      code: 'UNIT_OF_OTHER_TEAM',
      params: { team: '一组' },
    });
  });

  it('is open to those who answer for all teams, and to those who serve all of them', () => {
    for (const post of ['manager', 'director'] as const)
      expect(allotmentRefusal(toFirst, { post, team: '二组' }, NOW)).toBeUndefined();
    for (const post of ['backOffice', 'supervisor'] as const)
      expect(allotmentRefusal(toFirst, { post, team: '' }, NOW)).toBeUndefined();
    expect(allotmentRefusal(toFirst, { post: null, team: '' }, NOW)).toBeUndefined();
  });
});
