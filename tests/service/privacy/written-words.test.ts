import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyLog } from '#db/repositories/events.ts';
import { instantOf, localDate } from '#shared/kernel/local-date.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, subscribeHome } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

describe('What people wrote in the acts of a deal and in the register of recipients', () => {
  let desk: TestOffice;
  let consultant: TestClient & { me: number };
  let customerId: number;
  beforeEach(async () => {
    desk = await testOffice();
    consultant = desk.as('consultant', '何佳怡');
    customerId = await buildBuyer(consultant, '褚遂良');
  });
  afterEach(() => desk.close());

  const everything = () => {
    const { client } = desk.office.database;
    const tables = client
      .prepare<[], string>("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
      .pluck()
      .all();
    return tables.map((table) => JSON.stringify(client.prepare(`select * from "${table}"`).all())).join('\n');
  };

  it('is sealed in the log, read where it is needed, and gone with the person', async () => {
    const [home = 0] = await buildHomes(desk);
    const { subscriptionId, approvalId } = await subscribeHome(consultant, home, customerId);
    await approve(desk, approvalId);
    const book = await consultant.documents.issue({ kind: 'subscriptionBook', subjectId: subscriptionId });
    await desk.office.press.idle();
    const manager = desk.as('manager');
    const paper = (await manager.documents.detail({ documentId: book.documentId })).document;
    await manager.documents.void({
      documentId: book.documentId,
      version: paper.version,
      reason: '褚遂良姓名写错',
    });
    await consultant.privacy.disclose({
      ...{ customerId, kind: 'agency', recipient: '褚遂良的中介', content: '褚遂良的电话', purpose: '褚家结佣' },
      ...{ basis: 'contract', on: '2026-11-23' },
    });
    const { version } = await consultant.subscriptions.detail({ subscriptionId });
    await manager.subscriptions.cancel({ subscriptionId, version, reason: '褚遂良改买别处' });
    const log = () => {
      const { client } = desk.office.database;
      return JSON.stringify([
        client.prepare('select data from events').all(),
        client.prepare('select before, after from event_changes').all(),
      ]);
    };
    expect(log()).not.toMatch(/褚遂良|褚家/);
    const told = async () =>
      (await desk.as('manager').subscriptions.detail({ subscriptionId })).history.flatMap(({ kind, data }) =>
        kind === 'cancelled' ? [data] : [],
      );
    expect(await told()).toEqual([{ reason: '褚遂良改买别处' }]);
    const { client } = desk.office.database;
    const seqOf = (kind: string) =>
      Number(client.prepare<[string], number>('select seq from events where kind = ?').pluck().get(kind));
    const [cancelled, disclosed] = [seqOf('cancelled'), seqOf('disclosed')];
    const entry = async (seq: number) => desk.as('auditor').events.entry({ seq });
    expect((await entry(cancelled)).data).toContainEqual({
      ...{ field: 'reason', kind: 'personal', value: '褚遂良改买别处' },
    });
    const fieldsOf = async (seq: number) => (await entry(seq)).changes.flatMap(({ fields }) => fields);
    expect(await fieldsOf(disclosed)).toContainEqual({
      ...{ field: 'content', kind: 'personal', before: null, after: '褚遂良的电话' },
    });
    expectReplayed(desk);

    desk.clock.set(instantOf(localDate('2036-11-23'), 600));
    await desk.as('compliance').customers.anonymise({ customerId });
    desk = await desk.restart();
    expect(everything()).not.toMatch(/褚遂良|褚家/);
    expect(await told()).toEqual([{}]);
    expect((await entry(cancelled)).data).toContainEqual({ field: 'reason', kind: 'erased', value: '' });
    expect(await fieldsOf(disclosed)).toContainEqual({ field: 'content', kind: 'erased', before: null, after: '' });
    expect((await desk.as('compliance').privacy.register({})).rows).toMatchObject([
      { kind: 'agency', basis: 'contract', on: '2026-11-23', by: '何佳怡', recipient: '', content: '', purpose: '' },
    ]);
    expectReplayed(desk);
    verifyLog(desk.office.database.client);
  });

  it('stays as it was where it is about nobody, and under the key of another buyer', async () => {
    const other = await buildBuyer(consultant, '欧阳询');
    const [, home = 0] = await buildHomes(desk);
    const { subscriptionId, approvalId } = await subscribeHome(consultant, home, other);
    await approve(desk, approvalId);
    const manager = desk.as('manager');
    const { version } = await manager.subscriptions.detail({ subscriptionId });
    await manager.subscriptions.cancel({ subscriptionId, version, reason: '欧阳询改买别处' });
    await desk.as('compliance').customers.anonymise({ customerId });
    desk = await desk.restart();
    const { history } = await desk.as('manager').subscriptions.detail({ subscriptionId });
    expect(history.find(({ kind }) => kind === 'cancelled')?.data).toEqual({ reason: '欧阳询改买别处' });
    expectReplayed(desk);
  });
});
