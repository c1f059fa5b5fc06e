import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pngOf, whiteSheet } from '#electron/workers/scans/picture.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import { emptySheet, stackOf } from '#tests/support/scanned.ts';
import { testScanner } from '#tests/support/scanner.ts';

describe('Files that somebody damaged or made to do harm', () => {
  const scanner = testScanner(60_000);
  afterAll(() => scanner.close());
  const whole: Uint8Array[] = [];
  beforeAll(async () => {
    whole.push(await stackOf([whiteSheet(60, 80), whiteSheet(40, 40)], 72), pngOf(whiteSheet(30, 30)), emptySheet);
  });

  /** What came of a file: how many pages, or how it was refused. */
  const outcomeOf = (bytes: Uint8Array) =>
    scanner.read({ bytes, stop: new SharedArrayBuffer(4) }).then(
      (pages) => pages.length,
      (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
    );

  it('are read as far as they go or refused in words, and the thread goes on', { timeout: 240_000 }, async () => {
    const harm = fc.record({
      file: fc.integer({ min: 0, max: 2 }),
      cut: fc.double({ min: 0, max: 1, noNaN: true }),
      flips: fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 0, max: 255 })), {
        maxLength: 12,
      }),
      keepsAll: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(harm, async ({ file, cut, flips, keepsAll }) => {
        const bytes = Uint8Array.from(whole[file] ?? []);
        for (const [at, value] of flips) bytes[Math.floor(at * bytes.length)] = value;
        const outcome = await outcomeOf(keepsAll ? bytes : bytes.slice(0, Math.floor(cut * bytes.length)));
        expect(String(outcome)).toMatch(/^(?:[12]|SCAN_[A-Z_]+)$/);
      }),
      { numRuns: 150 },
    );
    expect(await outcomeOf(whole[0] ?? new Uint8Array())).toBe(2);
  });

  it('are refused when they would unpack to far more than they are', async () => {
    const bomb = await PDFDocument.create();
    const packed = deflateSync(Buffer.alloc(400 * 1024 ** 2));
    bomb.addPage([595, 842]);
    bomb.context.register(bomb.context.stream(packed, { Filter: 'FlateDecode' }));
    expect(await outcomeOf(await bomb.save({ useObjectStreams: false }))).toBe('SCAN_TOO_FINE');
  });

  it('are refused when a picture says that it is larger than any scanner makes', async () => {
    const huge = Buffer.from(emptySheet);
    const frame = huge.indexOf(Buffer.from([0xff, 0xc0]));
    huge.writeUInt16BE(65_000, frame + 5);
    huge.writeUInt16BE(65_000, frame + 7);
    expect(await outcomeOf(new Uint8Array(huge))).toBe('SCAN_TOO_FINE');
    const wide = Buffer.from(pngOf(whiteSheet(4, 4)));
    wide.writeUInt32BE(60_000, 16);
    wide.writeUInt32BE(60_000, 20);
    expect(await outcomeOf(new Uint8Array(wide))).toBe('SCAN_TOO_FINE');
  });

  it('are refused in words when they have too many pages, no page or no known kind', async () => {
    const long = await PDFDocument.create();
    for (let page = 0; page < 301; page += 1) long.addPage([10, 10]);
    expect(await outcomeOf(await long.save())).toBe('SCAN_TOO_MANY');
    expect(await outcomeOf(new TextEncoder().encode('%PDF-1.7 nothing'))).toBe('SCAN_UNREADABLE');
    expect(await outcomeOf(new TextEncoder().encode('GIF89a'))).toBe('SCAN_KIND');
    expect(await outcomeOf(new Uint8Array())).toBe('SCAN_KIND');
  });

  it('stop when somebody wants them to, and nothing of them is kept', async () => {
    const stop = new SharedArrayBuffer(4);
    Atomics.store(new Int32Array(stop), 0, 1);
    await expect(scanner.read({ bytes: whole[0] ?? new Uint8Array(), stop })).rejects.toMatchObject({
      code: 'ACT_STOPPED',
    });
  });
});
