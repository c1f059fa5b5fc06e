import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cupsPrintPort, readTrays } from '#electron/device/print-cups.ts';
import type { PrintOrder } from '#electron/device/print-port.ts';
import { documentKinds } from '#shared/documents/index.ts';
import { papers } from '#shared/documents/kit/paper.ts';
import { resources } from '#shared/i18n/index.ts';
import { chaosProxy } from '../support/chaos-proxy.ts';
import { canServePrinters, startCups, type TestCups } from '../support/cups.ts';
import { testRenderer } from '../support/fonts.ts';
import { mountsWork, smallDisk } from '../support/mounts.ts';
import { notRun } from '../support/proof-size.ts';
import { longFolder } from './folders.ts';
import { bareText, pagesOf } from './texts.ts';

/** What people read when a print was refused, in both languages; refused without words in either. */
function sentences(code: string): string[] {
  return (['zh-CN', 'en'] as const).map((language) => String(Reflect.get(resources[language].errors, code) ?? ''));
}

async function refusalOf(print: Promise<unknown>): Promise<string> {
  const code = await print.then(
    () => 'taken',
    (error: unknown) => String(Reflect.get(Object(error), 'code')),
  );
  for (const sentence of sentences(code)) expect(sentence).not.toBe('');
  return code;
}

describe.skipIf(!canServePrinters)('A print through CUPS (needs Debian packages cups and cups-client)', () => {
  let cups: TestCups;
  beforeEach(async () => {
    cups = await startCups();
  });
  afterEach(() => cups.close());

  const port = () => cupsPrintPort({ environment: cups.environment });
  const order = (part: Partial<PrintOrder> = {}): PrintOrder => ({
    ...{ printer: cups.queue, bytes: Buffer.from('%PDF-1.4\n'), copies: 1, media: 'A4', tray: '', title: '认购书' },
    ...{ duplex: false, ...part },
  });

  it('brings every copy with its number, each on sheets of its own, on the sheet, the tray and the sides that were ordered', async () => {
    const renderer = testRenderer(longFolder());
    const { sample } = documentKinds.subscriptionBook;
    const paper = await renderer.render({ kind: 'subscriptionBook', data: sample, number: 'RG-2026-0018', version: 1 });
    const marks = { firstCopy: 2, copies: 2, of: 4, reprint: 0, operator: '蒋雪梅', at: Date.UTC(2026, 10, 26) };
    const { bytes, pages } = await renderer.stamp({ bytes: paper.bytes, ...marks, duplex: true });
    await renderer.close();
    const { media } = papers.a4;
    const { jobId } = await port().print(order({ bytes, media, tray: 'Tray2', duplex: true }));
    const arrived = await cups.arrived();
    expect(await pagesOf(arrived)).toBe(pages);
    expect(pages % 2 === 0 || pages === paper.pages * 2 + 1).toBe(true);
    const text = await bareText(arrived);
    for (const copy of ['第2份/共4份', '第3份/共4份']) expect(text).toContain(copy);
    for (const other of ['第1份/共4份', '第4份/共4份']) expect(text).not.toContain(other);
    const kept = cups.ordered(jobId);
    expect(kept).toMatch(/sides \(keyword\) = two-sided-long-edge/);
    expect(kept).toMatch(/InputSlot \(\w+\) = Tray2/);
    expect(kept).toMatch(/media \(\w+\) = A4/);
    expect(cups.count()).toBe(1);
  });

  it('names a form of its own size, so that a receipt is not scaled to A4', async () => {
    const { jobId } = await port().print(order({ media: papers.form241.media }));
    expect(cups.ordered(jobId)).toContain(papers.form241.media);
  });

  it('to an unknown printer is refused, and nothing is sent', async () => {
    expect(await refusalOf(port().print(order({ printer: 'Nobody' })))).toBe('PRINTER_NOT_FOUND');
    expect(cups.waiting()).toEqual([]);
  });

  it('to a stopped printer is refused, so that it does not come out when nobody waits for it; once it runs, it prints', async () => {
    cups.stop();
    expect((await port().printers())[0]?.state).toBe('stopped');
    expect(await refusalOf(port().print(order()))).toBe('PRINTER_STOPPED');
    expect(cups.waiting()).toEqual([]);
    cups.start();
    await port().print(order());
    await cups.arrived();
    expect(cups.count()).toBe(1);
  });

  it('that waits for a printer which is switched off is taken out of the queue, so that it can’t come out later', async () => {
    const deaf = await startCups({ deaf: true });
    const printing = cupsPrintPort({ environment: deaf.environment });
    const { jobId } = await printing.print(order({ printer: deaf.queue }));
    expect(deaf.waiting()).toEqual([jobId]);
    // Whoever says that all is good is told that the queue still has it; of a job of no queue nothing is said.
    expect([...(await printing.unfinished([jobId, 'Keeper-999']))]).toEqual([[jobId, 'held']]);
    expect(await printing.withdraw(jobId)).toBe(true);
    expect(deaf.waiting()).toEqual([]);
    expect((await printing.unfinished([jobId])).get(jobId)).not.toBe('held');
    expect(await printing.withdraw(jobId)).toBe(false);
    expect(deaf.count()).toBe(0);
    await deaf.kill();
    await expect(printing.unfinished([jobId])).rejects.toMatchObject({ code: 'PRINT_QUEUE_SILENT' });
    await deaf.close();
  });

  it('whose wire to CUPS is cut in the middle of the pages is on no paper where CUPS kept nothing, and of unknown outcome where it can’t be asked', async () => {
    const proxy = await chaosProxy(cups.port);
    const cut = cupsPrintPort({ environment: { CUPS_SERVER: `127.0.0.1:${proxy.port}` } });
    const large = order({ bytes: Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(4_000_000, 37)]) });
    proxy.cutNext({ direction: 'up', afterBytes: 1_000_000, how: 'reset' });
    expect(await refusalOf(cut.print(large))).toBe('PRINT_BROKEN_OFF');
    expect(cups.waiting()).toEqual([]);
    proxy.cutNext({ direction: 'up', afterBytes: 1_000_000, how: 'reset' });
    const lost = refusalOf(cut.print(large));
    while (proxy.cuts() < 2) await wait(5);
    proxy.down(true);
    expect(await lost).toBe('PRINT_OUTCOME_UNKNOWN');
    await proxy.close();
    await wait(500);
    expect(cups.count()).toBe(0);
  });

  it('is refused where nobody serves printers any more', async () => {
    await cups.close();
    expect(await refusalOf(port().print(order()))).toBe('PRINTING_UNAVAILABLE');
  });
});

describe.skipIf(!canServePrinters)('A print on a full disk', () => {
  if (!mountsWork) {
    notRun('printing on a full disk', 'the right to mount');
    return;
  }

  it('is refused in words, and nothing of it is on paper; with room again it prints', async () => {
    const cups = await startCups({ spool: smallDisk(1) });
    const port = cupsPrintPort({ environment: cups.environment });
    const order = (size: number): PrintOrder => ({
      ...{ printer: cups.queue, copies: 1, media: 'A4', tray: '', title: '认购书', duplex: false },
      bytes: Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(size, 37)]),
    });
    expect(await refusalOf(port.print(order(3_000_000)))).toBe('PRINT_BROKEN_OFF');
    expect(cups.waiting()).toEqual([]);
    expect(cups.count()).toBe(0);
    await port.print(order(1_000));
    await cups.arrived();
    await cups.close();
  });
});

describe('What lpoptions says of a printer', () => {
  it('is read into its trays', () => {
    const said = [
      'PageSize/Media Size: *A4 A5',
      'InputSlot/Media Source: *Auto Tray1 Tray2 Manual',
      'Duplex/2-Sided: None',
    ];
    expect(readTrays(said.join('\n'))).toEqual(['Auto', 'Tray1', 'Tray2', 'Manual']);
    expect(readTrays('PageSize/Media Size: *A4\n')).toEqual([]);
  });
});
