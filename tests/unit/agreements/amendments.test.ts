import { describe, expect, it } from 'vitest';
import { saleContractSample } from '#shared/documents/sale-contract/sample.ts';
import { amendedTerms, amendmentsOf, articleOf, tellsRegistry } from '#shared/domain/agreements/amendments.ts';
import { agreementOfChange, changeAtRefusal } from '#shared/domain/agreements/needs.ts';
import { agreementOrder } from '#shared/domain/agreements/signing.ts';
import { amendableFields, voidWordsIn } from '#shared/domain/agreements/terms.ts';
import { changeKinds } from '#shared/domain/changes/kinds.ts';
import { localDate } from '#shared/kernel/local-date.ts';
import { fen } from '#shared/kernel/money.ts';

const draft = saleContractSample.draft;

describe('What a supplementary agreement changes of a contract', () => {
  it('is said article by article, and makes the contract say it', () => {
    const later = {
      ...draft,
      fields: { ...draft.fields, deliveryOn: localDate('2029-01-31'), total: fen(150_000_000) },
    };
    const amendments = amendmentsOf(draft, later);
    expect(amendments.map((one) => articleOf(one))).toEqual(['price', 'delivery']);
    expect(amendedTerms(draft, amendments).fields).toEqual(later.fields);
    expect(amendmentsOf(draft, draft)).toEqual([]);
  });

  it('moves the payment plan whole, and who owns by how many buy', () => {
    const [first] = draft.annexes.payments;
    if (first === undefined) throw new Error('The sample has a plan');
    const payments = [{ ...first, amount: fen(first.amount + 1) }];
    const [moved] = amendmentsOf(draft, { ...draft, annexes: { ...draft.annexes, payments } });
    expect(moved).toMatchObject({ what: 'payments', after: payments });
    const alone = [{ what: 'buyers' as const, before: [], after: [{ customerId: 7, sharePpm: 1_000_000 }] }];
    expect(amendedTerms(draft, alone).ownership).toBe('sole');
  });

  it('is told to the registry where names, price, area or delivery change, and not for other words', () => {
    const moved = (fields: object) => amendmentsOf(draft, { ...draft, fields: { ...draft.fields, ...fields } });
    expect(tellsRegistry(moved({ deliveryOn: localDate('2029-01-31') }))).toBe(true);
    expect(tellsRegistry(moved({ noticeDays: 20 }))).toBe(false);
  });

  it('leaves price, plan and parties to changes of their own, and refuses words that the law strikes out', () => {
    for (const field of ['total', 'paymentMethod', 'accountNumber', 'permitNumber'] as const)
      expect(amendableFields).not.toContain(field);
    expect(amendableFields).toContain('deliveryOn');
    expect(voidWordsIn(['双方另行协商交付细节。'])).toBe('');
    expect(voidWordsIn(['买受人放弃解除合同的权利。'])).not.toBe('');
  });

  it('is signed by all who bought and whoever comes in, the seller last', () => {
    expect(agreementOrder([1, 2], [2, 3]).map(({ customerId }) => customerId)).toEqual([1, 2, 3, null]);
  });
});

describe('Which change needs which agreement', () => {
  it('is one rule: a signed contract changes by a supplement, ends by a termination, and moves to no other home', () => {
    const refused = changeKinds.filter((kind) => changeAtRefusal(kind, true) !== undefined);
    expect(refused).toEqual(['unitChange', 'signingExtension', 'forfeiture']);
    expect(agreementOfChange.cancellation).toBe('termination');
    expect(changeKinds.filter((kind) => changeAtRefusal(kind, false) !== undefined)).toEqual([
      'termsChange',
      'paymentRelief',
    ]);
  });
});
