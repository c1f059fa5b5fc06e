import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { z } from 'zod';
import { portMessage } from '#shared/api/bridge.ts';
import { type OfficeClient, officeApi } from '#shared/api/index.ts';
import type { pcApi } from '#shared/api/pc.ts';
import {
  type Access,
  type ApiTree,
  type ClientOf,
  type Command,
  type CommandWire,
  isProcedure,
  type Query,
} from '#shared/api/procedure.ts';
import { type Asking, askKeeping } from './kept-answers.ts';
import { assertLinked } from './link-state.ts';

/** The office and, under `device`, this PC. */
export type FullClient = OfficeClient & { readonly device: ClientOf<typeof pcApi> };

let current: { readonly client: FullClient; readonly port: MessagePort } | undefined;
let connecting: Promise<FullClient> | undefined;
const lost = new Set<() => void>();

/** Asks the preload for a port and builds the client on it; once it is there, the same for every caller. */
export function connectOffice(): Promise<FullClient> {
  if (current !== undefined) return Promise.resolve(current.client);
  connecting ??= nextPort().then((port) => {
    const client = createORPCClient(new RPCLink({ port })) as unknown as FullClient;
    port.start();
    port.addEventListener('close', () => forget(port));
    current = { client, port };
    connecting = undefined;
    return client;
  });
  return connecting;
}

/** Drops the port, so that the next call asks for a new one: the office behind it has changed. */
export function reconnectOffice(): Promise<FullClient> {
  const port = current?.port;
  current = undefined;
  port?.close();
  // Whoever listens on the old port would wait for ever: one that is closed from this side does not say so.
  if (port !== undefined) tellLost();
  return connectOffice();
}

/** Runs whenever the connection to the office is lost. Returns how to stop. */
export function onOfficeLost(listener: () => void): () => void {
  lost.add(listener);
  return () => lost.delete(listener);
}

function forget(port: MessagePort): void {
  if (current?.port !== port) return;
  current = undefined;
  tellLost();
}

function tellLost(): void {
  for (const listener of [...lost]) listener();
}

function nextPort(): Promise<MessagePort> {
  return new Promise((resolve) => {
    const listener = (event: MessageEvent) => {
      const [port] = event.ports;
      if (event.source !== window || event.data !== portMessage || port === undefined) return;
      window.removeEventListener('message', listener);
      resolve(port);
    };
    window.addEventListener('message', listener);
    window.zhiye.connect();
  });
}

/** This PC's own answers. */
export async function thisPc(): Promise<ClientOf<typeof pcApi>> {
  return (await connectOffice()).device;
}

/** A question ready for TanStack Query. */
export type Question<O> = {
  readonly queryKey: readonly unknown[];
  readonly queryFn: (asking: Asking) => Promise<O>;
};

/** The declared queries as questions: `useQuery(ask.units.board({}))`. */
export type Questions<T> = {
  readonly [K in keyof T as T[K] extends Command | { kind: 'stream' } ? never : K]: T[K] extends Query<
    infer I,
    infer O,
    Access
  >
    ? (input: z.input<I>) => Question<z.output<O>>
    : Questions<T[K]>;
};

/** A declared command, to be given to `useCommand`. Refused at once while the office is away. */
export type Act<I, O> = { readonly path: string; readonly send: (wire: CommandWire<I>) => Promise<O> };

/** The declared commands as acts: `useCommand(act.units.lock)`. */
export type Acts<T> = {
  readonly [K in keyof T as T[K] extends Query | { kind: 'stream' } ? never : K]: T[K] extends Command<
    infer I,
    infer O,
    Access
  >
    ? Act<z.input<I>, z.output<O>>
    : Acts<T[K]>;
};

type Call = (input: unknown, options?: { signal: AbortSignal }) => Promise<unknown>;

async function callAt(path: readonly string[]): Promise<Call> {
  let node: unknown = await connectOffice();
  for (const name of path) node = Reflect.get(Object(node), name);
  return node as Call;
}

function questionsOf(tree: ApiTree, path: readonly string[]): unknown {
  const entries = Object.entries(tree).map(([name, node]) => {
    const here = [...path, name];
    if (!isProcedure(node)) return [name, questionsOf(node, here)];
    const question = (input: unknown) => ({
      queryKey: [...here, input],
      queryFn: (asking: Asking) =>
        askKeeping(async () => (await callAt(here))(input, { signal: asking.signal }), asking),
    });
    return [name, question];
  });
  return Object.fromEntries(entries);
}

function actsOf(tree: ApiTree, path: readonly string[]): unknown {
  const entries = Object.entries(tree).map(([name, node]) => {
    const here = [...path, name];
    if (!isProcedure(node)) return [name, actsOf(node, here)];
    const send = async (wire: unknown) => {
      assertLinked();
      return (await callAt(here))(wire);
    };
    return [name, { path: here.join('.'), send }];
  });
  return Object.fromEntries(entries);
}

/** Every question of the office. */
export const ask = questionsOf(officeApi, []) as Questions<typeof officeApi>;

/** Every act of the office. */
export const act = actsOf(officeApi, []) as Acts<typeof officeApi>;
