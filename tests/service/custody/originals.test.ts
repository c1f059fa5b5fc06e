import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localDate } from '#shared/kernel/local-date.ts';
import { approvedContract, payLines, printOriginal, seen, sign } from '#tests/support/contract-desk.ts';
import {
  buildBox,
  completeContract,
  copiesAt,
  copiesCameOut,
  distributedContract,
  nobody,
  proposedGroups,
  signedOnPaper,
} from '#tests/support/custody.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { expectRefusal } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';
import { smallestScan } from '#tests/support/scans.ts';
import { attachPower } from '#tests/support/signer-desk.ts';

describe('The originals of a contract', () => {
  let desk: TestOffice;
  let backOffice: TestClient;
  beforeEach(async () => {
    desk = await testOffice();
    backOffice = desk.as('backOffice', '蒋雪梅');
  });
  afterEach(() => desk.close());

  const plain = { boxId: null, borrowerId: null, backOn: null, reason: '', ...nobody };
  const placesOf = async (contractId: number) =>
    (await backOffice.custody.ofContract({ contractId })).copies.map(({ holder, place }) => `${holder}:${place}`);

  it('are proposed by their keepers once all have signed, and entered and handed over in one act', async () => {
    const { contractId } = await signedOnPaper(desk);
    const before = await backOffice.custody.ofContract({ contractId });
    expect(before.copies).toEqual([]);
    expect(before.open.map(({ copyNo, holder, place }) => [copyNo, holder, place])).toEqual([
      [1, 'buyer', 'buyer'],
      [2, 'seller', 'backOffice'],
      [3, 'seller', 'backOffice'],
      [4, 'registry', 'warrants'],
    ]);
    const groups = await proposedGroups(backOffice, contractId);
    expect(await backOffice.custody.distribute({ contractId, groups })).toEqual({ entered: 4 });
    expect(await placesOf(contractId)).toEqual([
      'buyer:buyer',
      'seller:backOffice',
      'seller:backOffice',
      'registry:warrants',
    ]);
    const { moves, open, can } = await backOffice.custody.ofContract({ contractId });
    expect(open).toEqual([]);
    expect(moves.map(({ act, taker, giver, number }) => [number, act, giver, taker !== ''])).toEqual([
      ['YJ-2026-0001', 'handOver', '蒋雪梅', true],
      ['YJ-2026-0002', 'handOver', '蒋雪梅', true],
    ]);
    expect(can['distribute']).toEqual({ code: 'ORIGINALS_ENTERED' });
    await expectRefusal(backOffice.custody.distribute({ contractId, groups }), 'ORIGINALS_NONE');
    expectReplayed(desk);
  });

  it('are none before the last signature, and none is left out', async () => {
    const { contractId } = await approvedContract(desk);
    const group = {
      place: 'backOffice' as const,
      copies: [{ paper: 'saleContract' as const, number: 'X', copyNo: 1 }],
    };
    await expectRefusal(
      backOffice.custody.distribute({ contractId, groups: [{ ...group, ...nobody }] }),
      'ORIGINALS_NOT_SIGNED',
    );
    const signed = await signedOnPaper(desk);
    const groups = await proposedGroups(backOffice, signed.contractId);
    await expectRefusal(
      backOffice.custody.distribute({ contractId: signed.contractId, groups: groups.slice(1) }),
      'ORIGINALS_LEFT_OUT',
    );
    const unchecked = groups.map((one) => ({ ...one, identityChecked: false }));
    await expectRefusal(
      backOffice.custody.distribute({ contractId: signed.contractId, groups: unchecked }),
      'IDENTITY_NOT_CHECKED',
    );
    const nameless = groups.map((one) => ({ ...one, person: '' }));
    await expectRefusal(
      backOffice.custody.distribute({ contractId: signed.contractId, groups: nameless }),
      'CUSTODY_TAKER_MISSING',
    );
    expect(await placesOf(signed.contractId)).toEqual([]);
  });

  it('are handed out once: a second time, or from where they are not, is refused', async () => {
    const { contractId } = await distributedContract(desk);
    const [copy] = await copiesAt(backOffice, contractId, 'warrants');
    const originals = copy === undefined ? [] : [copy];
    const toRegistry = { contractId, act: 'handOver' as const, to: 'registry' as const, ...plain, person: '登记窗口' };
    await backOffice.custody.move({ ...toRegistry, originals });
    await expectRefusal(backOffice.custody.move({ ...toRegistry, originals }), 'STALE');
    const now = await copiesAt(backOffice, contractId, 'registry');
    await expectRefusal(backOffice.custody.move({ ...toRegistry, originals: now }), 'ORIGINAL_ELSEWHERE');
    const back = { contractId, act: 'takeBack' as const, to: 'backOffice' as const, ...plain, originals: now };
    await expectRefusal(backOffice.custody.move({ ...back, person: '登记窗口' }), 'CUSTODY_REASON_MISSING');
    await expectRefusal(backOffice.custody.move({ ...back, reason: '备案退件' }), 'CUSTODY_TAKER_MISSING');
    await backOffice.custody.move({ ...back, person: '登记窗口', reason: '备案退件' });
    const { moves } = await backOffice.custody.ofContract({ contractId });
    expect(moves.at(-1)).toMatchObject({ act: 'takeBack', giver: '登记窗口', reason: '备案退件' });
    expectReplayed(desk);
  });

  it('go to nobody for a buyer whom the contract does not name as his agent, neither to sign nor to collect', async () => {
    const { contractId, subscriptionId, buyer, consultant } = await approvedContract(desk);
    await attachPower(consultant, subscriptionId);
    await printOriginal(desk, contractId);
    await copiesCameOut(desk, contractId);
    await payLines(desk, { subscriptionId, buyer }, ['firstPayment', 'finalPayment']);
    const byAgent = async () =>
      backOffice.contracts.sign({
        ...(await seen(backOffice, contractId)),
        party: 'buyer',
        customerId: buyer,
        byProxy: true,
      });
    await expectRefusal(byAgent(), 'AGENT_NOT_NAMED');
    await sign(desk, contractId, 'buyer', buyer);
    await sign(desk, contractId, 'seller', null);
    const groups = await proposedGroups(backOffice, contractId);
    const proxied = groups.map((one) => (one.place === 'buyer' ? { ...one, byProxy: true } : one));
    await expectRefusal(backOffice.custody.distribute({ contractId, groups: proxied }), 'AGENT_NOT_NAMED');
  });

  it('go into a box with a complete set, are lent from it, come back, and are told of while they are late', async () => {
    const { contractId } = await completeContract(desk);
    const boxId = await buildBox(backOffice, 1);
    const file = { contractId, act: 'file' as const, to: 'archive' as const, ...plain, boxId };
    await backOffice.custody.move({ ...file, originals: await copiesAt(backOffice, contractId, 'backOffice') });
    expect((await backOffice.custody.box({ boxId })).contracts).toMatchObject([{ contractId, copies: 2, lent: 0 }]);
    const [first] = await copiesAt(backOffice, contractId, 'archive');
    const originals = first === undefined ? [] : [first];
    const finance = desk.as('finance', '陈会计');
    const lend = { contractId, act: 'lend' as const, to: 'lent' as const, ...plain, originals, reason: '审计抽查' };
    await expectRefusal(backOffice.custody.move(lend), 'BORROWER_MISSING');
    await backOffice.custody.move({ ...lend, borrowerId: finance.me, backOn: localDate('2026-11-25') });
    expect((await backOffice.custody.box({ boxId })).contracts).toMatchObject([{ copies: 2, lent: 1 }]);
    const lent = await backOffice.custody.list({ text: '', view: 'lent' });
    expect([lent.total, lent.counts.overdue, lent.rows[0]?.borrower]).toEqual([1, 0, '陈会计']);
    desk.clock.advance(3 * 86_400_000);
    const later = desk.as('backOffice', '沈内勤');
    expect((await later.custody.list({ text: '', view: 'overdue' })).total).toBe(1);
    const back = { contractId, act: 'giveBack' as const, to: 'archive' as const, ...plain };
    await later.custody.move({ ...back, originals: await copiesAt(later, contractId, 'lent') });
    const { moves, copies } = await later.custody.ofContract({ contractId });
    expect(moves.at(-1)).toMatchObject({ giver: '陈会计', taker: '沈内勤' });
    expect(copies.filter(({ box }) => box !== null).map(({ place }) => place)).toEqual(['archive', 'archive']);
    expectReplayed(desk);
  });

  it('stay out of a box while something of the set lacks, and of one that is full or closed', async () => {
    const early = await distributedContract(desk);
    const boxId = await buildBox(backOffice, 1);
    const file = { act: 'file' as const, to: 'archive' as const, ...plain, boxId };
    const into = async (contractId: number, box = boxId) =>
      backOffice.custody.move({
        contractId,
        ...file,
        boxId: box,
        originals: await copiesAt(backOffice, contractId, 'backOffice'),
      });
    await expectRefusal(into(early.contractId), 'ARCHIVE_SET_INCOMPLETE');
    const { set } = await backOffice.custody.ofContract({ contractId: early.contractId });
    expect(set).toEqual([
      { paper: 'contractOriginal', complete: true },
      { paper: 'identity', complete: false },
      { paper: 'filing', complete: false },
    ]);
    const one = await completeContract(desk);
    const other = await completeContract(desk);
    await into(one.contractId);
    await expectRefusal(into(other.contractId), 'ARCHIVE_BOX_FULL');
    const { boxes } = await backOffice.custody.boxes({});
    expect(boxes).toMatchObject([{ number: 'DA-2026-0001', used: 1, capacity: 1 }]);
    const box = { id: boxId, version: boxes[0]?.version ?? 0 };
    const values = { room: '档案室', shelf: 'B 柜', capacity: 2, note: '', closed: true };
    await backOffice.custody.saveBox({ box, ...values });
    await expectRefusal(into(other.contractId), 'ARCHIVE_BOX_CLOSED');
    expectReplayed(desk);
  });

  it('keep the signature of whoever took them, and have a slip, a register and a label as papers', async () => {
    const { contractId } = await completeContract(desk);
    const boxId = await buildBox(backOffice);
    const { moves } = await backOffice.custody.ofContract({ contractId });
    const handoverId = moves[0]?.id ?? 0;
    const file = { name: '签名.png', content: smallestScan };
    await backOffice.attachments.add({ noun: 'handovers', subjectId: handoverId, kind: 'signature', file });
    expect((await backOffice.attachments.ofSubject({ noun: 'handovers', subjectId: handoverId })).files).toMatchObject([
      { kind: 'signature', fileName: '领取签字.png' },
    ]);
    const papers = [
      { kind: 'handoverSlip', subjectId: handoverId },
      { kind: 'custodyRegister', subjectId: contractId },
      { kind: 'boxLabel', subjectId: boxId },
    ] as const;
    for (const paper of papers) {
      const { documentId } = await backOffice.documents.issue(paper);
      await desk.office.press.idle();
      const { document, differences } = await backOffice.documents.detail({ documentId });
      expect([document.kind, document.state, differences]).toEqual([paper.kind, 'issued', null]);
    }
    expectReplayed(desk);
  });

  it('wait for buyers who are told to collect them, and are told again', async () => {
    const { contractId } = await signedOnPaper(desk);
    const groups = (await proposedGroups(backOffice, contractId)).map((one) =>
      one.place === 'buyer' ? { ...one, place: 'warrants' as const, person: '田晓雨' } : one,
    );
    await backOffice.custody.distribute({ contractId, groups });
    const told = { contractId, channel: 'phone' as const, collectBy: localDate('2026-11-24'), note: '周末来' };
    await expectRefusal(backOffice.custody.notify({ ...told, collectBy: localDate('2026-11-20') }), 'COLLECT_DAY_PAST');
    await backOffice.custody.notify(told);
    expect((await backOffice.custody.ofContract({ contractId })).notices).toMatchObject([
      { channel: 'phone', collectBy: '2026-11-24', note: '周末来', by: '蒋雪梅' },
    ]);
    const { documentId } = await backOffice.documents.issue({ kind: 'collectNotice', subjectId: contractId });
    await desk.office.press.idle();
    expect((await backOffice.documents.detail({ documentId })).document.state).toBe('issued');
    desk.clock.advance(3 * 86_400_000);
    const later = desk.as('backOffice', '沈内勤');
    const { tasks } = await later.tasks.today({});
    expect(tasks.filter(({ kind }) => kind === 'originalUncollected')).toMatchObject([{ subjectId: contractId }]);
    const copies = await copiesAt(later, contractId, 'warrants');
    const { buyers, copies: all } = await later.custody.ofContract({ contractId });
    const own = all.filter(({ holder }) => holder === 'buyer').map(({ id }) => id);
    await later.custody.move({
      ...plain,
      contractId,
      act: 'handOver',
      to: 'buyer',
      originals: copies.filter(({ id }) => own.includes(id)),
      customerId: buyers[0]?.customerId ?? 0,
      identityChecked: true,
    });
    await expectRefusal(later.custody.notify({ ...told, collectBy: localDate('2026-12-24') }), 'NOTHING_TO_COLLECT');
    expectReplayed(desk);
  });

  it('are found by contract, home and buyer, by those who see the deal', async () => {
    const { contractId, number } = await distributedContract(desk);
    const found = await backOffice.custody.list({ text: number, view: 'all' });
    expect(found.rows.map(({ copyNo }) => copyNo)).toEqual([1, 2, 3, 4]);
    expect(found.counts).toMatchObject({ all: 4, outside: 1, office: 3, archive: 0 });
    expect((await backOffice.custody.list({ text: 'HT-2099', view: 'all' })).total).toBe(0);
    const other = desk.as('consultant', '别的顾问');
    expect((await other.custody.list({ text: '', view: 'all' })).total).toBe(0);
    await expectRefusal(other.custody.ofContract({ contractId }), 'DEAL_OF_OTHER');
    await expectRefusal(
      other.custody.saveBox({ box: null, room: 'X', shelf: 'Y', capacity: 1, note: '', closed: false }),
      'FORBIDDEN',
    );
  });
});
