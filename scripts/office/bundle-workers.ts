import { cpSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { threads } from './threads.ts';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * Bundles the program's threads into a folder, as a build does. In plain Node a `.ts` thread carries the WebAssembly of
 * Node's type stripping; V8 breaks the whole process now and then when such threads are started and ended one after the
 * other (nodejs/node#64500). The folder must lie where the native packages are found from.
 */
export async function bundleWorkers(folder: string): Promise<void> {
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
        input: threads.map((name) => path.join(root, 'electron/workers', `${name}.ts`)),
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  });
  // pdfkit looks for the metrics of its standard fonts beside itself.
  cpSync(path.join(root, 'node_modules/pdfkit/js/data'), path.join(folder, 'data'), { recursive: true });
}
