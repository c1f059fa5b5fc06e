import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

/** A folder for all tests of a file, deleted after the last. Call it in `beforeAll` or at the top of a file. */
export function longFolder(): string {
  return folder;
}

const folder = mkdtempSync(path.join(tmpdir(), 'zhiye-documents-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
