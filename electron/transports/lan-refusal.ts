import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { DomainError } from '#shared/kernel/errors.ts';

/** A refusal as it goes over the wire outside of the router. */
export function refusalBody({ code, params }: DomainError): string {
  return JSON.stringify({ code, params: params ?? {} });
}

/** The HTTP status of a refusal. */
export function statusOf({ code }: DomainError): number {
  if (code === 'TOO_MANY_REQUESTS') return 429;
  if (code === 'PROTOCOL_HOST_OLDER' || code === 'PROTOCOL_TERMINAL_OLDER') return 426;
  if (code === 'INVALID_INPUT') return 400;
  if (code === 'NOT_FOUND') return 404;
  return code === 'INTERNAL' ? 500 : 401;
}

/** Refuses an upgrade in words that the other side can read, and closes. */
export function refuseUpgrade(socket: Duplex, refusal: DomainError): void {
  const status = statusOf(refusal);
  const body = refusalBody(refusal);
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}
