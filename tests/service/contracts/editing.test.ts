import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDb } from '#db/access.ts';
import { contractBuyers } from '#electron/server/contracts/contract-buyers.ts';
import { draftedContract, seen } from '#tests/support/contract-desk.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

const agent = {
  kind: 'entrusted',
  name: '周建国',
  identityKind: 'identityCard',
  identityNumber: '999999196001010011',
  address: '样本路 1 号',
  phone: '13800010001',
  relation: '',
  power: { coversSigning: true, validUntil: null },
} as const;
const nobody = { birthOn: null, sex: null, postcode: '', representative: '' } as const;

describe('Filling in a contract at the desk', () => {
  let desk: TestOffice;
  beforeEach(async () => {
    desk = await testOffice();
  });
  afterEach(() => desk.close());

  it('keeps the number and phone of an agent that come back as they were shown', async () => {
    const { consultant, contractId, subscriptionId, buyer } = await draftedContract(desk);
    const save = async (part: object) =>
      consultant.contracts.edit({
        ...(await seen(consultant, contractId)),
        changes: {
          buyer: { customerId: buyer, nationality: '中国', residence: '', email: '', ...nobody, agent, ...part },
        },
      });
    await save({});
    const shown = (await consultant.contracts.detail({ contractId })).draft.buyers[0]?.agent;
    expect([shown?.identityNumber, shown?.phone]).toEqual(['999***********0011', '138****0001']);
    await save({ agent: shown, email: 'zhou@example.com' });
    const { database } = desk.office;
    const [kept] = contractBuyers(readDb(database), database.client, subscriptionId, contractId);
    expect(kept).toMatchObject({ email: 'zhou@example.com', agent });
    await save({ agent: { ...shown, phone: '13900020002' } });
    const [changed] = contractBuyers(readDb(database), database.client, subscriptionId, contractId);
    expect(changed?.agent).toEqual({ ...agent, phone: '13900020002' });
    await save({ agent: { ...shown, identityNumber: '', phone: '' } });
    const [emptied] = contractBuyers(readDb(database), database.client, subscriptionId, contractId);
    expect(emptied?.agent).toEqual({ ...agent, identityNumber: '', phone: '' });
    expectReplayed(desk);
  });

  it('changes one annex and leaves the others, the payments of the plan among them', async () => {
    const { consultant, contractId } = await draftedContract(desk);
    const before = (await consultant.contracts.detail({ contractId })).draft;
    const burdens = [{ item: '管道井', place: '厨房', effect: '占用 0.3 平方米' }];
    await consultant.contracts.edit({
      ...(await seen(consultant, contractId)),
      changes: { annexes: { burdens }, ownership: 'sole', signingPlace: '南区售楼处' },
    });
    const after = (await consultant.contracts.detail({ contractId })).draft;
    expect(after).toEqual({ ...before, signingPlace: '南区售楼处', annexes: { ...before.annexes, burdens } });
    expectReplayed(desk);
  });
});
