import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeOfFile } from '#db/backup-place.ts';
import { verifyLog } from '#db/repositories/events.ts';
import { instantOf, localDate } from '#shared/kernel/local-date.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { askFor, decideChange } from '#tests/support/change-desk.ts';
import { approve, buildBuyer, subscribeHome } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';
import { smallestScan } from '#tests/support/scans.ts';

describe('The papers of others in the file of a buyer who is made anonymous', () => {
  let desk: TestOffice;
  let consultant: TestClient & { me: number };
  let customerId: number;
  let other: number;
  beforeEach(async () => {
    desk = await testOffice();
    consultant = desk.as('consultant', '何佳怡');
    customerId = await buildBuyer(consultant, '褚遂良');
    other = await buildBuyer(consultant, '欧阳询');
  });
  afterEach(() => desk.close());

  const agent = (name: string, identityNumber: string) => ({
    kind: 'entrusted' as const,
    name,
    identityKind: 'passport' as const,
    identityNumber,
    address: '',
    phone: '10000009999',
    relation: '',
    power: { coversSigning: true, validUntil: localDate('2027-05-31') },
  });
  /** Says by whom a buyer signs a deal, and attaches the scan of the power, told apart by its last byte. */
  const signsBy = async (subscriptionId: number, buyerId: number, who: ReturnType<typeof agent>, mark: number) => {
    const { version } = await consultant.subscriptions.detail({ subscriptionId });
    const signer = { representative: '', agent: who };
    await consultant.subscriptions.nameSigner({ subscriptionId, customerId: buyerId, version, signer });
    const content = Buffer.concat([Buffer.from(smallestScan, 'base64'), Buffer.from([mark])]).toString('base64');
    const file = { name: '委托书.png', content };
    return consultant.attachments.add({ noun: 'subscriptions', subjectId: subscriptionId, kind: 'proxy', file });
  };
  const end = (subscriptionId: number) => {
    // The deal has come to its end; how is not what this is about.
    desk.office.database.client
      .prepare("update subscriptions set state = 'cancelled' where id = ?")
      .run(subscriptionId);
  };
  const forget = async () => {
    desk.clock.set(instantOf(localDate('2036-11-23'), 600));
    await desk.as('compliance').customers.anonymise({ customerId });
    // What is done after the commit is done.
    desk = await desk.restart();
  };
  const signing = () =>
    desk.office.database.client.prepare('select customer_id from subscription_signers').pluck().all();
  const scanThere = (attachmentId: number) => {
    const sha256 = desk.office.database.client
      .prepare<[number], string>('select sha256 from attachments where id = ?')
      .pluck()
      .get(attachmentId);
    return existsSync(path.join(desk.folder, 'blobs', placeOfFile(sha256 ?? '')));
  };
  /** The key under which the log holds who signs for a buyer. */
  const keyOf = (buyerId: number) =>
    Number(
      desk.office.database.client.prepare('select person_key_id from customers where id = ?').pluck().get(buyerId),
    );
  const keyLeft = (keyId: number) =>
    desk.office.database.client.prepare('select key is not null from person_keys where id = ?').pluck().get(keyId) ===
    1;

  it('go with the buyer: who signs for him is forgotten, and the scans of the power are destroyed', async () => {
    const [home = 0, next = 0] = await buildHomes(desk);
    const gone = await subscribeHome(consultant, home, customerId);
    const stays = await subscribeHome(consultant, next, other);
    const { attachmentId } = await signsBy(gone.subscriptionId, customerId, agent('薛稷', 'E12345678'), 1);
    const kept = await signsBy(stays.subscriptionId, other, agent('虞世南', 'E87654321'), 2);
    expect(signing()).toEqual([customerId, other]);
    expect([scanThere(attachmentId), scanThere(kept.attachmentId)]).toEqual([true, true]);
    const keys = [keyOf(customerId), keyOf(other)];
    end(gone.subscriptionId);
    await forget();

    expect(signing()).toEqual([other]);
    expect([scanThere(attachmentId), scanThere(kept.attachmentId)]).toEqual([false, true]);
    expect(keys.map(keyLeft)).toEqual([false, true]);
    const compliance = desk.as('compliance');
    await expectRefusal(compliance.attachments.open({ attachmentId }), 'ATTACHMENT_ERASED');
    const { buyers } = await desk.as('supervisor').subscriptions.detail({ subscriptionId: stays.subscriptionId });
    expect(buyers[0]?.signer.agent?.name).toBe('虞世南');
    verifyLog(desk.office.database.client);
  });

  it('leave no proof of kinship behind that was attached to a change of the deal', async () => {
    const [home = 0] = await buildHomes(desk);
    const { subscriptionId, approvalId } = await subscribeHome(consultant, home, customerId);
    await approve(desk, approvalId);
    const wife = await buildBuyer(consultant, '司徒静');
    const buyers = [customerId, wife].map((id) => ({ customerId: id, sharePpm: 500_000 }));
    const ask = {
      kind: 'nameChange',
      buyers,
      relation: 'spouse',
      proof: 'marriageCertificate',
      consent: true,
    } as const;
    const { changeId } = await askFor(consultant, subscriptionId, ask);
    const file = { name: '结婚证.png', content: smallestScan };
    const subject = { noun: 'changes', subjectId: changeId } as const;
    const { attachmentId } = await consultant.attachments.add({ ...subject, kind: 'kinship', file });
    await decideChange(desk.as('manager'), changeId, 'reject');
    expect(scanThere(attachmentId)).toBe(true);
    end(subscriptionId);
    await forget();
    expect(scanThere(attachmentId)).toBe(false);
    await expectRefusal(desk.as('compliance').attachments.open({ attachmentId }), 'CUSTOMER_RESTRICTED');
  });
});
