import { createRouterClient, ORPCError } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSession } from '#electron/server/kernel/session.ts';
import { officeApi } from '#shared/api/index.ts';
import { proceduresOf } from '#shared/api/procedure.ts';
import { posts } from '#shared/domain/accounts/posts.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, subscribeHome, takeDeposit } from '#tests/support/deal-builders.ts';
import { fittingInputs } from '#tests/support/inputs.ts';
import { requestId, type TestOffice, testOffice } from '#tests/support/office.ts';

/** Acts that leave no entry, and why that is right. Everything else that is done is in the log, or it does not pass. */
const silent: Readonly<Record<string, string>> = {
  'session.lock': 'a screen that locks changes no record and opens none',
  'session.unlock': 'a wrong PIN is counted; a right one continues a log-in that is in the log',
  'session.stepAside': 'lets the next person log in, who is then in the log',
  'session.logout': 'at a window where nobody is logged in nothing ends',
  'documents.issue': 'gives the paper that stands already; a new one takes its number in an entry',
  'documents.resume': 'gives the paper as it is; what its making comes to is an entry of the press',
  'kiosk.leave': 'asks for the password of whoever sits there, and opens no record',
  'session.login': 'a name that nobody has is no record; of people each try is in the log until they are locked out',
  'session.enterByPin': 'a person who is not known at the PC is asked to log in, which is in the log',
  'recoveries.help': 'a password that does not fit opens nothing; what is asked for stands in the log',
  'visits.closeDay': 'where nobody is left in the hall nothing is closed',
  'privacy.sweep': 'where nobody’s time is over nobody is made nameless',
  'imports.stop': 'what is stopped was undone: it has no entry either',
  'documents.stopMany': 'stops between two papers: each paper that was made has its own entries',
  'scans.stop': 'what is stopped is not taken: pages that are kept have an entry of their own',
  'notices.readAll': 'where nothing is unread nothing changes',
  'backups.stop': 'where no copy is being made nothing is stopped; a copy changes no record',
  'keys.permit': 'a wrong password opens nothing; a right one is in the log',
  'terminals.closePairing': 'where no pairing is open nothing closes',
};

const commands = proceduresOf(officeApi).filter(({ procedure }) => procedure.kind === 'command');

describe('Everything that can be done in an office', () => {
  let desk: TestOffice;
  const people = new Map<string, number>();
  beforeAll(async () => {
    desk = await testOffice();
    const [home = 0] = await buildHomes(desk, { floors: 2, rooms: 3 });
    const consultant = desk.as('consultant');
    const buyer = await buildBuyer(consultant);
    const { subscriptionId, approvalId } = await subscribeHome(consultant, home, buyer);
    await approve(desk, approvalId);
    await takeDeposit(desk, subscriptionId, buyer);
    for (const post of posts) people.set(post, desk.as(post).me);
  });
  afterAll(() => desk.close());

  const events = () => Number(desk.office.database.client.prepare('select max(seq) from events').pluck().get());

  it.each(commands)('$path leaves an entry when it is done, or says here why not', async ({ path, procedure }) => {
    for (const post of posts)
      for (const input of fittingInputs(procedure.input).slice(0, 3)) {
        const connection = desk.office.connect('terminal of a test');
        openSession(connection, people.get(post) ?? 0, desk.clock());
        let act: unknown = createRouterClient(desk.office.router, { context: { connection } });
        for (const name of path.split('.')) act = Reflect.get(Object(act), name);
        const before = events();
        const answered = await (act as (wire: unknown) => Promise<unknown>)({
          requestId: requestId(),
          data: input,
        }).then(
          () => true,
          (error: unknown) => {
            if (error instanceof ORPCError) return false;
            throw error;
          },
        );
        desk.office.disconnect(connection);
        if (answered && events() === before && silent[path] === undefined)
          throw new Error(`${path} was done by the ${post} and is not in the log`);
      }
  });

  it('names no exception that there is not', () => {
    const known = new Set(commands.map(({ path }) => path));
    expect(Object.keys(silent).filter((path) => !known.has(path))).toEqual([]);
  });

  it('is in the log as well when it only looks, prints, takes along, or fails to get in', async () => {
    const client = desk.office.database.client;
    const kinds = () => new Set(client.prepare<[], string>('select distinct kind from events').pluck().all());
    await desk.stranger('elsewhere').session.login({ loginName: 'person1', password: 'wrong' });
    await desk
      .as('manager')
      .exports.record({ list: 'units', scope: 'all', filter: {}, searched: false, columns: [], rows: 0 });
    await desk.as('manager').customers.reveal({ customerId: 1, reason: 'callCustomer', words: '' });
    for (const kind of ['loginFailed', 'exported', 'revealed'] as const) expect([...kinds()]).toContain(kind);
  });
});
