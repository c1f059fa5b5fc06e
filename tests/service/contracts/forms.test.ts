import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildHomes } from '#tests/support/builders.ts';
import { buildBuyer, plainTerms, subscribeHome } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

describe('A space that has no title', () => {
  let desk: TestOffice;
  let consultant: TestClient;
  beforeEach(async () => {
    desk = await testOffice();
    consultant = desk.as('consultant');
  });
  afterEach(() => desk.close());

  it.each([
    ['civilDefence', 'SPACE_CIVIL_DEFENCE'],
    ['commonGround', 'SPACE_COMMON_GROUND'],
  ] as const)('of %s is not sold: nobody subscribes it', async (spaceRight, code) => {
    const [unitId = 0] = await buildHomes(desk, { use: 'parking', spaceRight });
    await expectRefusal(subscribeHome(consultant, unitId, await buildBuyer(consultant)), code);
  });

  it('is written down where its record is corrected', async () => {
    const [unitId = 0] = await buildHomes(desk, { use: 'parking', released: false });
    const manager = desk.as('manager');
    const { version } = await manager.units.detail({ unitId });
    const facts = { use: 'parking', houseTypeId: null, houseType: '', orientation: '', decoration: null } as const;
    const areas = { builtArea: 1_300, innerArea: null, sharedArea: null };
    await manager.units.update({ unitId, version, ...facts, ...areas, spaceRight: 'civilDefence' });
    expect(await manager.units.detail({ unitId })).toMatchObject({ spaceRight: 'civilDefence' });
  });
});

describe('A loan for what is no home', () => {
  it('asks for half of the price at once, where a home asks for less', async () => {
    const desk = await testOffice();
    const consultant = desk.as('consultant');
    const refusalsOf = async (use: 'home' | 'shop') => {
      const [unitId = 0] = await buildHomes(desk, { name: use, use });
      const terms = { ...plainTerms(unitId), planCode: 'mortgage' };
      return (await consultant.subscriptions.quote({ terms })).refusals.map(({ code }) => code);
    };
    expect(await refusalsOf('home')).not.toContain('DOWN_PAYMENT_TOO_LOW');
    expect(await refusalsOf('shop')).toContain('DOWN_PAYMENT_TOO_LOW');
    await desk.close();
  });
});
