import { describe, expect, it } from 'vitest';
import { inventIdentityNumber, inventPhone, staff } from '#db/seed/people.ts';
import { demoSize, planOffice, volumeSize } from '#db/seed/plan-office.ts';
import { ageOn, checkIdentityNumber } from '#shared/kernel/identity-number.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { checkPhone } from '#shared/kernel/phone.ts';

const today = localDate('2026-11-25');
const at = (text: string) => Date.parse(`${text}+08:00`);

describe('invented people', () => {
  it('have identity numbers that fit the standard in all but the place, which is none', () => {
    for (let index = 0; index < 3000; index += 1) {
      const check = checkIdentityNumber(inventIdentityNumber(index, today), today);
      expect(check).toMatchObject({ ok: true, warnings: ['unknownArea'] });
      expect(ageOn(check.birthOn ?? today, today)).toBeGreaterThanOrEqual(24);
    }
  });

  it('share neither phone nor identity number, however many they are', () => {
    const many = Array.from({ length: 50_000 }, (_, index) => index);
    expect(new Set(many.map(inventPhone)).size).toBe(many.length);
    const few = many.filter((index) => index % 25 === 0);
    expect(new Set(few.map((index) => inventIdentityNumber(index, today))).size).toBe(few.length);
  });

  it('have mobiles of a prefix that no carrier has', () => {
    for (const index of [0, 1, 7, 99_999])
      expect(checkPhone(inventPhone(index))).toMatchObject({
        ok: true,
        kind: 'mobile',
        normal: expect.stringMatching(/^160\d{8}$/),
      });
  });

  it('work under names and login names of their own', () => {
    expect(new Set(staff.map(({ name }) => name)).size).toBe(staff.length);
    expect(new Set(staff.map(({ loginName }) => loginName)).size).toBe(staff.length);
  });
});

describe('the plan of a generated office', () => {
  it('keeps homes only for customers who are in the file by then, whatever the day and the hour', () => {
    const early: string[] = [];
    for (const seed of [1, 7, 20_260_301])
      for (let day = 0; day < 21; day++) {
        const now = at('2026-11-05T09:10:00') + day * 24 * 3_600_000 + (day % 7) * 97 * 60_000;
        const known = new Set<number>();
        for (const act of planOffice(seed, now, demoSize).acts) {
          if (act.do === 'register') known.add(act.customer);
          if ((act.do === 'book' || act.do === 'hold' || act.do === 'quote') && act.customer !== null)
            if (!known.has(act.customer)) early.push(`${act.do} ${act.customer} with seed ${seed} on day ${day}`);
        }
      }
    expect(early).toEqual([]);
  });

  it('is the same for the same seed, size and instant, and another for another seed', () => {
    const now = at('2026-11-25T15:20:00');
    expect(planOffice(3, now, demoSize)).toEqual(planOffice(3, now, demoSize));
    expect(planOffice(4, now, demoSize).customers).not.toEqual(planOffice(3, now, demoSize).customers);
  });

  it('never reaches beyond the instant at which it is entered, and begins ninety days before, at any hour', () => {
    for (const text of ['2026-01-01T00:00:05', '2026-02-28T07:15:00', '2028-02-29T10:05:00', '2026-12-31T23:59:59']) {
      const now = at(text);
      const { acts, openedAt } = planOffice(1, now, demoSize);
      expect(Math.round((now - openedAt) / 86_400_000)).toBeGreaterThanOrEqual(90);
      expect(acts.every((act, index) => act.at <= now && act.at >= (acts[index - 1]?.at ?? openedAt))).toBe(true);
      expect(acts.filter(({ do: what }) => what === 'lock')).toHaveLength(3);
    }
  });

  it('holds what a volume office was asked for', () => {
    const size = volumeSize({ units: 1003, customers: 2000, years: 1 });
    const { buildings, customers, deals } = planOffice(1, at('2026-11-25T15:20:00'), size);
    expect(buildings.reduce((sum, { homes }) => sum + homes.length, 0)).toBe(1003);
    expect(customers.length).toBeGreaterThanOrEqual(2000);
    expect(deals.length).toBeGreaterThan(200);
    expect(new Set(deals.map(({ unit }) => unit)).size).toBe(deals.length);
  });
});
