import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildHomes } from '#tests/support/builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

describe('The project and its papers', () => {
  let desk: TestOffice;
  let manager: TestClient;
  beforeEach(async () => {
    desk = await testOffice();
    manager = desk.as('manager');
  });
  afterEach(() => desk.close());

  const building = async (name: string) => {
    const found = (await manager.projects.detail({})).buildings.find((one) => one.name === name);
    if (found === undefined) throw new Error(`No building ${name}`);
    return found;
  };
  const obstacles = async (name: string) => (await building(name)).obstacles.map(({ code }) => code);
  const permit = async (number: string, names: readonly string[]) => {
    const { id, buildings } = await manager.projects.detail({});
    return {
      projectId: id,
      kind: 'preSalePermit' as const,
      number,
      issuedOn: '2026-11-01',
      validTo: '2027-10-31',
      buildingIds: buildings.filter(({ name }) => names.includes(name)).map((one) => one.id),
    };
  };

  it('takes no permit for a project that is not there', async () => {
    const asked = await permit('渝住建委(2026)预字第1号', []);
    await expectRefusal(manager.projects.addPermit({ ...asked, projectId: 999 }), 'NOT_FOUND');
  });

  it('says of a building all that keeps it from release, until nothing does', async () => {
    await buildHomes(desk, { name: '1栋', permit: false, released: false });
    expect(await obstacles('1栋')).toEqual(['PERMIT_MISSING', 'PRICE_NOT_PUBLISHED']);
    const { permitId } = await manager.projects.addPermit(await permit('渝住建委(2026)预字第8号', ['1栋']));
    expect(await obstacles('1栋')).toEqual(['PRICE_NOT_PUBLISHED']);
    const facts = {
      buildingId: (await building('1栋')).id,
      permitId,
      deliveryOn: null,
      pricesPublishedOn: '2026-11-20',
    };
    const { version } = await building('1栋');
    await manager.projects.updateBuilding({ ...facts, version, mortgaged: true, lenderConsentOn: null });
    expect(await obstacles('1栋')).toEqual(['LENDER_CONSENT_MISSING']);
    const consent = { mortgaged: true, lenderConsentOn: '2026-11-18' };
    await manager.projects.updateBuilding({ ...facts, ...consent, version: version + 1 });
    expect(await obstacles('1栋')).toEqual([]);
    const unitIds = (await manager.units.board({})).units.map(({ id }) => id);
    expect(await manager.units.release({ unitIds })).toEqual({ released: 4 });
  });

  it('counts the homes that have no filed price', async () => {
    await buildHomes(desk, { name: '1栋', released: false });
    desk.office.database.client.exec('update units set filed_price = null where room_no = 101');
    expect((await building('1栋')).obstacles).toMatchObject([{ code: 'UNITS_UNPRICED', params: { units: 1 } }]);
  });

  it('takes a certificate once, and none that ends before it begins', async () => {
    await buildHomes(desk, { name: '1栋', permit: false, released: false });
    await manager.projects.addPermit(await permit('预字第8号', ['1栋']));
    await expectRefusal(manager.projects.addPermit(await permit('预字第8号', [])), 'PERMIT_NUMBER_TAKEN');
    const backwards = { ...(await permit('预字第9号', [])), validTo: '2026-10-01' };
    await expectRefusal(manager.projects.addPermit(backwards), 'PERMIT_DATES');
  });

  it('corrects a certificate: its number, and which buildings it covers', async () => {
    await buildHomes(desk, { name: '1栋', permit: false, released: false });
    await buildHomes(desk, { name: '2栋', permit: false, released: false });
    const { permitId } = await manager.projects.addPermit(await permit('预字第8号', ['1栋']));
    const { kind: _kind, projectId: _project, ...changed } = await permit('预字第18号', ['2栋']);
    await manager.projects.updatePermit({ ...changed, permitId, version: 1 });
    const { permits } = await manager.projects.detail({});
    expect(permits).toMatchObject([{ number: '预字第18号', buildings: ['2栋'], version: 2 }]);
    expect([await obstacles('1栋'), await obstacles('2栋')]).toEqual([
      ['PERMIT_MISSING', 'PRICE_NOT_PUBLISHED'],
      ['PRICE_NOT_PUBLISHED'],
    ]);
    await expectRefusal(manager.projects.updatePermit({ ...changed, permitId, version: 1 }), 'STALE');
  });

  it('keeps what the papers print of the seller, and takes no mistyped credit code', async () => {
    const detail = await manager.projects.detail({});
    const { id: projectId, version, permits: _, buildings: __, phases: ___, surveys: ____, ...facts } = detail;
    const seller = {
      sellerAddress: '江北路 6 号',
      sellerPhone: '023-00006600',
      sellerRepresentative: '程立群',
      sellerCreditCode: '91009900 ma0000664 9',
    };
    const change = { projectId, ...facts, ...seller };
    const wrong = { ...change, version, sellerCreditCode: '91009900MA00006648' };
    await expectRefusal(manager.projects.update(wrong), 'CREDIT_CODE_NOT_VALID');
    await manager.projects.update({ ...change, version });
    expect(await manager.projects.detail({})).toMatchObject({ ...seller, sellerCreditCode: '91009900MA00006649' });
    await expectRefusal(manager.projects.update({ ...change, version }), 'STALE');
    const { sellerVersion } = await manager.projects.detail({});
    await manager.projects.update({ ...change, version, sellerVersion, sellerCreditCode: '' });
    expect((await manager.projects.detail({})).sellerCreditCode).toBe('');
  });

  it('is entered by those who set the office up, and by no consultant', async () => {
    await buildHomes(desk, { name: '1栋', permit: false, released: false });
    await desk.as('administrator').projects.addPermit(await permit('预字第8号', ['1栋']));
    await expectRefusal(desk.as('consultant').projects.addPermit(await permit('预字第9号', [])), 'FORBIDDEN');
  });
});
