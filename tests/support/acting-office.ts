import { writeSync } from 'node:fs';
import { createRouterClient } from '@orpc/server';
import { v7 } from 'uuid';
import { openSession } from '#electron/server/kernel/session.ts';
import { openOffice } from '#electron/server/office.ts';
import { officeApi } from '#shared/api/index.ts';
import { type ApiTree, isProcedure } from '#shared/api/procedure.ts';
import type { Post } from '#shared/domain/accounts/posts.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { createRandom } from '#shared/kernel/random.ts';
import type { ActingOrder } from './acting-process.ts';
import { plainTerms } from './deal-builders.ts';
import type { TestClient } from './office.ts';

// A whole office at work in a process of its own, to be killed or to have its writes recorded. It says before each act
// that it asks (`? id`), and after it that the office has acknowledged (`! id`) or refused it (`x id CODE`): written at
// once and whole, so that what was read was so before the end. Argument: an `ActingOrder` as JSON.
const began = performance.now();
const order: ActingOrder = JSON.parse(process.argv[2] ?? '');
const random = createRandom(order.seed);
const say = (line: string): void => void writeSync(1, `${line}\n`);
/** Everybody stops. */
let over = false;
/** How this process ends when its disk failed. */
const DOUBT = 7;
const office = openOffice({
  folder: order.folder,
  rootKey: Buffer.from(order.rootKey, 'hex'),
  migrations: order.migrations,
  tickEveryMs: null,
  // What the program does then: it says so, closes the office, and whoever comes next opens it anew.
  onDoubt: ({ code }) => {
    over = true;
    say(`doubt ${code}`);
    setTimeout(() => void office.close().then(() => process.exit(DOUBT)), 50);
  },
  ports: {
    clock: Date.now,
    newId: () => v7(),
    log: (level, line) => level === 'error' && process.stderr.write(`${line}\n`),
  },
});
for (const pragma of order.pragmas ?? []) office.database.client.pragma(pragma);
say(`open ${Math.round(performance.now() - began)}`);

/** How many acts were acknowledged. */
let done = 0;

function codeOf(error: unknown): string {
  const code: unknown = Object(Object(error).data).code;
  if (typeof code !== 'string') throw error;
  return code;
}

/** A client whose commands say what becomes of them; a refused one rejects. */
function speaking(client: unknown, api: ApiTree): unknown {
  const entries = Object.entries(api).map(([name, node]) => {
    const target: unknown = Reflect.get(Object(client), name);
    if (!isProcedure(node)) return [name, speaking(target, node)];
    const call = target as (wire: unknown) => Promise<unknown>;
    if (node.kind !== 'command') return [name, call];
    return [name, (data: unknown) => asked((requestId) => call({ requestId, data }))];
  });
  return Object.fromEntries(entries);
}

async function asked(call: (requestId: string) => Promise<unknown>): Promise<unknown> {
  const requestId = v7();
  say(`? ${requestId}`);
  try {
    const answer = await call(requestId);
    say(`! ${requestId}`);
    done += 1;
    return answer;
  } catch (error) {
    say(`x ${requestId} ${codeOf(error)}`);
    throw error;
  }
}

function at(post: Post): TestClient {
  const connection = office.connect(`terminal of ${post}`);
  openSession(connection, order.people[post] ?? 0, Date.now());
  return speaking(createRouterClient(office.router, { context: { connection } }), officeApi) as TestClient;
}

const [consultant, other, backOffice, supervisor, manager] = [
  at('consultant'),
  at('consultant'),
  at('backOffice'),
  at('supervisor'),
  at('manager'),
];
let next = order.first;
/** No two processes of a proof give a number twice. */
function number(): number {
  next += 1;
  return next;
}

async function visitor(person: TestClient): Promise<number> {
  const { customerId } = await person.visits.register({
    kind: 'visit',
    customerId: null,
    name: '来访客',
    phone: `100${String(number()).padStart(8, '0')}`,
    channel: 'passingBy',
    rating: 'C',
    partySize: 1,
    intent: '三房',
    notes: '记'.repeat(random.int(0, 400)),
    nextFollowUpOn: null,
    receivedBy: null,
  });
  return customerId;
}

async function reception(): Promise<void> {
  const customerId = await visitor(other);
  await other.customers.followUp({ customerId, method: 'phone', content: '约好周末', rating: 'B', nextOn: null });
}

/** A home is locked, subscribed, reviewed by two, and paid for or given up. */
async function deal(): Promise<void> {
  const unitId = random.pick(order.homes);
  await consultant.units.lock({ unitId });
  if (random.int(0, 3) === 0) return void (await consultant.units.unlock({ unitId }));
  const customerId = await visitor(consultant);
  const { version: seen, customer } = await consultant.customers.detail({ customerId });
  await consultant.customers.update({
    ...{ customerId, version: seen, name: customer.name, secondPhone: null, address: '', intent: '', rating: 'A' },
    identity: { kind: 'other', number: `999999${String(number()).padStart(10, '0')}` },
    nextFollowUpOn: null,
  });
  const terms = { ...plainTerms(unitId), signBy: dayOf(Date.now() + 5 * 86_400_000) };
  const { price } = await consultant.subscriptions.quote({ terms });
  const { subscriptionId, approvalId } = await consultant.subscriptions.create({
    ...{ terms, shownPrice: price, consent: true, mortgageDisclosed: false, reason: '' },
    buyers: [{ customerId, sharePpm: 1_000_000 }],
  });
  for (const [post, person] of [
    ['backOffice', backOffice],
    ['supervisor', supervisor],
  ] as const) {
    if (approvalId === null) break;
    const { approval, version } = await person.approvals.detail({ approvalId });
    if (approval.requiredPost === post)
      await person.approvals.decide({ approvalId, version, decision: 'approve', opinion: '同意' });
  }
  const { version, row } = await backOffice.subscriptions.detail({ subscriptionId });
  if (random.int(0, 2) > 0) await manager.subscriptions.cancel({ subscriptionId, version, reason: '客户放弃' });
  else
    await backOffice.payments.receive({
      ...{ subscriptionId, version, item: 'deposit', method: 'transfer', payerId: customerId, reference: '0000123' },
      amount: row.depositDue,
    });
}

async function control(): Promise<void> {
  const unitId = random.pick(order.homes);
  const reason = '销控调整';
  await manager.units.freeze({ unitId, reason });
  await manager.units.unfreeze({ unitId, reason });
}

/** Somebody who goes on whatever is refused, until enough was acknowledged. */
async function lane(work: () => Promise<unknown>): Promise<void> {
  while (done < order.acts && !over) await work().catch(codeOf);
}

await Promise.all([lane(reception), lane(deal), lane(control)]);
// Whoever closes the office then ends this process.
if (over) await new Promise(() => undefined);
if (order.close) {
  say('closing');
  await office.close();
}
process.exit(0);
