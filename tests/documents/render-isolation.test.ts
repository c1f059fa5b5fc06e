import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fontsInto } from '#scripts/office/fonts-into.ts';
import type { SaleContractData } from '#shared/documents/sale-contract/data.ts';
import { saleContractSample } from '#shared/documents/sale-contract/sample.ts';
import * as edit from '#shared/domain/contracts/templates/edit-text.ts';
import { canReadPapers, textOfPaper } from '#tests/support/paper-text.ts';
import { notRun } from '#tests/support/proof-size.ts';
import { markOf, pagesOf, type RenderingOrder } from '#tests/support/rendering-thread.ts';
import { straced, straceWorks } from '#tests/support/strace.ts';
import { type Reached, reachedIn, watching } from '#tests/support/system-reach.ts';
import { workerModule } from '#tests/support/workers.ts';
import { temporaryFolder } from '../unit/electron/temporary-folder.ts';

const child = path.resolve(import.meta.dirname, '../support/rendering-thread.ts');
const works = straceWorks && canReadPapers;
if (!works) notRun('what the making of a contract reaches', 'strace');

/** What Node opens by itself when a thread starts. */
const ofNode = /^(?:\/dev\/null|\/proc\/(?:self\/(?:cgroup|maps)|meminfo)|\/sys\/fs\/cgroup\/.*|.*\/package\.json)$/;

/**
 * Words that some program or other would follow: a path, an address, markup, an include, a picture of pdfmake's, a pattern
 * of a template language, a shell's.
 */
const hostile = (secret: string) => [
  secret,
  `file://${secret}`,
  '../../../../../../etc/passwd',
  'C:\\Windows\\win.ini',
  '\\\\127.0.0.1\\share\\terms.txt',
  'http://127.0.0.1:9/contract.png',
  `{image:"${secret}"}`,
  '<img src="http://127.0.0.1:9/x.png">',
  `![](${secret})`,
  '@import url("http://127.0.0.1:9/x.css")',
  `\\input{${secret}}`,
  '{{constructor.constructor("return process")()}}',
  `$${'{process.mainModule.require("child_process")}'}`,
  `$(cat ${secret})`,
  'data:image/png;base64,iVBORw0KGgo=',
  '__proto__',
];

/** A contract that says them wherever a person can write: in clauses, titles and notes, in fields, names and annexes. */
function saying(words: readonly string[]): SaleContractData {
  const { draft, text } = saleContractSample;
  const [first = ''] = words;
  const clauses = words.reduce((all, one) => edit.withParagraph(all, 'taxes', null, [`双方约定：${one}`]), text);
  const own = edit.withArticle(clauses, 8, first, words.join('；'));
  return {
    text: { ...own, notes: [...own.notes, [...words]] },
    draft: {
      ...draft,
      project: { name: words[1] ?? '', address: words[2] ?? '' },
      buyers: draft.buyers.map((buyer, index) => ({ ...buyer, name: words[index] ?? '', address: words[index] ?? '' })),
      fields: { ...draft.fields, landUse: first, surveyor: words[5] ?? '' },
      annexes: { ...draft.annexes, ownTerms: [...words] },
    },
    maker: first,
  };
}

/**
 * Makes papers in a process that is watched from its start, threads and all. Gives what it reached for from the order of
 * one paper to that of another.
 */
function watched(folder: string, fonts: string, worker: string, papers: readonly unknown[]) {
  const orders = papers.map((data, index) => ({
    ...{ kind: 'saleContract', data, number: `HT-2026-000${index + 1}`, version: 1 },
  }));
  writeFileSync(path.join(folder, 'orders.json'), JSON.stringify(orders));
  const log = path.join(folder, 'calls');
  const order: RenderingOrder = { worker, fonts, folder };
  const [strace = '', ...options] = straced(watching(log));
  execFileSync(strace, [...options, process.execPath, child, JSON.stringify(order)], { stdio: 'pipe' });
  return (from: number, to: number): Reached => reachedIn(log, markOf(folder, from), markOf(folder, to));
}

describe.skipIf(!works)('A contract whose words look like files, addresses and programs', () => {
  it('is printed with these words, while no file is opened but typefaces and code, no socket, and no program begins', {
    timeout: 240_000,
  }, () => {
    const folder = temporaryFolder({ secret: 'never read' });
    const fonts = fontsInto(temporaryFolder(), symlinkSync);
    const worker = workerModule('render-pdf');
    const words = hostile(path.join(folder, 'secret'));
    const reached = watched(folder, fonts, worker, [saleContractSample, saying(words)]);
    const said = textOfPaper(readFileSync(pagesOf(folder, 1))).replace(/\s/gu, '');
    for (const one of words) expect(said).toContain(one.replace(/\s/gu, ''));
    const faces = readdirSync(fonts).map((file) => path.join(fonts, file));
    // A thread that has made a paper needs nothing any more but what it has not read of the typefaces.
    const later = reached(1, 2);
    const expected = [...faces, markOf(folder, 1), pagesOf(folder, 1)];
    expect(later.opened.filter((file) => !expected.includes(file))).toEqual([]);
    // One that starts reads its code, and Node looks at the memory that there is and at the kind of its modules.
    const all = reached(0, 2);
    const code = readdirSync(path.dirname(worker)).map((file) => path.join(path.dirname(worker), file));
    const before = [...faces, ...code, process.execPath, markOf(folder, 0), pagesOf(folder, 0)];
    const others = all.opened.filter((file) => ![...expected, ...before].includes(file));
    expect(others.filter((file) => !ofNode.test(file))).toEqual([]);
    expect(all.opened).toContain(path.join(fonts, 'NotoSerifSC_400Regular.ttf'));
    expect(all.sockets).toEqual([]);
    expect(all.programs).toEqual([]);
  });

  it('would be found out: a thread that opens a file, a socket and a program is seen doing it', () => {
    const folder = temporaryFolder({ secret: 'read' });
    const secret = path.join(folder, 'secret');
    const worker = path.join(folder, 'worker.mjs');
    writeFileSync(
      worker,
      `import { execFileSync } from 'node:child_process';
      import { readFileSync } from 'node:fs';
      import { connect } from 'node:net';
      import { parentPort } from 'node:worker_threads';
      parentPort.on('message', ({ id }) => {
        readFileSync(${JSON.stringify(secret)});
        execFileSync('/bin/true');
        const socket = connect({ host: '127.0.0.1', port: 9 });
        socket.on('error', () => {
          parentPort.postMessage({ id, ok: true, value: { bytes: new Uint8Array([1]), pages: 1, hash: 'ab' } });
        });
      });`,
    );
    const reached = watched(folder, folder, worker, [saleContractSample])(0, 1);
    expect(reached.opened).toContain(secret);
    expect(reached.sockets.join()).toMatch(/AF_INET.*9/);
    expect(reached.programs).toContain('/bin/true');
  });
});
