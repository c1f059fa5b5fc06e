import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeOfFile } from '#db/backup-place.ts';
import type { AttachmentKind, AttachmentNoun } from '#shared/domain/attachments/kinds.ts';
import { instantOf, localDate } from '#shared/kernel/local-date.ts';
import { draftedContract } from '#tests/support/contract-desk.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';
import { smallestScan } from '#tests/support/scans.ts';

describe('Scans of a contract and in the file of a customer', () => {
  let desk: TestOffice;
  let consultant: TestClient;
  let deal: Awaited<ReturnType<typeof draftedContract>>;
  beforeEach(async () => {
    desk = await testOffice();
    deal = await draftedContract(desk);
    consultant = deal.consultant;
  });
  afterEach(() => desk.close());

  /** Attaches a scan, told apart by its last byte. */
  const attach = (noun: AttachmentNoun, subjectId: number, kind: AttachmentKind, mark = 0, person = consultant) => {
    const content = Buffer.concat([Buffer.from(smallestScan, 'base64'), Buffer.from([mark])]).toString('base64');
    return person.attachments.add({ noun, subjectId, kind, file: { name: '褚遂良身份证.png', content } });
  };
  const needed = async () =>
    (await consultant.contracts.detail({ contractId: deal.contractId })).files.map(
      ({ kind, given, asked }) => `${kind} ${given}/${asked}`,
    );

  it('are called by what they are, and told in the history of the contract', async () => {
    const { contractId } = deal;
    await attach('contracts', contractId, 'household');
    const { files } = await consultant.attachments.ofSubject({ noun: 'contracts', subjectId: contractId });
    expect(files).toMatchObject([{ fileName: '婚姻或户籍证明.png', kind: 'household' }]);
    const { history } = await consultant.contracts.detail({ contractId });
    expect(history[0]?.kind).toBe('attached');
    expectReplayed(desk);
  });

  it('count against the list of the contract wherever in the deal they lie', async () => {
    expect(await needed()).toEqual(['identity 0/1', 'signedContract 0/1']);
    await attach('subscriptions', deal.subscriptionId, 'identity');
    expect(await needed()).toEqual(['identity 1/1', 'signedContract 0/1']);
    await attach('customers', deal.buyer, 'identity');
    expect(await needed()).toEqual(['identity 1/1', 'signedContract 0/1']);
    const { attachmentId } = await attach('contracts', deal.contractId, 'signedContract', 1);
    expect(await needed()).toEqual(['identity 1/1', 'signedContract 1/1']);
    const { version } = await consultant.attachments.remove({ attachmentId, version: 1, reason: '扫错了文件' });
    expect(await needed()).toEqual(['identity 1/1', 'signedContract 0/1']);
    await consultant.attachments.restore({ attachmentId, version });
    expect(await needed()).toEqual(['identity 1/1', 'signedContract 1/1']);
  });

  it('are listed by what they are, what is asked for first, and those of one kind as they came', async () => {
    const { contractId } = deal;
    const asked = ['other', 'identity', 'filedCopy', 'household', 'receipt', 'identity'] as const;
    for (const [mark, kind] of asked.entries()) await attach('contracts', contractId, kind, mark);
    const { files } = await consultant.attachments.ofSubject({ noun: 'contracts', subjectId: contractId });
    const kinds = files.map(({ kind }) => kind);
    expect(kinds).toEqual(['identity', 'identity', 'household', 'receipt', 'filedCopy', 'other']);
    expect(files[0]?.id).toBeLessThan(files[1]?.id ?? 0);
  });

  it('are something else once somebody looks closer: called and counted so, and told in the history', async () => {
    const { contractId } = deal;
    const { attachmentId } = await attach('contracts', contractId, 'other');
    expect(await needed()).toEqual(['identity 0/1', 'signedContract 0/1']);
    await consultant.attachments.changeKind({ attachmentId, version: 1, kind: 'signedContract' });
    expect(await needed()).toEqual(['identity 0/1', 'signedContract 1/1']);
    const { files } = await consultant.attachments.ofSubject({ noun: 'contracts', subjectId: contractId });
    expect(files).toMatchObject([{ id: attachmentId, kind: 'signedContract', fileName: '已签合同.png', version: 2 }]);
    const { history } = await consultant.contracts.detail({ contractId });
    expect(history[0]).toMatchObject({
      kind: 'attachmentKindChanged',
      data: { from: 'other', attachmentKind: 'signedContract' },
    });
    expectReplayed(desk);
  });

  it('become only what files of their record can be, by those who may write it', async () => {
    const { attachmentId } = await attach('contracts', deal.contractId, 'other');
    const asked = { attachmentId, version: 1 };
    await expectRefusal(consultant.attachments.changeKind({ ...asked, kind: 'certificate' }), 'INVALID_INPUT');
    await expectRefusal(consultant.attachments.changeKind({ ...asked, kind: 'other' }), 'INVALID_INPUT');
    await expectRefusal(desk.as('auditor').attachments.changeKind({ ...asked, kind: 'receipt' }), 'FORBIDDEN');
    await consultant.attachments.changeKind({ ...asked, kind: 'receipt' });
    await expectRefusal(consultant.attachments.changeKind({ ...asked, kind: 'income' }), 'STALE');
  });

  it('are for those who may open the deal, and attached by those who may write it', async () => {
    const { contractId } = deal;
    const { attachmentId } = await attach('contracts', contractId, 'identity');
    const stranger = desk.as('consultant', '薛稷');
    await expectRefusal(stranger.attachments.open({ attachmentId }), 'DEAL_OF_OTHER');
    const auditor = desk.as('auditor');
    expect((await auditor.attachments.open({ attachmentId })).form).toBe('png');
    await expectRefusal(attach('contracts', contractId, 'other', 2, auditor), 'FORBIDDEN');
    const inFile = await attach('customers', deal.buyer, 'income');
    await expectRefusal(stranger.attachments.open(inFile), 'NOT_FOUND');
    await expectRefusal(attach('contracts', contractId, 'certificate', 3), 'INVALID_INPUT');
  });

  it('are left as they are while their buyers may not be looked up: nobody takes off, puts back or renames any', async () => {
    const { contractId, buyer } = deal;
    const kept = await attach('contracts', contractId, 'identity');
    const taken = await attach('contracts', contractId, 'household', 1);
    const { version } = await consultant.attachments.remove({ ...taken, version: 1, reason: '扫错了文件' });
    desk.office.database.client.prepare('update customers set restricted_at = 1 where id = ?').run(buyer);
    const { can } = await consultant.attachments.ofSubject({ noun: 'contracts', subjectId: contractId });
    expect([can['remove'], can['changeKind']]).toEqual([
      { code: 'CUSTOMER_RESTRICTED' },
      { code: 'CUSTOMER_RESTRICTED' },
    ]);
    const file = { ...kept, version: 1 };
    await expectRefusal(consultant.attachments.remove({ ...file, reason: '扫错了文件' }), 'CUSTOMER_RESTRICTED');
    await expectRefusal(consultant.attachments.changeKind({ ...file, kind: 'other' }), 'CUSTOMER_RESTRICTED');
    await expectRefusal(consultant.attachments.restore({ ...taken, version }), 'CUSTOMER_RESTRICTED');
  });

  it('are destroyed with the people whom they show', async () => {
    const { client } = desk.office.database;
    const added = [
      await attach('contracts', deal.contractId, 'household', 1),
      await attach('customers', deal.buyer, 'income', 2),
    ];
    const placeOf = (attachmentId: number) =>
      placeOfFile(
        desk.office.database.client
          .prepare<[number], string>('select sha256 from attachments where id = ?')
          .pluck()
          .get(attachmentId) ?? '',
      );
    const there = () =>
      added.map(({ attachmentId }) => existsSync(path.join(desk.folder, 'blobs', placeOf(attachmentId))));
    expect(there()).toEqual([true, true]);
    // The deal has come to its end; how is not what this is about.
    client.prepare("update subscriptions set state = 'cancelled' where id = ?").run(deal.subscriptionId);
    client.prepare("update contracts set state = 'superseded' where id = ?").run(deal.contractId);
    desk.clock.set(instantOf(localDate('2048-11-23'), 600));
    await desk.as('compliance').customers.anonymise({ customerId: deal.buyer });
    desk = await desk.restart();
    expect(there()).toEqual([false, false]);
    const [scan] = added;
    if (scan !== undefined) await expectRefusal(desk.as('compliance').attachments.open(scan), 'ATTACHMENT_ERASED');
  });

  it('leave no words about their people in the log when somebody says why they are removed', async () => {
    const { client } = desk.office.database;
    const scan = await attach('customers', deal.buyer, 'income');
    await consultant.attachments.remove({ ...scan, version: 1, reason: '是褚遂良哥哥的收入证明' });
    const told = client.prepare('select * from event_changes where table_name = ?').all('attachments');
    expect(told).toHaveLength(2);
    expect(JSON.stringify(told)).not.toContain('褚遂良');
    expectReplayed(desk);
  });
});
