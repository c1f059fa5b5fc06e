import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDb } from '#db/access.ts';
import { destroyPersonKey } from '#db/repositories/person-keys.ts';
import { checkLog } from '#electron/server/events/check-log.ts';
import { EVENT_ROWS } from '#shared/domain/events/kinds.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, subscribeHome, takeDeposit } from '#tests/support/deal-builders.ts';
import { type TestClient, type TestOffice, testOffice } from '#tests/support/office.ts';
import { refusalOf } from '#tests/support/refusals.ts';

const NAME = '欧阳倩';
const anything = { actorId: null, before: null };

describe('The log of an office where a home was sold, read by those who audit', () => {
  let desk: TestOffice;
  let auditor: TestClient;
  let consultant: TestClient & { readonly me: number };
  let buyer: number;
  let home: number;
  beforeEach(async () => {
    desk = await testOffice();
    auditor = desk.as('auditor');
    [home = 0] = await buildHomes(desk);
    consultant = desk.as('consultant', '孟涛');
    buyer = await buildBuyer(consultant, NAME);
    const { subscriptionId, approvalId } = await subscribeHome(consultant, home, buyer);
    await approve(desk, approvalId);
    await takeDeposit(desk, subscriptionId, buyer);
  });
  afterEach(() => desk.close());

  const client = () => desk.office.database.client;
  const newestOf = async (kind: 'registered' | 'locked' | 'depositCompleted' | 'accountCreated') =>
    (await auditor.events.list({ ...anything, kinds: [kind] }))[0]?.seq ?? 0;
  const fieldsOf = (entry: Awaited<ReturnType<TestClient['events']['entry']>>, table: string) =>
    new Map(
      entry.changes.flatMap((change) => (change.table === table ? change.fields : [])).map((one) => [one.field, one]),
    );

  it('is narrowed by period, person, kind, record, terminal, procedure and request', async () => {
    const today = dayOf(desk.clock());
    const all = await auditor.events.list(anything);
    expect(await auditor.events.list({ ...anything, from: today, to: today })).toEqual(all);
    expect(await auditor.events.list({ ...anything, from: '2030-01-01' })).toEqual([]);
    const kinds = async (filter: object) =>
      new Set((await auditor.events.list({ ...anything, ...filter })).map(({ kind }) => kind));
    expect(await kinds({ actorId: consultant.me })).not.toContain('approved');
    expect(await kinds({ kinds: ['locked', 'registered'] })).toEqual(new Set(['locked', 'registered']));
    expect(
      (await auditor.events.list({ ...anything, noun: 'units', subjectId: home })).every((one) => one.noun === 'units'),
    ).toBe(true);
    expect(await kinds({ procedure: 'units.' })).toContain('locked');
    expect(await kinds({ terminal: 'no such PC' })).toEqual(new Set());
    const entry = await auditor.events.entry({ seq: await newestOf('locked') });
    const [same] = await auditor.events.list({ ...anything, requestId: entry.requestId });
    expect(same?.seq).toBe(entry.seq);
  });

  it('can be read back to its first entry, page by page, and none comes twice', async () => {
    for (let step = 0; step < EVENT_ROWS + 5; step += 1)
      await consultant.session.setLanguage({ language: step % 2 === 0 ? 'en' : 'zh-CN' });
    const seen: number[] = [];
    for (let before: number | null = null; ; ) {
      const page: { seq: number }[] = await auditor.events.list({ actorId: null, before });
      seen.push(...page.map(({ seq }) => seq));
      if (page.length < EVENT_ROWS) break;
      before = page.at(-1)?.seq ?? null;
    }
    expect(seen).toEqual(Array.from({ length: seen.length }, (_none, at) => seen.length - at));
  });

  it('says of an entry who, where, and each field before and after, in its own measure', async () => {
    const entry = await auditor.events.entry({ seq: await newestOf('locked') });
    expect(entry).toMatchObject({ actor: '孟涛', noun: 'units', subjectId: home, procedure: 'units.lock' });
    const unit = fieldsOf(entry, 'units');
    expect(unit.get('commercialState')).toMatchObject({ kind: 'word', before: 'available', after: 'locked' });
    expect(fieldsOf(entry, 'unit_locks').get('accountId')).toMatchObject({ kind: 'person', after: '孟涛' });
    expect([...unit.keys()]).not.toContain('version');
    const money = await auditor.events.entry({ seq: await newestOf('depositCompleted') });
    expect(fieldsOf(money, 'receipts').get('amount')).toMatchObject({ kind: 'money', before: null, after: 5_000_000 });
    expect(money.data).toContainEqual({ field: 'amountFen', kind: 'number', value: 5_000_000 });
  });

  it('leads from an entry to those of the same record before and after it', async () => {
    const lines = await auditor.events.list({ ...anything, noun: 'customers', subjectId: buyer });
    const [newest, before] = lines;
    const entry = await auditor.events.entry({ seq: newest?.seq ?? 0 });
    expect([entry.later, entry.earlier]).toEqual([null, before?.seq]);
    expect((await auditor.events.entry({ seq: entry.earlier ?? 0 })).later).toBe(newest?.seq);
  });

  it('covers what is of a person by right, shows secrets to nobody, and says what was destroyed', async () => {
    const seq = await newestOf('registered');
    const phone = String(client().prepare('select phone from customers where id = ?').pluck().get(buyer));
    const asAuditor = fieldsOf(await auditor.events.entry({ seq }), 'customers');
    expect(asAuditor.get('name')).toMatchObject({ kind: 'personal', after: NAME });
    expect(asAuditor.get('phone')?.after).toMatch(/\*{4}/);
    // An administrator keeps the office's PCs and has no business with its customers.
    const entry = await desk.as('administrator').events.entry({ seq });
    expect(JSON.stringify(entry)).not.toContain(NAME);
    expect(JSON.stringify(entry)).not.toContain(phone);
    expect(fieldsOf(entry, 'customers').get('name')).toMatchObject({ kind: 'masked', after: '' });
    const person = await auditor.events.entry({ seq: await newestOf('accountCreated') });
    expect(fieldsOf(person, 'accounts').get('passwordHash')?.kind).not.toBe('text');

    const key = Number(client().prepare('select person_key_id from customers where id = ?').pluck().get(buyer));
    destroyPersonKey(client(), key, desk.clock());
    expect(fieldsOf(await auditor.events.entry({ seq }), 'customers').get('name')).toMatchObject({ kind: 'erased' });
    for await (const { found } of await auditor.events.check({}))
      if (found !== null) expect(found.verdict).toBe('whole');
  });

  it('is checked whole while one looks, with the heads of closed days, and names a day that was forged', async () => {
    await desk.as('supervisor').days.close({ day: dayOf(desk.clock()) });
    const last = async () => {
      let found: unknown;
      for await (const step of checkLog(
        desk.office.database,
        desk.office.keys.days,
        { db: readDb(desk.office.database) },
        undefined,
      ))
        found = step;
      return found;
    };
    expect(await last()).toMatchObject({ days: 1, found: { verdict: 'whole' } });
    // Somebody with the file alone: the head of the day fits the log, its seal can't be made.
    client().exec("update days set seal = 'forged'");
    expect(await last()).toMatchObject({ found: { verdict: 'changed' } });
  });

  it('is closed to those who do not audit', async () => {
    expect((await refusalOf(consultant.events.entry({ seq: 1 }))).code).toBe('FORBIDDEN');
    expect((await refusalOf(auditor.events.entry({ seq: 99_999 }))).code).toBe('NOT_FOUND');
    const settle = { seq: 5, hash: 'a'.repeat(64), reason: '查明原因' };
    expect((await refusalOf(auditor.events.accept(settle))).code).toBe('FORBIDDEN');
    expect((await refusalOf(desk.as('manager').events.accept(settle))).code).toBe('NOT_FOUND');
  });
});
