import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serialize } from 'node:v8';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { testRenderer } from './fonts.ts';

/** How many answers are kept; test offices make a few hundred papers in a process, most of them alike. */
const KEPT = 300;

/**
 * A port that asks another only what it has not asked before: the same order makes the same pages, and offices of tests
 * order the same ones again and again. What was refused is asked anew. Its end is not the end of the other.
 */
function remembering(port: RenderPort): RenderPort {
  const kept = new Map<string, Promise<unknown>>();

  function once<O, V>(job: string, ask: (order: O) => Promise<V>): (order: O) => Promise<V> {
    return async (order) => {
      const key = createHash('sha256').update(job).update(serialize(order)).digest('hex');
      const answered = (kept.get(key) as Promise<V> | undefined) ?? ask(order);
      kept.set(key, answered);
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
      try {
        // Whoever is answered may do with it what they like.
        return structuredClone(await answered);
      } catch (error) {
        kept.delete(key);
        throw error;
      }
    };
  }

  return {
    ...port,
    render: once('render', port.render),
    readBack: once('read', port.readBack),
    close: async () => undefined,
  };
}

let press: RenderPort | undefined;

/**
 * The press of all test offices of a process: one thread that has its typefaces read, since starting it costs more than most
 * papers. It keeps nothing of a paper that could get into another. `tests/documents` starts threads of its own.
 */
export function sharedPress(): RenderPort {
  if (press === undefined) {
    const fonts = mkdtempSync(path.join(tmpdir(), 'zhiye-fonts-'));
    process.once('exit', () => rmSync(fonts, { recursive: true, force: true }));
    press = remembering(testRenderer(fonts));
  }
  return press;
}
