import type { Permission } from '#shared/domain/accounts/permissions.ts';
import type { Desk } from './shell/frame-model.ts';

/** What a person must be allowed to do for a desk to be theirs; desks without screens yet are left out. */
const needs: Partial<Record<Desk, Permission | 'none'>> = {
  today: 'none',
  reception: 'visits.read',
  sales: 'board.read',
  contracts: 'subscriptions.read',
  money: 'payments.read',
  administration: 'settings.read',
};

/** The desks of a person, in the order of the rail. */
export function desksOf(permissions: readonly string[]): Desk[] {
  const order: readonly Desk[] = ['today', 'reception', 'sales', 'contracts', 'money', 'administration'];
  return order.filter((desk) => needs[desk] === 'none' || permissions.includes(String(needs[desk])));
}
