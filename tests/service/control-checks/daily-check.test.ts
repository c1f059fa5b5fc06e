import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { differingTables } from '#db/replay.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, subscribeHome, takeDeposit } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

describe('The daily check of the sales control', () => {
  let desk: TestOffice;
  let manager: TestClient;
  let supervisor: TestClient;
  let homes: number[];
  beforeEach(async () => {
    desk = await testOffice();
    homes = await buildHomes(desk, { floors: 2, rooms: 3 });
    manager = desk.as('manager', '马经理');
    supervisor = desk.as('supervisor', '苏主管');
  });
  afterEach(() => desk.close());

  /** Changes the office's file beside the program. */
  const beside = (sql: string, ...values: unknown[]) => desk.office.database.client.prepare(sql).run(...values);
  const detail = (checkId: number) => manager.controlChecks.detail({ checkId });
  const sign = async (checkId: number, by: TestClient) =>
    by.controlChecks.sign({ checkId, version: (await detail(checkId)).version });

  it('finds nothing in an office that lived by its own rules', async () => {
    const [locked = 0, held = 0, reviewed = 0, sold = 0] = homes;
    const consultant = desk.as('consultant');
    const buyer = await buildBuyer(consultant);
    const deal = await subscribeHome(consultant, sold, buyer);
    await approve(desk, deal.approvalId);
    await takeDeposit(desk, deal.subscriptionId, buyer);
    await subscribeHome(consultant, reviewed, await buildBuyer(consultant));
    await manager.units.hold({
      unitId: held,
      purpose: 'management',
      customerId: null,
      reason: '内部预留',
      until: '2026-11-25',
    });
    await consultant.units.lock({ unitId: locked });
    const { checkId, number, differences } = await manager.controlChecks.run({});
    expect([number, differences]).toEqual(['XK-2026-0001', 0]);
    const { figures, found } = await detail(checkId);
    expect(found).toEqual([]);
    expect(figures).toMatchObject({ units: 6, subscriptions: 2, contracts: 0, claims: 3 });
    expect(figures.buildings).toEqual([{ name: '1栋', counts: { locked: 1, held: 2, subscribed: 1, available: 2 } }]);
    expect(differingTables(desk.office.database.client)).toEqual([]);
  });

  it('finds what was changed beside the program: against the deal and against the log', async () => {
    const [sold = 0, other = 0] = homes;
    const consultant = desk.as('consultant');
    const buyer = await buildBuyer(consultant);
    const deal = await subscribeHome(consultant, sold, buyer);
    await approve(desk, deal.approvalId);
    beside(`update units set commercial_state = 'available' where id = ?`, sold);
    beside(`update units set list_price = 1 where id = ?`, other);
    beside(`update subscriptions set price = 5 where id = ?`, deal.subscriptionId);
    const { checkId, differences } = await manager.controlChecks.run({});
    expect(differences).toBe(4);
    const { found } = await detail(checkId);
    expect(found.map(({ kind, unitId, field, expected, found: is }) => [kind, unitId, field, expected, is])).toEqual([
      ['board', sold, '', 'subscribed', 'available'],
      ['log', sold, 'commercialState', 'subscribed', 'available'],
      ['log', other, 'listPrice', '100000000', '1'],
      ['log', sold, 'price', '100000000', '5'],
    ]);
    expect(found[0]).toMatchObject({ unit: '1-1-101', subscription: { id: deal.subscriptionId } });
  });

  it('finds a claim that stands beyond its time', async () => {
    const [home = 0] = homes;
    await desk.as('consultant').units.lock({ unitId: home });
    desk.clock.advance(30 * 60_000);
    const { checkId } = await desk.as('manager').controlChecks.run({});
    const { found } = await desk.as('auditor').controlChecks.detail({ checkId });
    expect(found.map(({ kind, found: is }) => [kind, is])).toEqual([['lapsed', 'locked']]);
  });

  it('is explained difference by difference, and signed by a supervisor and a manager', async () => {
    const [home = 0] = homes;
    beside(`update units set list_price = 1 where id = ?`, home);
    const { checkId } = await supervisor.controlChecks.run({});
    await expectRefusal(sign(checkId, manager), 'CHECK_DIFFERENCES_OPEN');
    const [difference] = (await detail(checkId)).found;
    await supervisor.controlChecks.explain({
      differenceId: difference?.id ?? 0,
      explanation: '测试改价，已报告系统管理员',
    });
    expect((await detail(checkId)).found[0]).toMatchObject({
      explanation: '测试改价，已报告系统管理员',
      explained: { by: '苏主管' },
    });
    expect(await sign(checkId, supervisor)).toEqual({ state: 'open' });
    await expectRefusal(sign(checkId, supervisor), 'CHECK_SIGNED_BY_YOU');
    await expectRefusal(sign(checkId, desk.as('supervisor')), 'CHECK_NEEDS_OTHER_POST');
    await expectRefusal(
      supervisor.controlChecks.explain({ differenceId: difference?.id ?? 0, explanation: '换个说法' }),
      'CHECK_SIGNED',
    );
    expect((await detail(checkId)).can['issue']).toMatchObject({ code: 'CHECK_NOT_SIGNED' });
    expect(await sign(checkId, manager)).toEqual({ state: 'signed' });
    expect(await detail(checkId)).toMatchObject({ state: 'signed', can: { issue: true } });
    await expectRefusal(manager.controlChecks.run({}), 'CHECK_SIGNED');
    await expectRefusal(sign(checkId, desk.as('manager')), 'CHECK_SIGNED');
  });

  it('is printed once both have signed, with every explanation on it', async () => {
    const [home = 0] = homes;
    beside(`update units set list_price = 1 where id = ?`, home);
    const { checkId, number } = await supervisor.controlChecks.run({});
    const issue = () => manager.documents.issue({ kind: 'controlCheck', subjectId: checkId });
    await expectRefusal(issue(), 'CHECK_NOT_SIGNED');
    const [difference] = (await detail(checkId)).found;
    await supervisor.controlChecks.explain({ differenceId: difference?.id ?? 0, explanation: '测试改价，已改回' });
    await sign(checkId, supervisor);
    await sign(checkId, manager);
    const { documentId } = await issue();
    await desk.office.press.idle();
    const { title, document } = await manager.documents.detail({ documentId });
    expect([title, document.state, document.number, document.copiesDue]).toEqual(['销控核对表', 'issued', number, 2]);
    await expectRefusal(desk.as('consultant').documents.detail({ documentId }), 'FORBIDDEN');
  });

  it('gives way to another of the same day while nobody has signed it whole', async () => {
    const { checkId } = await manager.controlChecks.run({});
    await sign(checkId, manager);
    const again = await manager.controlChecks.run({});
    expect(again.number).toBe('XK-2026-0002');
    await expectRefusal(sign(checkId, supervisor), 'CHECK_REPLACED');
    const { checks, today } = await manager.controlChecks.list({});
    expect([checks.map(({ state }) => state), today]).toEqual([['open', 'replaced'], 'XK-2026-0002']);
  });

  it('is run by those who answer for it, and read by a few more', async () => {
    await expectRefusal(desk.as('consultant').controlChecks.list({}), 'FORBIDDEN');
    await expectRefusal(desk.as('finance').controlChecks.run({}), 'FORBIDDEN');
    expect((await desk.as('finance').controlChecks.list({})).can).toEqual({});
  });
});
