import type { Ruling } from '../customers/ruling.ts';

/** The words that a ruling is told in: those of a language on a screen, the Chinese of the slip. */
export type RulingWords = {
  readonly company: string;
  readonly owner: (name: string) => string;
  readonly share: (name: string, sharePpm: number) => string;
  /** By shares, which come joined. */
  readonly split: (shares: string) => string;
};

/** A ruling in words: nobody's but the company's, one owner's, or by shares in their order. */
export function rulingText(ruling: Ruling, nameOf: (accountId: number) => string, words: RulingWords): string {
  if (ruling.outcome === 'company') return words.company;
  if (ruling.outcome === 'owner') return words.owner(nameOf(ruling.ownerId));
  const shares = ruling.shares.map(({ accountId, sharePpm }) => words.share(nameOf(accountId), sharePpm));
  return words.split(shares.join('、'));
}
