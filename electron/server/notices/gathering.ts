import type { dealsOfNotices, NoticeEvent, requestsOfNotices } from '#db/repositories/notices.ts';
import type { Post } from '#shared/domain/accounts/posts.ts';
import { postAskedToReview } from '#shared/domain/contracts/review.ts';
import type { NoticeFacts, NoticeRecord, NoticeTurn } from '#shared/domain/notices/facts.ts';
import type { QueryContext } from '../kernel/handlers.ts';

/** What a sentence mentions, by name. */
export type Params = Record<string, string | number | boolean | null>;

/** An event with whom it concerns, and what its sentence mentions. */
export type GatheredNotice = { readonly event: NoticeEvent; readonly facts: NoticeFacts; readonly params: Params };

/** What the sources of facts share; who is there to decide is asked once. */
export type Gathering = Pick<QueryContext<unknown>, 'db' | 'today' | 'setting'> & {
  readonly people: readonly Decider[];
};
type Decider = { readonly id: number; readonly post: Post };
/** A deal of a notice. */
export type Deal = ReturnType<typeof dealsOfNotices>[number];

/** The events of a noun. */
export type Events = (noun: string) => NoticeEvent[];
/** Notices by the numbers of their events. */
export type Found = Iterable<readonly [number, Omit<GatheredNotice, 'event'>]>;
type Request = ReturnType<typeof requestsOfNotices>[number];

/** What of an event's data a sentence may mention; what people wrote by hand stays on the record. */
const told = [
  'amountFen',
  'receipt',
  'approvalKind',
  'tied',
  'level',
  'levels',
  'defects',
  'filingNumber',
  'caseKind',
  'step',
  'units',
  'changed',
  'records',
  'again',
  'measure',
  'window',
  'count',
  'limit',
  'rows',
  'list',
];

/** What the sentence of a notice mentions: what the event may tell, and what it is about. */
export function paramsOf({ data }: NoticeEvent, about: Params): Params {
  const known = told.flatMap((name) => {
    const value = data[name];
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[name, value]] : [];
  });
  return { ...Object.fromEntries(known), ...about };
}

/** A number in the data of an event; null where there is none. */
export function numberIn({ data }: NoticeEvent, name: string): number | null {
  const value = data[name];
  return typeof value === 'number' ? value : null;
}

/** A deal as a sentence names it. */
export const aboutDeal = ({ unit, person }: Deal, number: string): Params => ({ unit, person, number });

/** The record that a notice opens, and whose it is. */
export function recordOf(noun: NoticeRecord['noun'], id: number, deal: Deal | null, draftedBy: number | null = null) {
  return { noun, id, consultantId: deal?.consultantId ?? null, draftedBy };
}

/** Each number once. */
export function ids(list: readonly (number | undefined)[]): number[] {
  return [...new Set(list.filter((one) => one !== undefined))];
}

/** Rows by their numbers. */
export function byId<Row extends { readonly id: number }>(rows: readonly Row[]): ReadonlyMap<number, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** Who is asked: the post, or a higher one where all of its people had a hand in it. */
export function turnOf({ people }: Gathering, required: NoticeTurn): NoticeTurn | null {
  const post = postAskedToReview(required.post, people, required.not);
  return post === null ? null : { post, not: required.not };
}

/** What a request says about whom it concerns. */
export function requestFacts(context: Gathering, request: Request | undefined) {
  if (request === undefined) return {};
  const { requestedBy, deciderIds, state, requiredPost } = request;
  const turn = { post: requiredPost, not: [requestedBy, ...deciderIds] };
  return { askerId: requestedBy, deciderIds, turn: state === 'pending' ? turnOf(context, turn) : null };
}
