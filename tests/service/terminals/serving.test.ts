import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

describe('Which PC serves the office', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());
  const [first, second] = [
    { installation: 'one', name: 'FRONT-DESK' },
    { installation: 'two', name: 'BACK-OFFICE' },
  ];
  const takings = () =>
    desk.office.database.client
      .prepare<[], string>("select data from events where kind = 'hostTakenOver'")
      .pluck()
      .all()
      .map((data) => JSON.parse(data));

  it('is the first that does, until another one takes it over: that is on record, and of a higher epoch', async () => {
    const { serveFrom } = desk.office.terminals;
    const begun = await serveFrom(first, false);
    expect(begun).toEqual({ epoch: 1, host: 'one' });
    expect(await serveFrom(first, false)).toEqual(begun);
    await expect(serveFrom(second, false)).rejects.toMatchObject({
      code: 'HOST_ELSEWHERE',
      params: { name: 'FRONT-DESK' },
    });
    expect(takings()).toEqual([]);
    const taken = await serveFrom(second, true);
    expect(taken.host).toBe('two');
    expect(taken.epoch).toBeGreaterThan(begun.epoch);
    expect(takings()).toEqual([{ from: 'FRONT-DESK', to: 'BACK-OFFICE' }]);
    await expect(serveFrom(first, false)).rejects.toMatchObject({ params: { name: 'BACK-OFFICE' } });
    // It is not taken over from oneself.
    expect(await serveFrom(second, true)).toEqual(taken);
  });

  it('is another one where the settings of the PC were copied with the folder', async () => {
    const { serveFrom } = desk.office.terminals;
    await serveFrom(first, false);
    await expect(serveFrom({ ...first, name: 'BACK-OFFICE' }, false)).rejects.toMatchObject({ code: 'HOST_ELSEWHERE' });
  });
});
