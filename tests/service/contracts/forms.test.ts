import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BuildingPlan, buildHomes } from '#tests/support/builders.ts';
import { approvedContract, draftedContract, payLines, printOriginal, sign } from '#tests/support/contract-desk.ts';
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

describe('The contract of a space', () => {
  it('is of a space whose right, kind and sides a file of corrections may bring', async () => {
    const desk = await testOffice();
    const [unitId = 0] = await buildHomes(desk, { use: 'parking', released: false });
    const planner = desk.as('planner');
    const heading = '房源编号,楼栋,单元,楼层,房号,权属,车位类型,长度,宽度,净高';
    const file = (facts: string) => ({
      name: '车位.csv',
      content: Buffer.from([heading, `${unitId},1栋,1单元,1,101,${facts}`].join('\n')).toString('base64'),
    });
    const { problems } = await planner.imports.previewInventory({ file: file(',机械,5.30,2.40,55.00') });
    expect(problems.map(({ field, code }) => [field, code])).toEqual([['spaceHeight', 'IMPORT_VALUE_UNREADABLE']]);
    const missing = await planner.imports.previewInventory({ file: file(',机械,5.30,2.40,1.90') });
    expect(missing.problems.map(({ field, code }) => [field, code])).toEqual([['spaceRight', 'IMPORT_VALUE_MISSING']]);
    const known = file('可以办理产权,机械车位,5.30,2.40,1.90');
    await planner.imports.commitInventory({ file: known, leaveOutFaulty: false });
    const sides = { spaceKind: 'mechanical', spaceLength: 530, spaceWidth: 240, spaceHeight: 190 };
    expect(await planner.units.detail({ unitId })).toMatchObject({ spaceRight: 'titled', ...sides });
    await desk.close();
  });

  it('says in its draft what the record says, so that nobody types it', async () => {
    const desk = await testOffice();
    const sides = { spaceKind: 'mechanical', spaceLength: 530, spaceWidth: 240, spaceHeight: 190 } as const;
    const { contractId } = await draftedContract(desk, desk.as('consultant'), 'lumpSum', {
      ...{ use: 'parking', space: sides },
    });
    const { draft } = await desk.as('backOffice').contracts.detail({ contractId });
    expect(draft.fields).toMatchObject(sides);
    expect(draft.given).toEqual(expect.arrayContaining(Object.keys(sides)));
    await desk.close();
  });

  it('has sides of a home nowhere: they are refused where it is corrected', async () => {
    const desk = await testOffice();
    const [unitId = 0] = await buildHomes(desk, { released: false });
    const manager = desk.as('manager');
    const { version } = await manager.units.detail({ unitId });
    const facts = { houseTypeId: null, houseType: '', orientation: '', decoration: null } as const;
    const areas = { builtArea: 1_300, innerArea: null, sharedArea: null };
    const home = { unitId, version, ...facts, ...areas, use: 'home' } as const;
    await expectRefusal(manager.units.update({ ...home, spaceLength: 530 }), 'SPACE_FACTS_MISPLACED');
    await expectRefusal(manager.units.update({ ...home, use: 'storage', spaceKind: 'plane' }), 'SPACE_FACTS_MISPLACED');
    await manager.units.update({ ...home, use: 'storage', spaceLength: 300, spaceWidth: 200 });
    expect(await manager.units.detail({ unitId })).toMatchObject({
      spaceLength: 300,
      spaceWidth: 200,
      spaceHeight: null,
    });
    await desk.close();
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

describe('A contract takes the form of what is sold', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  const standing = { saleBasis: 'completionFiling', measured: true } as const;
  const plans = {
    existingHome: standing,
    presaleCommercial: { use: 'shop' },
    existingCommercial: { use: 'shop', saleBasis: 'firstTitle', measured: true },
    presaleParking: { use: 'parking' },
    existingParking: { use: 'parking', ...standing },
  } as const satisfies Readonly<Record<string, BuildingPlan>>;

  it.each(['existingHome', 'presaleCommercial', 'presaleParking'] as const)(
    '%s goes from its draft over the review to the printer and the seal',
    async (form) => {
      const deal = await approvedContract(desk, 'lumpSum', plans[form]);
      const { contractId, subscriptionId, buyer } = deal;
      const backOffice = desk.as('backOffice', '蒋雪梅');
      expect((await backOffice.contracts.detail({ contractId })).draft.form).toBe(form);
      const documentId = await printOriginal(desk, contractId);
      const { document } = await backOffice.documents.detail({ documentId });
      expect([document.state, document.copiesPrinted]).toEqual(['issued', 4]);
      await payLines(desk, { subscriptionId, buyer }, ['firstPayment', 'finalPayment']);
      await sign(desk, contractId, 'buyer', buyer, backOffice);
      await sign(desk, contractId, 'seller', null, backOffice);
      const { row, draft, text } = await backOffice.contracts.detail({ contractId });
      expect([row.state, draft.form, text.form]).toEqual(['signed', form, form]);
    },
  );

  it.each(['existingCommercial', 'existingParking'] as const)('%s is drafted so', async (form) => {
    const { consultant, contractId } = await draftedContract(desk, desk.as('consultant'), 'lumpSum', plans[form]);
    const { draft } = await consultant.contracts.detail({ contractId });
    expect(draft).toMatchObject({ form, fields: { saleBasisNumber: expect.stringContaining('预售字(2026)') } });
  });

  it('names of a house that stands the areas of its survey, and who measured them', async () => {
    const plan = plans.existingHome;
    const { consultant, contractId } = await draftedContract(desk, desk.as('consultant'), 'lumpSum', plan);
    const { draft } = await consultant.contracts.detail({ contractId });
    expect(draft.fields).toMatchObject({ builtArea: 10_050, innerArea: 8040, surveyor: '样本测绘有限公司' });
    expect(draft.given).toEqual(expect.arrayContaining(['builtArea', 'surveyor', 'saleBasisKind']));
  });

  it('is not drafted of what stands before its survey is entered', async () => {
    const drafted = draftedContract(desk, desk.as('consultant'), 'lumpSum', { saleBasis: 'completionFiling' });
    await expectRefusal(drafted, 'CONTRACT_MEASURE_MISSING');
  });

  it('no longer fits once the building is sold by another paper: the check asks for a new draft', async () => {
    const { consultant, contractId } = await draftedContract(desk);
    const manager = desk.as('manager');
    const project = await manager.projects.detail({});
    const building = project.buildings.at(-1);
    await manager.projects.addPermit({
      projectId: project.id,
      kind: 'completionFiling',
      number: '备字第1号',
      issuedOn: '2026-11-02',
      validTo: null,
      buildingIds: [building?.id ?? 0],
    });
    const { preflight, draft } = await consultant.contracts.detail({ contractId });
    expect(draft.form).toBe('presaleHome');
    expect(preflight.open.map(({ problem }) => problem)).toContain('formChanged');
  });
});
