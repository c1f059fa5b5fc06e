import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { paperData } from '#electron/server/documents/render-port.ts';
import { renderThreads, renderWorker } from '#electron/server/documents/render-worker.ts';
import { documentKinds } from '#shared/documents/index.ts';
import { cityPdf } from '../support/city-pdf.ts';
import { testRenderer } from '../support/fonts.ts';
import { temporaryFolder } from '../unit/electron/temporary-folder.ts';

const { sample } = documentKinds.depositReceipt;
const order = { kind: 'depositReceipt', data: sample, number: 'SJ-2026-0001', version: 1 } as const;

/** A render port whose thread runs this program instead of the real one. */
function portOn(program: string, { timeoutMs = 5_000, threads = 1 } = {}) {
  const folder = temporaryFolder();
  const worker = path.join(folder, 'worker.mjs');
  writeFileSync(worker, `import { parentPort } from 'node:worker_threads';\n${program}`);
  const log: string[] = [];
  const port = renderWorker({ worker, fonts: folder, timeoutMs, threads, log: (line) => log.push(line) });
  onTestFinished(() => port.close());
  return { port, log };
}

const answering = `({ id }) => parentPort.postMessage({ id, ok: true, value: { bytes: new Uint8Array([1]), pages: 1, hash: 'ab' } })`;

describe('the render thread', () => {
  it('refuses data that contradict themselves and says which path, not which value, in the log', async () => {
    const log: string[] = [];
    const port = testRenderer(temporaryFolder(), { log: (line) => log.push(line) });
    onTestFinished(() => port.close());
    const data = { ...sample, lines: [], payers: ['周琳'] };
    await expect(port.render({ ...order, data })).rejects.toMatchObject({ code: 'PAPER_DATA_INVALID' });
    expect(log.join()).toContain('lines');
    expect(log.join()).not.toContain('周琳');
    expect(() => paperData({ kind: 'depositReceipt', data })).toThrow(
      expect.objectContaining({ code: 'PAPER_DATA_INVALID' }),
    );
  });

  it('makes papers that are ordered together one after the other, each its own', async () => {
    const port = testRenderer(temporaryFolder());
    onTestFinished(() => port.close());
    const numbers = ['SJ-2026-0001', 'SJ-2026-0002', 'SJ-2026-0003'];
    const papers = await Promise.all(numbers.map((number) => port.render({ ...order, number })));
    expect(new Set(papers.map((paper) => paper.sha256)).size).toBe(3);
    expect(new Set(papers.map((paper) => paper.dataSha256)).size).toBe(1);
  });

  it('reads PDFs of other systems, whose signs are named by character maps, and says when one is no PDF', async () => {
    const port = testRenderer(temporaryFolder());
    onTestFinished(() => port.close());
    const [page] = await port.readBack(cityPdf('买受人袁清瑶购买1幢2单元1402号房'));
    expect(page?.bare).toBe('买受人袁清瑶购买1幢2单元1402号房');
    await expect(port.readBack(new TextEncoder().encode('no pages'))).rejects.toMatchObject({ code: 'RENDER_FAILED' });
  });

  it('is given up when a paper takes too long, and the next paper gets a new thread', async () => {
    const { port } = portOn(
      `parentPort.on('message', ({ id, order }) => {
      if (order.number === 'SJ-2026-0001') for (;;);
      parentPort.postMessage({ id, ok: true, value: { bytes: new Uint8Array([1]), pages: 1, hash: 'ab' } });
    });`,
      { timeoutMs: 500 },
    );
    const slow = port.render(order);
    const quick = port.render({ ...order, number: 'SJ-2026-0002' });
    await expect(slow).rejects.toMatchObject({ code: 'RENDER_TIMEOUT' });
    await expect(quick).resolves.toMatchObject({ pages: 1, dataSha256: 'ab' });
  });

  it('that breaks refuses its paper and leaves the others', async () => {
    const { port, log } = portOn(`parentPort.on('message', (message) => {
      if (message.order.number === 'SJ-2026-0001') process.exit(3);
      (${answering})(message);
    });`);
    const broken = port.render(order);
    const fine = port.render({ ...order, number: 'SJ-2026-0002' });
    await expect(broken).rejects.toMatchObject({ code: 'RENDER_FAILED' });
    await expect(fine).resolves.toMatchObject({ pages: 1 });
    expect(log).toEqual(['The render thread ended with 3']);
  });

  it('makes what somebody waits for before what belongs to a batch', async () => {
    const { port } = portOn(`parentPort.on('message', ${answering});`);
    const made: string[] = [];
    const number = (last: number) => `SJ-2026-000${last}`;
    const render = (last: number, turn?: 'batch') =>
      port.render({ ...order, number: number(last) }, turn).then(() => made.push(number(last)));
    await Promise.all([render(1, 'batch'), render(2, 'batch'), render(3, 'batch'), render(4), render(5)]);
    expect(made).toEqual([1, 4, 5, 2, 3].map(number));
  });

  it('has a second one beside it, so that a long paper keeps nobody waiting', async () => {
    const { port } = portOn(
      `parentPort.on('message', (message) => {
      if (message.order.number !== 'SJ-2026-0001') (${answering})(message);
    });`,
      { threads: 2 },
    );
    const long = port.render(order, 'batch');
    await expect(port.render({ ...order, number: 'SJ-2026-0002' })).resolves.toMatchObject({ pages: 1 });
    await Promise.all([expect(long).rejects.toMatchObject({ code: 'RENDER_FAILED' }), port.close()]);
  });

  it('are as many as the computer has cores for', () => {
    expect([1, 2, 4, 8, 32].map(renderThreads)).toEqual([1, 2, 2, 3, 3]);
  });

  it('that cannot start refuses, and nothing is made once it is closed', async () => {
    const port = renderWorker({ worker: path.join(temporaryFolder(), 'absent.mjs'), fonts: '' });
    await expect(port.render(order)).rejects.toMatchObject({ code: 'RENDER_FAILED' });
    await port.close();
    await expect(port.render(order)).rejects.toMatchObject({ code: 'RENDER_FAILED' });
  });
});
