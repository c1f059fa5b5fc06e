import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snapshot } from '#db/backup.ts';
import { copyOffice } from '#db/office-copy.ts';
import { headKeeper } from '#electron/device/head-file.ts';
import { wrapWithPassphrase } from '#electron/device/key-wrap.ts';
import { openLog } from '#electron/device/log.ts';
import { makeOfficeFolders, officePaths, writeOfficeHeader } from '#electron/device/office-folder.ts';
import { openOutbox } from '#electron/device/outbox.ts';
import { enrol } from '#electron/lan/enrol.ts';
import { hashSecret } from '#electron/server/accounts/passwords.ts';
import { type Carrier, lanCarrier } from '#electron/transports/lan-carrier.ts';
import { revealReasons } from '#shared/domain/privacy/states.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, subscribeHome } from '#tests/support/deal-builders.ts';
import { freePort } from '#tests/support/free-port.ts';
import { digits, han, leaksIn } from '#tests/support/markers.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { projectBook } from '#tests/support/project-book.ts';
import { proofFigures } from '#tests/support/proof-size.ts';

const root = path.resolve(import.meta.dirname, '../..');
const passphrase = `${han(6)} 2026`;
const password = `${digits(6)} 灯火 ${digits(6)}`;
const pin = digits(6);
const officeId = '0190a2f0-0000-7000-8000-000000000001';
const began = Date.now() - 2_000;

const markers = new Map<string, string>([
  ['passphrase', passphrase],
  ['password', password],
  ['old password', `${digits(6)} 渡口 ${digits(6)}`],
]);

/** A text that is looked for afterwards. */
function marked(what: string, text: string): string {
  markers.set(`${what} ${markers.size}`, text);
  return text;
}

const name = () => marked('name', han(5));
const phone = () => marked('phone', digits(11, '100'));
const identity = () => marked('identity', digits(16, '999999'));
const remark = () => marked('remark', han(12));

/** Asks or acts; a refusal is as good, for it was told too. */
const whatever = (call: Promise<unknown>) => call.catch(() => undefined);

/** What a whole day of an office leaves behind, done at its own window. */
async function tour(desk: TestOffice, folder: string): Promise<void> {
  const consultant = desk.as('consultant');
  const manager = desk.as('manager');
  const clerk = desk.as('backOffice');
  const homes = await buildHomes(desk, { floors: 2, rooms: 3 });
  const guest = async () => {
    const { customerId } = await consultant.visits.register({
      kind: 'visit',
      customerId: null,
      name: name(),
      phone: phone(),
      channel: 'passingBy',
      rating: 'A',
      partySize: 2,
      referrer: { customerId: null, name: name(), phone: phone() },
      intent: remark(),
      notes: remark(),
      nextFollowUpOn: null,
      receivedBy: null,
    });
    const { version, customer } = await consultant.customers.detail({ customerId });
    await consultant.customers.update({
      customerId,
      version,
      name: customer.name,
      secondPhone: phone(),
      identity: { kind: 'other', number: identity() },
      address: marked('address', `${han(6)}路`),
      intent: remark(),
      rating: 'A',
      nextFollowUpOn: null,
    });
    await consultant.customers.followUp({
      customerId,
      method: 'phone',
      content: remark(),
      rating: 'B',
      nextOn: null,
    });
    return customerId;
  };
  const buyers = [await guest(), await guest(), await guest()];
  await whatever(
    consultant.customers.reveal({ customerId: buyers[0] ?? 0, reason: revealReasons[0], words: remark() }),
  );
  await whatever(consultant.customers.revealed({ customerId: buyers[0] ?? 0 }));
  for (const [index, buyer] of buyers.entries()) {
    const sold = await subscribeHome(consultant, homes[index] ?? 0, buyer);
    await approve(desk, sold.approvalId);
    const { version, row } = await clerk.subscriptions.detail({ subscriptionId: sold.subscriptionId });
    const { receiptId } = await clerk.payments.receive({
      subscriptionId: sold.subscriptionId,
      version,
      item: 'deposit',
      method: 'transfer',
      amount: row.depositDue,
      payerId: buyer,
      reference: marked('account', digits(19, '6217')),
    });
    const papers =
      index > 0
        ? []
        : ([
            ['subscriptionBook', sold.subscriptionId],
            ['depositReceipt', receiptId],
          ] as const);
    for (const [kind, subjectId] of papers) {
      const { documentId } = await clerk.documents.issue({ kind, subjectId });
      await desk.office.press.idle();
      await clerk.documents.pages({ documentId });
      const { printId } = await clerk.documents.print({ documentId, printer: 'laser', copies: 1, reason: remark() });
      const { sha256 } = await clerk.documents.printJob({ printId });
      await clerk.documents.printed({ printId, result: { ok: true, jobName: 'job', sha256 } });
    }
  }
  const people = Array.from({ length: 3 }, (_none, at) => [
    `K${at}`,
    name(),
    phone(),
    '其他证件',
    identity(),
    remark(),
    '',
    null,
  ]);
  const book = await projectBook({ 客户: people });
  const order = { files: [book], choices: [] };
  await whatever(manager.imports.previewProject(order));
  await whatever(Reflect.get(manager.imports, 'commitProject')(order as never));
  const content = Buffer.from(`楼栋,单元,楼层,房号,建筑面积,总价,备注\n9栋,1单元,1,101,100,1000000,${remark()}\n`);
  const file = { name: `${marked('file', han(6))}.csv`, content: content.toString('base64') };
  const list = { file, sheet: null, mapping: null, alsoFiled: true };
  await whatever(manager.imports.preview(list));
  await whatever(manager.imports.commit({ ...list, leaveOutFaulty: false }));
  await whatever(
    manager.exports.record({ list: 'customers', scope: 'all', filter: {}, searched: true, columns: ['name'], rows: 0 }),
  );
  await whatever(manager.search.find({ text: markers.get('name 3') ?? '' }));
  // What is refused is told and logged too.
  const stranger = desk.stranger();
  await whatever(stranger.session.login({ loginName: 'nobody', password: markers.get('old password') ?? '' }));
  await whatever(Reflect.get(consultant.customers, 'update')({ name: name(), phone: phone() } as never));
  const terminalist = desk.as('consultant', name()).me;
  const update = desk.office.database.client.prepare(
    'update accounts set password_hash = ?, login_name = ? where id = ?',
  );
  update.run(await hashSecret(password), 'terminal1', terminalist);
  await desk.as('supervisor').days.close({ day: dayOf(desk.clock()) });
  const target = path.join(folder, 'moved');
  mkdirSync(target);
  await copyOffice(
    { folder: desk.folder, target, fileKey: desk.office.keys.file, nativeBinding: undefined, at: Date.now() },
    () => undefined,
  );
  mkdirSync(path.join(folder, 'second place'));
  snapshot(desk.office.database.client, path.join(folder, 'second place/office.db'), { key: desk.office.keys.file });
}

describe('An office after a whole day', { timeout: 420_000 }, () => {
  let folder: string;
  const children: ChildProcess[] = [];
  const usual = process.env['TMPDIR'];
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'zhiye-leaks-'));
    // Whatever is laid down for a moment, by the office or by SQLite under it, lands where it is looked for.
    mkdirSync(path.join(folder, 'tmp'));
    process.env['TMPDIR'] = path.join(folder, 'tmp');
  });
  afterAll(() => {
    for (const child of children) child.kill('SIGKILL');
    if (usual === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = usual;
    rmSync(folder, { recursive: true, force: true });
  });

  /** Lets terminals in to the office's folder, in a process of its own with its own log. */
  async function host(port: number, ...more: string[]) {
    const args = ['scripts/host.ts', '--data', folder, '--port', String(port), '--interface', '127.0.0.1', ...more];
    const env = { ...process.env, ZHIYE_PASSPHRASE: passphrase };
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    children.push(child);
    let said = '';
    for (const stream of [child.stderr, child.stdout]) stream.on('data', (part: Buffer) => (said += String(part)));
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const { value } = await lines.next();
    const ended = new Promise((resolve) => child.once('close', resolve));
    return { child, code: String(Reflect.get(JSON.parse(String(value)), 'code')), ended, said: () => said };
  }

  it('has left nothing of anybody in the clear, here or there, after it was killed too', async () => {
    const paths = officePaths(path.join(folder, 'office'));
    makeOfficeFolders(paths);
    const desk = await testOffice({ folder: paths.folder });
    await tour(desk, folder);
    desk.as('administrator', '管理员');
    await desk.office.close();
    const log = openLog(folder, { quiet: true });
    for (const line of desk.log) log('warn', line);
    const keys = [await wrapWithPassphrase(passphrase, officeId, desk.rootKey)];
    writeOfficeHeader(paths, { format: 'zhiye-office', version: 1, officeId, createdAt: 0, demo: false, keys });

    const port = await freePort();
    const first = await host(port, '--pair');
    const at = { address: '127.0.0.1', port };
    const { authority, token } = await enrol({ ...at, code: first.code, name: '前台', program: 'test', token: null });
    const key = new Uint8Array(32).fill(9);
    const outbox = openOutbox(path.join(folder, 'terminal/outbox'), key);
    const heads = headKeeper({ file: path.join(folder, 'terminal/log-head'), officeId, key });
    const terminal: Carrier = lanCarrier({
      to: { host: at.address, port, authority, token, program: 'test', heads },
      outbox: outbox.page(() => 1),
      now: Date.now,
      log: openLog(path.join(folder, 'terminal'), { quiet: true }),
    });
    const act = (procedure: string, data: unknown) => terminal.act(procedure, { requestId: v7(), data });
    await act('session.login', { loginName: 'terminal1', password });
    await act('session.setPin', { password, pin });
    const register = () =>
      act('visits.register', {
        ...{ kind: 'call', customerId: null, name: name(), phone: phone(), channel: 'passingBy', rating: 'A' },
        ...{ partySize: 1, intent: remark(), notes: remark(), nextFollowUpOn: null, receivedBy: null },
      });
    for (let guest = 0; guest < 4; guest += 1) await register();
    const underWay = Promise.allSettled(Array.from({ length: 4 }, register));
    first.child.kill('SIGKILL');
    await first.ended;
    const second = await host(port);
    await Promise.race([underWay, new Promise((resolve) => setTimeout(resolve, 20_000))]);
    terminal.close();
    await outbox.settled();
    second.child.kill('SIGTERM');
    await second.ended;
    for (const said of [first.said(), second.said()]) writeFileSync(path.join(folder, `said-${v7()}.txt`), said);

    expect(markers.size).toBeGreaterThanOrEqual(50);
    const { leaks, files } = leaksIn([folder], ['/tmp', '/var/tmp', '/var/spool/cups'], markers, began);
    proofFigures({ proof: 'leaks', markers: markers.size, files, found: leaks.length });
    expect(files).toBeGreaterThan(10);
    expect(leaks).toEqual([]);

    // The search itself is no better than what it finds: one of them, laid down by hand in every form.
    const [what, text] = [...markers].find(([one]) => one.startsWith('name')) ?? ['', ''];
    const control = path.join(folder, 'control');
    const forms = [
      Buffer.from(`x${text}x`),
      Buffer.from(text, 'utf16le'),
      Buffer.from(text, 'utf16le').swap16(),
      Buffer.from(Buffer.from(text).toString('hex')),
      ...['', 'a', 'ab'].map((before) => Buffer.from(Buffer.from(`${before}${text}--`).toString('base64'))),
    ];
    for (const bytes of forms) {
      writeFileSync(control, bytes);
      expect(leaksIn([folder], [], markers, began).leaks.map(({ marker }) => marker)).toContain(what);
    }
  });
});
