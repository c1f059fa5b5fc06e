import { connectOffice } from '#renderer/lib/office.ts';
import type { CommandWire } from '#shared/api/procedure.ts';

/** What the bench calls in the page. */
export type RoundtripPage = {
  /** Enters the demo office as somebody of a post and answers the numbers of its homes. */
  enter(wire: CommandWire<{ accountId: number }>): Promise<readonly number[]>;
  /** Times of a call in ms, the two kinds in turn; each the mean of a few calls, since the page's clock is coarse. */
  round(unitIds: readonly number[]): Promise<{ readonly ours: number[]; readonly baseline: number[] }>;
};

const CALLS_A_TIME = 10;

declare global {
  interface Window {
    roundtrip: RoundtripPage;
  }
}

// The client is the program's own, on the port that its preload gives.
window.roundtrip = {
  enter: async (wire) => {
    const office = await connectOffice();
    await office.session.enterDemo(wire);
    return (await office.units.board({})).units.map(({ id }) => id);
  },
  round: async (unitIds) => {
    const office = await connectOffice();
    const times = { ours: [] as number[], baseline: [] as number[] };
    const timed = async (into: number[], call: () => Promise<unknown>) => {
      const began = performance.now();
      for (let count = 0; count < CALLS_A_TIME; count += 1) await call();
      into.push((performance.now() - began) / CALLS_A_TIME);
    };
    for (const [index, unitId] of unitIds.entries()) {
      const one = () => timed(times.ours, () => office.units.cells({ unitIds: [unitId] }));
      const other = () => timed(times.baseline, () => office.device.settings.get({}));
      for (const call of index % 2 === 0 ? [one, other] : [other, one]) await call();
    }
    return times;
  },
};
