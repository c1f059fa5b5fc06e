import type { MoneyOwner } from '#shared/domain/payments/owned-money.ts';

/** Where the record is shown that some money belongs to. */
export function recordOf({ noun, id }: MoneyOwner): string {
  switch (noun) {
    case 'subscriptions':
      return `/contracts/subscriptions/${id}`;
    case 'bookings':
      return `/sales/claims?ended=true&booking=${id}`;
    case 'intents':
      return '/sales/launches';
  }
}
