import { createRouterClient } from '@orpc/server';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { verifyLog } from '#db/repositories/events.ts';
import { openSession } from '#electron/server/kernel/session.ts';
import { carriedRouter } from '#electron/transports/carried-router.ts';
import { lanCarrier } from '#electron/transports/lan-carrier.ts';
import { type OfficeClient, officeApi } from '#shared/api/index.ts';
import { createRandom } from '#shared/kernel/random.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { buildBuyer } from '#tests/support/deal-builders.ts';
import { doubleSalesIn } from '#tests/support/double-sales.ts';
import { noOutbox, servedOffice } from '#tests/support/lan.ts';
import { drawLaunch, openLaunch } from '#tests/support/launches.ts';
import { testOffice } from '#tests/support/office.ts';
import { faultsOf } from '#tests/support/office-faults.ts';
import { proofFigures, proofSeed, proofSize } from '#tests/support/proof-size.ts';
import { expectReplayed } from '#tests/support/replayed.ts';

const TERMINALS = 30;
/** A thousand homes at full size. */
const HOMES = proofSize(60, 1_000, 'homes');
const SEED = proofSeed(20_261_128);
/** Everybody wants one of the first few that are left. */
const WANTED = 8;

type Picked = { readonly unitId: number; readonly by: string; readonly at: number };
type Told = { readonly unitId: number; readonly by: unknown; readonly takenAt: unknown };

it(`${TERMINALS} terminals that pick ${HOMES} homes at once give each to one, and tell every other who has it since when (seed ${SEED})`, {
  timeout: proofSize(300_000, 3_600_000),
}, async () => {
  const random = createRandom(SEED);
  const desk = await testOffice();
  const served = servedOffice(desk.office);
  const homes = await buildHomes(desk, { floors: HOMES / 10, rooms: 10 });
  const manager = desk.as('manager');
  const consultant = desk.as('consultant');
  const { launchId, desks } = await openLaunch(manager, { desks: TERMINALS, groupSize: 1_000, passes: 9 });
  for (let intent = 0; intent < HOMES; intent += 1) {
    const customerId = await buildBuyer(consultant);
    await consultant.intents.register({ launchId, customerId, wishes: [] });
  }
  await drawLaunch(desk, launchId);
  const [{ port }, { authority }] = await Promise.all([served.host(), served.authority()]);
  const carriers = desks.map((_desk, at) => {
    const connection = desk.office.connect(`选房台 ${at + 1}`);
    openSession(connection, desk.as('consultant', `选房员${at + 1}`).me, desk.clock());
    const token = served.door.tokenOf(connection);
    const to = { host: '127.0.0.1', port, authority, token, program: 'test' };
    return lanCarrier({ to, outbox: noOutbox, now: Date.now, log: () => undefined });
  });
  const terminals = carriers.map(
    (carrier) => createRouterClient(carriedRouter(officeApi), { context: { carrier } }) as unknown as OfficeClient,
  );
  for (const terminal of terminals) await terminal.session.current({});
  await manager.launches.callGroup({ launchId });

  const picked: Picked[] = [];
  const told: Told[] = [];
  const otherRefusals: string[] = [];
  const gone = new Set<number>();
  const refusalIn = (error: unknown) =>
    Object(Object(error).data) as { code?: string; params?: Record<string, unknown> };
  await Promise.all(
    terminals.map(async (terminal, at) => {
      const deskId = desks[at] ?? 0;
      for (;;) {
        const called = await terminal.launches
          .call({ requestId: v7(), data: { launchId, deskId } })
          .catch((error: unknown) => refusalIn(error).code);
        if (typeof called !== 'object') {
          if (called !== 'NOBODY_WAITING') otherRefusals.push(`call: ${called}`);
          return;
        }
        for (;;) {
          const left = homes.filter((id) => !gone.has(id)).slice(0, WANTED);
          if (left.length === 0) return;
          const unitId = random.pick(left);
          const data = { launchId, deskId, intentId: called.intentId, unitId };
          const won = await terminal.launches
            .pick({ requestId: v7(), data })
            .catch((error: unknown) => refusalIn(error));
          if ('pickId' in won) {
            picked.push({ unitId, by: `选房员${at + 1}`, at: desk.clock() });
            gone.add(unitId);
            break;
          }
          if (won.code === 'UNIT_TAKEN')
            told.push({ unitId, by: won.params?.['by'], takenAt: won.params?.['takenAt'] });
          else otherRefusals.push(`pick: ${won.code}`);
          gone.add(unitId);
        }
      }
    }),
  );
  expect(otherRefusals).toEqual([]);
  // Each home went to one, and everybody who came second was told the name and the moment of whoever was first.
  expect(new Set(picked.map(({ unitId }) => unitId)).size).toBe(picked.length);
  expect(picked).toHaveLength(HOMES);
  expect(told.length).toBeGreaterThan(0);
  const winner = new Map(picked.map((one) => [one.unitId, one]));
  for (const one of told)
    expect(one).toMatchObject({ by: winner.get(one.unitId)?.by, takenAt: winner.get(one.unitId)?.at });
  const totals = await manager.launches.totals({ launchId });
  expect(totals).toMatchObject({ offered: HOMES, picked: HOMES, waiting: 0 });
  const { client } = desk.office.database;
  const doubleSales = doubleSalesIn(client);
  proofFigures({
    terminals: TERMINALS,
    units: HOMES,
    picked: picked.length,
    lost: told.length,
    doubleSales,
    seed: SEED,
  });
  expect(doubleSales).toBe(0);
  expect(faultsOf(client)).toEqual([]);
  expectReplayed(desk);
  verifyLog(client);
  for (const carrier of carriers) carrier.close();
  await served.close();
  await desk.close();
});
