import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSession } from '#electron/server/kernel/session.ts';
import { shippedRights } from '#shared/domain/accounts/rights.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { buildBuyer, subscribeHome } from '#tests/support/deal-builders.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

describe('The rights of an office', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());
  const shipped = () => ({ permissions: {}, scopes: {}, masks: {} });

  it('are changed at once, are told with before and after, and go back to what ships', async () => {
    const administrator = desk.as('administrator');
    const manager = desk.as('manager');
    const supervisor = desk.as('supervisor');
    const [home = 0] = await buildHomes(desk);
    await expectRefusal(supervisor.units.freeze({ unitId: home, reason: '样板间' }), 'FORBIDDEN');
    const permissions = { 'units.freeze': ['supervisor', 'manager', 'director'] as const };
    const rights = { ...shipped(), permissions: { 'units.freeze': [...permissions['units.freeze']] } };
    const { seen, changed } = await administrator.rights.change({ rights, seen: 0, reason: '主管值班' });
    expect(changed).toBe(1);
    expect((await supervisor.session.current({})) as object).toMatchObject({
      person: { permissions: expect.arrayContaining(['units.freeze']) },
    });
    const { changes } = await manager.rights.overview({});
    expect(changes[0]?.changes).toEqual([
      { kind: 'permission', name: 'units.freeze', post: 'supervisor', from: 'no', to: 'yes' },
    ]);
    expect((await manager.notices.list({})).rows.map(({ kind }) => kind)).toContain('rightsChanged');
    await expectRefusal(administrator.rights.change({ rights, seen: 0, reason: '再改' }), 'STALE');
    await administrator.rights.change({ rights: shipped(), seen, reason: '恢复' });
    await expectRefusal(supervisor.units.freeze({ unitId: home, reason: '样板间' }), 'FORBIDDEN');
    expect((await manager.rights.overview({})).rights).toEqual(shippedRights);
  });

  it.each([
    ['an auditor who writes', { 'contracts.write': ['auditor', 'consultant'] }, 'RIGHT_NEVER_GIVEN'],
    ['an administrator who reads customers', { 'customers.read': ['administrator'] }, 'RIGHT_NEVER_GIVEN'],
    ['accounts kept by a supervisor', { 'accounts.write': ['supervisor', 'administrator'] }, 'RIGHT_NEVER_GIVEN'],
    ['nobody who keeps the accounts', { 'accounts.write': ['manager'] }, 'RIGHT_NEVER_LOST'],
    ['a planner who signs without reading', { 'contracts.sign': ['planner', 'backOffice'] }, 'RIGHT_NEEDS_READING'],
  ] as const)('never know %s', async (_what, permissions, code) => {
    const rights = { ...shipped(), permissions: structuredClone(permissions) as never };
    await expectRefusal(desk.as('administrator').rights.change({ rights, seen: 0, reason: '试验' }), code);
  });

  it('are not widened by anybody for their own post, nor by a parameter, nor may one take another post', async () => {
    const manager = desk.as('manager');
    const scopes = { customers: { manager: 'own' as const } };
    const { seen } = await desk
      .as('administrator')
      .rights.change({ rights: { ...shipped(), scopes }, seen: 0, reason: '收紧' });
    await expectRefusal(manager.rights.change({ rights: shipped(), seen, reason: '放宽' }), 'RIGHTS_OWN_POST');
    const value = { permissions: {}, scopes: {}, masks: {} };
    await expectRefusal(
      manager.settings.set({ key: 'rights', value, effectiveFrom: '2026-11-23', sourceNote: '绕过' }),
      'SETTING_HAS_A_PAGE',
    );
    await expectRefusal(
      manager.accounts.update({ accountId: manager.me, version: 1, name: '经理', post: 'administrator' }),
      'ACCOUNT_OWN_POST',
    );
  });
});

describe('Somebody who acts for a manager', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  it('may do what was lent on the days it was lent for, and the log says for whom', async () => {
    const manager = desk.as('manager', '赵经理');
    const supervisor = desk.as('supervisor', '钱主管');
    const [home = 0] = await buildHomes(desk);
    const days = { fromOn: '2026-11-24', toOn: '2026-11-25' };
    const lent = { fromId: manager.me, toId: supervisor.me, permissions: null, reason: '出差', ...days };
    const { delegationId } = await manager.delegations.make(lent);
    await expectRefusal(supervisor.units.freeze({ unitId: home, reason: '样板间' }), 'FORBIDDEN');
    desk.clock.advance(24 * 3_600_000);
    const again = desk.at(connected(supervisor.me));
    await again.units.freeze({ unitId: home, reason: '样板间' });
    const { history } = await again.units.detail({ unitId: home });
    expect(history[0]?.data).toMatchObject({ actingFor: manager.me, actingForName: '赵经理' });
    const auditor = desk.as('auditor');
    const [line] = await auditor.events.list({ day: null, actorId: null, before: null, kinds: ['frozen'] });
    expect(line).toMatchObject({ actor: '钱主管', actedFor: '赵经理' });
    expect(await auditor.events.entry({ seq: line?.seq ?? 0 })).toMatchObject({ actedFor: '赵经理' });
    const people = await desk.as('administrator').accounts.list({});
    expect(people.find(({ id }) => id === supervisor.me)?.actsFor).toEqual([{ name: '赵经理', until: '2026-11-25' }]);
    expect(people.find(({ id }) => id === manager.me)?.actedForBy).toMatchObject([{ name: '钱主管' }]);
    expect(await again.session.current({})).toMatchObject({ person: { actingFor: [{ name: '赵经理' }] } });
    const own = desk.at(connected(manager.me));
    await own.delegations.revoke({ delegationId, version: 1 });
    await expectRefusal(again.units.unfreeze({ unitId: home, reason: '归还' }), 'FORBIDDEN');
  });

  function connected(accountId: number) {
    const connection = desk.office.connect('another window');
    openSession(connection, accountId, desk.clock());
    return connection;
  }

  it('decides neither what they asked for nor what the manager asked for', async () => {
    const manager = desk.as('manager');
    const supervisor = desk.as('supervisor');
    const days = { fromOn: '2026-11-23', toOn: '2026-11-23' };
    await manager.delegations.make({
      fromId: manager.me,
      toId: supervisor.me,
      permissions: null,
      reason: '外出',
      ...days,
    });
    const [home = 0, other = 0] = await buildHomes(desk);
    const asked = async (person: typeof manager, unitId: number) => {
      const { approvalId } = await subscribeHome(person, unitId, await buildBuyer(person));
      return approvalId ?? 0;
    };
    for (const approvalId of [await asked(manager, home), await asked(supervisor, other)]) {
      const { version } = await supervisor.approvals.detail({ approvalId });
      await expectRefusal(
        supervisor.approvals.decide({ approvalId, version, decision: 'approve', opinion: '同意' }),
        'APPROVAL_OWN_REQUEST',
      );
    }
  });

  it('is appointed by nobody else, for themselves, in the past, or with what nobody lends', async () => {
    const manager = desk.as('manager');
    const supervisor = desk.as('supervisor');
    const plain = { fromId: manager.me, toId: supervisor.me, permissions: null, reason: '外出' };
    const today = { fromOn: '2026-11-23', toOn: '2026-11-23' };
    await expectRefusal(supervisor.delegations.make({ ...plain, ...today }), 'FORBIDDEN');
    await expectRefusal(manager.delegations.make({ ...plain, ...today, toId: manager.me }), 'DELEGATION_TO_ONESELF');
    await expectRefusal(
      manager.delegations.make({ ...plain, fromOn: '2026-11-20', toOn: '2026-11-23' }),
      'DELEGATION_DAYS',
    );
    await expectRefusal(
      manager.delegations.make({ ...plain, ...today, permissions: ['accounts.write'] }),
      'DELEGATION_NOT_LENDABLE',
    );
    await desk.as('director').delegations.make({ ...plain, ...today });
    expect((await supervisor.delegations.list({})).map(({ state }) => state)).toEqual(['running']);
    expect(await desk.as('consultant').delegations.list({})).toEqual([]);
  });
});
