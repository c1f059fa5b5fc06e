import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLog } from '#electron/device/log.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('The log of a PC', () => {
  it('masks phones and identity numbers in every line before it is written', () => {
    const folder = temporaryFolder();
    const log = openLog(folder, { quiet: true });
    log('info', 'registered 13800001234');
    log('error', 'Error: UNIQUE constraint failed near 50010319900101123X\n    at run (index.js:12:34)');
    const text = readFileSync(path.join(folder, 'logs/program.log'), 'utf8');
    expect(text).toContain('registered <11 digits>');
    expect(text).toContain('near <18 digits>');
    expect(text).toContain('[error]');
    expect(text).not.toMatch(/13800001234|50010319900101123/);
  });

  it('begins a new file when one is full and keeps five older ones, the newest as number 1', () => {
    const folder = temporaryFolder();
    const log = openLog(folder, { name: 'host', largest: 2_000, quiet: true });
    for (let line = 1; line <= 400; line += 1) log('info', `line ${line} of the day in the office`);
    const files = readdirSync(path.join(folder, 'logs')).sort();
    expect(files).toEqual(['host.1.log', 'host.2.log', 'host.3.log', 'host.4.log', 'host.5.log', 'host.log']);
    for (const file of files) expect(statSync(path.join(folder, 'logs', file)).size).toBeLessThan(2_500);
    const lineIn = (file: string) =>
      Number(/line (\d+) /.exec(readFileSync(path.join(folder, 'logs', file), 'utf8'))?.[1]);
    expect(lineIn('host.log')).toBeGreaterThan(lineIn('host.1.log'));
    expect(lineIn('host.1.log')).toBeGreaterThan(lineIn('host.5.log'));
    expect(readFileSync(path.join(folder, 'logs/host.log'), 'utf8')).toContain('line 400 ');
  });

  it('keeps a program and a host on one folder apart', () => {
    const folder = temporaryFolder();
    openLog(folder, { quiet: true })('info', 'a window');
    openLog(folder, { name: 'host', quiet: true })('info', 'no window');
    expect(readFileSync(path.join(folder, 'logs/program.log'), 'utf8')).not.toContain('no window');
    expect(readFileSync(path.join(folder, 'logs/host.log'), 'utf8')).toContain('no window');
  });
});
