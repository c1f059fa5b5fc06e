import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

describe('The book of documents that pass between departments', () => {
  let desk: TestOffice;
  let backOffice: TestClient;
  let warrants: TestClient;
  beforeEach(async () => {
    desk = await testOffice();
    backOffice = desk.as('backOffice', '蒋雪梅');
    warrants = desk.as('warrantOfficer', '田晓雨');
  });
  afterEach(() => desk.close());

  const line = { kind: 'contract' as const, title: '买卖合同', reference: 'HT-2026-0007', copies: 2, pages: 15 };
  const send = () => backOffice.transfers.send({ from: 'backOffice', to: 'warrants', lines: [line] });
  const plain = { signer: '', reason: '' };
  const versionOf = async (transferId: number) =>
    (await backOffice.transfers.list({ view: 'all', text: '' })).rows.find(({ id }) => id === transferId)?.version ?? 0;

  it('is received in the receiver’s own session, and told to both', async () => {
    const { transferId, number } = await send();
    expect(number).toBe('CD-2026-0001');
    const waiting = await warrants.transfers.list({ view: 'toMe', text: '' });
    expect(waiting.rows).toMatchObject([{ number, from: 'backOffice', to: 'warrants', lines: [line] }]);
    const { tasks } = await warrants.tasks.today({});
    expect(tasks.filter(({ kind }) => kind === 'transferToReceive')).toMatchObject([{ subjectId: transferId }]);
    await expectRefusal(
      backOffice.transfers.answer({ transferId, version: 1, act: 'receive', ...plain }),
      'TRANSFER_OF_OTHERS',
    );
    expect(await warrants.transfers.answer({ transferId, version: 1, act: 'receive', ...plain })).toEqual({
      state: 'received',
    });
    const { rows, counts } = await backOffice.transfers.list({ view: 'all', text: 'ht-2026-0007' });
    expect(rows).toMatchObject([{ state: 'received', answeredBy: '田晓雨', dueOn: null }]);
    expect(counts).toMatchObject({ all: 1, open: 0, toMe: 0 });
    expectReplayed(desk);
  });

  it('is refused or returned with a reason, and answered once', async () => {
    const { transferId } = await send();
    const answer = { transferId, version: 1, ...plain };
    await expectRefusal(warrants.transfers.answer({ ...answer, act: 'refuse' }), 'TRANSFER_REASON_MISSING');
    await warrants.transfers.answer({ ...answer, act: 'refuse', reason: '缺一份' });
    const version = await versionOf(transferId);
    await expectRefusal(warrants.transfers.answer({ ...answer, version, act: 'receive' }), 'TRANSFER_ANSWERED');
    const next = await send();
    await warrants.transfers.answer({ transferId: next.transferId, version: 1, act: 'receive', ...plain });
    await warrants.transfers.answer({
      transferId: next.transferId,
      version: await versionOf(next.transferId),
      act: 'return',
      signer: '',
      reason: '用完归还',
    });
    const { rows } = await backOffice.transfers.list({ view: 'all', text: '' });
    expect(rows.map(({ state, answer: said }) => [state, said])).toEqual([
      ['returned', '用完归还'],
      ['refused', '缺一份'],
    ]);
    expectReplayed(desk);
  });

  it('is signed on paper where nobody sits at a PC, and the sender enters who signed', async () => {
    const { transferId } = await send();
    const sign = { transferId, version: 1, act: 'signPaper' as const, reason: '' };
    await expectRefusal(backOffice.transfers.answer({ ...sign, signer: '' }), 'TRANSFER_SIGNER_MISSING');
    await backOffice.transfers.answer({ ...sign, signer: '田晓雨' });
    expect((await warrants.transfers.list({ view: 'all', text: '' })).rows).toMatchObject([
      { state: 'received', signer: '田晓雨' },
    ]);
  });

  it('goes from one’s own department to another one, and is called out to its sender when nobody answers', async () => {
    await expectRefusal(
      warrants.transfers.send({ from: 'backOffice', to: 'finance', lines: [line] }),
      'TRANSFER_OF_OTHERS',
    );
    await expectRefusal(
      backOffice.transfers.send({ from: 'backOffice', to: 'backOffice', lines: [line] }),
      'TRANSFER_TO_ITSELF',
    );
    await send();
    const late = async (person: TestClient) =>
      (await person.tasks.today({})).tasks.filter(({ kind }) => kind === 'transferLate').length;
    expect(await late(backOffice)).toBe(0);
    desk.clock.advance(5 * 86_400_000);
    expect((await desk.as('finance').transfers.list({ view: 'late', text: '' })).rows).toHaveLength(1);
    const auditor = desk.as('auditor');
    expect((await auditor.transfers.list({ view: 'all', text: '' })).mine).toEqual([]);
    await expectRefusal(auditor.transfers.send({ from: 'backOffice', to: 'finance', lines: [line] }), 'FORBIDDEN');
  });
});
