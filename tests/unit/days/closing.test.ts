import { describe, expect, it } from 'vitest';
import { type ClosedDay, closeRefusal, daysToClose, reopenRefusal } from '#shared/domain/days/closing.ts';
import { type LocalDate, localDate } from '#shared/kernel/local-date.ts';

const day = (number: number): LocalDate => localDate(`2026-11-${number}`);
const worked = [20, 21, 23].map(day);
const today = day(23);
const closed = (number: number, state: ClosedDay['state'] = 'closed'): ClosedDay => ({ day: day(number), state });

describe('Days that wait to be closed', () => {
  it('are those after the newest close on which somebody worked; a day off is none', () => {
    expect(daysToClose({ today, newest: closed(19), worked })).toEqual(worked);
    expect(daysToClose({ today, newest: closed(21), worked })).toEqual([day(23)]);
    expect(daysToClose({ today, newest: closed(23), worked })).toEqual([]);
  });

  it('begin with yesterday in an office that has never closed one', () => {
    expect(daysToClose({ today, newest: undefined, worked })).toEqual([day(23)]);
    expect(daysToClose({ today: day(22), newest: undefined, worked })).toEqual([day(21), day(23)]);
  });

  it('begin with the day that was taken up again', () => {
    expect(daysToClose({ today, newest: closed(21, 'reopened'), worked })).toEqual([day(21), day(23)]);
  });
});

describe('A day', () => {
  const facts = { today, newest: closed(20), worked };

  it('is closed one after the other, once, and not before it has come', () => {
    expect(closeRefusal(facts, day(21))).toBeUndefined();
    expect(closeRefusal(facts, day(23))).toEqual({ code: 'DAY_OUT_OF_ORDER', params: { day: day(21) } });
    expect(closeRefusal(facts, day(20))?.code).toBe('DAY_CLOSED');
    expect(closeRefusal(facts, day(19))?.code).toBe('DAY_CLOSED');
    expect(closeRefusal(facts, day(24))?.code).toBe('DAY_NOT_OVER');
  });

  it('is closed anew after it was taken up again, before any other', () => {
    const again = { ...facts, newest: closed(20, 'reopened') };
    expect(closeRefusal(again, day(20))).toBeUndefined();
    expect(closeRefusal(again, day(21))).toEqual({ code: 'DAY_OUT_OF_ORDER', params: { day: day(20) } });
  });

  it('is taken up again only while it is the newest, and once', () => {
    expect(reopenRefusal(closed(21), closed(21))).toBeUndefined();
    expect(reopenRefusal(closed(21), closed(20))?.code).toBe('DAY_NOT_NEWEST');
    expect(reopenRefusal(closed(21, 'reopened'), closed(21, 'reopened'))?.code).toBe('DAY_REOPENED');
  });
});
