import type { Post } from '../accounts/posts.ts';
import type { TaskFacts } from './facts.ts';
import { type Task, type TaskKind, untilEndOf } from './task.ts';

/** Who is told beside the owner, from which reminder on (management 1.13: the supervisor at 60 days, the manager at 30). */
const alsoTold: readonly { readonly level: number; readonly post: Post }[] = [
  { level: 2, post: 'supervisor' },
  { level: 3, post: 'manager' },
];

/** The rules of contracts with partners (续约提醒). */
export const partnerRules: { readonly [K in Extract<TaskKind, 'partnerExpiring'>]: (facts: TaskFacts) => Task[] } = {
  /** A contract that runs out: its owner renews it, lets it lapse or ends it. */
  partnerExpiring: ({ partnerAgreements }) =>
    partnerAgreements.flatMap(({ agreementId, number, partner, ownerId, toOn, stage }) => {
      const task = {
        kind: 'partnerExpiring' as const,
        subject: { noun: 'partnerAgreements' as const, id: agreementId },
        ...untilEndOf(stage.dueOn),
        params: { number, person: partner, toOn, daysLeft: stage.daysLeft },
      };
      const others = alsoTold
        .filter(({ level }) => stage.level >= level)
        .map(({ post }) => ({ ...task, assignee: { posts: [post], notAccountIds: [ownerId] } }));
      return [{ ...task, assignee: { accountId: ownerId } }, ...others];
    }),
};
