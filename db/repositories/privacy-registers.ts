import type Database from 'better-sqlite3';
import { and, asc, desc, eq, isNotNull, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { ReadDb } from '../access.ts';
import { customers } from '../schema/customers.ts';
import { accounts } from '../schema/office.ts';
import { registeredReports, subjectRequests } from '../schema/privacy.ts';
import { openWords } from './sealed-words.ts';

const answerers = alias(accounts, 'answerers');

/** Requests of people about their data with their people, open ones first by the day on which they are due. */
export function listSubjectRequests(db: ReadDb, customerId: number | null) {
  return db
    .select({ request: subjectRequests, name: customers.name, takenBy: accounts.name, answeredBy: answerers.name })
    .from(subjectRequests)
    .innerJoin(customers, eq(customers.id, subjectRequests.customerId))
    .innerJoin(accounts, eq(accounts.id, subjectRequests.takenBy))
    .leftJoin(answerers, eq(answerers.id, subjectRequests.answeredBy))
    .where(customerId === null ? undefined : eq(subjectRequests.customerId, customerId))
    .orderBy(asc(ne(subjectRequests.state, 'open')), asc(subjectRequests.dueOn), desc(subjectRequests.id))
    .all();
}

/** One request. */
export function subjectRequestById(db: ReadDb, id: number) {
  return db.select().from(subjectRequests).where(eq(subjectRequests.id, id)).get();
}

/** The registered reports, those in use first. */
export function listReports(db: ReadDb) {
  return db
    .select({ report: registeredReports, by: accounts.name })
    .from(registeredReports)
    .innerJoin(accounts, eq(accounts.id, registeredReports.registeredBy))
    .orderBy(desc(registeredReports.active), asc(registeredReports.name))
    .all();
}

/** One registered report that is in use. */
export function activeReport(db: ReadDb, id: number) {
  return db
    .select()
    .from(registeredReports)
    .where(and(eq(registeredReports.id, id), eq(registeredReports.active, true)))
    .get();
}

/** People whose data are only kept, and those of whom nothing is deleted. */
export function keptCustomers(db: ReadDb) {
  const { id, restrictedAt, restriction, holdReason } = customers;
  const columns = { id, restrictedAt, restriction, holdReason };
  return [
    ...db.select(columns).from(customers).where(isNotNull(restrictedAt)).all(),
    ...db
      .select(columns)
      .from(customers)
      .where(ne(holdReason, ''))
      .all()
      .filter((row) => row.restrictedAt === null),
  ];
}

/** A reveal as the log tells it. */
export type LoggedReveal = {
  readonly at: number;
  readonly by: string;
  readonly customerId: number;
  readonly reason: string;
  /** Null once they were destroyed with the key of the person. */
  readonly words: string | null;
};

type StoredReveal = LoggedReveal & { readonly wordsKeyId: number | null };

const revealColumns = `happened_at as at, coalesce((select name from accounts where id = actor_id), '') as by,
  subject_id as customerId, coalesce(data ->> 'reason', '') as reason, data ->> 'words' as words,
  data ->> 'wordsKeyId' as wordsKeyId`;

function told(client: Database.Database, reveals: readonly StoredReveal[]): LoggedReveal[] {
  return reveals.map(({ words, wordsKeyId, ...reveal }) => ({
    ...reveal,
    words: openWords(client, words, wordsKeyId),
  }));
}

/** Every reveal of a customer's numbers, the newest first. */
export function revealsOfCustomer(client: Database.Database, customerId: number): LoggedReveal[] {
  const found = client
    .prepare<[number], StoredReveal>(
      `select ${revealColumns} from events where noun = 'customers' and subject_id = ? and kind = 'revealed'
         order by seq desc`,
    )
    .all(customerId);
  return told(client, found);
}

/** Reveals since a day, the newest first, at most that many. */
export function revealsSince(client: Database.Database, day: string, limit: number): LoggedReveal[] {
  const found = client
    .prepare<[string, number], StoredReveal>(
      `select ${revealColumns} from events where business_date >= ? and kind = 'revealed' order by seq desc limit ?`,
    )
    .all(day, limit);
  return told(client, found);
}

/** An alert about reading as the log tells it; `data` is JSON. */
export type LoggedAlert = {
  readonly at: number;
  readonly accountId: number;
  readonly person: string;
  readonly data: string;
};

/** Alerts since a day, the newest first. */
export function alertsSince(client: Database.Database, day: string, limit: number): LoggedAlert[] {
  return client
    .prepare<[string, number], LoggedAlert>(
      `select happened_at as at, subject_id as accountId,
          coalesce((select name from accounts where id = subject_id), '') as person, data
         from events where business_date >= ? and kind = 'readUnusually' order by seq desc limit ?`,
    )
    .all(day, limit);
}

/** True when an event of a kind is in the log since a day. */
export function happenedSince(client: Database.Database, kind: string, day: string): boolean {
  return (
    client.prepare('select 1 from events where business_date >= ? and kind = ? limit 1').get(day, kind) !== undefined
  );
}
