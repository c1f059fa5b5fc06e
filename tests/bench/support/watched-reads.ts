import { customersHandlers } from '#electron/server/customers/procedures.ts';
import { createCorridor } from '#electron/server/kernel/corridor.ts';
import { createLiveHub } from '#electron/server/kernel/live.ts';
import { openSession } from '#electron/server/kernel/session.ts';
import { watchReadings } from '#electron/server/privacy/readings.ts';
import { customers } from '#shared/api/customers.ts';
import { buildBuyer } from '#tests/support/deal-builders.ts';
import { requestId, testOffice } from '#tests/support/office.ts';
import { type Measured, measured, median, type Round } from './measure.ts';

const CUSTOMERS = 60;
const ROUNDS = 9;
const DAY_MS = 86_400_000;

/**
 * What the watch over reading costs: the same files opened through the same corridor with the watch and without it. Every
 * round is a new day, so that each file is a first look, which is the dearest: it is counted, kept and held to the limits.
 */
export async function watchedReads(): Promise<Measured> {
  const desk = await testOffice();
  try {
    const consultant = desk.as('consultant');
    const ids: number[] = [];
    while (ids.length < CUSTOMERS) ids.push(await buildBuyer(consultant));
    const { database, keys } = desk.office;
    const readings = watchReadings({ client: database.client, act: (act) => desk.office.corridor.act(act) });
    const corridorOf = (watched: boolean) =>
      createCorridor({
        api: { customers },
        handlers: { customers: customersHandlers({ database, keys, readings, forgetKeys: () => undefined }) },
        database,
        live: createLiveHub(),
        requestKey: new Uint8Array(32),
        ports: { clock: desk.clock, newId: requestId, log: () => undefined },
        ...(watched ? { reads: readings.note } : {}),
      });
    const sides = [corridorOf(true), corridorOf(false)] as const;
    const connection = desk.office.connect('bench');
    const open = async (corridor: (typeof sides)[number], customerId: number): Promise<number> => {
      const began = performance.now();
      await corridor.call('customers.detail', { customerId }, connection);
      return performance.now() - began;
    };
    const rounds: Round[] = [];
    // The first round warms both up.
    for (let round = -1; round < ROUNDS; round += 1) {
      desk.clock.advance(DAY_MS);
      openSession(connection, consultant.me, desk.clock());
      const times = { ours: [] as number[], baseline: [] as number[] };
      for (const [index, customerId] of ids.entries()) {
        // In turn who goes first: the other one finds the file read already.
        const one = async () => times.ours.push(await open(sides[0], customerId));
        const other = async () => times.baseline.push(await open(sides[1], customerId));
        for (const act of index % 2 === 0 ? [one, other] : [other, one]) await act();
      }
      if (round >= 0) rounds.push({ ours: median(times.ours), baseline: median(times.baseline) });
    }
    return measured(rounds, 'ms at p50');
  } finally {
    await desk.close();
  }
}
