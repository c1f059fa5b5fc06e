import { ORPCError, os } from '@orpc/server';
import type { z } from 'zod';
import { refusalOf } from '#electron/server/kernel/faults.ts';
import type { DeviceCall, DeviceStream, Shape } from '#shared/api/procedure.ts';

/** What a call to this machine knows of its caller: the window, for dialogs and for who is logged in there. */
export type DeviceContext = { readonly windowId: number };

/** Declarations that only this machine answers, nested by noun. */
export type DeviceTree = { readonly [name: string]: DeviceCall | DeviceStream | DeviceTree };

/** The handlers of such a tree: a missing or mistyped one does not compile. */
export type DeviceHandlers<T> = {
  readonly [K in keyof T]: T[K] extends DeviceCall<infer I extends Shape, infer O extends z.ZodType>
    ? (context: DeviceContext, input: z.output<I>) => z.input<O> | Promise<z.input<O>>
    : T[K] extends DeviceStream<infer I extends Shape, infer O extends z.ZodType>
      ? (context: DeviceContext, input: z.output<I>, signal: AbortSignal | undefined) => AsyncIterable<z.input<O>>
      : DeviceHandlers<T[K]>;
};

type Handler = (context: DeviceContext, input: unknown, signal?: AbortSignal) => unknown;

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
    built[name] = isDeclared(node) ? procedureOf(node, find(here)) : build(node, find, here);
  }
  return built;
}

function procedureOf(declared: DeviceCall | DeviceStream, handler: Handler) {
  const base = os.$context<DeviceContext>().input(declared.input);
  if (declared.kind === 'deviceStream')
    return base.handler(async function* ({ context, input, signal }) {
      try {
        for await (const item of handler(context, input, signal) as AsyncIterable<unknown>)
          yield declared.output.parse(item);
      } catch (error) {
        throw onTheWire(error);
      }
    });
  return base.output(declared.output).handler(async ({ context, input }) => {
    try {
      return await handler(context, input);
    } catch (error) {
      throw onTheWire(error);
    }
  });
}

function onTheWire(error: unknown): ORPCError<'REFUSED', unknown> {
  const { refusal } = refusalOf(error);
  return new ORPCError('REFUSED', { status: 422, data: { code: refusal.code, params: refusal.params } });
}

function isDeclared(node: DeviceCall | DeviceStream | DeviceTree): node is DeviceCall | DeviceStream {
  return node.kind === 'device' || node.kind === 'deviceStream';
}

/** The types promised it; found by name because a mapped type can't be walked. */
function handlerAt(handlers: object, path: readonly string[]): Handler {
  let found: unknown = handlers;
  for (const name of path) found = typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined;
  if (typeof found !== 'function') throw new Error(`No handler for ${path.join('.')}`);
  return (context, input, signal) => Reflect.apply(found, undefined, [context, input, signal]);
}
