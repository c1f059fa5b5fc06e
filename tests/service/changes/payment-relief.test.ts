import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '#shared/kernel/local-date.ts';
import { fen, ZERO_FEN } from '#shared/kernel/money.ts';
import { askFor, decideChange } from '#tests/support/change-desk.ts';
import { approvedContract, payLines, printOriginal, sign } from '#tests/support/contract-desk.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { refusalOf } from '#tests/support/refusals.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

describe('A late line of a signed contract', () => {
  let desk: TestOffice;
  let subscriptionId: number;
  let wakings = 0;
  beforeEach(async () => {
    desk = await testOffice();
    const deal = await approvedContract(desk, 'instalment');
    ({ subscriptionId } = deal);
    const early = { kind: 'paymentRelief', position: 2, dueOn: null, waived: fen(1) } as const;
    expect(await refusalOf(deal.consultant.changes.simulate({ subscriptionId, ask: early }))).toMatchObject({
      code: 'CHANGE_BEFORE_SIGNING',
    });
    await printOriginal(desk, deal.contractId);
    await payLines(desk, deal, ['firstPayment']);
    await sign(desk, deal.contractId, 'buyer', deal.buyer);
    await sign(desk, deal.contractId, 'seller', null);
    desk.clock.advance(120 * 86_400_000);
  });
  afterEach(() => desk.close());

  const somebody = (post: Parameters<TestOffice['as']>[0]) => {
    wakings += 1;
    return desk.as(post, `来人${wakings}`);
  };
  async function lateLine() {
    const { lines } = await somebody('manager').letters.ofDeal({ subscriptionId });
    const late = lines.find(({ open, penalty }) => open > 0 && (penalty ?? 0) > 0);
    if (late === undefined) throw new Error('Nothing of the plan is late');
    return late;
  }
  const lineAt = async (position: number) =>
    (await somebody('manager').letters.ofDeal({ subscriptionId })).lines.find((one) => one.position === position);

  it('loses what is waived of its penalty once its level agrees, and no letter asks for it again', async () => {
    const { position, penalty } = await lateLine();
    const waived = fen(Math.floor((penalty ?? 0) / 2));
    const ask = { kind: 'paymentRelief', position, dueOn: null, waived } as const;
    const { changeId } = await askFor(somebody('backOffice'), subscriptionId, ask);
    const asked = await somebody('manager').changes.detail({ changeId });
    expect(asked.simulation.figures).toEqual([{ name: 'penalty', before: penalty, after: (penalty ?? 0) - waived }]);
    expect(asked.agreement.kind).toBeNull();
    expect((await lineAt(position))?.penalty).toBe(penalty);
    await decideChange(somebody(asked.approval?.requiredPost ?? 'manager'), changeId);
    expect((await somebody('manager').changes.detail({ changeId })).row.state).toBe('executed');
    expect(await lineAt(position)).toMatchObject({ penalty: (penalty ?? 0) - waived, penaltyWaived: waived });
    const over = { kind: 'paymentRelief', position, dueOn: null, waived: penalty ?? ZERO_FEN } as const;
    const { refusals } = await somebody('backOffice').changes.simulate({ subscriptionId, ask: over });
    expect(refusals).toEqual([{ code: 'RELIEF_ABOVE_PENALTY', params: { mostFen: (penalty ?? 0) - waived } }]);
    expectReplayed(desk);
  });

  it('is due on a later day and late no more, with the day of the contract and the penalty of the days before', async () => {
    const { position, dueOn, penalty } = await lateLine();
    const later = addDays(dayOf(desk.clock()), 20);
    const ask = { kind: 'paymentRelief', position, dueOn: later, waived: ZERO_FEN } as const;
    const { changeId } = await askFor(somebody('backOffice'), subscriptionId, ask);
    const { approval } = await somebody('manager').changes.detail({ changeId });
    await decideChange(somebody(approval?.requiredPost ?? 'manager'), changeId);
    expect(await lineAt(position)).toMatchObject({ dueOn: later, contractDueOn: dueOn, days: 0, penalty });
    const { plan } = await somebody('manager').subscriptions.detail({ subscriptionId });
    expect(plan.find((one) => one.position === position)).toMatchObject({ dueOn: later, contractDueOn: dueOn });
    const { rows } = await somebody('finance').payments.due({ until: later });
    expect(rows.find((row) => row.position === position)).toMatchObject({
      ...{ dueOn: later, contractDueOn: dueOn, overdueDays: 0 },
    });
    desk.clock.advance(30 * 86_400_000);
    const again = await lineAt(position);
    expect(again?.days).toBe(10);
    expect(again?.penalty).toBeGreaterThan(penalty ?? 0);
    expectReplayed(desk);
  });
});
