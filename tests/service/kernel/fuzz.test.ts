import { createRouterClient, ORPCError } from '@orpc/server';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readDb } from '#db/access.ts';
import { openDatabase } from '#db/connection.ts';
import { accountMay } from '#electron/server/kernel/persons.ts';
import { openSession } from '#electron/server/kernel/session.ts';
import { settingsReader } from '#electron/server/kernel/settings.ts';
import { officeApi } from '#shared/api/index.ts';
import { type Procedure, proceduresOf } from '#shared/api/procedure.ts';
import { type Post, posts } from '#shared/domain/accounts/posts.ts';
import { isOpenTo } from '#shared/domain/kiosk/access.ts';
import { errorCodes } from '#shared/kernel/errors.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { createRandom } from '#shared/kernel/random.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { approve, buildBuyer, subscribeHome, takeDeposit } from '#tests/support/deal-builders.ts';
import { fuzzedInputs } from '#tests/support/fuzzed-inputs.ts';
import { type ServedOffice, servedOffice } from '#tests/support/lan.ts';
import { requestId, type TestOffice, testOffice } from '#tests/support/office.ts';
import { proofFigures, proofSeed, proofSize } from '#tests/support/proof-size.ts';
import { besideTheLog, tracesIn } from '#tests/support/whole-office.ts';

const PER_PROCEDURE = proofSize(8, 500, 'per_procedure');
const SEED = proofSeed(20_261_125);
/** One call in so many goes over a real socket, through all of the host and the terminal. */
const OVER_SOCKET = 8;

type Declared = Exclude<Procedure, { kind: 'device' }>;
const declared = proceduresOf(officeApi).flatMap(({ path, procedure }) =>
  procedure.kind === 'device' ? [] : [{ path, procedure: procedure as Declared }],
);

/** Everybody who may call: nobody who is logged in, and somebody of each post. */
const callers: readonly (Post | undefined)[] = [undefined, ...posts];

let desk: TestOffice;
let served: ServedOffice;
const windows = new Map<Post | undefined, ReturnType<typeof windowOf>>();

function windowOf(post: Post | undefined) {
  const connection = desk.office.connect(`terminal of ${post ?? 'nobody'}`);
  const me = post === undefined ? undefined : desk.as(post).me;
  return {
    me,
    connection,
    /** Whoever was logged out or locked by the last call is back. */
    enter: () => {
      if (me === undefined) connection.session = undefined;
      else openSession(connection, me, desk.clock());
    },
    here: createRouterClient(desk.office.router, { context: { connection } }) as unknown,
    away: served.clientOf(connection),
  };
}

beforeAll(async () => {
  desk = await testOffice();
  served = servedOffice(desk.office);
  // Records of every kind under the number 1, so that inputs reach the rules behind the declarations.
  const [home = 0] = await buildHomes(desk, { floors: 2, rooms: 3 });
  const consultant = desk.as('consultant');
  const buyer = await buildBuyer(consultant);
  const { subscriptionId, approvalId } = await subscribeHome(consultant, home, buyer);
  await approve(desk, approvalId);
  await takeDeposit(desk, subscriptionId, buyer);
  for (const post of callers) windows.set(post, windowOf(post));
});
afterAll(async () => {
  await served.close();
  await desk.close();
});

/** What a call came to: `answered`, the code of its refusal, or what crashed. */
async function outcomeOf(call: () => Promise<unknown>): Promise<string> {
  try {
    const answer = await call();
    if (typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer)
      for await (const _item of answer as AsyncIterable<unknown>);
    return 'answered';
  } catch (error) {
    const code: unknown = Object(Object(error).data).code;
    if (error instanceof ORPCError && typeof code === 'string' && Object.hasOwn(errorCodes, code)) return code;
    return `crash: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

function called(client: unknown, path: string, { kind }: Declared, input: unknown): Promise<string> {
  let found = client;
  for (const name of path.split('.')) found = Reflect.get(found as object, name);
  const run = found as (wire: unknown, options?: { signal: AbortSignal }) => Promise<unknown>;
  if (kind === 'stream') return outcomeOf(() => run(input, { signal: AbortSignal.abort() }));
  return outcomeOf(() => run(kind === 'command' ? { requestId: requestId(), data: input } : input));
}

/** Whether somebody may call at all, as the office has it at this moment: calls before may have changed a post. */
function mayCall(me: number | undefined, path: string, { permission }: Declared): boolean {
  const account = desk.office.database.client
    .prepare<[number], { id: number; post: Post; state: string }>('select id, post, state from accounts where id = ?')
    .get(me ?? 0);
  if (account?.state !== 'active') return permission === 'public';
  if (!isOpenTo(account.post, path)) return false;
  if (permission === 'public' || permission === 'signedIn') return true;
  const db = readDb(desk.office.database);
  const today = dayOf(desk.clock());
  return accountMay({ db, rights: settingsReader(db).read('rights', today), today }, account, permission);
}

const shut = ['UNAUTHENTICATED', 'FORBIDDEN', 'TERMINAL_LIMITED'];

/**
 * Calls every procedure so often, each time as chance has it by somebody with something, and judges what becomes of it.
 * `seat` gives the window of somebody the session with which they come.
 */
async function fuzzed(perProcedure: number, seat: (window: ReturnType<typeof windowOf>) => void) {
  const random = createRandom(SEED);
  const figures = { procedures: declared.length, calls: 0, crashes: 0, unauthorised: 0, changedByRefusals: 0 };
  const wrong: string[] = [];
  const took: number[] = [];
  const heard = new Set<string>();
  let answered = 0;
  const watcher = openDatabase({ file: `${desk.folder}/office.db`, key: desk.office.keys.file, readonly: true });
  /** Another connection sees by this whether the office has committed anything since. */
  const commits = () => Number(watcher.client.pragma('data_version', { simple: true }));
  const anything = fc.sample(
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, maxDepth: 4 }),
    {
      numRuns: 2_000,
      seed: SEED,
    },
  );
  let seen = commits();
  const { client } = desk.office.database;
  let before = tracesIn(client);
  for (const { path, procedure } of declared) {
    const inputs = fuzzedInputs(procedure.input, random, anything);
    for (let call = 0; call < perProcedure; call += 1) {
      const post = random.pick(callers);
      const window = windows.get(post);
      if (window === undefined) continue;
      const { input, what, fits } = inputs();
      seat(window);
      const allowed = mayCall(window.me, path, procedure);
      const socket = procedure.kind !== 'stream' && random.int(1, OVER_SOCKET) === 1;
      const logged = desk.log.length;
      const began = performance.now();
      const outcome = await called(socket ? window.away : window.here, path, procedure, input);
      took.push(performance.now() - began);
      figures.calls += 1;
      const told = `${path} by ${post ?? 'nobody'}${socket ? ' over the socket' : ''} with ${what}: ${outcome}`;
      const faults = desk.log.slice(logged).filter((line) => line.startsWith('error'));
      if (outcome.startsWith('crash') || outcome === 'INTERNAL' || faults.length > 0) {
        figures.crashes += 1;
        wrong.push(`${told} ${faults.join(' ')}`);
      }
      // Who may not ask learns nothing; nobody gets through with keys that the declaration does not have.
      if (allowed ? !(socket ? fits.away : fits.here) && outcome === 'answered' : !shut.includes(outcome)) {
        figures.unauthorised += 1;
        wrong.push(told);
      }
      if (outcome === 'answered') {
        answered += 1;
        if (procedure.kind === 'command') await desk.office.press.idle();
      } else heard.add(outcome);
      // An act that is refused beside others is undone inside of their commit: only then is it looked at what there is.
      const now = commits();
      if (now !== seen) {
        seen = now;
        const traces = tracesIn(client);
        if (traces !== before && !(outcome === 'answered' && procedure.kind === 'command')) {
          figures.changedByRefusals += 1;
          wrong.push(`${told}: the tables are not as before`);
        }
        before = traces;
      }
    }
  }
  watcher.close();
  // And nothing at all was written that no entry tells of.
  wrong.push(...besideTheLog(client).map((name) => `${name} is not what the log says`));
  took.sort((a, b) => a - b);
  const p99Ms = Math.round(took[Math.floor(took.length * 0.99)] ?? 0);
  return { figures, wrong, answered, refusals: heard.size, p99Ms };
}

it(`every procedure answers or refuses whatever anybody sends, ${PER_PROCEDURE} times each (seed ${SEED})`, {
  timeout: proofSize(300_000, 14_400_000),
}, async () => {
  const { figures, wrong, ...more } = await fuzzed(PER_PROCEDURE, ({ enter }) => enter());
  proofFigures({ ...figures, ...more, seed: SEED });
  expect(wrong.slice(0, 10)).toEqual([]);
  // A run in which nobody got anywhere would prove nothing.
  expect(more.answered).toBeGreaterThan(figures.calls / 20);
  expect(more.refusals).toBeGreaterThan(12);
});

it('whoever judges sees an office that takes everybody for its manager', { timeout: 120_000 }, async () => {
  const { figures, wrong } = await fuzzed(1, ({ connection }) =>
    openSession(connection, desk.as('manager').me, desk.clock()),
  );
  expect(figures.unauthorised).toBeGreaterThan(declared.length / 20);
  expect(wrong.join('\n')).toMatch(/by (nobody|kiosk)/);
});
