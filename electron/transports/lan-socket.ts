import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';

/** How often each side asks whether the other is still there, and after how long without an answer it is not, ms. */
export type Beat = { readonly everyMs: number; readonly silenceMs: number };

const usualBeat: Beat = { everyMs: 5_000, silenceMs: 12_000 };

/**
 * Asks the other side of a socket now and then whether it is there, and ends the socket when it is not: a pulled cable says
 * nothing by itself. Returns how to stop.
 * `say` gives what is told with each question, 125 bytes at most.
 */
export function beating(socket: WebSocket, { everyMs, silenceMs } = usualBeat, say?: () => string): () => void {
  let heard = performance.now();
  const hear = (): void => {
    heard = performance.now();
  };
  socket.on('pong', hear);
  socket.on('ping', hear);
  socket.on('message', hear);
  const timer = setInterval(() => {
    if (performance.now() - heard > silenceMs) socket.terminate();
    else if (socket.readyState === socket.OPEN) socket.ping(say?.() ?? '');
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * A socket whose sending is done when its bytes have left: a stream waits for that before it takes its next item, so that a
 * slow terminal gets one that sums up what it missed (`createLiveHub`) instead of a backlog.
 */
export function flushing(socket: WebSocket): Pick<WebSocket, 'addEventListener' | 'send'> {
  const send = (message: Parameters<WebSocket['send']>[0]): Promise<void> =>
    new Promise((resolve) => {
      // What is said into a line that has just gone is nobody's fault: the call ends with its socket, which may not know yet.
      socket.send(message, (error) => {
        if (error != null) socket.terminate();
        resolve();
      });
    });
  return { addEventListener: socket.addEventListener.bind(socket), send: send as unknown as WebSocket['send'] };
}

/** Where a socket comes from: an address of version 4 as people write it, also on a line that takes both versions. */
export function addressOf({ remoteAddress = '' }: Pick<Socket, 'remoteAddress'>): string {
  return remoteAddress.replace(/^::ffff:(?=\d+\.)/, '');
}
