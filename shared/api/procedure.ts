import { z } from 'zod';
import type { Permission } from '#shared/domain/accounts/permissions.ts';

/**
 * Who may call a procedure: a permission of the registry, `signedIn` for whoever has a session, `public` for the few that
 * come before one (log in, first start). There is no default: a declaration without it does not compile.
 */
export type Access = Permission | 'signedIn' | 'public';

/** Input and output of a border are objects without unknown keys. */
export type Shape = z.ZodObject | z.ZodDiscriminatedUnion;

type Declaration<K extends string, I, O, P> = {
  readonly kind: K;
  readonly permission: P;
  readonly input: I;
  readonly output: O;
  /** Its input brings files. These have a limit of their own; no other call is let in that is larger than 1 MB. */
  readonly carriesFiles?: true;
};

/** A question: reads, changes nothing. */
export type Query<I extends Shape = Shape, O extends z.ZodType = z.ZodType, P extends Access = Access> = Declaration<
  'query',
  I,
  O,
  P
>;

/** An act: one transaction with its event. Carried as `{ requestId, data }`; the answer holds no personal data. */
export type Command<I extends Shape = Shape, O extends Shape = Shape, P extends Access = Access> = Declaration<
  'command',
  I,
  O,
  P
>;

/** A running report: items until the caller leaves. */
export type Stream<I extends Shape = Shape, O extends z.ZodType = z.ZodType, P extends Access = Access> = Declaration<
  'stream',
  I,
  O,
  P
>;

/** Something only this machine can do (printers, dialogs, office folders); never forwarded over the LAN. */
export type DeviceCall<I extends Shape = Shape, O extends z.ZodType = z.ZodType> = {
  readonly kind: 'device';
  readonly input: I;
  readonly output: O;
};

/** A running report of this machine, such as how its line to the host stands. */
export type DeviceStream<I extends Shape = Shape, O extends z.ZodType = z.ZodType> = {
  readonly kind: 'deviceStream';
  readonly input: I;
  readonly output: O;
};

/** One declared procedure. */
export type Procedure = Query | Command | Stream | DeviceCall;

/** Declarations, nested by noun. */
export type ApiTree = { readonly [name: string]: Procedure | ApiTree };

/** Declares a query. */
export function query<I extends Shape, O extends z.ZodType, const P extends Access>(
  declaration: Omit<Query<I, O, P>, 'kind'>,
): Query<I, O, P> {
  return { kind: 'query', ...declaration };
}

/** Declares a command. */
export function command<I extends Shape, O extends Shape, const P extends Access>(
  declaration: Omit<Command<I, O, P>, 'kind'>,
): Command<I, O, P> {
  return { kind: 'command', ...declaration };
}

/** Declares a stream. */
export function stream<I extends Shape, O extends z.ZodType, const P extends Access>(
  declaration: Omit<Stream<I, O, P>, 'kind'>,
): Stream<I, O, P> {
  return { kind: 'stream', ...declaration };
}

/** Declares a call to this machine; whoever sits at it may make it, so it never reads or changes the office. */
export function device<I extends Shape, O extends z.ZodType>(
  declaration: Omit<DeviceCall<I, O>, 'kind'>,
): DeviceCall<I, O> {
  return { kind: 'device', ...declaration };
}

/** Declares a running report of this machine. */
export function deviceStream<I extends Shape, O extends z.ZodType>(
  declaration: Omit<DeviceStream<I, O>, 'kind'>,
): DeviceStream<I, O> {
  return { kind: 'deviceStream', ...declaration };
}

/** Nothing to give, nothing to answer. */
export const nothing = z.strictObject({});

/** True for a declaration, false for a noun that holds several. */
export function isProcedure(node: Procedure | ApiTree): node is Procedure {
  return typeof node.kind === 'string';
}

/** The same id again is the same act: it returns the first answer and does nothing twice. */
export type CommandWire<T> = { readonly requestId: string; readonly data: T };

type CallOptions = { readonly signal?: AbortSignal };

/** What a caller of the declared tree sees: every procedure as a function. */
export type ClientOf<T> = {
  readonly [K in keyof T]: T[K] extends Command<infer I, infer O, Access>
    ? (wire: CommandWire<z.input<I>>) => Promise<z.output<O>>
    : T[K] extends Stream<infer I, infer O, Access> | DeviceStream<infer I, infer O>
      ? (input: z.input<I>, options?: CallOptions) => Promise<AsyncIterable<z.output<O>>>
      : T[K] extends Query<infer I, infer O, Access> | DeviceCall<infer I, infer O>
        ? (input: z.input<I>, options?: CallOptions) => Promise<z.output<O>>
        : ClientOf<T[K]>;
};

/** Every procedure of a tree with its dotted path, in the order of declaration. */
export function proceduresOf(tree: ApiTree, prefix = ''): { path: string; procedure: Procedure }[] {
  return Object.entries(tree).flatMap(([name, node]) => {
    const path = prefix === '' ? name : `${prefix}.${name}`;
    return isProcedure(node) ? [{ path, procedure: node }] : proceduresOf(node, path);
  });
}
