import { type Buyer, equalShares } from '#shared/domain/subscriptions/buyers.ts';
import { ONE_PPM } from '#shared/kernel/money.ts';

/** The buyers with equal shares, by largest remainder: thirds are 33.3334, 33.3333 and 33.3333 %. */
export function splitEqually(buyers: readonly Buyer[]): Buyer[] {
  const shares = buyers.length === 0 ? [] : equalShares(buyers.length);
  return buyers.map((buyer, index) => ({ ...buyer, sharePpm: shares[index] ?? 1 }));
}

function areEqual(buyers: readonly Buyer[]): boolean {
  return splitEqually(buyers).every(({ sharePpm }, index) => sharePpm === buyers[index]?.sharePpm);
}

/** Adds a buyer: equal shares stay equal, agreed ones are left alone and the new buyer gets what is left of the whole. */
export function withBuyer(buyers: readonly Buyer[], customerId: number): Buyer[] {
  if (buyers.some((buyer) => buyer.customerId === customerId)) return [...buyers];
  if (areEqual(buyers)) return splitEqually([...buyers, { customerId, sharePpm: 1 }]);
  return [...buyers, { customerId, sharePpm: Math.max(1, ONE_PPM - sharesTogether(buyers)) }];
}

/** Takes a buyer off: equal shares stay equal, a single buyer has the whole. */
export function withoutBuyer(buyers: readonly Buyer[], customerId: number): Buyer[] {
  const rest = buyers.filter((buyer) => buyer.customerId !== customerId);
  return areEqual(buyers) || rest.length === 1 ? splitEqually(rest) : rest;
}

/** Moves a buyer one place up; the first is the contact and is named first on papers. */
export function movedUp(buyers: readonly Buyer[], customerId: number): Buyer[] {
  const at = buyers.findIndex((buyer) => buyer.customerId === customerId);
  const moving = buyers[at];
  const before = buyers[at - 1];
  if (moving === undefined || before === undefined) return [...buyers];
  return buyers.with(at - 1, moving).with(at, before);
}

/** All shares together, in ppm. */
export function sharesTogether(buyers: readonly Buyer[]): number {
  return buyers.reduce((sum, { sharePpm }) => sum + sharePpm, 0);
}
