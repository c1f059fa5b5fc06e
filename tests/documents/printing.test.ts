import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cupsPrintPort, readJobs, readPrinters } from '#electron/device/print-cups.ts';
import type { PrintPort } from '#electron/device/print-port.ts';
import { removeLeftPapers } from '#electron/device/print-windows.ts';
import { documentKinds } from '#shared/documents/index.ts';
import { papers } from '#shared/documents/kit/paper.ts';
import { canServePrinters, startCups, type TestCups } from '../support/cups.ts';
import { testRenderer } from '../support/fonts.ts';
import { longFolder } from './folders.ts';
import { bareText } from './texts.ts';

describe.skipIf(!canServePrinters)('printing through CUPS (needs Debian packages cups and cups-client)', () => {
  let cups: TestCups;
  let port: PrintPort;
  beforeAll(async () => {
    cups = await startCups();
    port = cupsPrintPort({ environment: cups.environment });
  });
  afterAll(() => cups.close());

  it('lists the printers by the names people gave them', async () => {
    expect(await port.printers()).toEqual([
      { name: cups.queue, title: '合同室打印机', isDefault: false, state: 'ready', trays: [] },
    ]);
  });

  it('brings the paper to the printer, readable, and lays nothing of it on the disk, not even for a moment', async () => {
    const { sample } = documentKinds.subscriptionBook;
    const renderer = testRenderer(longFolder());
    const paper = await renderer.render({ kind: 'subscriptionBook', data: sample, number: 'RG-2026-0018', version: 1 });
    await renderer.close();
    const scratch = mkdtempSync(path.join(tmpdir(), 'zhiye-printing-'));
    const usual = process.env['TMPDIR'];
    process.env['TMPDIR'] = scratch;
    const laid: unknown[] = [];
    const watcher = watch(scratch, { recursive: true }, (_what, name) => laid.push(name));
    const { jobId } = await port.print({
      printer: cups.queue,
      bytes: paper.bytes,
      copies: 1,
      media: papers.a4.media,
      tray: '',
      title: '商品房认购书 RG-2026-0018',
      duplex: true,
    });
    expect(jobId).toMatch(/^Keeper-\d+$/);
    const text = await bareText(await cups.arrived());
    for (const phrase of ['商品房认购书', 'RG-2026-0018', '周琳', '壹佰伍拾壹万贰仟伍佰贰拾贰元整'])
      expect(text).toContain(phrase);
    watcher.close();
    if (usual === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = usual;
    rmSync(scratch, { recursive: true, force: true });
    expect(laid).toEqual([]);
  });

  it('refuses a printer that is not there', async () => {
    const order = {
      printer: 'Nobody',
      bytes: new Uint8Array([37]),
      copies: 1,
      media: 'A4',
      tray: '',
      title: 'x',
      duplex: false,
    };
    await expect(port.print(order)).rejects.toMatchObject({ code: 'PRINTER_NOT_FOUND', params: { printer: 'Nobody' } });
  });
});

describe('The jobs that CUPS tells of', () => {
  it('are given up where it or somebody ended them, and not where they are through or wait', () => {
    const said = [
      'Keeper-1                root              1024   Fri Nov 27 09:27:32 2026',
      '\tStatus: ',
      '\tAlerts: job-completed-successfully',
      '\tqueued for Keeper',
      '合同室-12               anna              2048   Fri Nov 27 09:27:34 2026',
      '\tAlerts: aborted-by-system',
      'Keeper-3                root              1024   Fri Nov 27 09:27:35 2026',
      '\tAlerts: job-canceled-by-user',
      'Keeper-4                root              1024   Fri Nov 27 09:27:36 2026',
      '\tAlerts: none',
      '\tqueued for Keeper',
    ].join('\n');
    expect(readJobs(said)).toEqual([
      { job: 'Keeper-1', gaveUp: false },
      { job: '合同室-12', gaveUp: true },
      { job: 'Keeper-3', gaveUp: true },
      { job: 'Keeper-4', gaveUp: false },
    ]);
    expect(readJobs('')).toEqual([]);
  });
});

describe('printing where there is no lp', () => {
  it('takes away at the start what a program left that was killed while it printed, and nothing that is being printed', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'zhiye-left-'));
    const now = Date.now();
    const ages = { 'zhiye-print-old': 3_600, 'zhiye-print-now': 5, 'other-old': 3_600 };
    for (const [name, seconds] of Object.entries(ages)) {
      mkdirSync(path.join(folder, name));
      writeFileSync(path.join(folder, name, 'paper.pdf'), '%PDF-');
      utimesSync(path.join(folder, name), now / 1000 - seconds, now / 1000 - seconds);
    }
    removeLeftPapers(folder, now);
    expect(Object.keys(ages).filter((name) => existsSync(path.join(folder, name)))).toEqual([
      'zhiye-print-now',
      'other-old',
    ]);
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('what lpstat says', () => {
  it('is read into printers with their states', () => {
    const said = [
      'printer Back is idle.  enabled since Mon 16 Nov 2026',
      '\tDescription: 后台激光打印机',
      '\tAlerts: none',
      'printer Front now printing Front-12.  enabled since Mon 16 Nov 2026',
      'printer Old disabled since Mon 16 Nov 2026 -',
      '\tDescription: ',
      'system default destination: Front',
      '',
    ].join('\n');
    expect(readPrinters(said)).toEqual([
      { name: 'Back', title: '后台激光打印机', isDefault: false, state: 'ready' },
      { name: 'Front', title: 'Front', isDefault: true, state: 'busy' },
      { name: 'Old', title: 'Old', isDefault: false, state: 'stopped' },
    ]);
    expect(readPrinters('no system default destination\n')).toEqual([]);
  });

  it('that nobody serves printers becomes PRINTING_UNAVAILABLE', async () => {
    const port = cupsPrintPort({
      environment: { CUPS_SERVER: '127.0.0.1:1', PATH: canServePrinters ? (process.env.PATH ?? '') : '/nowhere' },
    });
    await expect(port.printers()).rejects.toMatchObject({ code: 'PRINTING_UNAVAILABLE' });
  });
});
