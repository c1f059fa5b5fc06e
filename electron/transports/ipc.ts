import type { Context } from '@orpc/server';
import type { RPCHandler } from '@orpc/server/message-port';

/** What is needed of a port: Electron's `MessagePortMain`, or a port of `worker_threads` in tests. */
export type IpcPort = Parameters<RPCHandler<Context>['upgrade']>[0] & {
  on(event: 'close', listener: () => void): unknown;
  start(): void;
  close(): void;
};

/** One page that talks to the office. A reload makes a new one. */
export type IpcConnection = {
  readonly id: number;
  readonly windowId: number;
  /** Aborts when the page is gone. */
  readonly gone: AbortSignal;
  readonly close: () => void;
};

export type IpcServer = {
  /** Serves a port; a window's earlier connection is closed first, for a page has one. */
  readonly accept: (port: IpcPort, windowId: number) => IpcConnection;
  readonly closeWindow: (windowId: number) => void;
  readonly connections: () => readonly IpcConnection[];
  readonly close: () => void;
};

/** `new RPCHandler(router, options)` of oRPC's message port adapter; interceptors and plugins are its own options. */
export type PortHandler<T> = { upgrade(port: IpcPort, options: { context: T }): void };

/**
 * Serves a router over message ports: bytes in, router call, envelope out; no rules here. `makeContext` is asked once for
 * each connection.
 */
export function serveIpc<T>(handler: PortHandler<T>, makeContext: (connection: IpcConnection) => T): IpcServer {
  const open = new Map<number, IpcConnection>();
  let accepted = 0;

  const accept = (port: IpcPort, windowId: number): IpcConnection => {
    open.get(windowId)?.close();
    const gone = new AbortController();
    const connection: IpcConnection = {
      id: ++accepted,
      windowId,
      gone: gone.signal,
      close: () => {
        if (gone.signal.aborted) return;
        gone.abort();
        if (open.get(windowId) === connection) open.delete(windowId);
        port.close();
      },
    };
    open.set(windowId, connection);
    port.on('close', connection.close);
    handler.upgrade(port, { context: makeContext(connection) });
    port.start();
    return connection;
  };

  return {
    accept,
    closeWindow: (windowId) => open.get(windowId)?.close(),
    connections: () => [...open.values()],
    close: () => {
      for (const connection of [...open.values()]) connection.close();
    },
  };
}
