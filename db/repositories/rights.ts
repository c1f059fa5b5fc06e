import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { posts } from '#shared/domain/accounts/posts.ts';
import type { ReadDb } from '../access.ts';
import { events } from '../schema/events.ts';
import { accounts, settings } from '../schema/office.ts';

/** The newest row of the rights, if the office has ever changed them. */
export function storedRights(db: ReadDb): { readonly id: number } | undefined {
  return db
    .select({ id: settings.id })
    .from(settings)
    .where(eq(settings.key, 'rights'))
    .orderBy(desc(settings.id))
    .limit(1)
    .get();
}

const told = z.object({
  reason: z.string(),
  askedBy: z.int().nullable().default(null),
  changes: z.array(
    z.object({
      kind: z.enum(['permission', 'scope', 'mask']),
      name: z.string(),
      post: z.enum(posts),
      from: z.string(),
      to: z.string(),
    }),
  ),
});

/** The last changes of the rights as the log tells them, the newest first, with who had asked for them where another did. */
export function rightsChangesTold(db: ReadDb, most: number) {
  const names = new Map(
    db
      .select({ id: accounts.id, name: accounts.name })
      .from(accounts)
      .all()
      .map((one) => [one.id, one.name]),
  );
  const person = (id: number) => ({ id, name: names.get(id) ?? '' });
  return db
    .select({ at: events.happenedAt, id: accounts.id, data: events.data })
    .from(events)
    .innerJoin(accounts, eq(accounts.id, events.actorId))
    .where(eq(events.kind, 'rightsChanged'))
    .orderBy(desc(events.seq))
    .limit(most)
    .all()
    .map(({ at, id, data }) => {
      const { askedBy, ...rest } = told.parse(JSON.parse(data));
      return { at, by: person(id), askedBy: askedBy === null ? null : person(askedBy), ...rest };
    });
}
