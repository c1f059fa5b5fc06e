import type { z } from 'zod';
import type { ReadDb } from '#db/access.ts';
import { stepsOf } from '#db/repositories/approvals.ts';
import type { decisionsSchema } from '#shared/documents/kit/decisions.ts';
import { labels } from '#shared/i18n/zh-CN/labels.ts';
import { dayOf } from '#shared/kernel/local-date.ts';

const verdicts = { approved: '批准', passedUp: '上报', rejected: '驳回', sentBack: '退回' } as const;

/** What each post did with a request, as papers say it; nothing where nobody was asked. */
export function decisionsOf(
  db: ReadDb,
  request: { readonly id: number } | undefined,
): z.output<typeof decisionsSchema> {
  if (request === undefined) return [];
  return stepsOf(db, request.id).map(({ step, name }) => ({
    post: labels.posts[step.post],
    name,
    on: dayOf(step.at),
    verdict: verdicts[step.verdict],
    opinion: step.opinion,
  }));
}
