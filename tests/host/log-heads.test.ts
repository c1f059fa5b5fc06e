import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkpoint } from '#db/connection.ts';
import { type HeadKeeper, headKeeper } from '#electron/device/head-file.ts';
import { enrol } from '#electron/lan/enrol.ts';
import { keepHead } from '#electron/main/keep-head.ts';
import { ownLine } from '#electron/main/link-report.ts';
import { type LanHost, serveLan } from '#electron/transports/lan-host.ts';
import { type Link, type LinkTo, openLink } from '#electron/transports/lan-link.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';

const beat = { everyMs: 50, silenceMs: 5_000 };

describe('A terminal that remembers how far the log of its office was', () => {
  let desk: TestOffice;
  let manager: TestClient;
  let host: LanHost;
  let to: LinkTo;
  let keeper: HeadKeeper;
  const links: Link[] = [];

  async function serve(): Promise<void> {
    host = await serveLan({
      router: desk.office.router,
      door: desk.office.terminals,
      certificate: await desk.office.terminals.leafFor([]),
      port: 0,
      address: '127.0.0.1',
      beat,
      log: () => undefined,
    });
  }

  beforeEach(async () => {
    desk = await testOffice();
    manager = desk.as('manager');
    await buildHomes(desk);
    await serve();
    await manager.terminals.openPairing({ kind: 'one' });
    const { open } = await manager.terminals.pairing({});
    const at = { address: '127.0.0.1', port: host.port };
    const { authority, token } = await enrol({
      ...at,
      code: open?.code ?? '',
      name: '前台',
      program: 'test',
      token: null,
    });
    keeper = headKeeper({ file: path.join(desk.folder, 'log-head'), officeId: 'a' });
    to = { host: at.address, port: at.port, authority, token, program: 'test', beat, heads: keeper };
  });
  afterEach(async () => {
    for (const link of links.splice(0)) link.close();
    await host.close();
    await desk.close();
  });

  async function connect(): Promise<void> {
    const { link } = await openLink({ ...to, port: host.port }, undefined, new AbortController().signal);
    if (link === undefined) throw new Error('no link');
    links.push(link);
  }

  const head = () => desk.office.terminals.heads.current();
  const cuts = () =>
    desk.office.database.client.prepare<[], string>("select data from events where kind = 'logCut'").pluck().all();

  /** Somebody with the key: the newest entries are gone, and with them what they changed. */
  async function cut(entries: number): Promise<void> {
    await host.close();
    const { client } = desk.office.database;
    client.pragma('foreign_keys = OFF');
    for (const name of ['events_never_go', 'event_changes_never_go']) client.exec(`drop trigger ${name}`);
    const last = head().seq - entries;
    client.exec(`delete from event_changes where seq > ${last}; delete from events where seq > ${last}`);
    checkpoint(client);
    // The mark beside the file says how far it was; who can cut the one can take the other away.
    rmSync(path.join(desk.folder, 'office.mark'), { force: true });
    desk = await desk.restart();
    manager = desk.as('manager');
    await serve();
  }

  it('is told of it when it comes, and as it grows', async () => {
    await connect();
    expect(keeper.kept()).toEqual(head());
    expect(keeper.alarm()).toBeNull();
    await manager.session.setLanguage({ language: 'en' });
    await vi.waitFor(() => expect(keeper.kept()).toEqual(head()));
  });

  it('comes back to a log that has grown, and nobody is alarmed', async () => {
    await connect();
    for (const link of links.splice(0)) link.close();
    await manager.session.setLanguage({ language: 'en' });
    await connect();
    expect([keeper.alarm(), cuts()]).toEqual([null, []]);
  });

  it('shows that the log was cut: it says so itself, and those who answer for the office are told, once', async () => {
    await connect();
    const before = keeper.kept();
    for (const link of links.splice(0)) link.close();
    await cut(3);
    await connect();
    await connect();
    expect(keeper.alarm()).not.toBeNull();
    expect(keeper.kept()).toEqual(before);
    await vi.waitFor(() => expect(cuts()).toHaveLength(1));
    expect(JSON.parse(cuts()[0] ?? '')).toMatchObject({ place: '前台', seq: before?.seq, hash: before?.hash });
    const auditor = desk.as('auditor');
    expect((await auditor.events.alarms({}))[0]).toMatchObject({ place: '前台', seq: before?.seq });
    const report = await manager.health.report({});
    expect(report.findings).toContainEqual(expect.objectContaining({ code: 'LOG_CUT', level: 'act' }));
    // The auditor was there before.
    desk.clock.advance(1_000);
    expect((await manager.notices.list({})).rows.map(({ kind }) => kind)).toContain('logCut');
  });

  it('follows the log again once the manager has looked into it and says why', async () => {
    await connect();
    for (const link of links.splice(0)) link.close();
    await cut(3);
    await connect();
    await vi.waitFor(() => expect(cuts()).toHaveLength(1));
    const [alarm] = await manager.events.alarms({});
    await manager.events.accept({
      seq: alarm?.seq ?? 0,
      hash: alarm?.hash ?? '',
      reason: '主机磁盘损坏，已按纸质单据补录',
    });
    expect(await manager.events.alarms({})).toEqual([]);
    await connect();
    expect(keeper.alarm()).toBeNull();
    expect(keeper.kept()).toEqual(head());
  });

  it('is told at the host’s own windows as well, at its next start, until it is settled', async () => {
    const line = ownLine();
    const watch = () => keepHead(desk.office, { heads: keeper, terminal: '主机', line });
    watch()();
    expect(keeper.kept()).toEqual(head());
    expect(line.state()).toEqual({ kind: 'local' });
    await cut(3);
    const stop = watch();
    expect(line.state()).toEqual({ kind: 'local', log: 'cut' });
    await vi.waitFor(() => expect(cuts()).toHaveLength(1));
    const [alarm] = await manager.events.alarms({});
    await manager.events.accept({
      seq: alarm?.seq ?? 0,
      hash: alarm?.hash ?? '',
      reason: '主机磁盘损坏，已按纸质单据补录',
    });
    await vi.waitFor(() => expect(line.state()).toEqual({ kind: 'local' }));
    stop();
  });
});
