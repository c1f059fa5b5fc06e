import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import type { TestAuthority } from '#tests/support/authority.ts';

/** A bare WebSocket over TLS without anything of ours, to measure against. */
export type BareWss = {
  readonly port: number;
  readonly server: WebSocketServer;
  readonly client: () => Promise<WebSocket>;
  readonly close: () => void;
};

export async function bareWss({ cert, key, authority }: TestAuthority): Promise<BareWss> {
  const https = createServer({ cert, key, minVersion: 'TLSv1.3' });
  const server = new WebSocketServer({ server: https, perMessageDeflate: false });
  https.listen(0, '127.0.0.1');
  await once(https, 'listening');
  const { port } = https.address() as AddressInfo;
  return {
    port,
    server,
    client: async () => {
      const socket = new WebSocket(`wss://localhost:${port}`, { ca: authority, perMessageDeflate: false });
      await once(socket, 'open');
      return socket;
    },
    close: () => {
      for (const socket of server.clients) socket.terminate();
      https.close();
    },
  };
}
