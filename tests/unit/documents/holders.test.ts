import { describe, expect, it } from 'vitest';
import { documentKinds } from '#shared/documents/index.ts';
import { keepersOf } from '#shared/domain/custody/places.ts';
import { bookHolders } from '#shared/domain/documents/copies.ts';
import { bookKeepers, type CopyHolder, holdersOfCopies, withHolders } from '#shared/domain/documents/holders.ts';
import { documentKindNames } from '#shared/domain/documents/states.ts';

const ofContract = new Set(['saleContract', 'supplementAgreement', 'terminationAgreement']);
/** A receipt names its holders part by part. */
const inParts = new Set(['depositReceipt']);

describe('Who the copies of a paper go to', () => {
  const usual = documentKindNames.filter((kind) => !ofContract.has(kind) && !inParts.has(kind));

  it.each(usual)('is said of every copy of %s that is due', (kind) => {
    expect(holdersOfCopies(kind)).toHaveLength(documentKinds[kind].copies);
  });

  it('is what a contract says of itself, also for an agreement about it', () => {
    const said = [
      { holder: 'bank', count: 1 },
      { holder: 'buyer', count: 2 },
    ] as const;
    for (const kind of ['saleContract', 'terminationAgreement'] as const)
      expect(holdersOfCopies(kind, said)).toEqual(['buyer', 'buyer', 'bank']);
    expect(holdersOfCopies('depositReceipt', said)).toEqual([]);
  });

  it('is for the subscription book what the book says', () => {
    const words = { 买受人: 'buyer', 出卖人: 'seller', 财务: 'finance' } as const;
    expect(bookKeepers).toEqual(keepersOf(bookHolders.map(({ holder, count }) => ({ holder: words[holder], count }))));
  });

  it('passes on where a copy is spoiled or came back, and is nobody for what is printed beyond', () => {
    const holders: CopyHolder[] = ['buyer', 'seller', 'finance'];
    const copies = [
      { copy: 1, state: 'spoiled' as const },
      { copy: 2, state: 'good' as const },
      { copy: 3, state: 'sent' as const },
      { copy: 4, state: 'takenBack' as const },
      { copy: 5, state: 'good' as const },
      { copy: 6, state: 'good' as const },
    ];
    expect(withHolders(copies, holders).map(({ holder }) => holder)).toEqual([
      null,
      'buyer',
      'seller',
      null,
      'finance',
      null,
    ]);
  });
});
