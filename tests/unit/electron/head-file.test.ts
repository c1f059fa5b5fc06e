import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { headKeeper } from '#electron/device/head-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

const head = (seq: number, hash = `h${seq}`) => ({ seq, hash, origin: 'o' });
const key = new Uint8Array(32).fill(7);

describe('What a PC keeps of the log of its office', () => {
  const file = () => path.join(temporaryFolder(), 'log-head');

  it('is the newest head it was told, sealed, and there again after a restart', () => {
    const at = file();
    const keeper = headKeeper({ file: at, officeId: 'a', key });
    expect(keeper.kept()).toBeUndefined();
    keeper.told(head(5), 'fits');
    keeper.told(head(9));
    keeper.told(head(7));
    expect(keeper.kept()).toEqual(head(9));
    keeper.settle();
    expect(readFileSync(at, 'utf8')).not.toContain('h9');
    expect(headKeeper({ file: at, officeId: 'a', key }).kept()).toEqual(head(9));
  });

  it('is nothing for another office, and nothing that another key has sealed', () => {
    const at = file();
    headKeeper({ file: at, officeId: 'a', key }).told(head(5), 'fits');
    expect(headKeeper({ file: at, officeId: 'b', key }).kept()).toBeUndefined();
    expect(headKeeper({ file: at, officeId: 'a', key: new Uint8Array(32) }).kept()).toBeUndefined();
  });

  it('is not given up while the office has another log, and follows it once that is explained', () => {
    const keeper = headKeeper({ file: file(), officeId: 'a', key });
    keeper.told(head(50), 'fits');
    keeper.told(head(30, 'x'), 'cut');
    keeper.told(head(31, 'y'));
    expect([keeper.kept(), keeper.alarm()]).toEqual([head(50), 'cut']);
    keeper.told(head(32, 'z'), 'restored');
    expect([keeper.kept(), keeper.alarm()]).toEqual([head(32, 'z'), null]);
  });
});
