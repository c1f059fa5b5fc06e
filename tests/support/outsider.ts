import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { connect } from 'node:net';

/** What somebody on the network asks of a host, and what comes back. */
export type Asked = {
  readonly port: number;
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** From which address of this computer. */
  readonly from?: string;
};

/** An answer as a stranger sees it. */
export type Answer = { readonly status: number; readonly headers: IncomingMessage['headers']; readonly text: string };

/** Asks a host over TLS whom one does not believe: a stranger has nothing pinned. */
export function askOver(asked: Asked): Promise<Answer> {
  const { port, method = 'GET', path, headers = {}, body, from } = asked;
  return new Promise((resolve, reject) => {
    const asking = request(
      {
        ...{ host: '127.0.0.1', port, method, path, rejectUnauthorized: false, agent: false },
        headers: { ...headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) },
        ...(from === undefined ? {} : { localAddress: from }),
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(parts).toString('utf8'),
          }),
        );
        response.on('error', reject);
      },
    );
    asking.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text: '' });
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

/** Asks to be let in as a window of a terminal. */
export function knock(port: number, path: string, headers: Readonly<Record<string, string>>, from?: string) {
  const upgrade = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  };
  return askOver({ port, path, headers: { ...upgrade, ...headers }, ...(from === undefined ? {} : { from }) });
}

/** Speaks to a host without TLS; what it says until it hangs up. */
export function speakPlainly(port: number, words: string): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(words));
    socket.on('data', (part) => {
      heard += part.toString('latin1');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(heard));
  });
}
