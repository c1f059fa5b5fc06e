import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { workersFolderVariable } from './workers.ts';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * Bundles the program's threads for the suites that start them, as a build does, and hands the folder to the test
 * processes. In plain Node a `.ts` thread carries the WebAssembly of Node's type stripping; V8 breaks the whole process
 * now and then when such threads are started and ended one after the other (nodejs/node#64500), and a test office starts
 * its own. The program's threads are bundled and have none.
 */
export async function setup(): Promise<() => void> {
  // Beside the packages, so that the native ones are found from there.
  const cache = path.join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, 'zhiye-test-workers-'));
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      rolldownOptions: {
        external: ['better-sqlite3', '@node-rs/argon2'],
        input: ['render-pdf', 'read-price-list', 'long-acts'].map((name) =>
          path.join(root, 'electron/workers', `${name}.ts`),
        ),
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  });
  // pdfkit looks for the metrics of its standard fonts beside itself.
  cpSync(path.join(root, 'node_modules/pdfkit/js/data'), path.join(folder, 'data'), { recursive: true });
  process.env[workersFolderVariable] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
