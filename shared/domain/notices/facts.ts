import type { Post } from '../accounts/posts.ts';
import type { StepDefinition } from '../cases/definitions.ts';

/** Kinds of records that notices open. */
export const noticeNouns = [
  'subscriptions',
  'contracts',
  'cases',
  'imports',
  'terminals',
  'readings',
  'accounts',
  'approvals',
  'office',
  'settings',
  'delegations',
] as const;
/** Kind of a record that a notice opens. */
export type NoticeNoun = (typeof noticeNouns)[number];

/** The record that a notice opens, with what decides who may open it. */
export type NoticeRecord = {
  readonly noun: NoticeNoun;
  readonly id: number;
  /** Whose deal it belongs to; null for what belongs to no deal. */
  readonly consultantId: number | null;
  /** Who wrote a contract may open it, whosever the deal is. */
  readonly draftedBy: number | null;
};

/** Whose turn it is to decide: any holder of a post but those who had a hand in it. */
export type NoticeTurn = { readonly post: Post; readonly not: readonly number[] };

/** What the rules of notices look at: who has to do with the record that an event is about. Null where nobody is. */
export type NoticeFacts = {
  readonly record: NoticeRecord;
  /** Who asked for the approval. */
  readonly askerId: number | null;
  /** Who decided on it, at whatever level. */
  readonly deciderIds: readonly number[];
  /** Who waits to decide just now. */
  readonly turn: NoticeTurn | null;
  /** Who wrote the contract or handed it in. */
  readonly writerIds: readonly number[];
  /** To whom the event gave the record. */
  readonly givenTo: number | null;
  /** Who is responsible for the case. */
  readonly responsibleId: number | null;
  /** Who is responsible for what else is open of the deal. */
  readonly besideIds: readonly number[];
  /** For whom the step waits at which the event left the case. */
  readonly waitsFor: StepDefinition['waitsFor'] | null;
  /** Who took the money of a receipt. */
  readonly cashierId: number | null;
  /** Who brought the import in. */
  readonly importerId: number | null;
  /** Who acts for somebody, and for whom. */
  readonly delegateId: number | null;
  readonly lenderId: number | null;
};

/** Facts of a record with which nobody has to do. */
export function nobodysFacts(record: NoticeRecord): NoticeFacts {
  return {
    record,
    askerId: null,
    deciderIds: [],
    turn: null,
    writerIds: [],
    givenTo: null,
    responsibleId: null,
    besideIds: [],
    waitsFor: null,
    cashierId: null,
    importerId: null,
    delegateId: null,
    lenderId: null,
  };
}
