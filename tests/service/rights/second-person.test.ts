import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dangerousPermissions } from '#shared/domain/accounts/dangerous.ts';
import { permissionNames } from '#shared/domain/accounts/rights.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';

const DAY_MS = 24 * 3_600_000;

describe('A dangerous right', () => {
  let desk: TestOffice;
  let administrator: ReturnType<TestOffice['as']>;
  beforeEach(async () => {
    desk = await testOffice();
    administrator = desk.as('administrator', '卢一鸣');
  });
  afterEach(() => desk.close());

  const exporting = () => ({
    permissions: { 'customers.export': ['consultant', 'supervisor', 'manager', 'director', 'compliance'] as never },
    scopes: {},
    masks: {},
  });
  const ask = (rights: object = exporting()) =>
    administrator.rights.change({ rights: rights as never, seen: 0, reason: '季末盘点' });
  const first = async (second: TestClient) => {
    const [request] = await second.rights.waiting({});
    if (request === undefined) throw new Error('Nothing waits');
    return request;
  };
  const may = async (person: TestClient) => {
    const session = await person.session.current({});
    return session.state === 'open' ? session.person.permissions : [];
  };

  it('is given by one and confirmed by another, and the log names both', async () => {
    const finance = desk.as('finance', '方敏');
    const consultant = desk.as('consultant');
    expect(await ask()).toMatchObject({ changed: 1, waits: true });
    expect(await may(consultant)).not.toContain('customers.export');
    expect((await finance.notices.list({})).rows[0]).toMatchObject({ kind: 'rightsAsked', asks: true });
    const { id: requestId, version, ...asked } = await first(finance);
    expect(asked).toMatchObject({ reason: '季末盘点', gained: ['customers.export'], askedBy: { name: '卢一鸣' } });
    await finance.rights.confirm({ requestId, version });
    expect(await may(consultant)).toContain('customers.export');
    const { changes } = await administrator.rights.overview({});
    expect(changes[0]).toMatchObject({ by: { name: '方敏' }, askedBy: { name: '卢一鸣' } });
    const [event] = await desk
      .as('auditor')
      .events.list({ day: null, actorId: null, before: null, kinds: ['rightsChanged'] });
    const entry = await desk.as('auditor').events.entry({ seq: event?.seq ?? 0 });
    expect(entry.actor).toBe('方敏');
    expect(entry.data).toContainEqual({ field: 'askedBy', kind: 'person', value: '卢一鸣' });
  });

  it('is confirmed by nobody who asked for it, nor by whoever acts for them', async () => {
    const manager = desk.as('manager');
    const director = desk.as('director');
    const day = '2026-11-23';
    await manager.delegations.make({
      fromId: manager.me,
      toId: director.me,
      permissions: null,
      reason: '外出',
      fromOn: day,
      toOn: day,
    });
    await manager.rights.change({ rights: exporting(), seen: 0, reason: '季末盘点' });
    const { id: requestId, version, can } = await first(manager);
    expect(can).toMatchObject({ confirm: { code: 'RIGHTS_OWN_REQUEST' }, withdraw: true });
    for (const own of [manager, director])
      await expectRefusal(own.rights.confirm({ requestId, version }), 'RIGHTS_OWN_REQUEST');
    await expectRefusal(director.rights.withdraw({ requestId, version }), 'RIGHTS_NOT_ASKER');
    await manager.rights.withdraw({ requestId, version });
    await expectRefusal(administrator.rights.confirm({ requestId, version: 2 }), 'RIGHTS_REQUEST_OVER');
  });

  it('is refused with a reason, which whoever asked is told', async () => {
    const manager = desk.as('manager');
    const consultant = desk.as('consultant');
    await ask();
    const { id: requestId, version } = await first(manager);
    await manager.rights.refuse({ requestId, version, reason: '没有必要' });
    expect(await may(consultant)).not.toContain('customers.export');
    expect((await administrator.notices.list({})).rows[0]).toMatchObject({ kind: 'rightsRefused' });
    await expectRefusal(manager.rights.confirm({ requestId, version: 2 }), 'RIGHTS_REQUEST_OVER');
  });

  it('runs out after a week, and goes with whoever asked for it', async () => {
    desk.as('administrator');
    await ask();
    const finance = desk.as('finance');
    const { id: requestId, version } = await first(finance);
    await desk.as('manager').accounts.disable({ accountId: administrator.me, version: 1 });
    expect(await finance.rights.waiting({})).toEqual([]);
    await expectRefusal(finance.rights.confirm({ requestId, version }), 'RIGHTS_REQUEST_OVER');
    await desk.as('manager', '杜建华').rights.change({ rights: exporting(), seen: 0, reason: '季末盘点' });
    desk.clock.advance(7 * DAY_MS);
    expect(await desk.as('finance').rights.waiting({})).toEqual([]);
  });

  it('needs no second person to be taken away, nor does seeing less; seeing more does', async () => {
    desk.as('manager');
    const less = {
      permissions: { 'customers.export': ['manager'] },
      scopes: { customers: { supervisor: 'own' } },
      masks: {},
    };
    const { waits, seen } = await ask(less);
    expect(waits).toBe(false);
    const more = { ...less, scopes: { customers: { supervisor: 'team' } } };
    const again = await administrator.rights.change({ rights: more as never, seen, reason: '小组' });
    expect(again.waits).toBe(true);
  });

  it('is confirmed on top of what has changed meanwhile', async () => {
    const manager = desk.as('manager');
    const supervisor = desk.as('supervisor');
    await ask();
    const freeze = { permissions: { 'units.freeze': ['supervisor', 'manager', 'director'] }, scopes: {}, masks: {} };
    expect(await ask(freeze)).toMatchObject({ waits: false });
    const { id: requestId, version } = await first(manager);
    await manager.rights.confirm({ requestId, version });
    expect(await may(supervisor)).toContain('units.freeze');
    expect(await may(desk.as('consultant'))).toContain('customers.export');
  });

  it('cannot be asked for where nobody else could confirm it, and the sentence says whom to add', async () => {
    await expectRefusal(ask(), 'RIGHTS_NOBODY_CONFIRMS');
    const hire = (loginName: string, post: 'manager' | 'supervisor') =>
      administrator.accounts.create({ name: loginName, loginName, post });
    await expectRefusal(hire('zhu.guan', 'supervisor'), 'RIGHTS_NOBODY_CONFIRMS');
    expect(await hire('jing.li', 'manager')).toMatchObject({ waits: false });
    expect(await hire('zhu.guan', 'supervisor')).toMatchObject({ waits: true });
  });

  it('lets an office appoint its first second person alone only once', async () => {
    const { accountId } = await administrator.accounts.create({ name: '杜建华', loginName: 'du', post: 'manager' });
    await administrator.accounts.update({ accountId, version: 1, name: '杜建华', post: 'consultant' });
    const puppet = administrator.accounts.create({ name: '影子', loginName: 'ying', post: 'manager' });
    await expectRefusal(puppet, 'RIGHTS_NOBODY_CONFIRMS');
  });

  it('lets nobody in with it before the second person has come', async () => {
    const manager = desk.as('manager', '杜建华');
    const { accountId, waits } = await administrator.accounts.create({
      ...{ name: '方敏', loginName: 'fang.min', post: 'finance' },
    });
    expect(waits).toBe(true);
    const { shown } = await administrator.accounts.code({ accountId });
    const come = { loginName: 'fang.min', password: shown?.code ?? '', newPassword: 'correct horse 9 battery' };
    expect(await desk.stranger().session.login(come)).toMatchObject({ result: 'disabled' });
    await expectRefusal(administrator.accounts.enable({ accountId, version: 1 }), 'ACCOUNT_WAITS');
    const { id: requestId, version, ...asked } = await first(manager);
    expect(asked).toMatchObject({ kind: 'person', person: { name: '方敏', wished: 'finance' } });
    await manager.rights.confirm({ requestId, version });
    expect(await desk.stranger().session.login(come)).toMatchObject({ result: 'open' });
  });

  it('of a person whom somebody refused is asked for anew before they get in', async () => {
    const manager = desk.as('manager');
    const { accountId } = await administrator.accounts.create({ name: '方敏', loginName: 'fang.min', post: 'finance' });
    const { id: requestId, version } = await first(manager);
    await manager.rights.refuse({ requestId, version, reason: '编制已满' });
    expect(await administrator.accounts.enable({ accountId, version: 1 })).toEqual({ waits: true });
    const again = await first(manager);
    await manager.rights.confirm({ requestId: again.id, version: again.version });
    expect((await manager.accounts.list({})).find(({ id }) => id === accountId)?.state).toBe('active');
  });

  it('comes with another post only once it is confirmed, and never by one’s own word', async () => {
    const manager = desk.as('manager');
    const other = desk.as('administrator');
    const consultant = desk.as('consultant', '何佳怡');
    const wish = { accountId: consultant.me, version: 1, name: '何佳怡', post: 'administrator' as const };
    expect(await other.accounts.update(wish)).toEqual({ waits: true });
    const { id: requestId, version } = await first(manager);
    const listed = async () => (await manager.accounts.list({})).find(({ id }) => id === consultant.me);
    expect(await listed()).toMatchObject({ post: 'consultant', wishedPost: 'administrator' });
    await expectRefusal(other.accounts.update({ ...wish, version: 2, post: 'finance' }), 'ACCOUNT_WAITS');
    await manager.rights.confirm({ requestId, version });
    expect(await listed()).toMatchObject({ post: 'administrator', wishedPost: null });
  });

  it('is not confirmed by somebody whose password was just reset by whoever asks', async () => {
    const manager = desk.as('manager');
    await administrator.accounts.resetPassword({ accountId: manager.me, version: 1 });
    const { shown } = await administrator.accounts.code({ accountId: manager.me });
    await ask();
    const window = desk.stranger('elsewhere');
    const login = { loginName: 'person2', password: shown?.code ?? '', newPassword: 'correct horse 9 battery' };
    expect(await window.session.login(login)).toMatchObject({ result: 'open' });
    const { id: requestId, version } = await first(window);
    await expectRefusal(window.rights.confirm({ requestId, version }), 'RIGHTS_CONFIRMER_RESET');
    await desk.as('director').rights.confirm({ requestId, version });
  });

  it('covers every right to export, void or manage; what is left out is named here', () => {
    const harmless = ['views.share', 'units.export', 'deals.exportOwn'];
    const named: readonly string[] = [...dangerousPermissions, ...harmless];
    const loud = permissionNames.filter((name) => /\.(export|exportOwn|void|manage|reveal|confirm)$/.test(name));
    expect(loud.filter((name) => !named.includes(name))).toEqual([]);
  });
});
