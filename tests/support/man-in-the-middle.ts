import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { lanPaths } from '#shared/api/lan.ts';
import type { TestAuthority } from './authority.ts';
import { askOver } from './outsider.ts';

/** Somebody between a terminal and its host, with a certificate of their own, who sees and passes on what they like. */
export type ManInTheMiddle = { readonly port: number; readonly heard: readonly string[]; close(): Promise<void> };

/**
 * Answers as the host would and passes everything on to it. With `ownAuthority` the terminal is shown the authority of the
 * one in between instead of the host's, as it must be for the terminal to come back to them.
 */
export async function manInTheMiddle(
  target: number,
  own: TestAuthority,
  options: { readonly ownAuthority: boolean },
): Promise<ManInTheMiddle> {
  const heard: string[] = [];
  const server = createServer({ cert: own.cert, key: own.key, minVersion: 'TLSv1.3' }, (request, response) => {
    void (async () => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(Buffer.from(part));
      const body = Buffer.concat(parts).toString('utf8');
      const path = request.url ?? '';
      heard.push(path);
      const answer = await askOver({ port: target, method: request.method ?? 'GET', path, body });
      const passed =
        options.ownAuthority && path === lanPaths.enrolBegin && answer.status === 200
          ? JSON.stringify({ ...(JSON.parse(answer.text) as object), authority: own.authority })
          : answer.text;
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(passed);
    })();
  });
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    heard,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
