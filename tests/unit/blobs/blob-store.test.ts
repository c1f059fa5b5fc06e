import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blobStore } from '#electron/server/documents/blob-store.ts';
import { temporaryFolder } from '../electron/temporary-folder.ts';

const key = randomBytes(32);
const paper = new TextEncoder().encode('认购书 RG-2026-0018 周琳');

function place(folder: string, sha256: string): string {
  return path.join(folder, 'blobs', sha256.slice(0, 2), sha256);
}

describe('the files of an office', () => {
  it('come back as they were stored, whatever their bytes', async () => {
    const store = blobStore({ folder: temporaryFolder(), key });
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5_000 }), async (bytes) => {
        const { sha256, size } = await store.put(bytes);
        expect(size).toBe(bytes.length);
        expect(Buffer.from(await store.get(sha256)).equals(Buffer.from(bytes))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('lie encrypted under their hash, for the office alone to read', async () => {
    const folder = temporaryFolder();
    const { sha256 } = await blobStore({ folder, key }).put(paper);
    const file = place(folder, sha256);
    expect(readFileSync(file).includes(Buffer.from('周琳'))).toBe(false);
    expect(statSync(file).mode & 0o077).toBe(0);
    await expect(blobStore({ folder, key: randomBytes(32) }).get(sha256)).rejects.toMatchObject({
      code: 'BLOB_DAMAGED',
    });
  });

  it('are stored once, without traces of the writing', async () => {
    const folder = temporaryFolder();
    const store = blobStore({ folder, key });
    const stored = await Promise.all([store.put(paper), store.put(paper), store.put(paper)]);
    expect(new Set(stored.map((one) => one.sha256)).size).toBe(1);
    const [sub = ''] = readdirSync(path.join(folder, 'blobs'));
    expect(readdirSync(path.join(folder, 'blobs', sub))).toEqual([stored[0]?.sha256]);
    const before = readFileSync(place(folder, stored[0]?.sha256 ?? ''));
    await store.put(paper);
    expect(readFileSync(place(folder, stored[0]?.sha256 ?? '')).equals(before)).toBe(true);
  });

  it('are refused when missing, changed, cut short or put under another name', async () => {
    const folder = temporaryFolder();
    const store = blobStore({ folder, key });
    const { sha256 } = await store.put(paper);
    const other = await store.put(new Uint8Array([1, 2, 3]));
    await expect(store.get('0'.repeat(64))).rejects.toMatchObject({ code: 'BLOB_MISSING' });
    await expect(store.get('../../etc/passwd')).rejects.toMatchObject({ code: 'BLOB_MISSING' });
    const file = place(folder, sha256);
    const good = readFileSync(file);
    for (const bad of [
      good.subarray(0, good.length - 1),
      good.subarray(0, 5),
      flipped(good),
      readFileSync(place(folder, other.sha256)),
    ]) {
      writeFileSync(file, bad);
      await expect(store.get(sha256)).rejects.toMatchObject({ code: 'BLOB_DAMAGED' });
    }
    await store.put(paper);
    expect(Buffer.from(await store.get(sha256)).equals(Buffer.from(paper))).toBe(true);
  });

  it('that no row names are swept, but not the ones just written', async () => {
    const folder = temporaryFolder();
    const store = blobStore({ folder, key });
    const blobs = await Promise.all([1, 2, 3].map((value) => store.put(new Uint8Array([value]))));
    const [kept = '', orphan = '', young = ''] = blobs.map((blob) => blob.sha256);
    const leftover = `${place(folder, kept)}.00.new`;
    writeFileSync(leftover, 'half');
    for (const file of [place(folder, kept), place(folder, orphan), leftover]) utimesSync(file, 1_000, 1_000);
    expect(await store.sweep(new Set([kept]), 2_000_000)).toEqual([orphan]);
    expect(await store.get(kept)).toHaveLength(1);
    expect(await store.get(young)).toHaveLength(1);
    await expect(store.get(orphan)).rejects.toMatchObject({ code: 'BLOB_MISSING' });
    expect(readdirSync(path.dirname(leftover))).not.toContain(path.basename(leftover));
  });

  it('of a new office can be swept before there are any', async () => {
    expect(await blobStore({ folder: temporaryFolder(), key }).sweep(new Set(), 1)).toEqual([]);
  });
});

function flipped(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[20] = (copy[20] ?? 0) ^ 1;
  return copy;
}
