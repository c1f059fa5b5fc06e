import { hasPermission } from './permissions.ts';
import type { Post } from './posts.ts';

/** True when a person may open the record and the papers of a deal: their own, or all of them by their post. */
export function mayOpenDealOf(person: { readonly id: number; readonly post: Post }, consultantId: number): boolean {
  return consultantId === person.id || hasPermission(person.post, 'customers.readAll');
}
