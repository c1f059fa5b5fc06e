import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDb } from '#db/access.ts';
import { currentTables, replay } from '#db/replay.ts';
import { verifyLog } from '#db/repositories/events.ts';
import { sweepLeases } from '#electron/server/units/sweep-leases.ts';
import { errorSentence } from '#renderer/lib/error-sentence.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { buildBuyer, subscribeHome } from '#tests/support/deal-builders.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal, refusalOf } from '#tests/support/refusals.ts';

const MINUTE_MS = 60_000;

describe('The sales control', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  const sweep = () => sweepLeases(desk.office.corridor, readDb(desk.office.database), desk.clock());

  it('shows every home with its state, price and who has it', async () => {
    const [home = 0] = await buildHomes(desk, { floors: 3, rooms: 4 });
    const consultant = desk.as('consultant', '赵敏');
    await consultant.units.lock({ unitId: home });
    const board = await desk.as('manager').units.board({});
    expect(board.units).toHaveLength(12);
    expect(board.units.find(({ id }) => id === home)).toMatchObject({ state: 'locked', by: '赵敏', mine: false });
    expect(board.buildings[0]?.permitNumber).toBe('预售字(2026)1栋');
  });

  it('gives a home to exactly one of many who want it at the same moment', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 1, max: 3 }), async (people, tries) => {
        const [home = 0] = await buildHomes(desk, { name: `${desk.clock()}-${people}-${tries}`, floors: 1, rooms: 1 });
        desk.clock.advance(1);
        const consultants = Array.from({ length: people }, () => desk.as('consultant'));
        const wishes = consultants.flatMap((one) =>
          Array.from({ length: tries }, () => one.units.lock({ unitId: home })),
        );
        const outcomes = await Promise.allSettled(wishes);
        expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      }),
      { numRuns: 15 },
    );
  });

  it('lets a lock run out by its own clock', async () => {
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant');
    const { expiresAt } = await consultant.units.lock({ unitId: home });
    expect(expiresAt - desk.clock()).toBe(15 * MINUTE_MS);
    expect(await sweep()).toBe(0);
    desk.clock.advance(15 * MINUTE_MS);
    expect(await sweep()).toBe(1);
    const detail = await desk.as('manager').units.detail({ unitId: home });
    expect(detail.cell.state).toBe('available');
    expect(detail.history.map(({ kind }) => kind)).toEqual(['lockExpired', 'locked', 'buildingEntered']);
  });

  it('tells in the history of a home what changed it from elsewhere, and where that brought it', async () => {
    const [first = 0, second = 0] = await buildHomes(desk, { released: false });
    await desk.as('manager').units.release({ unitIds: [first, second] });
    const consultant = desk.as('consultant', '赵敏');
    const buyer = await buildBuyer(consultant, '欧阳询');
    await subscribeHome(consultant, second, buyer);
    const { history, subscription } = await consultant.units.detail({ unitId: second });
    expect(history.map(({ kind, state }) => [kind, state])).toEqual([
      ['submitted', 'held'],
      ['locked', 'locked'],
      ['released', 'available'],
      ['buildingEntered', 'unreleased'],
    ]);
    expect(subscription).toMatchObject({ buyers: ['欧阳询'], consultant: '赵敏', planKind: 'lumpSum' });
    const administrator = await desk.as('administrator').units.detail({ unitId: second });
    expect(administrator.subscription?.buyers).toEqual([]);
  });

  it('offers nobody an act that their post never has', async () => {
    const [home = 0] = await buildHomes(desk);
    const actsOf = async (post: 'consultant' | 'supervisor' | 'manager' | 'finance') =>
      Object.keys((await desk.as(post).units.detail({ unitId: home })).can).toSorted();
    expect(await actsOf('finance')).toEqual([]);
    expect(await actsOf('consultant')).toEqual(['askHold', 'lock', 'quote']);
    expect(await actsOf('supervisor')).toEqual(['hold', 'lock', 'quote']);
    expect(await actsOf('manager')).toEqual([
      'edit',
      'freeze',
      'hold',
      'lock',
      'measure',
      'quote',
      'seize',
      'takeBack',
      'takeOffSale',
    ]);
  });

  it('allows a lock to be renewed only so often', async () => {
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant');
    await consultant.units.lock({ unitId: home });
    await consultant.units.renewLock({ unitId: home });
    await consultant.units.renewLock({ unitId: home });
    await expectRefusal(consultant.units.renewLock({ unitId: home }), 'LOCK_RENEWALS_USED');
  });

  it('lets nobody but the holder or a supervisor unlock', async () => {
    const [home = 0] = await buildHomes(desk);
    await desk.as('consultant').units.lock({ unitId: home });
    await expectRefusal(desk.as('consultant').units.unlock({ unitId: home }), 'LOCK_NOT_YOURS');
    await desk.as('supervisor').units.unlock({ unitId: home });
    expect((await desk.as('consultant').units.detail({ unitId: home })).cell.state).toBe('available');
  });

  it('releases nothing without a pre-sale permit, and names the law', async () => {
    const [home = 0] = await buildHomes(desk, { permit: false, released: false });
    const { code, params } = await refusalOf(desk.as('manager').units.release({ unitIds: [home] }));
    expect(code).toBe('PERMIT_MISSING');
    expect(params['article']).toBe('urbanRealEstate45');
  });

  it('releases all of the chosen homes or none', async () => {
    const good = await buildHomes(desk, { name: '1栋', released: false });
    const bad = await buildHomes(desk, { name: '2栋', released: false, permit: false });
    const manager = desk.as('manager');
    await expectRefusal(manager.units.release({ unitIds: [...good, ...bad] }), 'PERMIT_MISSING');
    expect((await manager.units.board({})).units.every(({ state }) => state === 'unreleased')).toBe(true);
    expect(await manager.units.release({ unitIds: good })).toEqual({ released: 4 });
  });

  it('can release after the permit was entered and the prices were published', async () => {
    const [home = 0] = await buildHomes(desk, { permit: false, released: false });
    const manager = desk.as('manager');
    const project = await manager.projects.detail({});
    const building = project.buildings[0];
    const { permitId } = await manager.projects.addPermit({
      projectId: project.id,
      kind: 'preSalePermit',
      number: '渝预售 2026 第 8 号',
      issuedOn: '2026-11-01',
      validTo: null,
      buildingIds: [building?.id ?? 0],
    });
    await expectRefusal(manager.units.release({ unitIds: [home] }), 'PRICE_NOT_PUBLISHED');
    await manager.projects.updateBuilding({
      buildingId: building?.id ?? 0,
      version: 2,
      permitId,
      pricesPublishedOn: '2026-11-20',
      mortgaged: false,
      lenderConsentOn: null,
      deliveryOn: null,
    });
    expect(await manager.units.release({ unitIds: [home] })).toEqual({ released: 1 });
  });

  it('holds a home for a purpose until a day, within the days of the post', async () => {
    const [home = 0] = await buildHomes(desk);
    const manager = desk.as('manager');
    const hold = { unitId: home, purpose: 'management' as const, customerId: null, reason: '总经理预留' };
    await expectRefusal(manager.units.hold({ ...hold, until: '2027-11-30' }), 'HOLD_TOO_LONG');
    await manager.units.hold({ ...hold, until: '2026-11-25' });
    await expectRefusal(desk.as('consultant').units.lock({ unitId: home }), 'UNIT_TAKEN');
    desk.clock.advance(3 * 24 * 60 * MINUTE_MS);
    expect(await sweep()).toBe(1);
    await desk.as('consultant').units.lock({ unitId: home });
  });

  it('holds no home over a deal that is under review', async () => {
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant', '赵敏');
    await subscribeHome(consultant, home, await buildBuyer(consultant));
    const manager = desk.as('manager');
    const hold = { unitId: home, purpose: 'management' as const, customerId: null, reason: '总经理预留' };
    expect(await refusalOf(manager.units.hold({ ...hold, until: '2026-11-25' }))).toMatchObject({
      code: 'UNIT_PARKED',
      params: { by: '赵敏' },
    });
    const { cell, can } = await manager.units.detail({ unitId: home });
    expect(cell).toMatchObject({ state: 'held', by: '赵敏' });
    expect(can['hold']).toMatchObject({ code: 'UNIT_PARKED' });
  });

  it('freezes a home and puts it back where it was', async () => {
    const [home = 0] = await buildHomes(desk);
    const manager = desk.as('manager');
    await manager.units.freeze({ unitId: home, reason: '等待补充测绘资料' });
    await expectRefusal(desk.as('consultant').units.lock({ unitId: home }), 'UNIT_FROZEN');
    await manager.units.unfreeze({ unitId: home, reason: '资料已补齐' });
    expect((await manager.units.detail({ unitId: home })).cell.state).toBe('available');
  });

  it('says for every button why it cannot be pressed', async () => {
    const [home = 0] = await buildHomes(desk);
    await desk.as('consultant').units.lock({ unitId: home });
    const { can } = await desk.as('consultant').units.detail({ unitId: home });
    expect(can['unlock']).toMatchObject({ code: 'LOCK_NOT_YOURS' });
    expect(can['subscribe']).toMatchObject({ code: 'LOCK_NOT_YOURS' });
  });

  it('says in a refusal which home it is about, and who has it', async () => {
    const [first = 0, second = 0, third = 0] = await buildHomes(desk, { name: '3栋' });
    const zhao = desk.as('consultant', '赵敏');
    await zhao.units.lock({ unitId: first });
    const label = (await zhao.units.detail({ unitId: first })).label;
    expect(label).toMatch(/^3-/);
    const sentence = async (wish: Promise<unknown>, language: 'zh-CN' | 'en' = 'zh-CN') => {
      const { code, params } = await refusalOf(wish);
      return errorSentence(code, params, language);
    };
    const stranger = desk.as('consultant', '钱宁');
    expect(await sentence(stranger.units.unlock({ unitId: first }))).toBe(
      `该房源（${label}）由赵敏锁定（自 2026-11-23 10:00 起）。请等待解锁，或请主管协调。`,
    );
    expect(await sentence(stranger.units.lock({ unitId: first }), 'en')).toContain(`This unit (${label}) is taken`);
    expect(await sentence(zhao.units.lock({ unitId: second }))).toBe(
      `本机已锁定 ${label}（赵敏）。请先解锁该房源，再锁定其他房源。`,
    );
    await desk.as('manager').units.freeze({ unitId: third, reason: '等待补充测绘资料' });
    expect(await sentence(stranger.units.lock({ unitId: third }), 'en')).toMatch(/^This unit \(3-\S+\) is frozen/);
  });

  it('keeps a lock over a restart of the program', async () => {
    const [home = 0] = await buildHomes(desk);
    const consultant = desk.as('consultant');
    const { expiresAt } = await consultant.units.lock({ unitId: home });
    desk = await desk.restart();
    expect((await desk.as('manager').units.detail({ unitId: home })).lock).toMatchObject({ expiresAt });
    expect(await sweep()).toBe(0);
    desk.clock.advance(15 * MINUTE_MS);
    expect(await sweep()).toBe(1);
  });

  it('has a log that replays to its tables after any run of wishes', async () => {
    const homes = await buildHomes(desk, { floors: 2, rooms: 2 });
    const people = [desk.as('consultant'), desk.as('supervisor'), desk.as('manager')];
    const wish = fc.record({
      who: fc.nat(2),
      home: fc.nat(3),
      what: fc.constantFrom('lock', 'unlock', 'renewLock', 'freeze', 'unfreeze', 'takeOffSale', 'hold', 'wait'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { maxLength: 25 }), async (wishes) => {
        for (const { who, home, what } of wishes) {
          const unitId = homes[home] ?? 0;
          const person = people[who];
          if (person === undefined) continue;
          const reason = '随机操作';
          const hold = { unitId, purpose: 'management' as const, customerId: null, reason, until: '2026-11-25' };
          const done = {
            lock: () => person.units.lock({ unitId }),
            unlock: () => person.units.unlock({ unitId }),
            renewLock: () => person.units.renewLock({ unitId }),
            freeze: () => person.units.freeze({ unitId, reason }),
            unfreeze: () => person.units.unfreeze({ unitId, reason }),
            takeOffSale: () => person.units.takeOffSale({ unitId, reason }),
            hold: () => person.units.hold(hold),
            wait: async () => {
              desk.clock.advance(4 * MINUTE_MS);
              await sweep();
            },
          }[what]();
          await done.then(
            () => undefined,
            () => undefined,
          );
        }
        const { client } = desk.office.database;
        for (const table of ['units', 'unit_locks', 'unit_holds', 'buildings'])
          expect(replay(client).get(table)).toEqual(currentTables(client).get(table));
        verifyLog(client);
      }),
      { numRuns: 8 },
    );
    expect(desk.log.filter((line) => line.startsWith('error'))).toEqual([]);
  });
});
