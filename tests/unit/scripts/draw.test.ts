import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { drawList, drawPlaces } from '#shared/domain/launches/draw.ts';

const script = path.resolve(import.meta.dirname, '../../../scripts/draw.ts');
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const entries = [1, 2, 3, 10, 12_345].map((queueNo) => ({ queueNo, code: sha256(String(queueNo)).slice(0, 8) }));
const seed = '双色球 2026135 期：03 07 11 19 24 30 + 08';

describe('The draw repeated outside the office', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhiye-draw-'));
  const list = path.join(folder, 'list.txt');
  writeFileSync(list, drawList(entries));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('gives the places of the program', () => {
    const said = execFileSync(process.execPath, [script, '--seed', seed, '--list', list, '--json'], {
      encoding: 'utf8',
    });
    expect(JSON.parse(said)).toEqual({
      seed,
      listHash: sha256(drawList(entries)),
      places: drawPlaces(seed, entries, sha256),
    });
    const lines = execFileSync(process.execPath, [script, '--seed', seed, '--list', list], { encoding: 'utf8' });
    expect(lines.trim().split('\n')).toHaveLength(2 + entries.length);
  });

  it('draws nothing from what is no list, or without a seed', () => {
    const broken = path.join(folder, 'broken.txt');
    writeFileSync(broken, '1 王某\n');
    for (const args of [
      ['--seed', seed, '--list', broken],
      ['--seed', '1', '--list', list],
      ['--list', list],
    ]) {
      const ended = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
      expect(ended.status).toBe(2);
      expect(ended.stdout).toBe('');
    }
  });
});
