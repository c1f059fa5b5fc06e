import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayOf } from '#shared/kernel/local-date.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

describe('The note of where a setting comes from', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  it('is the office’s own as typed, and the program’s for what ships, in whatever language somebody reads it', async () => {
    const manager = desk.as('manager');
    const noteOf = async (key: string) => (await manager.settings.list({})).find((row) => row.key === key)?.sourceNote;
    expect(await noteOf('lockMinutes')).toBeNull();
    const effectiveFrom = dayOf(desk.clock());
    await manager.settings.set({ key: 'lockMinutes', value: 20, effectiveFrom, sourceNote: '营销中心 2 号通知' });
    await manager.session.setLanguage({ language: 'en' });
    expect(await noteOf('lockMinutes')).toBe('营销中心 2 号通知');
    expect(await noteOf('depositCapPpm')).toBeNull();
  });
});
