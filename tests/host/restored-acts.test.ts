import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '#db/connection.ts';
import { givePlace } from '#db/look-at-place.ts';
import { makeSnapshot } from '#db/office-snapshot.ts';
import { wrapWithRecovery } from '#electron/device/key-wrap.ts';
import { type OfficeHeader, officePaths, writeOfficeHeader } from '#electron/device/office-folder.ts';
import { openOutbox } from '#electron/device/outbox.ts';
import { formatRecoveryCode, recoverySecret } from '#electron/device/recovery-code.ts';
import { officeKeys } from '#electron/server/keys.ts';
import { carriedRouter } from '#electron/transports/carried-router.ts';
import { lanCarrier } from '#electron/transports/lan-carrier.ts';
import { restoreHeadless } from '#scripts/restore/run-restore.ts';
import { type OfficeClient, officeApi } from '#shared/api/index.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { chaosProxy } from '#tests/support/chaos-proxy.ts';
import { testClock } from '#tests/support/clock.ts';
import { hostInProcess } from '#tests/support/host-process.ts';
import { requestId, testOffice } from '#tests/support/office.ts';
import { hire } from '#tests/support/people.ts';

const PASSWORD = 'correct horse 7';
const secret = recoverySecret((bytes) => new Uint8Array(bytes).fill(0x3c));
const officeId = '0190a2f0-0000-7000-8000-000000000003';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'zhiye-restored-acts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

type Board = Awaited<ReturnType<OfficeClient['units']['board']>>;

it('An act without an answer is sent again to the restored host and done once; who lost one that was answered is told', async () => {
  // What is restored is dated by this PC's own clock.
  const desk = await testOffice({ clock: testClock(Date.now()) });
  const [lost = 0, torn = 0] = await buildHomes(desk, { floors: 2, rooms: 2 });
  const manager = desk.as('manager', '郑凯');
  const me = await hire(desk, manager, { name: '赵敏', loginName: 'zhao', post: 'consultant', password: PASSWORD });
  await desk.office.close();
  const data = path.join(folder, 'data');
  const office = path.join(data, 'office');
  cpSync(desk.folder, office, { recursive: true });
  const header: OfficeHeader = {
    ...{ format: 'zhiye-office', version: 1, officeId, createdAt: 0, demo: false },
    keys: [wrapWithRecovery(secret, officeId, desk.rootKey)],
  };
  writeOfficeHeader(officePaths(office), header);
  let host = await hostInProcess({ ...desk, folder: office }, manager.me);

  const proxy = await chaosProxy(host.port);
  const outbox = openOutbox(path.join(folder, 'outbox'), Buffer.alloc(32, 1));
  const page = outbox.page(() => me);
  const to = { ...(await host.pair('前台')), port: proxy.port };
  const carrier = lanCarrier({ to, outbox: page, now: Date.now, log: () => undefined });
  const window = createRouterClient(carriedRouter(officeApi), { context: { carrier } }) as unknown as OfficeClient;
  const lock = (unitId: number) => window.units.lock({ requestId: requestId(), data: { unitId } });
  await window.session.login({ requestId: requestId(), data: { loginName: 'zhao', password: PASSWORD } });

  const fileKey = officeKeys(desk.rootKey).file;
  const order = { folder: office, place: path.join(folder, 'stick'), officeId, fileKey, nativeBinding: undefined };
  const officePage = JSON.stringify(header);
  mkdirSync(order.place);
  givePlace({ ...order, officePage });
  const made = { officePage, at: Date.now(), reason: 'asked', programVersion: null } as const;
  await makeSnapshot({ ...order, ...made }, () => undefined);

  // Two acts are answered; of the third only the answer is lost on the way, and nobody hears of it before the host falls.
  await lock(lost);
  await window.units.unlock({ requestId: requestId(), data: { unitId: lost } });
  proxy.cutNext({ direction: 'down', afterBytes: 1, how: 'reset' });
  const inDoubt = lock(torn);
  await expect.poll(() => proxy.cuts(), { interval: 5 }).toBe(1);
  proxy.down(true);
  const lockedOnes = async () =>
    (await host.manager<Board>('units.board')).units.filter(({ state }) => state === 'locked').map(({ id }) => id);
  await expect.poll(lockedOnes).toEqual([torn]);
  expect(outbox.leftOver()).toEqual([]);
  await host.kill();

  const restored = await restoreHeadless(
    { from: order.place, data, snapshot: undefined, replace: true },
    { passphrase: undefined, recoveryCode: formatRecoveryCode(secret) },
    () => undefined,
  );
  expect(restored.found.loss).toMatchObject({ kind: 'counted', people: ['赵敏'] });
  host = await host.again();
  expect(await lockedOnes()).toEqual([]);
  proxy.down(false);

  expect(await inDoubt).toMatchObject({});
  expect(await lockedOnes()).toEqual([torn]);
  const told = await window.notices.list({});
  expect(told.rows.filter(({ kind }) => kind === 'actsLost')).toMatchObject([
    { asks: true, unread: true, by: null, params: { count: 3 } },
  ]);
  const [gone] = await window.notices.lostActs({});
  expect(gone).toMatchObject({
    count: 3,
    acts: [
      { kind: 'locked', noun: 'units', subjectId: lost, name: '1-1-101', again: false },
      { kind: 'unlocked', noun: 'units', subjectId: lost, again: false },
      { kind: 'locked', noun: 'units', subjectId: torn, again: true },
    ],
  });

  carrier.close();
  await proxy.close();
  await host.close();
  await outbox.settled();
  const { client, close } = openDatabase({ file: officePaths(office).database, key: fileKey });
  const count = client.prepare<[number], number>(
    "select count(*) from events where kind = 'locked' and subject_id = ?",
  );
  expect(count.pluck().get(torn)).toBe(1);
  // Only the one who did them, and the office as a whole, are told.
  const events = client.prepare(
    "select kind, noun, subject_id as id from events where procedure = 'restore' order by seq",
  );
  expect(events.all()).toEqual([
    { kind: 'restored', noun: 'office', id: 1 },
    { kind: 'actsLost', noun: 'accounts', id: me },
  ]);
  close();
}, 120_000);
