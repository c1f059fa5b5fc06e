import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { renderWorker } from '#electron/server/documents/render-worker.ts';
import { documentKinds } from '#shared/documents/index.ts';
import { testPage } from '#shared/documents/test-page/kind.ts';
import { instantOf, localDate } from '#shared/kernel/local-date.ts';
import { fontsInto } from './office/fonts-into.ts';

const root = path.resolve(import.meta.dirname, '..');

/** Renders one specimen of each kind, sheet and state into a folder and gives the names of the files. */
export async function specimens(out: string): Promise<string[]> {
  mkdirSync(out, { recursive: true });
  const fonts = fontsInto(mkdtempSync(path.join(tmpdir(), 'zhiye-fonts-')));
  const port = renderWorker({ worker: path.join(root, 'electron/workers/render-pdf.ts'), fonts, log: console.error });
  const names: string[] = [];
  const save = (name: string, bytes: Uint8Array) => {
    writeFileSync(path.join(out, `${name}.pdf`), bytes);
    names.push(`${name}.pdf`);
  };
  try {
    for (const one of Object.values(documentKinds)) {
      const { kind, papers, sample, numberPrefix, copies } = one;
      const variants = 'variants' in one ? (one.variants ?? {}) : {};
      for (const paper of papers) {
        const order = { kind, data: sample, number: `${numberPrefix}-2026-0018`, version: 1, paper };
        const { bytes } = await port.render(order);
        save(`${kind}.${paper}`, bytes);
        save(`${kind}.${paper}.draft`, (await port.render({ ...order, draft: true })).bytes);
        const at = instantOf(localDate('2026-11-16'), 632);
        const print = { bytes, firstCopy: 1, copies: 1, of: copies, reprint: 1, operator: '蒋雪梅', at, duplex: false };
        save(`${kind}.${paper}.reprint`, (await port.stamp(print)).bytes);
        for (const [name, data] of Object.entries(variants))
          save(`${kind}.${paper}.${name}`, (await port.render({ ...order, data })).bytes);
      }
    }
    for (const paper of testPage.papers) {
      const order = { kind: testPage.kind, number: '', version: 1, paper };
      save(`${testPage.kind}.${paper}`, (await port.render({ ...order, data: testPage.sample })).bytes);
    }
  } finally {
    await port.close();
    rmSync(fonts, { recursive: true, force: true });
  }
  return names;
}

if (import.meta.main) {
  const at = process.argv.indexOf('--out');
  const out = at > 0 ? process.argv[at + 1] : 'documents';
  if (out === undefined) throw new Error('--out needs a folder');
  for (const name of await specimens(path.resolve(out))) console.log(path.join(out, name));
}
