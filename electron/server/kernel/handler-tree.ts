import type { ApiTree, Procedure } from '#shared/api/procedure.ts';
import { proceduresOf } from '#shared/api/procedure.ts';
import { DomainError } from '#shared/kernel/errors.ts';

/** A handler as the kernel runs it; the types were checked where it was declared. */
export type AnyRun = (context: never, input: never, more?: never) => unknown;

/** One with slow work before it; a long one is carried out on the second thread. */
type AnyPrepared = { readonly long?: true; prepare: AnyRun; run: AnyRun };
export type AnyHandler = AnyRun | AnyPrepared;

/** Handlers, nested as their declarations are. */
export type HandlerTree = { readonly [name: string]: AnyHandler | HandlerTree };

/** True for a handler whose work is done on the second thread. */
export function isLong(handler: AnyHandler): handler is AnyPrepared & { readonly long: true } {
  return typeof handler === 'object' && handler.long === true;
}

/** Finds declarations and their handlers by their dotted paths. */
export function handlersOf(api: ApiTree, tree: HandlerTree) {
  const procedures = new Map(proceduresOf(api).map(({ path, procedure }) => [path, procedure]));
  return {
    /** The declaration of a path, if it is of one of these kinds. Throws NOT_FOUND. */
    procedureAt: <K extends Procedure['kind']>(
      path: string,
      kinds: readonly K[],
    ): Extract<Procedure, { readonly kind: K }> => {
      const procedure = procedures.get(path);
      if (procedure === undefined || !kinds.some((kind) => kind === procedure.kind)) throw new DomainError('NOT_FOUND');
      return procedure as Extract<Procedure, { readonly kind: K }>;
    },
    /** The handler of a declared path. */
    handlerAt: (path: string): AnyHandler => {
      let node: AnyHandler | HandlerTree | undefined = tree;
      for (const name of path.split('.'))
        node = typeof node === 'object' && Object.hasOwn(node, name) ? (node as HandlerTree)[name] : undefined;
      if (node === undefined) throw new Error(`No handler for ${path}`);
      return node as AnyHandler;
    },
  };
}
