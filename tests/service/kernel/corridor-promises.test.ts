import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { accounts } from '#db/schema/office.ts';
import { createCorridor } from '#electron/server/kernel/corridor.ts';
import type { Handlers } from '#electron/server/kernel/handlers.ts';
import { createLiveHub } from '#electron/server/kernel/live.ts';
import { openSession } from '#electron/server/kernel/session.ts';
import { command, nothing, query } from '#shared/api/procedure.ts';
import { requestId, type TestOffice, testOffice } from '#tests/support/office.ts';

/** An office of six procedures, each with a fault that a careless handler could have. */
const api = {
  desk: {
    slow: query({ permission: 'signedIn', input: nothing, output: nothing }),
    talkative: query({ permission: 'signedIn', input: nothing, output: z.strictObject({ id: z.int() }) }),
    rename: command({ permission: 'signedIn', input: z.strictObject({ name: z.string() }), output: nothing }),
    renameSilently: command({ permission: 'signedIn', input: nothing, output: nothing }),
    renameLoudly: command({ permission: 'signedIn', input: nothing, output: nothing }),
    renameTalkatively: command({ permission: 'signedIn', input: nothing, output: nothing }),
    renameAndStumble: command({ permission: 'signedIn', input: nothing, output: nothing }),
  },
};

/** As an answer of a handler that TypeScript was talked out of checking. */
const tooMuch: object = { id: 1, secret: 'x' };

const handlers: Handlers<typeof api> = {
  desk: {
    slow: () => {
      const until = performance.now() + 60;
      while (performance.now() < until);
      return {};
    },
    talkative: () => tooMuch as { id: number },
    rename: ({ tx, actor, happened }, { name }) => {
      tx.update(accounts, actor.id, { name });
      happened({ kind: 'accountChanged', noun: 'accounts', id: actor.id });
      return {};
    },
    renameSilently: ({ tx, actor }) => {
      tx.update(accounts, actor.id, { name: '无声' });
      return {};
    },
    renameLoudly: ({ tx, actor, happened }) => {
      tx.update(accounts, actor.id, { name: '两声' });
      happened({ kind: 'accountChanged', noun: 'accounts', id: actor.id });
      happened({ kind: 'accountChanged', noun: 'accounts', id: actor.id });
      return {};
    },
    renameTalkatively: ({ tx, actor, happened }) => {
      tx.update(accounts, actor.id, { name: '多言' });
      happened({ kind: 'accountChanged', noun: 'accounts', id: actor.id });
      return tooMuch as Record<string, never>;
    },
    renameAndStumble: ({ tx, actor, happened, afterCommit }) => {
      tx.update(accounts, actor.id, { name: '绊倒' });
      happened({ kind: 'accountChanged', noun: 'accounts', id: actor.id });
      afterCommit(() => {
        throw new Error('stumbled');
      });
      return {};
    },
  },
};

describe('The corridor keeps its promises, whatever a handler does', () => {
  let desk: TestOffice;
  let log: string[];
  let me: number;
  let corridor: ReturnType<typeof createCorridor>;
  let connection: ReturnType<TestOffice['office']['connect']>;
  const live = createLiveHub();
  beforeEach(async () => {
    desk = await testOffice();
    log = [];
    me = desk.as('consultant', '本名').me;
    connection = desk.office.connect('terminal of a careless handler');
    openSession(connection, me, desk.clock());
    corridor = createCorridor({
      api,
      handlers,
      database: desk.office.database,
      live,
      requestKey: new Uint8Array(32),
      ports: { clock: desk.clock, newId: requestId, log: (level, line) => log.push(`${level} ${line}`) },
    });
  });
  afterEach(() => desk.close());

  const act = (name: keyof typeof api.desk, data: unknown = {}) =>
    corridor.call(`desk.${name}`, { requestId: requestId(), data }, connection);
  const name = () => desk.office.database.client.prepare('select name from accounts where id = ?').pluck().get(me);
  const count = (table: string) => desk.office.database.client.prepare(`select count(*) from ${table}`).pluck().get();

  it('names every procedure that takes more than 40 ms in its log', async () => {
    await corridor.call('desk.slow', {}, connection);
    await act('rename', { name: '快' });
    // On a busy machine a quick one may be slow as well, and is named then too.
    const slow = log.filter((line) => line.includes('desk.slow'));
    expect(slow).toHaveLength(1);
    expect(slow[0]).toMatch(/^info slow procedure desk\.slow (?:[6-9]\d|\d{3,}) ms$/);
  });

  it('lets no answer out that the declaration does not know', async () => {
    await expect(corridor.call('desk.talkative', {}, connection)).rejects.toMatchObject({ code: 'INTERNAL' });
    expect(log.join()).toContain('desk.talkative');
  });

  it.each(['renameSilently', 'renameLoudly', 'renameTalkatively'] as const)(
    'undoes a command that does not say once what happened, or answers what it may not: %s',
    async (careless) => {
      const before = [count('events'), count('requests')];
      await expect(act(careless)).rejects.toMatchObject({ code: 'INTERNAL' });
      expect(name()).toBe('本名');
      expect([count('events'), count('requests')]).toEqual(before);
      expect(log.join()).toContain(`desk.${careless}`);
    },
  );

  it('answers although something stumbles after the commit: what is written is written', async () => {
    await expect(act('renameAndStumble')).resolves.toEqual({});
    expect(name()).toBe('绊倒');
    expect(log.join()).toContain('stumbled');
  });

  it('publishes once for all acts of a moment, after they are on the disk, and nothing for refused ones', async () => {
    const heard: { touched: string[]; open: boolean; name: unknown }[] = [];
    const stop = live.onChange(({ touched }) =>
      heard.push({ touched, open: desk.office.database.client.inTransaction, name: name() }),
    );
    await Promise.allSettled([act('rename', { name: '甲' }), act('renameSilently'), act('rename', { name: '乙' })]);
    stop();
    expect(heard).toEqual([{ touched: [`accounts:${me}`], open: false, name: '乙' }]);
    expect(count('requests')).toBe(2);
  });

  it('knows no procedure by the name of something that every object has', async () => {
    for (const path of ['desk.constructor', '__proto__', 'constructor', 'desk.__proto__', 'desk', ''])
      await expect(corridor.call(path, {}, connection)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('A declaration that forgets something does not compile', () => {
  it('without a permission, with one that no post has, or with a handler that promises', () => {
    // @ts-expect-error no permission: there is no default
    query({ input: nothing, output: nothing });
    // @ts-expect-error no permission: there is no default
    command({ input: nothing, output: nothing });
    // @ts-expect-error a permission that the registry does not have
    command({ permission: 'units.giveAway', input: nothing, output: nothing });
    // @ts-expect-error an input that is no object without unknown keys
    query({ permission: 'signedIn', input: z.string(), output: nothing });
    const later: Handlers<{ touch: (typeof api)['desk']['rename'] }> = {
      // @ts-expect-error nothing can be awaited inside a transaction
      touch: async () => ({}),
    };
    // @ts-expect-error a procedure without its handler
    const missing: Handlers<typeof api> = { desk: {} };
    expect([later, missing]).toHaveLength(2);
  });
});
