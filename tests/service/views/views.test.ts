import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { currentTables, replay } from '#db/replay.ts';
import { MOST_VIEWS } from '#shared/domain/views/lists.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

const late = {
  list: 'contracts' as const,
  name: '催签',
  filter: { view: 'toSign', scope: 'mine' },
  sorting: [{ id: 'signBy', desc: false }],
  shared: false,
};

describe('Views of a list that people have named', () => {
  let desk: TestOffice;
  let consultant: TestClient & { me: number };
  beforeEach(async () => {
    desk = await testOffice();
    consultant = desk.as('consultant', '何佳怡');
  });
  afterEach(() => desk.close());

  const namesOf = async (person: TestClient) =>
    (await person.views.list({ list: 'contracts' })).map(({ name }) => name);

  it('belong to a person and lie in the office, each list its own', async () => {
    await consultant.views.save(late);
    const { name, filter, sorting } = late;
    expect(await consultant.views.list({ list: 'contracts' })).toMatchObject([
      { name, filter, sorting, shared: false, by: null, mayRemove: true },
    ]);
    expect(await consultant.views.list({ list: 'subscriptions' })).toEqual([]);
    expect(await namesOf(desk.as('consultant'))).toEqual([]);
    expect(await namesOf(desk.as('manager'))).toEqual([]);
  });

  it('are replaced under the same name, and removed by their owner alone', async () => {
    const { viewId } = await consultant.views.save(late);
    expect(await consultant.views.save({ ...late, filter: { view: 'toFile' }, sorting: [] })).toEqual({ viewId });
    expect(await consultant.views.list({ list: 'contracts' })).toMatchObject([
      { id: viewId, filter: { view: 'toFile' }, sorting: [] },
    ]);
    await expectRefusal(desk.as('manager').views.remove({ viewId }), 'NOT_FOUND');
    await consultant.views.remove({ viewId });
    expect(await namesOf(consultant)).toEqual([]);
    const { client } = desk.office.database;
    expect(replay(client).get('views')).toEqual(currentTables(client).get('views'));
  });

  it('are for everybody where a supervisor or manager says so, and go again by either', async () => {
    await expectRefusal(consultant.views.save({ ...late, shared: true }), 'VIEW_SHARE_NOT_ALLOWED');
    const supervisor = desk.as('supervisor', '陈立群');
    const { viewId } = await supervisor.views.save({ ...late, name: '本周签约', shared: true });
    await consultant.views.save(late);
    expect(await consultant.views.list({ list: 'contracts' })).toMatchObject([
      { name: '催签', by: null, mayRemove: true },
      { name: '本周签约', by: '陈立群', shared: true, mayRemove: false },
    ]);
    await expectRefusal(consultant.views.remove({ viewId }), 'NOT_FOUND');
    await desk.as('manager').views.remove({ viewId });
    expect(await namesOf(consultant)).toEqual(['催签']);
  });

  it('hold words of the program only, never what was searched for', async () => {
    await expectRefusal(consultant.views.save({ ...late, filter: { text: '王海涛' } }), 'INVALID_INPUT');
    await expectRefusal(consultant.views.save({ ...late, name: ' ' }), 'INVALID_INPUT');
  });

  it('are not kept without end', async () => {
    for (let count = 1; count <= MOST_VIEWS; count += 1)
      await consultant.views.save({ ...late, name: `视图 ${count}` });
    await expectRefusal(consultant.views.save(late), 'VIEWS_FULL');
    await consultant.views.save({ ...late, name: '视图 1', filter: {} });
    await consultant.views.save({ ...late, list: 'customers' });
  });
});
