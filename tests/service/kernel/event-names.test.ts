import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayOf } from '#shared/kernel/local-date.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { buildBuyer, subscribeHome } from '#tests/support/deal-builders.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

describe('The event log as a person reads it', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  it('calls people, homes, papers and settings by their names', async () => {
    const [home = 0] = await buildHomes(desk, { name: '3栋' });
    const administrator = desk.as('administrator');
    await administrator.accounts.create({
      name: '钱宁',
      loginName: 'qian.ning',
      post: 'consultant',
    });
    const consultant = desk.as('consultant', '赵敏');
    await consultant.units.lock({ unitId: home });
    await consultant.units.unlock({ unitId: home });
    const deal = await subscribeHome(consultant, home, await buildBuyer(consultant, '欧阳倩'));
    await desk.as('manager').settings.set({
      key: 'lockMinutes',
      value: 20,
      effectiveFrom: dayOf(desk.clock()),
      sourceNote: '营销中心 2 号通知',
    });
    const log = await desk.as('auditor').events.list({ day: null, actorId: null, before: null });
    const subjectsOf = (kind: string) => log.filter((event) => event.kind === kind).map(({ subject }) => subject);
    const subjectOf = (kind: string) => subjectsOf(kind)[0];
    expect(subjectsOf('accountCreated')).toContain('钱宁');
    expect(subjectOf('unlocked')).toBe('3-1-101');
    expect(subjectOf('buildingEntered')).toBe('3栋');
    expect(subjectOf('submitted')).toBe(deal.number);
    expect(subjectOf('settingChanged')).toBe('lockMinutes');
    expect(JSON.stringify(log)).not.toContain('欧阳倩');
  });
});
