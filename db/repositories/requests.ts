import { and, eq, inArray } from 'drizzle-orm';
import type { ReadDb } from '../access.ts';
import { requests } from '../schema/events.ts';

/** Which of these requests of a person were answered, and so are done: a refusal keeps no answer. */
export function outcomesOf(db: ReadDb, actorId: number, requestIds: readonly string[]): ReadonlySet<string> {
  const answered = db
    .select({ requestId: requests.requestId })
    .from(requests)
    .where(and(inArray(requests.requestId, [...requestIds]), eq(requests.actorId, actorId)))
    .all();
  return new Set(answered.map(({ requestId }) => requestId));
}
