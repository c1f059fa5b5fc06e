import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { differingTables } from '#db/replay.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

describe('The sales information base', () => {
  let desk: TestOffice;
  let planner: TestClient;
  let consultant: TestClient;
  beforeEach(async () => {
    desk = await testOffice();
    planner = desk.as('planner', '策划');
    consultant = desk.as('consultant');
  });
  afterEach(() => desk.close());

  const entry = {
    entry: null,
    topic: 'surroundings' as const,
    title: '地铁十号线',
    body: '步行七百米到江北城站，早高峰两分钟一班。',
    facts: {},
    source: '轨道集团网站',
    asOf: '2026-11-01',
    validUntil: null as string | null,
  };
  const find = async (text: string) =>
    (await consultant.handbook.find({ text, topic: null })).hits.map(({ title }) => title);

  it('is found while talking: by words, by pinyin and by initials, the title first', async () => {
    await planner.handbook.save(entry);
    await planner.handbook.save({
      ...entry,
      topic: 'facts',
      title: '车位配比',
      body: '一比一点二，离地铁出口最近的一排有充电桩。',
    });
    expect(await find('地铁')).toEqual(['地铁十号线', '车位配比']);
    expect(await find('ditie')).toEqual(['地铁十号线']);
    expect(await find('cwpb')).toEqual(['车位配比']);
    expect(await find('地铁 充电')).toEqual(['车位配比']);
    expect(await find('机场')).toEqual([]);
  });

  it('shows what is over behind what holds, and what was put away not at all', async () => {
    await planner.handbook.save({ ...entry, title: '十月优惠', validUntil: '2026-11-05', topic: 'promotion' });
    const { entryId } = await planner.handbook.save({
      ...entry,
      title: '优惠',
      topic: 'promotion',
      body: '十一月优惠说明',
    });
    expect(await find('优惠')).toEqual(['优惠', '十月优惠']);
    const { entries } = await planner.handbook.list({ archived: false });
    const version = entries.find(({ id }) => id === entryId)?.version ?? 0;
    await planner.handbook.archive({ entryId, version, archived: true });
    expect(await find('优惠')).toEqual(['十月优惠']);
    await expectRefusal(
      planner.handbook.archive({ entryId, version: version + 1, archived: true }),
      'HANDBOOK_AS_IT_IS',
    );
    expect((await planner.handbook.list({ archived: true })).entries).toMatchObject([
      { title: '优惠', writtenBy: '策划' },
    ]);
    expect(differingTables(desk.office.database.client)).toEqual([]);
  });

  it('has its source and its day, and says something', async () => {
    await expectRefusal(planner.handbook.save({ ...entry, source: ' ' }), 'INVALID_INPUT');
    await expectRefusal(planner.handbook.save({ ...entry, asOf: '2027-01-01' }), 'HANDBOOK_AS_OF_FUTURE');
    await expectRefusal(planner.handbook.save({ ...entry, validUntil: '2026-10-01' }), 'HANDBOOK_ENDS_FIRST');
    await expectRefusal(planner.handbook.save({ ...entry, body: '' }), 'HANDBOOK_EMPTY');
    await expectRefusal(planner.handbook.save({ ...entry, topic: 'competitors', body: '' }), 'HANDBOOK_EMPTY');
    await planner.handbook.save({ ...entry, topic: 'competitors', body: '', facts: { price: '17,800 元/m²' } });
    expect(await find('17,800')).toEqual(['地铁十号线']);
    expect(await find('17,900')).toEqual([]);
  });

  it('is changed by those who write it, one after the other', async () => {
    const { entryId } = await planner.handbook.save(entry);
    await expectRefusal(consultant.handbook.save(entry), 'FORBIDDEN');
    const [written] = (await consultant.handbook.list({ archived: false })).entries;
    const changed = { ...entry, entry: { id: entryId, version: written?.version ?? 0 }, title: '轻轨' };
    await desk.as('backOffice').handbook.save(changed);
    await expectRefusal(planner.handbook.save(changed), 'STALE');
  });
});
