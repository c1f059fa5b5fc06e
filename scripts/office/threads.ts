import path from 'node:path';

/** The program's threads, by the names of their files. */
export const threads = [
  'render-pdf',
  'read-price-list',
  'read-scans',
  'long-acts',
  'move-office',
  'back-up-office',
  'restore-office',
  'change-keys',
] as const;
/** See {@link threads}. */
export type ThreadName = (typeof threads)[number];

/** The bundled module of a thread. */
export function bundledWorker(folder: string, name: ThreadName): string {
  return path.join(folder, `${name}.cjs`);
}
