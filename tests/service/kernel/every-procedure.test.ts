import { createRouterClient, ORPCError } from '@orpc/server';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentTables, replay } from '#db/replay.ts';
import { verifyLog } from '#db/repositories/events.ts';
import { openSession } from '#electron/server/kernel/session.ts';
import { officeApi } from '#shared/api/index.ts';
import { type Procedure, proceduresOf } from '#shared/api/procedure.ts';
import { hasPermission } from '#shared/domain/accounts/permissions.ts';
import { type Post, posts } from '#shared/domain/accounts/posts.ts';
import { isOpenTo } from '#shared/domain/kiosk/access.ts';
import { type SettingKey, settingDefinitions, settingKeys } from '#shared/domain/settings/registry.ts';
import { resources } from '#shared/i18n/index.ts';
import { errorCodes } from '#shared/kernel/errors.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, subscribeHome, takeDeposit } from '#tests/support/deal-builders.ts';
import { damagesBeside, damagesOf, fittingInputs, strange, unknownKeysOf } from '#tests/support/inputs.ts';
import { requestId, type TestOffice, testOffice } from '#tests/support/office.ts';
import { proofSize } from '#tests/support/proof-size.ts';

type TestClientOfSettings = { settings: { set(wire: unknown): Promise<unknown> } };
type Declared = Exclude<Procedure, { kind: 'device' }>;
const declared = proceduresOf(officeApi).flatMap(({ path, procedure }) =>
  procedure.kind === 'device' ? [] : [{ path, procedure: procedure as Declared }],
);
const names = declared.map(({ path }) => path);

/** What a call came to: `answered`, or the code of its refusal. Anything else is a crash and fails the test. */
async function outcomeOf(call: () => Promise<unknown>): Promise<string> {
  try {
    const answer = await call();
    if (typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer)
      for await (const _item of answer as AsyncIterable<unknown>);
    return 'answered';
  } catch (error) {
    if (error instanceof ORPCError && error.code === 'REFUSED') return error.data.code;
    throw error;
  }
}

describe('Every procedure that is declared', () => {
  let desk: TestOffice;
  const accounts = new Map<Post, number>();
  const codes = new Set<string>();

  beforeAll(async () => {
    desk = await testOffice();
    // Records of every kind under the number 1, so that inputs reach the rules behind the declarations.
    const [home = 0] = await buildHomes(desk, { floors: 2, rooms: 3 });
    const consultant = desk.as('consultant');
    const buyer = await buildBuyer(consultant);
    const { subscriptionId, approvalId } = await subscribeHome(consultant, home, buyer);
    await approve(desk, approvalId);
    await takeDeposit(desk, subscriptionId, buyer);
    for (const post of posts) accounts.set(post, desk.as(post).me);
  });
  afterAll(() => desk.close());

  function windowOf(post: Post | undefined, locked = false) {
    const connection = desk.office.connect('terminal of a test');
    if (post !== undefined) openSession(connection, accounts.get(post) ?? 0, desk.clock()).locked = locked;
    return createRouterClient(desk.office.router, { context: { connection } }) as unknown;
  }

  async function call(client: unknown, path: string, procedure: Declared, input: unknown): Promise<string> {
    let found = client;
    for (const name of path.split('.')) found = Reflect.get(found as object, name);
    const run = found as (wire: unknown, options?: { signal: AbortSignal }) => Promise<unknown>;
    const wire = procedure.kind === 'command' ? { requestId: requestId(), data: input } : input;
    const signal = AbortSignal.abort();
    const code = await outcomeOf(() => (procedure.kind === 'stream' ? run(wire, { signal }) : run(wire)));
    if (code !== 'answered') codes.add(code);
    return code;
  }

  // A paper that was issued is sealed by the office itself once its pages are made, whatever is called meanwhile.
  const counted = "select count(*) from events where procedure not in ('documents.seal', 'documents.batch')";
  const events = () => Number(desk.office.database.client.prepare(counted).pluck().get());
  const faults = () => desk.log.filter((line) => line.startsWith('error'));
  const postFor = ({ path, procedure }: { path: string; procedure: Declared }): Post =>
    posts.find(
      (post) =>
        isOpenTo(post, path) &&
        (procedure.permission === 'public' ||
          procedure.permission === 'signedIn' ||
          hasPermission(post, procedure.permission)),
    ) ?? 'administrator';

  it.each(declared)(
    '$path refuses whatever does not fit its declaration, in words, and writes nothing',
    async (one) => {
      const { path, procedure } = one;
      const client = windowOf(postFor(one));
      const inputs = fittingInputs(procedure.input);
      expect(inputs.length).toBeGreaterThan(0);
      const [plain] = inputs;
      for (const { what, input } of unknownKeysOf(plain as object))
        expect(procedure.input.safeParse(input).success, what).toBe(false);
      const further = inputs.slice(1, 3).flatMap((input) => damagesBeside(plain, input));
      for (const { what, input } of [...damagesOf(plain), ...further]) {
        if (procedure.input.safeParse(input).success) continue;
        const before = events();
        const code = await call(client, path, procedure, input);
        // Text of megabytes is refused before the declaration is asked, wherever no file is carried.
        const refusals = what.includes('文'.repeat(20)) ? ['INVALID_INPUT', 'INPUT_TOO_LARGE'] : ['INVALID_INPUT'];
        expect(refusals, `${what}: ${code}`).toContain(code);
        expect(events(), what).toBe(before);
      }
      expect(faults()).toEqual([]);
    },
    120_000,
  );

  it.each(declared)('$path answers what fits its declaration, or says why not', async ({ path, procedure }) => {
    for (const input of fittingInputs(procedure.input)) {
      const before = events();
      const code = await call(windowOf(postFor({ path, procedure })), path, procedure, input);
      expect(code).not.toBe('INTERNAL');
      expect(code).not.toBe('INVALID_INPUT');
      if (code !== 'answered' || procedure.kind !== 'command') expect(events()).toBe(before);
    }
    expect(faults()).toEqual([]);
  });

  it.each(declared)('$path is closed to strangers, to locked screens, and open as the registry says', async (one) => {
    const { path, procedure } = one;
    const [input] = fittingInputs(procedure.input);
    const before = events();
    const stranger = [await call(windowOf(undefined), path, procedure, input)];
    // Who may not ask learns nothing about what could be asked.
    stranger.push(await call(windowOf(undefined), path, procedure, { nonsense: true }));
    if (procedure.permission === 'public') expect(stranger).not.toContain('UNAUTHENTICATED');
    else expect(stranger).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
    if (procedure.permission !== 'public') expect(events()).toBe(before);

    const locked = await call(windowOf('manager', true), path, procedure, input);
    const leaving = ['session.lock', 'session.unlock', 'session.logout', 'session.stepAside'];
    const openWhenLocked = procedure.permission === 'public' || leaving.includes(path);
    if (openWhenLocked) expect(locked).not.toBe('SESSION_LOCKED');
    else expect(locked).toBe('SESSION_LOCKED');

    const { permission } = procedure;
    if (permission === 'public') return;
    for (const post of posts) {
      const seq = events();
      const code = await call(windowOf(post), path, procedure, input);
      const allowed = isOpenTo(post, path) && (permission === 'signedIn' || hasPermission(post, permission));
      if (allowed) expect([post, code]).not.toEqual([post, 'UNAUTHENTICATED']);
      else {
        expect([post, code]).toEqual([post, 'FORBIDDEN']);
        expect(await call(windowOf(post), path, procedure, { nonsense: true })).toBe('FORBIDDEN');
        expect(events()).toBe(seq);
      }
    }
    expect(faults()).toEqual([]);
  });

  it('takes a command only with a request id of its own kind, and nothing beside it', async () => {
    const commands = declared.filter(({ procedure }) => procedure.kind === 'command');
    for (const { path, procedure } of commands) {
      const [data] = fittingInputs(procedure.input);
      const client = windowOf(postFor({ path, procedure }));
      const wires = [
        undefined,
        data,
        { data },
        { requestId: requestId() },
        { requestId: '', data },
        { requestId: 7, data },
        { requestId: '0'.repeat(36), data },
        { requestId: '00000000-0000-4000-8000-000000000000', data },
        { requestId: 'x'.repeat(1_000_000), data },
        { requestId: requestId(), data, actorId: 1 },
      ];
      for (const wire of wires) {
        const before = events();
        const query = { ...procedure, kind: 'query' } as Declared;
        expect(await call(client, path, query, wire)).toBe('INVALID_INPUT');
        expect(events()).toBe(before);
      }
    }
  });

  it('takes no setting of a shape that its definition does not know', async () => {
    const client = windowOf('manager') as TestClientOfSettings;
    for (const key of [...settingKeys, '__proto__', 'constructor'])
      for (const value of strange) {
        const before = events();
        const data = { key, value, effectiveFrom: '2026-12-01', sourceNote: '随机试验' };
        const code = await outcomeOf(() => client.settings.set({ requestId: requestId(), data }));
        expect([key, code]).not.toEqual([key, 'INTERNAL']);
        if (code === 'answered')
          expect(settingDefinitions[key as SettingKey].schema.safeParse(value).success).toBe(true);
        else expect(events()).toBe(before);
      }
    expect(faults()).toEqual([]);
  });

  it('survives whatever else is sent', async () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSparseArray: true,
      withTypedArray: true,
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...declared), anything, async ({ path, procedure }, input) => {
        const before = events();
        const code = await call(windowOf(postFor({ path, procedure })), path, procedure, input);
        expect(code).not.toBe('INTERNAL');
        if (!procedure.input.safeParse(input).success) expect(code).toBe('INVALID_INPUT');
        if (code !== 'answered') expect(events()).toBe(before);
      }),
      { numRuns: proofSize(400, 20_000) },
    );
  });

  it('leaves tables that are the replay of a log whose chain fits', () => {
    const { client } = desk.office.database;
    verifyLog(client);
    const replayed = replay(client);
    for (const [table, rows] of currentTables(client)) expect(replayed.get(table), table).toEqual(rows);
    expect(client.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(faults()).toEqual([]);
  });

  it('refuses only in codes that have a sentence in both languages', () => {
    expect(codes.size).toBeGreaterThan(10);
    for (const code of codes) {
      expect(Object.keys(errorCodes)).toContain(code);
      expect(Object.keys(resources['zh-CN'].errors)).toContain(code);
      expect(Object.keys(resources.en.errors)).toContain(code);
    }
  });

  it('is named once, by its noun and its verb', () => {
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(50);
    for (const name of names) expect(name).toMatch(/^[a-z][a-zA-Z]+\.[a-z][a-zA-Z]+$/);
  });
});
