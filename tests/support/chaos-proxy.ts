import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** How a wire breaks: closed politely, torn, or dead without a word (a pulled cable). */
export const waysToCut = ['end', 'reset', 'silence'] as const;

/** A cut to come: after so many more bytes in one direction. */
export type Cut = {
  readonly direction: 'up' | 'down';
  readonly afterBytes: number;
  readonly how: (typeof waysToCut)[number];
};

/** A wire between terminals and their host that a test delays and cuts. */
export type ChaosProxy = {
  readonly port: number;
  /** Arms the next cut; one that was armed before and did not come is replaced. */
  readonly cutNext: (cut: Cut) => void;
  /** How many cuts have come. */
  readonly cuts: () => number;
  /** True while a cut is armed and has not come. */
  readonly armed: () => boolean;
  /** Refuses everybody until it is called with false. */
  readonly down: (down: boolean) => void;
  readonly close: () => Promise<void>;
};

/** Opens a proxy on this PC. `delayMs`: how long each piece is on its way. */
export async function chaosProxy(target: number, delayMs: () => number = () => 0): Promise<ChaosProxy> {
  let pending: Cut | undefined;
  let passed = 0;
  let cuts = 0;
  let isDown = false;
  const sockets = new Set<Socket>();

  const server = createServer((terminal) => {
    if (isDown) return void terminal.resetAndDestroy();
    const host = connect(target, '127.0.0.1');
    const both = [terminal, host] as const;
    let silent = false;
    for (const socket of both) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        for (const other of both) other.destroy();
      });
    }
    const cut = ({ how }: Cut): void => {
      pending = undefined;
      cuts += 1;
      if (how === 'silence') silent = true;
      for (const socket of both) {
        if (how === 'end') socket.destroySoon();
        else if (how === 'reset') socket.resetAndDestroy();
      }
    };
    const carry = (from: Socket, to: Socket, direction: Cut['direction']): void => {
      let before: Promise<unknown> = Promise.resolve();
      from.on('data', (bytes: Buffer) => {
        const delay = delayMs();
        before = before.then(async () => {
          if (delay > 0) await wait(delay);
          if (silent || to.destroyed) return;
          if (pending?.direction !== direction) return void to.write(bytes);
          const left = pending.afterBytes - passed;
          if (bytes.length < left) {
            passed += bytes.length;
            to.write(bytes);
            return;
          }
          if (left > 0) await new Promise((written) => to.write(bytes.subarray(0, left), written));
          if (pending !== undefined) cut(pending);
        });
      });
    };
    carry(terminal, host, 'up');
    carry(host, terminal, 'down');
  });

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cutNext: (cut) => {
      pending = cut;
      passed = 0;
    },
    cuts: () => cuts,
    armed: () => pending !== undefined,
    down: (down) => {
      isDown = down;
      if (down) for (const socket of sockets) socket.resetAndDestroy();
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
