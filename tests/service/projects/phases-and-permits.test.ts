import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PermitKind } from '#shared/domain/projects/permits.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

describe('The phases of a project and what its certificates cover', () => {
  let desk: TestOffice;
  let manager: TestClient;
  beforeEach(async () => {
    desk = await testOffice();
    manager = desk.as('manager');
    for (const name of ['1栋', '2栋', '3栋']) await buildHomes(desk, { name, permit: false, released: false });
  });
  afterEach(() => desk.close());

  const project = () => manager.projects.detail({});
  const idOf = async (name: string) => (await project()).buildings.find((one) => one.name === name)?.id ?? 0;
  const permit = async (kind: PermitKind, number: string, names: readonly string[]) => ({
    projectId: (await project()).id,
    kind,
    number,
    issuedOn: '2026-11-01',
    validTo: null,
    buildingIds: await Promise.all(names.map(idOf)),
  });

  it('divide the buildings, and the board names the phase of each', async () => {
    const { id: projectId } = await project();
    const first = { phaseId: null, version: null, projectId, name: '一期', sortOrder: 1 };
    const { phaseId } = await manager.projects.savePhase({
      ...first,
      buildingIds: [await idOf('1栋'), await idOf('2栋')],
    });
    await expectRefusal(manager.projects.savePhase({ ...first, buildingIds: [] }), 'PHASE_NAME_TAKEN');
    const second = { ...first, name: '二期', sortOrder: 2, buildingIds: [await idOf('2栋'), await idOf('3栋')] };
    await manager.projects.savePhase(second);
    const phases = async () => (await manager.units.board({})).buildings.map(({ phase }) => phase);
    expect(await phases()).toEqual(['一期', '二期', '二期']);
    const before = desk.clock();
    desk.clock.advance(60_000);
    await manager.projects.removePhase({ phaseId, version: 1 });
    expect(await phases()).toEqual([null, '二期', '二期']);
    const past = await manager.units.boardAt({ at: before });
    expect(past.buildings.map(({ phase }) => phase)).toEqual(['一期', '二期', '二期']);
  });

  it('names the buildings of every certificate, not of the pre-sale permit only', async () => {
    const { permitId } = await manager.projects.addPermit(
      await permit('landUseRight', '不动产权第 1 号', ['1栋', '3栋']),
    );
    expect((await project()).permits).toMatchObject([{ buildings: ['1栋', '3栋'], earlier: [] }]);
    const { kind: _kind, projectId: _project, ...changed } = await permit('landUseRight', '不动产权第 1 号', ['3栋']);
    await manager.projects.updatePermit({ ...changed, permitId, version: 1 });
    expect((await project()).permits).toMatchObject([{ buildings: ['3栋'], earlier: [] }]);
    // The land certificate lets nobody sell.
    expect((await project()).buildings.map(({ permitId: covered }) => covered)).toEqual([null, null, null]);
  });

  it('remembers what a replaced permit covered, and forgets what was ticked by mistake', async () => {
    const { permitId: old } = await manager.projects.addPermit(
      await permit('preSalePermit', '预字第8号', ['1栋', '2栋']),
    );
    await manager.projects.addPermit(await permit('preSalePermit', '预字第9号', ['1栋']));
    expect((await project()).permits).toMatchObject([
      { number: '预字第8号', buildings: ['2栋'], earlier: ['1栋'] },
      { number: '预字第9号', buildings: ['1栋'], earlier: [] },
    ]);
    const { kind: _kind, projectId: _project, ...mistaken } = await permit('preSalePermit', '预字第8号', []);
    await manager.projects.updatePermit({ ...mistaken, permitId: old, version: 1 });
    expect((await project()).permits[0]).toMatchObject({ buildings: [], earlier: ['1栋'] });
  });

  it.each(['completionFiling', 'firstTitle'] as const)(
    'sells a finished building by its %s, which takes the place of the pre-sale permit',
    async (kind) => {
      await manager.projects.addPermit(await permit('preSalePermit', '预字第8号', ['1栋', '2栋']));
      await manager.projects.addPermit(await permit(kind, '备字第1号', ['1栋', '3栋']));
      expect((await project()).permits).toMatchObject([
        { number: '预字第8号', buildings: ['2栋'], earlier: ['1栋'] },
        { number: '备字第1号', buildings: ['1栋', '3栋'], earlier: [] },
      ]);
      const [, , third] = (await project()).buildings;
      expect(third?.obstacles.map(({ code }) => code)).not.toContain('PERMIT_MISSING');
      const { groups } = await manager.units.board({}).then(({ buildings }) => ({ groups: buildings }));
      expect(groups.every(({ permitNumber }) => permitNumber !== null)).toBe(true);
    },
  );

  it('refuses a building of a mortgage whose lender’s consent has ended', async () => {
    await manager.projects.addPermit(await permit('preSalePermit', '预字第8号', ['1栋']));
    const building = async () => {
      const found = (await project()).buildings.find(({ name }) => name === '1栋');
      if (found === undefined) throw new Error('No building');
      return found;
    };
    const consent = async (lenderConsentOn: string | null, lenderConsentTo: string | null) => {
      const { id: buildingId, version, permitId } = await building();
      const facts = { permitId, pricesPublishedOn: '2026-11-02', mortgaged: true, deliveryOn: null };
      await manager.projects.updateBuilding({ buildingId, version, ...facts, lenderConsentOn, lenderConsentTo });
    };
    await consent('2026-11-02', '2026-11-05');
    expect((await building()).obstacles.map(({ code }) => code)).toEqual(['LENDER_CONSENT_MISSING']);
    await consent('2026-11-02', '2027-11-25');
    expect((await building()).obstacles).toEqual([]);
    await expectRefusal(consent('2026-11-02', '2026-11-01'), 'LENDER_CONSENT_DATES');
    await expectRefusal(consent(null, '2026-11-30'), 'LENDER_CONSENT_DATES');
  });
});
