import { chmodSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOffice } from '#electron/server/office.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { migrationsFolder } from '#tests/support/first-pages.ts';
import { requestId, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal, refusalOf } from '#tests/support/refusals.ts';

const asRoot = process.getuid?.() === 0;

const nothing = () => undefined;
const codeOf = (error: unknown): unknown => Object(error).data?.code;

describe('When the disk does not want to', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  it('a full disk ends in words, and what was there stays', async () => {
    const [home = 0] = await buildHomes(desk, { floors: 10, rooms: 10 });
    const consultant = desk.as('consultant');
    const { client } = desk.office.database;
    // SQLite itself says that it is full: it may not grow by a page.
    client.pragma(`max_page_count = ${Number(client.pragma('page_count', { simple: true }))}`);
    let refused: unknown;
    for (let time = 0; time < 200 && refused === undefined; time += 1) {
      refused = await consultant.units.lock({ unitId: home }).then(nothing, codeOf);
      refused ??= await consultant.units.unlock({ unitId: home }).then(nothing, codeOf);
    }
    expect(refused).toBe('DISK_FULL');
    expect(client.pragma('integrity_check', { simple: true })).toBe('ok');
    client.pragma('max_page_count = 1073741823');
    await expect(consultant.units.detail({ unitId: home })).resolves.toMatchObject({ cell: { id: home } });
  });

  it('a file that cannot be written ends in words', async () => {
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant');
    desk.office.database.client.pragma('query_only = on');
    await expectRefusal(consultant.units.lock({ unitId: home }), 'DISK_FAILED');
    desk.office.database.client.pragma('query_only = off');
    await expect(consultant.units.lock({ unitId: home })).resolves.toMatchObject({ lockId: expect.any(Number) });
  });

  it.skipIf(asRoot)('a folder without the right to write is refused at opening', async () => {
    await desk.office.close();
    chmodSync(desk.folder, 0o500);
    const ports = { clock: desk.clock, newId: requestId, log: () => undefined };
    expect(() =>
      openOffice({
        folder: desk.folder,
        rootKey: desk.rootKey,
        migrations: migrationsFolder,
        tickEveryMs: null,
        ports,
      }),
    ).toThrow(expect.objectContaining({ code: 'DISK_FAILED' }));
    chmodSync(desk.folder, 0o700);
  });
});

describe('When the disk fills up', () => {
  it('everybody is told, then nothing large is taken in, and selling goes on', async () => {
    let free = 5 * 1024 ** 3;
    const desk = await testOffice({ freeBytes: () => Promise.resolve(free) });
    const [home = 0] = await buildHomes(desk);
    const manager = desk.as('manager');
    const csv = '楼栋,单元,楼层,房号,建筑面积,总价\n9栋,1单元,1,101,100.00,1000000';
    const order = () => ({
      file: { name: 'x.csv', content: Buffer.from(csv).toString('base64') },
      ...{ sheet: null, mapping: null, alsoFiled: true, leaveOutFaulty: false },
    });
    await desk.office.clock.tick();
    expect(await manager.session.current({})).toMatchObject({ lowDiskBytes: null });
    free = 700 * 1024 ** 2;
    await desk.office.clock.tick();
    expect(await manager.session.current({})).toMatchObject({ lowDiskBytes: free });
    const { importId } = await manager.imports.commit(order());
    await manager.imports.undo({ importId, version: 1 });
    free = 100 * 1024 ** 2;
    await desk.office.clock.tick();
    expect(await refusalOf(manager.imports.commit(order()))).toEqual({
      code: 'DISK_LOW',
      params: { freeMegabytes: 100 },
    });
    await expect(manager.units.lock({ unitId: home })).resolves.toMatchObject({ lockId: expect.any(Number) });
    free = 5 * 1024 ** 3;
    await desk.office.clock.tick();
    await expect(manager.imports.commit(order())).resolves.toMatchObject({ importId: expect.any(Number) });
    await desk.close();
  });
});

describe('Many hands on one home', () => {
  it('of forty consultants who lock at the same moment one wins, and the others are told', async () => {
    const desk = await testOffice();
    const [home = 0] = await buildHomes(desk);
    const consultants = Array.from({ length: 40 }, (_unused, index) => desk.as('consultant', `顾问${index}`));
    const answers = await Promise.allSettled(consultants.map((one) => one.units.lock({ unitId: home })));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const live = desk.office.database.client
      .prepare('select count(*) from unit_locks where ended_at is null')
      .pluck()
      .get();
    expect(live).toBe(1);
    const winner = answers.findIndex(({ status }) => status === 'fulfilled');
    for (const answer of answers)
      if (answer.status === 'rejected')
        expect(answer.reason.data).toEqual({
          code: 'UNIT_TAKEN',
          params: { unit: '1-1-101', state: 'locked', by: `顾问${winner}`, takenAt: desk.clock() },
        });
    await consultants[winner]?.units.unlock({ unitId: home });
    const second = await Promise.allSettled(consultants.toReversed().map((one) => one.units.lock({ unitId: home })));
    expect(second.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await desk.close();
  });
});
