import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openOutbox } from '#electron/device/outbox.ts';
import { temporaryFolder } from './temporary-folder.ts';

const key = randomBytes(32);
const lock = { requestId: 'request 1', path: 'units.lock', at: 1_000 };
const receive = { requestId: 'request 2', path: 'payments.receive', at: 2_000 };

describe('The outbox of a terminal', () => {
  it('has an act on the disk before it is sent, in ciphertext, and not any more once it is answered', async () => {
    const file = path.join(temporaryFolder(), 'pc/outbox');
    const outbox = openOutbox(file, key);
    const page = outbox.page(() => 7);
    await page.begin(lock);
    expect(readFileSync(file, 'latin1')).not.toContain('units.lock');
    expect(openOutbox(file, key).leftOver()).toEqual([{ ...lock, accountId: 7 }]);
    expect(readdirSync(path.dirname(file))).toEqual(['outbox']);
    page.done(lock.requestId);
    await outbox.settled();
    expect(openOutbox(file, key).leftOver()).toEqual([]);
  });

  it('knows acts of an earlier run and of a page that is gone as left over, not those that are under way', async () => {
    const file = path.join(temporaryFolder(), 'outbox');
    const earlier = openOutbox(file, key);
    await earlier.page(() => 7).begin(lock);
    expect(earlier.leftOver()).toEqual([]);
    const outbox = openOutbox(file, key);
    const page = outbox.page(() => 8);
    await page.begin(receive);
    expect(outbox.leftOver()).toEqual([{ ...lock, accountId: 7 }]);
    page.gone();
    expect(outbox.leftOver()).toHaveLength(2);
    outbox.forget([lock.requestId]);
    await outbox.settled();
    expect(openOutbox(file, key).leftOver()).toEqual([{ ...receive, accountId: 8 }]);
  });

  it('holds all of many acts that begin at once', async () => {
    const file = path.join(temporaryFolder(), 'outbox');
    const outbox = openOutbox(file, key);
    const page = outbox.page(() => null);
    const ids = Array.from({ length: 40 }, (_none, index) => `request ${index}`);
    await Promise.all(ids.map((requestId) => page.begin({ ...lock, requestId })));
    expect(openOutbox(file, key).leftOver()).toHaveLength(40);
    for (const requestId of ids.slice(1)) page.done(requestId);
    await outbox.settled();
    expect(openOutbox(file, key).leftOver()).toMatchObject([{ requestId: 'request 0' }]);
  });

  it('keeps nothing of coming and going, opens with no other key, and goes with the pairing', async () => {
    const file = path.join(temporaryFolder(), 'outbox');
    const outbox = openOutbox(file, key);
    await outbox.page(() => null).begin({ ...lock, path: 'session.login' });
    expect(existsSync(file)).toBe(false);
    await outbox.page(() => 7).begin(lock);
    expect(openOutbox(file, randomBytes(32)).leftOver()).toEqual([]);
    await outbox.destroy();
    expect(existsSync(file)).toBe(false);
  });
});
