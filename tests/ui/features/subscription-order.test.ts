import { describe, expect, it } from 'vitest';
import { adjustmentsOf, missingOf, type Order } from '#renderer/features/subscriptions/order.ts';
import { readPercent, writePercent } from '#renderer/lib/percent.ts';
import { movedUp, sharesTogether, splitEqually, withBuyer, withoutBuyer } from '#renderer/lib/shares.ts';
import { signerOf, signersFor, withSigner } from '#renderer/lib/signers.ts';
import { ownHand } from '#shared/domain/subscriptions/signers.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { yuan } from '#shared/kernel/money.ts';

const sharesOf = (buyers: readonly { sharePpm: number }[]) => buyers.map(({ sharePpm }) => sharePpm);

describe('Shares of the buyers', () => {
  const three = splitEqually([1, 2, 3].map((customerId) => ({ customerId, sharePpm: 1 })));

  it('stay equal while nobody agreed otherwise, and sum to the whole', () => {
    expect(sharesOf(withBuyer([], 1))).toEqual([1_000_000]);
    expect(sharesOf(three)).toEqual([333_334, 333_333, 333_333]);
    expect(sharesOf(withBuyer(three, 4))).toEqual([250_000, 250_000, 250_000, 250_000]);
    expect(sharesOf(withoutBuyer(three, 2))).toEqual([500_000, 500_000]);
    expect(sharesTogether(three)).toBe(1_000_000);
  });

  it('are left alone once they were agreed: the next buyer gets the rest', () => {
    const agreed = [
      { customerId: 1, sharePpm: 600_000 },
      { customerId: 2, sharePpm: 300_000 },
    ];
    expect(sharesOf(withBuyer(agreed, 3))).toEqual([600_000, 300_000, 100_000]);
    expect(sharesOf(withoutBuyer(agreed, 2))).toEqual([1_000_000]);
    expect(withBuyer(agreed, 1)).toEqual(agreed);
  });

  it('move with their buyer when the order of names changes', () => {
    expect(movedUp(three, 3).map(({ customerId }) => customerId)).toEqual([1, 3, 2]);
    expect(movedUp(three, 1)).toEqual(three);
  });

  it('are typed as percent with at most four decimals, in any width of digits', () => {
    expect([readPercent('33.3334'), readPercent('５０％'), readPercent(' '), readPercent('100')]).toEqual([
      333_334,
      500_000,
      null,
      1_000_000,
    ]);
    expect([readPercent('0'), readPercent('101'), readPercent('1.23456'), readPercent('一半')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(writePercent(333_334)).toBe('33.3334');
  });
});

describe('A subscription that is being put together', () => {
  const order: Order = {
    buyers: [{ customerId: 7, sharePpm: 1_000_000 }],
    signers: [],
    discounts: ['GROUP', 'TIME'],
    byHand: [{ kind: 'reduction', code: 'by-hand-1', label: '另议优惠', amount: yuan(5000) }],
    planCode: 'lumpSum',
    deposit: yuan(50_000),
    signBy: localDate('2026-11-30'),
    consent: true,
    mortgageDisclosed: false,
    reason: '',
  };
  const fine = { mortgaged: false, needsApproval: false, identified: [7] };

  it('says what is still missing, in the order of the form', () => {
    expect(missingOf(order, fine)).toEqual([]);
    expect(
      missingOf({ ...order, consent: false }, { mortgaged: true, needsApproval: true, identified: [] }).map(
        ({ code }) => code,
      ),
    ).toEqual(['BUYER_IDENTITY_MISSING', 'CONSENT_MISSING', 'MORTGAGE_NOT_DISCLOSED', 'REASON_MISSING']);
    expect(missingOf({ ...order, buyers: [] }, fine).map(({ code }) => code)).toEqual(['BUYERS_INCOMPLETE']);
  });

  it('takes discounts in the order of the catalogue and what was agreed by hand after them', () => {
    const inForce = { from: null, until: null, stackable: true, authority: null };
    const catalogue = [
      { kind: 'percent' as const, code: 'TIME', label: '按期签约', ratePpm: 10_000, ...inForce },
      { kind: 'percent' as const, code: 'GROUP', label: '团购', ratePpm: 5000, ...inForce },
      { kind: 'percent' as const, code: 'OTHER', label: '未选', ratePpm: 5000, ...inForce },
    ];
    // Of the catalogue it names the code alone: what a discount is worth, the office says.
    expect(adjustmentsOf(order, catalogue)).toEqual([
      { kind: 'listed', code: 'TIME' },
      { kind: 'listed', code: 'GROUP' },
      ...order.byHand,
    ]);
  });
});

describe('Who signs for the buyers of a form', () => {
  const said = (representative: string) => ({ representative, agent: null });
  const kept = [{ customerId: 7, signer: said('颜真卿') }];

  it('is what was said last, then what is on record, then the buyer himself', () => {
    const signers = withSigner(withSigner([], 8, said('柳公权')), 8, said('欧阳通'));
    expect(signers).toEqual([{ customerId: 8, signer: said('欧阳通') }]);
    expect(signerOf(8, signers, kept)).toEqual(said('欧阳通'));
    expect(signerOf(7, signers, kept)).toEqual(said('颜真卿'));
    expect(signerOf(9, signers, kept)).toEqual(ownHand);
  });

  it('is not sent for a buyer who was taken out again', () => {
    expect(signersFor(kept, [{ customerId: 8 }])).toEqual([]);
    expect(signersFor(kept, [{ customerId: 7 }])).toEqual(kept);
  });
});
