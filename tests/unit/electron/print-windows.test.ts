import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PrintOrder } from '#electron/device/print-port.ts';
import { readPrinters, windowsPrintPort } from '#electron/device/print-windows.ts';

/** What Windows says of two printers, one of which somebody paused. */
const told = JSON.stringify([
  { name: 'Kyocera 合同室', isDefault: true, off: false, state: 0, trays: ['自动选择', 'Tray 2', 'Odd, 2x'] },
  { name: 'Old', isDefault: false, off: false, state: 1, trays: 'Manual Feed' },
  { name: 'Away', isDefault: false, off: true, state: 0, trays: [] },
  { name: 'Front', isDefault: false, off: false, state: 0x400, trays: [] },
]);

const order: PrintOrder = {
  ...{ printer: 'Kyocera 合同室', bytes: Buffer.from('%PDF-1.4\n'), copies: 2, media: 'A4', tray: 'Tray 2' },
  ...{ title: '认购书', duplex: true },
};

describe.skipIf(process.platform === 'win32')('A print on Windows', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'zhiye-sumatra-'));
    // The library does nothing elsewhere; what it runs is our own, so it may think that it is there.
    vi.spyOn(os, 'platform').mockReturnValue('win32');
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A program in SumatraPDF's place that writes down what it is told, and the paper that it is given. */
  function program(end = 'exit 0'): string {
    const file = path.join(folder, 'sumatra.sh');
    const lines = ['#!/bin/sh', `printf '%s\\n' "$@" > ${folder}/told`, `for last; do :; done`];
    writeFileSync(file, [...lines, `cp "$last" ${folder}/paper`, end, ''].join('\n'));
    chmodSync(file, 0o700);
    return file;
  }
  const port = (file: string, tell = () => Promise.resolve(told)) =>
    windowsPrintPort({
      program: file,
      tell,
      names: async () => ['Kyocera 合同室', 'Old', 'Away', 'Front'].map((name) => ({ name, displayName: name })),
    });
  /** What the program was told, the paper's place aside. */
  const said = () => readFileSync(path.join(folder, 'told'), 'utf8').trim().split('\n').slice(0, -1);
  const refusal = (print: Promise<unknown>) => expect(print).rejects;

  it('tells the library’s program the printer, the copies, the sides, the sheet and the tray, without a dialog', async () => {
    expect(await port(program()).print(order)).toEqual({ jobId: 'Kyocera_合同室-1' });
    const ways = 'noscale,duplexlong,bin=Tray 2,paper=A4,2x';
    expect(said()).toEqual(['-print-to', 'Kyocera 合同室', '-silent', '-print-settings', ways]);
    expect(readFileSync(path.join(folder, 'paper'), 'utf8')).toBe('%PDF-1.4\n');
  });

  it('on one side, on a form of its own size and from the usual tray leaves both to the printer', async () => {
    await port(program()).print({ ...order, copies: 1, duplex: false, tray: '', media: 'Custom.241x93mm' });
    expect(said().at(-1)).toBe('noscale,simplex,1x');
  });

  it('leaves nothing of the paper on the disk, whether it was printed or not', async () => {
    const left = () => {
      const place = readFileSync(path.join(folder, 'told'), 'utf8').trim().split('\n').at(-1) ?? '';
      return [place.endsWith('paper.pdf'), rmSync(place, { force: false })];
    };
    await port(program()).print(order);
    expect(left).toThrow(/ENOENT/);
    await refusal(port(program('exit 1')).print(order)).toMatchObject({ code: 'PRINT_OUTCOME_UNKNOWN' });
    expect(left).toThrow(/ENOENT/);
  });

  it('that the program breaks off is of unknown outcome, and of none where the program is not there', async () => {
    await refusal(port(program('exit 1')).print(order)).toMatchObject({ code: 'PRINT_OUTCOME_UNKNOWN' });
    await refusal(port(path.join(folder, 'gone.exe')).print(order)).toMatchObject({ code: 'PRINT_FAILED' });
  });

  it('to an unknown, a paused or a printer that is switched off is refused before anything is handed over', async () => {
    const at = (printer: string) => refusal(port(program()).print({ ...order, printer }));
    await at('Nobody').toMatchObject({ code: 'PRINTER_NOT_FOUND' });
    for (const stopped of ['Old', 'Away']) await at(stopped).toMatchObject({ code: 'PRINTER_STOPPED' });
    expect(said).toThrow(/ENOENT/);
  });

  it('offers the printers by their names also where Windows says nothing more of them', async () => {
    const silent = port(program(), () => Promise.reject(new Error('no PowerShell')));
    expect((await silent.printers()).map(({ name, state, trays }) => [name, state, trays.length])).toEqual(
      ['Kyocera 合同室', 'Old', 'Away', 'Front'].map((name) => [name, 'ready', 0]),
    );
  });
});

describe('What Windows says of its printers', () => {
  it('is read into states and trays; a tray whose name would add to the ways of printing is not offered', () => {
    expect([...readPrinters(told)]).toEqual([
      ['Kyocera 合同室', { isDefault: true, state: 'ready', trays: ['自动选择', 'Tray 2'] }],
      ['Old', { isDefault: false, state: 'stopped', trays: ['Manual Feed'] }],
      ['Away', { isDefault: false, state: 'stopped', trays: [] }],
      ['Front', { isDefault: false, state: 'busy', trays: [] }],
    ]);
  });

  it('is taken as nothing where it is not in the form that was asked for', () => {
    for (const other of ['', 'null', '[1, {"name": 3}]', '{']) expect(readPrinters(other).size).toBe(0);
  });
});
