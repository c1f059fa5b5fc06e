import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { shareFiles, typefaceBytes } from '#electron/workers/typeface-bytes.ts';

describe('The file of a typeface', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhiye-faces-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const room = (name: string, state: number) => {
    const file = path.join(folder, name);
    writeFileSync(file, `shapes of ${name}`);
    const shared = {
      file,
      bytes: new SharedArrayBuffer(`shapes of ${name}`.length),
      state: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT),
    };
    new Int32Array(shared.state)[0] = state;
    return shared;
  };

  it('is read once, into the memory that the threads share', () => {
    const serif = room('serif', 0);
    shareFiles([serif]);
    const bytes = typefaceBytes(serif.file);
    expect(bytes.buffer).toBe(serif.bytes);
    expect(Buffer.from(serif.bytes).toString()).toBe('shapes of serif');
    expect(new Int32Array(serif.state)[0]).toBe(2);
    expect(typefaceBytes(serif.file)).toBe(bytes);
  });

  it('is taken as another thread has read it, without a look at the disk', () => {
    const sans = room('sans', 2);
    Buffer.from(sans.bytes).write('SHAPES of sans');
    shareFiles([sans]);
    expect(Buffer.from(typefaceBytes(sans.file)).toString()).toBe('SHAPES of sans');
  });

  it('is read by a thread for itself where the one that began to read it was ended', () => {
    const rare = room('rare', 1);
    shareFiles([rare], 20);
    const bytes = typefaceBytes(rare.file);
    expect(bytes.buffer).not.toBe(rare.bytes);
    expect(Buffer.from(bytes).toString()).toBe('shapes of rare');
  });
});
