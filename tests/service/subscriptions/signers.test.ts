import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { differingTables } from '#db/replay.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, plainTerms, subscribeHome, subscribeOn } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';
import { agent, attachPower, makeCompany } from '#tests/support/signer-desk.ts';

describe('Who signs a subscription', () => {
  let desk: TestOffice;
  let consultant: TestClient;
  let home: number;
  let buyer: number;
  let subscriptionId: number;
  let approvalId: number | null;
  beforeEach(async () => {
    desk = await testOffice();
    [home = 0] = await buildHomes(desk);
    consultant = desk.as('consultant', '赵敏');
    buyer = await buildBuyer(consultant, '欧阳询');
    ({ subscriptionId, approvalId } = await subscribeHome(consultant, home, buyer));
  });
  afterEach(() => desk.close());

  const detail = () => consultant.subscriptions.detail({ subscriptionId });
  const name = async (signer: Parameters<TestClient['subscriptions']['nameSigner']>[0]['signer']) => {
    const { version } = await detail();
    return consultant.subscriptions.nameSigner({ subscriptionId, customerId: buyer, version, signer });
  };
  const attach = () => attachPower(consultant, subscriptionId);

  it('is an agent whose power must be in the file before a review passes', async () => {
    await name({ representative: '', agent });
    const { files, signersRefusal } = await detail();
    expect(files).toContainEqual({ kind: 'proxy', asked: 1, given: 0 });
    expect(signersRefusal?.code).toBe('PROXY_SCAN_MISSING');
    await expectRefusal(approve(desk, approvalId), 'PROXY_SCAN_MISSING');
    await attach();
    expect((await detail()).signersRefusal).toBeNull();
    await approve(desk, approvalId);
    expect((await detail()).row.state).toBe('approved');
    expect(differingTables(desk.office.database.client)).toEqual([]);
  });

  it('is the representative of a company, without whom a review does not pass', async () => {
    await expectRefusal(name({ representative: '颜真卿', agent: null }), 'SIGNER_NOT_OF_COMPANY');
    await makeCompany(consultant, buyer);
    await expectRefusal(approve(desk, approvalId), 'BUYER_REPRESENTATIVE_MISSING');
    await name({ representative: '颜真卿', agent: null });
    await approve(desk, approvalId);
    expect((await detail()).buyers[0]?.signer.representative).toBe('颜真卿');
  });

  it('is said with the order itself, and stays on record when that comes back for correction', async () => {
    const [second = 0] = await buildHomes(desk, { name: '2栋' });
    const terms = plainTerms(second);
    const sent = await subscribeOn(consultant, terms, buyer, { representative: '', agent });
    const seen = () => consultant.subscriptions.detail({ subscriptionId: sent.subscriptionId });
    expect((await seen()).buyers[0]?.signer.agent?.name).toBe('褚遂良');
    const backOffice = desk.as('backOffice');
    const approvalId = sent.approvalId ?? 0;
    const { version: asked } = await backOffice.approvals.detail({ approvalId });
    await backOffice.approvals.decide({ approvalId, version: asked, decision: 'sendBack', opinion: '改由本人签' });
    const wife = await buildBuyer(consultant, '司徒静');
    const { version, row } = await seen();
    const again = {
      subscriptionId: sent.subscriptionId,
      version,
      terms,
      shownPrice: row.price,
      buyers: [{ customerId: wife, sharePpm: 1_000_000 }],
      consent: true,
      mortgageDisclosed: false,
      reason: '',
    };
    const stranger = { customerId: buyer, signer: { representative: '', agent: null } };
    await expectRefusal(consultant.subscriptions.resubmit({ ...again, signers: [stranger] }), 'INVALID_INPUT');
    await consultant.subscriptions.resubmit({
      ...again,
      signers: [{ customerId: wife, signer: { representative: '', agent } }],
    });
    const { client } = desk.office.database;
    const rows = client.prepare('select customer_id from subscription_signers where subscription_id = ?').pluck();
    expect(rows.all(sent.subscriptionId)).toEqual([wife]);
    expect(differingTables(client)).toEqual([]);
  });

  it('is shown masked, keeps number and phone that come back masked, and is sealed in the file', async () => {
    await name({ representative: '', agent });
    const shown = (await detail()).buyers[0]?.signer.agent;
    expect(shown?.identityNumber).not.toBe(agent.identityNumber);
    expect(shown?.phone).not.toBe(agent.phone);
    await name({ representative: '', agent: shown === undefined ? null : shown });
    await attach();
    await approve(desk, approvalId);
    const { documentId } = await desk.as('backOffice').documents.issue({
      kind: 'subscriptionBook',
      subjectId: subscriptionId,
    });
    await desk.office.press.idle();
    const { content } = await desk.as('backOffice').documents.pages({ documentId });
    const file = path.join(desk.folder, 'book.pdf');
    writeFileSync(file, Buffer.from(content, 'base64'));
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '');
    expect(text).toContain('褚遂良（护照E12345678，电话10000009999）');
    expect(text).toContain('授权委托书有效期至2027年5月31日');
    expect(text).toContain('欧阳询（代理人签）');
    const { client } = desk.office.database;
    const told = client.prepare('select data from events').pluck().all().join('');
    expect(told).not.toContain('褚遂良');
    expect(told).not.toContain(agent.identityNumber);
  });

  it('has scans that are named by what they are, and are opened by those who may open the deal', async () => {
    await attach();
    const { files } = await consultant.attachments.ofSubject({ noun: 'subscriptions', subjectId: subscriptionId });
    expect(files).toMatchObject([{ fileName: '授权委托书.png', kind: 'proxy' }]);
    const other = desk.as('consultant');
    const attachmentId = files[0]?.id ?? 0;
    await expectRefusal(other.attachments.open({ attachmentId }), 'DEAL_OF_OTHER');
    expect((await desk.as('supervisor').attachments.open({ attachmentId })).form).toBe('png');
  });

  it('is taken over by the contract, and is said there from then on', async () => {
    await name({ representative: '', agent });
    await attach();
    await approve(desk, approvalId);
    const cashier = desk.as('backOffice');
    const { version, row } = await cashier.subscriptions.detail({ subscriptionId });
    await cashier.payments.receive({
      subscriptionId,
      version,
      item: 'deposit',
      method: 'transfer',
      amount: row.depositDue,
      payerId: buyer,
      reference: '0000123',
    });
    const deal = await cashier.subscriptions.detail({ subscriptionId });
    const { contractId } = await cashier.contracts.draft({ subscriptionId, version: deal.version });
    const { draft } = await cashier.contracts.detail({ contractId });
    expect(draft.buyers[0]?.agent).toMatchObject({ name: '褚遂良', power: { coversSigning: true } });
    await expectRefusal(name({ representative: '', agent: null }), 'SIGNER_IN_CONTRACT');
  });
});
