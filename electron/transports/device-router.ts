import { ORPCError, os } from '@orpc/server';
import type { z } from 'zod';
import { refusalOf } from '#electron/server/kernel/faults.ts';
import type { DeviceCall, Shape } from '#shared/api/procedure.ts';

/** What a call to this machine knows of its caller: the window, for dialogs and for who is logged in there. */
export type DeviceContext = { readonly windowId: number };

/** Declarations that only this machine answers, nested by noun. */
export type DeviceTree = { readonly [name: string]: DeviceCall | DeviceTree };

/** The handlers of such a tree: a missing or mistyped one does not compile. */
export type DeviceHandlers<T> = {
  readonly [K in keyof T]: T[K] extends DeviceCall<infer I extends Shape, infer O extends z.ZodType>
    ? (context: DeviceContext, input: z.output<I>) => z.input<O> | Promise<z.input<O>>
    : DeviceHandlers<T[K]>;
};

type Handler = (context: DeviceContext, input: unknown) => unknown;

/**
 * A router from declarations and their handlers; also for what stands beside the office's own router. A refusal travels
 * as the office's do: `REFUSED`, with our code and its parameters as data.
 */
export function deviceRouter<T extends DeviceTree>(tree: T, handlers: DeviceHandlers<T>) {
  return build(tree, (path) => handlerAt(handlers, path), []);
}

type Built = { [name: string]: ReturnType<typeof procedureOf> | Built };

function build(tree: DeviceTree, find: (path: readonly string[]) => Handler, path: readonly string[]): Built {
  const built: Built = {};
  for (const [name, node] of Object.entries(tree)) {
    const here = [...path, name];
    built[name] = isCall(node) ? procedureOf(node, find(here)) : build(node, find, here);
  }
  return built;
}

function procedureOf(call: DeviceCall, handler: Handler) {
  return os
    .$context<DeviceContext>()
    .input(call.input)
    .output(call.output)
    .handler(async ({ context, input }) => {
      try {
        return await handler(context, input);
      } catch (error) {
        const { refusal } = refusalOf(error);
        throw new ORPCError('REFUSED', { status: 422, data: { code: refusal.code, params: refusal.params } });
      }
    });
}

function isCall(node: DeviceCall | DeviceTree): node is DeviceCall {
  return node.kind === 'device';
}

/** The types promised it; found by name because a mapped type can't be walked. */
function handlerAt(handlers: object, path: readonly string[]): Handler {
  let found: unknown = handlers;
  for (const name of path) found = typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined;
  if (typeof found !== 'function') throw new Error(`No handler for ${path.join('.')}`);
  return (context, input) => Reflect.apply(found, undefined, [context, input]);
}
