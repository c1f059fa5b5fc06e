import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { enrol } from '#electron/lan/enrol.ts';
import type { LinkTo } from '#electron/transports/lan-link.ts';
import { migrationsFolder } from './first-pages.ts';
import { type TestOffice } from './office.ts';

/** What a host in a process of its own is asked. */
export type HostOrder =
  | { readonly id: number; readonly kind: 'call'; readonly path: string; readonly input: unknown }
  | { readonly id: number; readonly kind: 'advance'; readonly ms: number }
  | { readonly id: number; readonly kind: 'measure' | 'stop' };

/** What a host holds and has used up. */
export type HostMeasure = {
  readonly heapUsed: number;
  readonly resources: number;
  /** Open files and sockets, as the system counts them; 0 where it does not say. */
  readonly files: number;
  readonly cpuMs: number;
  readonly sockets: number;
  /** What it logged as an error, and what it printed where nobody looks. */
  readonly faults: readonly string[];
};

/** An office that is served in a process of its own. */
export type HostProcess = {
  readonly port: number;
  /** What the manager at the host's own window does. */
  readonly manager: <T>(procedure: string, input?: unknown) => Promise<T>;
  readonly measure: () => Promise<HostMeasure>;
  /** Lets time pass on its clock. */
  readonly advance: (ms: number) => Promise<void>;
  /** Pairs a new terminal over the wire and gives its pass. */
  readonly pair: (name: string) => Promise<LinkTo>;
  readonly close: () => Promise<void>;
  /** Falls without a word, as a PC does whose cable was pulled. */
  readonly kill: () => Promise<void>;
  /** Serves the same folder again at the same port, after it was killed. */
  readonly again: () => Promise<HostProcess>;
};

const program = '0.1.0';

/** Closes a test office and serves its folder from another process, whose own window is the manager's. */
export async function hostInProcess(
  desk: TestOffice,
  manager: number,
  { callsInTenSeconds = 1_000, network }: { callsInTenSeconds?: number; network?: HostNetwork } = {},
): Promise<HostProcess> {
  await desk.office.close();
  return started(desk, { manager, callsInTenSeconds, port: 0, aheadMs: 0, network });
}

/** In which network a host runs, by what its process is started, and where it is reached. */
export type HostNetwork = { readonly inside: readonly string[]; readonly address: string };

const thisNetwork: HostNetwork = { inside: [], address: '127.0.0.1' };

type Start = {
  readonly manager: number;
  readonly callsInTenSeconds: number;
  readonly port: number;
  readonly aheadMs: number;
  readonly network: HostNetwork | undefined;
};

async function started(desk: TestOffice, start: Start): Promise<HostProcess> {
  const { folder, rootKey } = desk;
  const numbers = [start.manager, start.callsInTenSeconds, start.port, start.aheadMs].map(String);
  let { aheadMs } = start;
  const { inside, address } = start.network ?? thisNetwork;
  const [executable = '', ...args] = [
    ...inside,
    ...[process.execPath, '--expose-gc', path.resolve('tests/support/host-child.ts')],
    ...[folder, rootKey.toString('hex'), migrationsFolder, ...numbers, address],
  ];
  const child = spawn(executable, args, {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  // A test that fails half-way must not leave its host behind.
  onTestFinished(() => void child.kill('SIGKILL'));
  const complaints: string[] = [];
  child.stderr?.on('data', (part: Buffer) => complaints.push(part.toString('utf8')));
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  const ready = once(child, 'message') as Promise<[{ port: number }]>;
  child.on('message', (message: { id?: number; result?: never; error?: string }) => {
    const asked = message.id === undefined ? undefined : waiting.get(message.id);
    if (message.error === undefined) asked?.resolve(message.result as never);
    else asked?.reject(new Error(message.error));
  });
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`The host has ended with ${code}`));
  });
  let orders = 0;
  const order = <T>(asked: Record<string, unknown>): Promise<T> =>
    new Promise((resolve, reject) => {
      orders += 1;
      waiting.set(orders, { resolve, reject });
      child.send({ id: orders, ...asked });
    });
  const [{ port }] = await ready;
  const call = <T>(procedure: string, input: unknown = {}) => order<T>({ kind: 'call', path: procedure, input });
  return {
    port,
    manager: call,
    measure: async () => {
      const measured = await order<HostMeasure>({ kind: 'measure' });
      return { ...measured, faults: [...measured.faults, ...complaints] };
    },
    advance: async (ms) => {
      aheadMs += ms;
      await order({ kind: 'advance', ms });
    },
    pair: async (name) => {
      await call('terminals.openPairing', { kind: 'one' });
      const { open } = await call<{ open: { code: string } }>('terminals.pairing');
      const to = { address, port };
      const { authority, token } = await enrol({ ...to, code: open.code, name, program, token: null });
      return { host: to.address, port, authority, token, program };
    },
    close: async () => {
      const gone = once(child, 'exit');
      await order({ kind: 'stop' });
      await gone;
    },
    kill: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
    again: () => started(desk, { ...start, port, aheadMs }),
  };
}
