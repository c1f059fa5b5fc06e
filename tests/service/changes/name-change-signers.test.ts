import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { differingTables } from '#db/replay.ts';
import { askFor, changeSeen, decideChange } from '#tests/support/change-desk.ts';
import { subscribedHome } from '#tests/support/contract-desk.ts';
import { buildBuyer } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';
import { agent, attachPower, makeCompany } from '#tests/support/signer-desk.ts';

describe('Who signs after a change of names', () => {
  let desk: TestOffice;
  let consultant: TestClient;
  let subscriptionId: number;
  let first: number;
  let second: number;
  beforeEach(async () => {
    desk = await testOffice();
    ({ consultant, subscriptionId, buyer: first } = await subscribedHome(desk));
    second = await buildBuyer(consultant, '诸葛亮');
  });
  afterEach(() => desk.close());

  const toSecond = () => ({
    kind: 'nameChange' as const,
    buyers: [{ customerId: second, sharePpm: 1_000_000 }],
    relation: 'other' as const,
    proof: 'none' as const,
    consent: true,
  });
  const ask = (signer?: { representative: string; agent: typeof agent | null }) =>
    askFor(consultant, subscriptionId, toSecond(), '更名', signer && [{ customerId: second, signer }]);
  const kept = () =>
    desk.office.database.client.prepare('select customer_id from subscription_signers order by id').pluck().all();

  it('is the representative of the company that comes in, said in the same form', async () => {
    await makeCompany(consultant, second);
    const { refusals } = await consultant.changes.simulate({ subscriptionId, ask: toSecond() });
    expect(refusals.map(({ code }) => code)).toEqual(['BUYER_REPRESENTATIVE_MISSING']);
    await expectRefusal(ask(), 'BUYER_REPRESENTATIVE_MISSING');
    expect(kept()).toEqual([]);
    const { changeId } = await ask({ representative: '颜真卿', agent: null });
    const { signers } = await desk.as('director').changes.detail({ changeId });
    expect(signers).toEqual([{ customerId: second, company: true, signer: { representative: '颜真卿', agent: null } }]);
    await decideChange(desk.as('director'), changeId);
    const deal = await consultant.subscriptions.detail({ subscriptionId });
    expect(deal.buyers.map(({ name, signer }) => [name, signer.representative])).toEqual([['诸葛亮', '颜真卿']]);
    expect(differingTables(desk.office.database.client)).toEqual([]);
  });

  it('is no agent whose power is not in the file, then or when somebody decides', async () => {
    await expectRefusal(ask({ representative: '', agent }), 'PROXY_SCAN_MISSING');
    const { attachmentId } = await attachPower(consultant, subscriptionId);
    const { changeId } = await ask({ representative: '', agent });
    const shown = (await consultant.changes.detail({ changeId })).signers[0]?.signer.agent;
    expect(shown?.name).toBe(agent.name);
    expect(shown?.identityNumber).not.toBe(agent.identityNumber);
    const { files } = await consultant.attachments.ofSubject({ noun: 'subscriptions', subjectId: subscriptionId });
    await consultant.attachments.remove({ attachmentId, version: files[0]?.version ?? 0, reason: '扫错了文件' });
    await expectRefusal(decideChange(desk.as('director'), changeId), 'PROXY_SCAN_MISSING');
    await attachPower(consultant, subscriptionId);
    await decideChange(desk.as('director'), changeId);
    const { buyers } = await consultant.subscriptions.detail({ subscriptionId });
    expect(buyers[0]?.signer.agent?.name).toBe(agent.name);
    const { client } = desk.office.database;
    const told = client.prepare('select data from events').pluck().all().join('');
    expect(told).not.toContain(agent.name);
  });

  it('is forgotten with the request that is withdrawn, and with the buyer who goes', async () => {
    await attachPower(consultant, subscriptionId);
    const { changeId } = await ask({ representative: '', agent });
    expect(kept()).toEqual([second]);
    await consultant.changes.withdraw({ ...(await changeSeen(consultant, changeId)), reason: '客户不更名了' });
    expect(kept()).toEqual([]);
    const again = await ask({ representative: '', agent });
    await decideChange(desk.as('director'), again.changeId);
    expect(kept()).toEqual([second]);
    const back = { ...toSecond(), buyers: [{ customerId: first, sharePpm: 1_000_000 }] };
    const { changeId: backId } = await askFor(consultant, subscriptionId, back);
    await decideChange(desk.as('director'), backId);
    expect(kept()).toEqual([]);
    expect(differingTables(desk.office.database.client)).toEqual([]);
  });

  it('is said of nobody else than those who are to buy', async () => {
    const signers = [{ customerId: first, signer: { representative: '', agent: null } }];
    const { figuresHash } = await consultant.changes.simulate({ subscriptionId, ask: toSecond() });
    const { version } = await consultant.subscriptions.detail({ subscriptionId });
    const wish = { subscriptionId, version, ask: toSecond(), figuresHash, reason: '更名' };
    await expectRefusal(consultant.changes.ask({ ...wish, signers }), 'INVALID_INPUT');
  });
});
