import { describe, expect, it } from 'vitest';
import { lostPrinter, printerWay } from '#renderer/lib/printer-way.ts';
import type { Printer } from '#renderer/lib/use-printers.ts';

const printer = (name: string, more: Partial<Printer> = {}): Printer => ({
  ...{ name, title: name, isDefault: false, state: 'ready', trays: ['Tray1', 'Tray2'] },
  ...more,
});
const printers = [printer('Front'), printer('Contracts', { isDefault: true }), printer('Forms', { trays: [] })];

describe('Where a paper is printed on this PC', () => {
  it('is the system’s usual printer, the first where it names none, and nowhere without one', () => {
    expect(printerWay(printers, undefined)).toMatchObject({
      printer: { name: 'Contracts' },
      tray: '',
      duplex: undefined,
    });
    expect(printerWay([printer('Only')], undefined).printer?.name).toBe('Only');
    expect(printerWay([], undefined).printer).toBeUndefined();
  });

  it('is as this PC keeps it, with tray and sides, until somebody chooses another', () => {
    const kept = { printer: 'Front', tray: 'Tray2', duplex: false };
    expect(printerWay(printers, kept)).toMatchObject({ printer: { name: 'Front' }, tray: 'Tray2', duplex: false });
    expect(printerWay(printers, kept, { tray: 'Tray1' }).tray).toBe('Tray1');
    // The sides of another printer are not known, and its trays are its own.
    expect(printerWay(printers, kept, { printer: 'Contracts' })).toMatchObject({
      printer: { name: 'Contracts' },
      ...{ tray: '', duplex: undefined },
    });
  });

  it('is the usual tray where the printer has the kept one no longer', () => {
    expect(printerWay(printers, { printer: 'Forms', tray: 'Tray2' }).tray).toBe('');
  });

  it('is the usual printer where the kept one is gone, which is said by its name', () => {
    const kept = { printer: 'Sold', tray: 'Tray2', duplex: true };
    expect(printerWay(printers, kept)).toMatchObject({ printer: { name: 'Contracts' }, tray: '', duplex: undefined });
    expect(lostPrinter(printers, kept)).toBe('Sold');
    expect(lostPrinter(printers, { printer: 'Front', tray: '' })).toBeUndefined();
    expect(lostPrinter(printers, undefined)).toBeUndefined();
  });
});
