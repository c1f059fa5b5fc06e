import { createHash } from 'node:crypto';

/** SHA-256 over files in their order: what an import is known by. */
export function hashOfFiles(files: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const bytes of files) hash.update(bytes);
  return hash.digest('hex');
}
