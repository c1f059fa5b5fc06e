import type { Refusal } from '#shared/kernel/errors.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import { type Post, posts } from '../accounts/posts.ts';
import { type Department, departmentOf } from '../custody/places.ts';

/** States of a transfer of documents between departments (文件传递). */
export const transferStates = ['sent', 'received', 'refused', 'returned', 'withdrawn'] as const;
/** State of a transfer. */
export type TransferState = (typeof transferStates)[number];

/** What is passed from one department to another. */
export const transferKinds = ['contract', 'scan', 'receipt', 'report', 'drawing', 'material', 'other'] as const;
/** What a line of a transfer is. */
export type TransferKind = (typeof transferKinds)[number];

/** What can happen to a transfer after it was sent. */
export const transferActs = ['receive', 'signPaper', 'refuse', 'return', 'withdraw'] as const;
/** What happens to a transfer. */
export type TransferAct = (typeof transferActs)[number];

/** From which state each act leads where, whose side does it, and what must be said with it. */
export const transferRules = {
  receive: { from: 'sent', to: 'received', side: 'to', needs: null },
  // The other side signs on the printed list, and the sender enters who did.
  signPaper: { from: 'sent', to: 'received', side: 'from', needs: 'name' },
  refuse: { from: 'sent', to: 'refused', side: 'to', needs: 'reason' },
  return: { from: 'received', to: 'returned', side: 'to', needs: 'reason' },
  withdraw: { from: 'sent', to: 'withdrawn', side: 'from', needs: 'reason' },
} as const satisfies Record<
  TransferAct,
  { from: TransferState; to: TransferState; side: 'from' | 'to'; needs: 'name' | 'reason' | null }
>;

type Standing = {
  readonly number: string;
  readonly state: TransferState;
  readonly fromDepartment: Department;
  readonly toDepartment: Department;
  readonly sentBy: number;
};

/** Who acts: the account and the posts as which it may. */
type Person = { readonly id: number; readonly posts: readonly Post[] };

/** Why a person may not do this with a transfer; undefined when they may. Nobody receives what they sent themselves. */
export function transferRefusal(transfer: Standing, act: TransferAct, person: Person): Refusal | undefined {
  const { from, side } = transferRules[act];
  const { number, state, sentBy } = transfer;
  if (state !== from) return { code: 'TRANSFER_ANSWERED', params: { number } };
  const wanted = side === 'to' ? transfer.toDepartment : transfer.fromDepartment;
  if (!person.posts.some((post) => departmentOf(post) === wanted)) return { code: 'TRANSFER_OF_OTHERS' };
  return side === 'to' && sentBy === person.id ? { code: 'OWN_WORK' } : undefined;
}

/** The posts of a department, who are asked to receive what comes to it. */
export function postsOf(department: Department): Post[] {
  return posts.filter((post) => departmentOf(post) === department);
}

/** The day by whose end a transfer is to be answered. */
export function answerDue(sentOn: LocalDate, days: number): LocalDate {
  return addDays(sentOn, days);
}

/** Views of the transfer book. */
export const transferViews = ['all', 'toMe', 'open', 'late', 'today'] as const;
/** A view of the transfer book. */
export type TransferView = (typeof transferViews)[number];

/** True for a transfer that a view shows to somebody of these departments on a day. */
export function inTransferView(
  view: TransferView,
  transfer: Pick<Standing, 'state' | 'toDepartment'> & { readonly sentOn: LocalDate },
  mine: readonly Department[],
  today: LocalDate,
  days: number,
): boolean {
  const open = transfer.state === 'sent';
  switch (view) {
    case 'all':
      return true;
    case 'toMe':
      return open && mine.includes(transfer.toDepartment);
    case 'open':
      return open;
    case 'late':
      return open && answerDue(transfer.sentOn, days) < today;
    case 'today':
      return transfer.sentOn === today;
  }
}
