import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSession } from '#electron/server/kernel/session.ts';
import { officeApi } from '#shared/api/index.ts';
import { proceduresOf } from '#shared/api/procedure.ts';
import { hasPermission, type Permission } from '#shared/domain/accounts/permissions.ts';
import { posts } from '#shared/domain/accounts/posts.ts';
import { isCarried, type TerminalDesk, terminalDesks } from '#shared/domain/terminals/desks.ts';
import { requestId, type TestOffice, testOffice } from '#tests/support/office.ts';
import { refusalOf } from '#tests/support/refusals.ts';

const guarded = proceduresOf(officeApi).flatMap(({ path, procedure }) => {
  if (procedure.kind === 'device' || procedure.permission === 'public' || procedure.permission === 'signedIn')
    return [];
  return [{ path, kind: procedure.kind, permission: procedure.permission as Permission }];
});

type Guarded = (typeof guarded)[number];

describe('A terminal that is limited to a desk', () => {
  let desk: TestOffice;
  beforeAll(async () => {
    desk = await testOffice();
  });
  afterAll(() => desk.close());

  /** What a person of the right post is told there, of a call that could do nothing anyway. */
  async function toldAt(desks: readonly TerminalDesk[] | null, { path, kind, permission }: Guarded) {
    const post = posts.find((one) => hasPermission(one, permission)) ?? 'administrator';
    const connection = desk.office.connect('前台', 'terminal:1');
    connection.desks = desks;
    openSession(connection, people.get(post) ?? 0, desk.clock());
    let call: unknown = createRouterClient(desk.office.router, { context: { connection } });
    for (const name of path.split('.')) call = Reflect.get(Object(call), name);
    const nonsense = { nonsense: true };
    const wire = kind === 'command' ? { requestId: requestId(), data: nonsense } : nonsense;
    const asked = (call as (input: unknown) => Promise<unknown>)(wire);
    const { code } = await refusalOf(asked.then((answer) => consumed(answer)));
    desk.office.disconnect(connection);
    return code;
  }

  async function consumed(answer: unknown): Promise<void> {
    if (typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer)
      for await (const _item of answer as AsyncIterable<unknown>);
  }

  const people = new Map<string, number>();
  beforeAll(() => {
    for (const post of posts) people.set(post, desk.as(post).me);
  });

  it.each(terminalDesks)('%s does what that desk carries and refuses every other procedure', async (one) => {
    for (const procedure of guarded) {
      const { path, permission } = procedure;
      const expected = isCarried([one], permission) ? 'INVALID_INPUT' : 'TERMINAL_LIMITED';
      expect([path, await toldAt([one], procedure)]).toEqual([path, expected]);
    }
  });

  it('is the only one that is: without a limit everything is there', async () => {
    for (const procedure of guarded)
      for (const desks of [null, terminalDesks])
        expect([procedure.path, await toldAt(desks, procedure)]).toEqual([procedure.path, 'INVALID_INPUT']);
  });
});
