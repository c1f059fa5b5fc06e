import type { z } from 'zod';
import type { ReadDb, WriteTx } from '#db/access.ts';
import type { Access, Command, Query, Stream } from '#shared/api/procedure.ts';
import type { Permission } from '#shared/domain/accounts/permissions.ts';
import type { Post } from '#shared/domain/accounts/posts.ts';
import type { MaskedField, MaskLevel, OfficeRights, ScopedNoun } from '#shared/domain/accounts/rights.ts';
import type { EventKind, EventNoun } from '#shared/domain/events/kinds.ts';
import type { SettingKey, SettingValue } from '#shared/domain/settings/registry.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { LongActStep } from '#shared/kernel/long-act.ts';
import type { Actor, Connection } from './session.ts';

/** What every handler knows. */
type BaseContext<A> = {
  /** The instant of the call, UTC ms; the same for all of a command. */
  readonly now: number;
  /** The office's calendar day of `now`. */
  readonly today: LocalDate;
  readonly actor: A;
  readonly connection: Connection;
  /** What the office has changed of the rights of its posts. */
  readonly rights: OfficeRights;
  /** True when the actor may do this here: by their own post, or for somebody for whom they act. */
  can(permission: Permission): boolean;
  /** Whose records of a noun the actor sees: the numbers of accounts, or null for everybody's. */
  reach(noun: ScopedNoun): readonly number[] | null;
  /** True when the actor sees a record of this owner; null is nobody's, which everybody sees. */
  sees(noun: ScopedNoun, ownerId: number | null): boolean;
  /** How much of a field the actor is told. */
  level(field: MaskedField): MaskLevel;
  /** The posts as which the actor may do this: the own one and those of people for whom they act. */
  postsFor(permission: Permission): readonly Post[];
  /** For whom the actor turned out to act, once something was possible only for them: goes into the log. */
  readonly stood: { for: number | null };
  /** The value of a setting as of a day (today, unless told). */
  setting<K extends SettingKey>(key: K, day?: LocalDate): SettingValue<K>;
};

/** What a query gets: it can only read. */
export type QueryContext<A = Actor> = BaseContext<A> & { readonly db: ReadDb };

/** What happened, in the words of the office: the history line of the subject. `data` holds no personal data. */
export type Happening = {
  readonly kind: EventKind;
  readonly noun: EventNoun;
  readonly id: number;
  readonly data?: Readonly<Record<string, unknown>>;
};

/** What a command gets: the transaction, and one word about what happened. */
export type CommandContext<A = Actor> = BaseContext<A> & {
  readonly db: ReadDb;
  readonly tx: WriteTx;
  /** Says what happened; a command that changes a row says it exactly once. */
  happened(what: Happening): void;
  /** Runs after the commit and before the answer, such as opening a session; never runs when the command is undone. */
  afterCommit(effect: () => void): void;
};

type ActorFor<P> = [P] extends ['public'] ? Actor | undefined : Actor;

/** Answers a query. */
export type QueryHandler<I extends z.ZodType, O extends z.ZodType, P> = (
  context: QueryContext<ActorFor<P>>,
  input: z.output<I>,
) => z.input<O> | Promise<z.input<O>>;

/** Answers a command at once: nothing can be awaited inside a transaction, so a promise is no answer. */
export type DirectCommand<I extends z.ZodType, O extends z.ZodType, P> = (
  context: CommandContext<ActorFor<P>>,
  input: z.output<I>,
) => z.input<O>;

/** A command with slow work (hashing, reading a file) before its transaction. */
export type PreparedCommand<I extends z.ZodType, O extends z.ZodType, P, T = unknown> = {
  prepare(context: QueryContext<ActorFor<P>>, input: z.output<I>): Promise<T>;
  run(context: CommandContext<ActorFor<P>>, input: z.output<I>, prepared: T): z.input<O>;
};

/**
 * Says how far a long act is: what it writes, and how much of all that it writes is done. Throws ACT_STOPPED when somebody
 * stops it, so that everything goes back.
 */
export type Pace = (step: LongActStep, done: number, of: number) => void;

/** What a long command gets. What runs after a commit stays on the office's own thread, so it has none of it. */
export type LongContext<A = Actor> = Omit<CommandContext<A>, 'afterCommit'> & { readonly pace: Pace };

/**
 * Acts that the office does by itself and that write for long, by the names under which the log has them. They go over to
 * the second thread as long commands do.
 */
export type OfficeLongActs = {
  readonly [procedure: string]: (context: LongContext<undefined>, order: never) => void;
};

/**
 * A command that writes for seconds. It is prepared here, and then carried out whole as one transaction on the office's
 * second thread (decision 0024), which gets what `prepare` made and nothing else: plain data that can go over.
 */
export type LongCommand<I extends z.ZodType, O extends z.ZodType, P, T = unknown> = {
  readonly long: true;
  prepare(context: QueryContext<ActorFor<P>>, input: z.output<I>): T | Promise<T>;
  run(context: LongContext<ActorFor<P>>, order: T): z.input<O>;
};

/** A question that reads for long, answered on the office's second thread from what `prepare` made. */
export type LongQuery<I extends z.ZodType, O extends z.ZodType, P, T = unknown> = {
  readonly long: true;
  prepare(context: QueryContext<ActorFor<P>>, input: z.output<I>): T | Promise<T>;
  run(context: QueryContext<ActorFor<P>>, order: T): z.input<O>;
};

/** Answers a stream. */
export type StreamHandler<I extends z.ZodType, O extends z.ZodType, P> = (
  context: QueryContext<ActorFor<P>>,
  input: z.output<I>,
  signal: AbortSignal | undefined,
) => AsyncIterable<z.input<O>>;

/** The handlers that a tree of declarations asks for: a missing or mistyped one does not compile. */
export type Handlers<T> = {
  readonly [K in keyof T]: T[K] extends Command<infer I, infer O, infer P extends Access>
    ? DirectCommand<I, O, P> | PreparedCommand<I, O, P> | LongCommand<I, O, P>
    : T[K] extends Stream<infer I, infer O, infer P extends Access>
      ? StreamHandler<I, O, P>
      : T[K] extends Query<infer I, infer O, infer P extends Access>
        ? QueryHandler<I, O, P> | LongQuery<I, O, P>
        : Handlers<T[K]>;
};

/** Ties what a command prepares to what its transaction receives. */
export function prepared<T, C, Q, I, O>(command: {
  prepare(context: Q, input: I): Promise<T>;
  run(context: C, input: I, prepared: T): O;
}): { prepare(context: Q, input: I): Promise<T>; run(context: C, input: I, prepared: unknown): O } {
  return { prepare: command.prepare, run: (context, input, value) => command.run(context, input, value as T) };
}

/** Ties what a long act or question prepares to what the second thread receives. */
export function long<T, C, Q, I, O>(handler: {
  prepare(context: Q, input: I): T | Promise<T>;
  run(context: C, order: T): O;
}): { readonly long: true; prepare(context: Q, input: I): T | Promise<T>; run(context: C, order: unknown): O } {
  return { long: true, prepare: handler.prepare, run: (context, order) => handler.run(context, order as T) };
}
