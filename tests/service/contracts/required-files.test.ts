import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seal, unseal } from '#db/personal.ts';
import { personKeyOf } from '#db/repositories/person-keys.ts';
import type { AttachmentKind, AttachmentNoun } from '#shared/domain/attachments/kinds.ts';
import {
  defaultRequiredFiles,
  type FileStep,
  type ListedPaper,
  type RequirableFile,
  type RequiredFile,
} from '#shared/domain/contracts/required-files.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { fen } from '#shared/kernel/money.ts';
import { agreementSeen, approvedAgreement, printAgreement, signAgreementByAll } from '#tests/support/agreement-desk.ts';
import { askFor, decideChange } from '#tests/support/change-desk.ts';
import {
  approvedContract,
  draftedContract,
  fileContract,
  fillIn,
  payLines,
  printOriginal,
  seen,
  sign,
  signedContract,
  submittedContract,
} from '#tests/support/contract-desk.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';
import { smallestScan } from '#tests/support/scans.ts';
import { agent } from '#tests/support/signer-desk.ts';

describe('The office’s list of required scans', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  /** From a day on, the office lets a paper pass a step only with a scan of a kind. */
  const demand = (
    kind: RequirableFile,
    step: FileStep,
    papers: ListedPaper[] = ['presaleHome'],
    effectiveFrom = localDate('2026-11-23'),
  ) => {
    const value: RequiredFile[] = [
      ...defaultRequiredFiles.filter((line) => line.kind !== kind),
      { kind, step, lacking: 'refuses', papers },
    ];
    return desk.as('manager').settings.set({ key: 'requiredFiles', value, effectiveFrom, sourceNote: '公司通知' });
  };
  const attach = (person: TestClient, noun: AttachmentNoun, subjectId: number, kind: AttachmentKind) =>
    person.attachments.add({ noun, subjectId, kind, file: { name: '扫描件.png', content: smallestScan } });

  it('lets a contract pass with what lacks as it ships, and says on its page what that is', async () => {
    const { contractId } = await submittedContract(desk);
    const { files, can } = await desk.as('backOffice').contracts.detail({ contractId });
    expect(files.map(({ kind, lacking, asked, given }) => `${kind} ${lacking} ${given}/${asked}`)).toEqual([
      'identity warns 0/1',
      'signedContract warns 0/1',
    ]);
    expect(can['approve']).toBe(true);
  });

  it('refuses the review until the scan is there, and again when it was taken away before the approval', async () => {
    const { consultant, contractId } = await draftedContract(desk);
    await fillIn(consultant, contractId);
    await demand('identity', 'review');
    const open = await consultant.contracts.detail({ contractId });
    const refused = { code: 'FILES_LACKING', params: { lackingFiles: 'identity 1' } };
    expect(open.can['submit']).toEqual(refused);
    await expectRefusal(consultant.contracts.submit(await seen(consultant, contractId)), 'FILES_LACKING');
    const { attachmentId } = await attach(consultant, 'contracts', contractId, 'identity');
    await consultant.contracts.submit(await seen(consultant, contractId));
    for (const post of ['backOffice', 'supervisor'] as const) {
      const reviewer = desk.as(post);
      await reviewer.contracts.approve({ ...(await seen(reviewer, contractId)), opinion: '' });
    }
    await consultant.attachments.remove({ attachmentId, version: 1, reason: '扫错了文件' });
    const manager = desk.as('manager');
    await expectRefusal(
      manager.contracts.approve({ ...(await seen(manager, contractId)), opinion: '' }),
      'FILES_LACKING',
    );
  });

  it('holds from its day on', async () => {
    const { consultant, contractId } = await draftedContract(desk);
    await fillIn(consultant, contractId);
    await demand('identity', 'review', ['presaleHome'], localDate('2026-11-24'));
    expect((await consultant.contracts.detail({ contractId })).can['submit']).toBe(true);
    desk.clock.advance(86_400_000);
    const later = desk.as('backOffice');
    expect((await later.contracts.detail({ contractId })).can['submit']).toMatchObject({ code: 'FILES_LACKING' });
  });

  it('stops the first signature and the filing, and what is asked for another paper stops neither', async () => {
    await demand('household', 'signing');
    const deal = await approvedContract(desk);
    const { contractId } = deal;
    await printOriginal(desk, contractId);
    await payLines(desk, deal, ['firstPayment', 'finalPayment']);
    await expectRefusal(sign(desk, contractId, 'buyer', deal.buyer), 'FILES_LACKING');
    await demand('household', 'signing', ['presaleParking']);
    await sign(desk, contractId, 'buyer', deal.buyer);
    await sign(desk, contractId, 'seller', null);
    await demand('signedContract', 'filing');
    await expectRefusal(fileContract(desk, contractId), 'FILES_LACKING');
    await attach(desk.as('backOffice'), 'contracts', contractId, 'signedContract');
    await fileContract(desk, contractId);
  });

  it('asks for the power of an agent as it ships, whatever was ticked in older records', async () => {
    const { consultant, contractId, subscriptionId, buyer } = await draftedContract(desk);
    await fillIn(consultant, contractId);
    const { draft } = await consultant.contracts.detail({ contractId });
    const [named] = draft.buyers;
    if (named === undefined) throw new Error('no buyer');
    const { nationality, residence, birthOn, sex, postcode, email, representative } = named;
    const details = { nationality, residence, birthOn, sex, postcode, email, representative };
    await consultant.contracts.edit({
      ...(await seen(consultant, contractId)),
      changes: { buyer: { customerId: buyer, ...details, agent } },
    });
    // An older edition kept a tick beside the power.
    const { client } = desk.office.database;
    const key = personKeyOf(
      client,
      client.prepare<[number], number>('select person_key_id from customers where id = ?').pluck().get(buyer) ?? 0,
    );
    const sealed = client.prepare('select id, details_sealed as sealed from contract_parties').get() as {
      id: number;
      sealed: string;
    };
    if (key === undefined) throw new Error('no key');
    const kept = JSON.parse(unseal(key, sealed.sealed));
    kept.agent.power.stored = true;
    client
      .prepare('update contract_parties set details_sealed = ? where id = ?')
      .run(seal(key, JSON.stringify(kept)), sealed.id);
    const open = await consultant.contracts.detail({ contractId });
    expect(open.preflight.open.map(({ rule }) => rule)).not.toContain('P27');
    expect(open.can['submit']).toEqual({ code: 'FILES_LACKING', params: { lackingFiles: 'proxy 1' } });
    await attach(consultant, 'subscriptions', subscriptionId, 'proxy');
    expect((await consultant.contracts.detail({ contractId })).can['submit']).toBe(true);
  });

  it('is kept of agreements: at the review, at the signing, and before the registry is told', async () => {
    const deal = await signedContract(desk);
    await fileContract(desk, deal.contractId);
    const ask = { kind: 'termsChange' as const, fields: { deliveryOn: localDate('2028-12-31') }, clauses: [] };
    const { changeId } = await askFor(deal.consultant, deal.subscriptionId, ask);
    await decideChange(desk.as('manager'), changeId);
    await demand('household', 'review', ['supplement']);
    await expectRefusal(approvedAgreement(desk, changeId), 'FILES_LACKING');
    const backOffice = desk.as('backOffice');
    const { agreements } = await backOffice.contracts.detail({ contractId: deal.contractId });
    const agreementId = agreements[0]?.id ?? 0;
    await attach(backOffice, 'agreements', agreementId, 'household');
    await backOffice.agreements.submit(await agreementSeen(backOffice, agreementId));
    const manager = desk.as('manager');
    await manager.agreements.approve({ ...(await agreementSeen(manager, agreementId)), opinion: '' });
    await printAgreement(desk, agreementId);
    await demand('receipt', 'signing', ['supplement']);
    await expectRefusal(signAgreementByAll(desk, agreementId), 'FILES_LACKING');
    await demand('signedAgreement', 'filing', ['supplement']);
    await signAgreementByAll(desk, agreementId);
    const { files, can } = await backOffice.agreements.detail({ agreementId });
    expect(files.map(({ kind, given, asked }) => `${kind} ${given}/${asked}`)).toContain('signedAgreement 0/1');
    expect(can['refile']).toMatchObject({ code: 'FILES_LACKING' });
  });

  it('is kept of the end of a contract before its filing is cancelled', async () => {
    const deal = await signedContract(desk);
    const { contractId, subscriptionId, consultant } = deal;
    await fileContract(desk, contractId);
    const ask = { kind: 'cancellation', cause: 'nobody', keep: fen(0) } as const;
    const { changeId } = await askFor(consultant, subscriptionId, ask);
    await decideChange(desk.as('director'), changeId);
    const { agreementId } = await approvedAgreement(desk, changeId);
    await printAgreement(desk, agreementId);
    await signAgreementByAll(desk, agreementId);
    await demand('signedAgreement', 'filing', ['termination']);
    const warrants = desk.as('warrantOfficer');
    const cancelled = { number: 'CX-20261123-01', cancelledOn: localDate('2026-11-23') };
    const at = async () => ({ ...(await seen(warrants, contractId)), ...cancelled });
    await expectRefusal(warrants.contracts.cancelFiling(await at()), 'FILES_LACKING');
    await attach(desk.as('backOffice'), 'agreements', agreementId, 'signedAgreement');
    await warrants.contracts.cancelFiling(await at());
    expect((await warrants.contracts.detail({ contractId })).row.state).toBe('signed');
  });

  it('is changed by whoever keeps the settings, and never into one that contradicts itself', async () => {
    const twice: RequiredFile[] = [
      { kind: 'identity', step: 'review', lacking: 'warns', papers: ['presaleHome'] },
      { kind: 'identity', step: 'signing', lacking: 'refuses', papers: ['presaleHome'] },
    ];
    const change = { key: 'requiredFiles', effectiveFrom: localDate('2026-11-23'), sourceNote: '公司通知' };
    await expectRefusal(desk.as('manager').settings.set({ ...change, value: twice }), 'SETTING_INVALID');
    await expectRefusal(desk.as('consultant').settings.set({ ...change, value: [] }), 'FORBIDDEN');
  });
});
