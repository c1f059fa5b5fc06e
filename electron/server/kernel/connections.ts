import { type Connection, connectionAt } from './session.ts';

/** Every window that is connected, of the host and of terminals. */
export type Connections = {
  open(terminal: string, more?: Partial<Connection>): Connection;
  /** The window is gone for good, and its session with it. */
  close(connection: Connection): void;
  all(): readonly Connection[];
  /** Ends the session of a window from elsewhere; `by` is told to whoever sits there. */
  end(connection: Connection, by: string | null): void;
  /** Ends every session of an account, but for that of the window where it was asked for. */
  endAll(accountId: number, except: Connection): void;
  /** Hears of each window whose session was ended from elsewhere. Returns how to stop. */
  onEnded(listener: (connection: Connection) => void): () => void;
};

/** The windows of one office. */
export function createConnections(): Connections {
  const open = new Set<Connection>();
  const listeners = new Set<(connection: Connection) => void>();
  let opened = 0;

  function end(connection: Connection, by: string | null): void {
    connection.session = undefined;
    connection.endedBy = by;
    for (const listener of [...listeners]) listener(connection);
  }

  return {
    open: (terminal, more) => {
      opened += 1;
      const connection = connectionAt(opened, terminal, more);
      open.add(connection);
      return connection;
    },
    close: (connection) => {
      connection.session = undefined;
      open.delete(connection);
    },
    all: () => [...open],
    end,
    endAll: (accountId, except) => {
      for (const connection of open)
        if (connection !== except && connection.session?.accountId === accountId) end(connection, null);
    },
    onEnded: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
