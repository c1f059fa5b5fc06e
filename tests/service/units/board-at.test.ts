import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, subscribeHome } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';

const TICK_MS = 1000;

describe('The board of the past', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  /** Lets a moment pass and answers the instant before whatever comes next. */
  const nextMoment = () => {
    const before = desk.clock();
    desk.clock.advance(TICK_MS);
    return before;
  };

  it('shows every home as it stood at any moment, with who had it then', async () => {
    const [home = 0, other = 0] = await buildHomes(desk, { released: false });
    const unreleased = nextMoment();
    const manager = desk.as('manager');
    await manager.units.release({ unitIds: [home, other] });
    const released = nextMoment();
    const consultant = desk.as('consultant', '赵敏');
    const buyer = await buildBuyer(consultant);
    const { approvalId } = await subscribeHome(consultant, home, buyer);
    const waiting = nextMoment();
    await approve(desk, approvalId);
    const subscribed = nextMoment();
    await manager.units.takeOffSale({ unitId: other, reason: '样板房' });

    const at = async (moment: number) => {
      const { units } = await manager.units.boardAt({ at: moment });
      return [home, other].map((id) => {
        const cell = units.find((one) => one.id === id);
        return [cell?.state, cell?.by, cell?.reason];
      });
    };
    expect(await at(unreleased)).toEqual([
      ['unreleased', null, ''],
      ['unreleased', null, ''],
    ]);
    expect((await at(released)).map(([state]) => state)).toEqual(['available', 'available']);
    expect((await at(waiting))[0]).toEqual(['held', '赵敏', '']);
    expect((await at(subscribed))[0]).toEqual(['subscribed', '赵敏', '']);
    expect((await at(subscribed))[1]).toEqual(['available', null, '']);
    expect((await at(desk.clock()))[1]).toEqual(['notForSale', null, '样板房']);
    expect((await manager.units.boardAt({ at: unreleased - 10 * TICK_MS })).units).toEqual([]);
  });

  it('is the board of now when asked for now, also for a moment that has not come', async () => {
    const [home = 0] = await buildHomes(desk);
    await desk.as('consultant').units.lock({ unitId: home });
    const manager = desk.as('manager');
    const now = await manager.units.board({});
    const sorted = (board: typeof now) => board.units.toSorted((a, b) => a.id - b.id);
    for (const at of [desk.clock(), desk.clock() + 60 * TICK_MS]) {
      const past = await manager.units.boardAt({ at });
      expect(sorted(past)).toEqual(sorted(now));
      expect(past.buildings).toEqual(now.buildings);
    }
  });

  it('gives again what the board showed at each moment of any run of wishes', async () => {
    const homes = await buildHomes(desk, { floors: 2, rooms: 2 });
    const consultant = desk.as('consultant');
    const manager = desk.as('manager');
    const wishes: readonly ((unitId: number) => Promise<unknown>)[] = [
      (unitId) => consultant.units.lock({ unitId }),
      (unitId) => consultant.units.unlock({ unitId }),
      (unitId) => manager.units.takeBack({ unitId, reason: '调整' }),
      (unitId) => manager.units.release({ unitIds: [unitId] }),
      (unitId) => manager.units.freeze({ unitId, reason: '诉讼' }),
      (unitId) => manager.units.unfreeze({ unitId, reason: '解除' }),
      (unitId) => manager.units.unlock({ unitId }),
    ];
    const steps = fc.array(
      fc.record({ wish: fc.nat({ max: wishes.length - 1 }), home: fc.nat({ max: homes.length - 1 }) }),
      { minLength: 3, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (run) => {
        const seen: { at: number; units: Awaited<ReturnType<TestClient['units']['board']>>['units'] }[] = [];
        for (const { wish, home } of run) {
          await wishes[wish]?.(homes[home] ?? 0).catch(() => undefined);
          seen.push({ at: nextMoment(), units: (await manager.units.board({})).units });
        }
        for (const { at, units } of seen) {
          const past = await manager.units.boardAt({ at });
          expect(past.units.toSorted((a, b) => a.id - b.id)).toEqual(units.toSorted((a, b) => a.id - b.id));
        }
      }),
      { numRuns: 12 },
    );
  });

  it('knows when the past begins and what was released in it', async () => {
    const began = desk.clock();
    const homes = await buildHomes(desk, { released: false });
    nextMoment();
    await desk.as('manager').units.release({ unitIds: homes.slice(0, 3) });
    expect(await desk.as('consultant').units.boardMoments({})).toEqual({
      from: began,
      releases: [{ at: began + TICK_MS, units: 3 }],
    });
  });
});
