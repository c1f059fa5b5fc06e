import { createHash } from 'node:crypto';

/** The hash under which a token is kept: it has 256 bits of chance, so a slow hash would add nothing. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
