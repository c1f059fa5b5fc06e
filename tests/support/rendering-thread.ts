import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { renderWorker } from '#electron/server/documents/render-worker.ts';
import type { RenderOrder } from '#shared/documents/rendering.ts';

/** What a process is told that makes papers on a render thread, one after the other. */
export type RenderingOrder = {
  readonly worker: string;
  readonly fonts: string;
  /** Holds `orders.json`; gets a mark before each paper and its pages behind it. */
  readonly folder: string;
};

/** The file that is opened before a paper is ordered: whoever watches the process finds its place by it. */
export const markOf = (folder: string, paper: number): string => path.join(folder, `ordered-${paper}`);
/** The pages of a paper. */
export const pagesOf = (folder: string, paper: number): string => path.join(folder, `paper-${paper}.pdf`);

// A render port in a process of its own, for whoever watches what it asks of the system. Argument: a `RenderingOrder`.
async function run({ worker, fonts, folder }: RenderingOrder): Promise<void> {
  const orders: readonly Omit<RenderOrder, 'job'>[] = JSON.parse(
    readFileSync(path.join(folder, 'orders.json'), 'utf8'),
  );
  const port = renderWorker({ worker, fonts, threads: 1, log: (line) => console.error(line) });
  for (const [index, order] of orders.entries()) {
    writeFileSync(markOf(folder, index), '');
    const { bytes } = await port.render(order);
    writeFileSync(pagesOf(folder, index), bytes);
  }
  writeFileSync(markOf(folder, orders.length), '');
  await port.close();
}

if (process.argv[1] === import.meta.filename) await run(JSON.parse(process.argv[2] ?? ''));
