import { addDays, dayOf } from '#shared/kernel/local-date.ts';
import { buildHomes } from '#tests/support/builders.ts';
import { largePriceList, largeProject } from '#tests/support/large-lists.ts';
import { testOffice } from '#tests/support/office.ts';
import { agreeToBatch, byPercent } from '#tests/support/price-batches.ts';
import { type Bench, type Measured, measured, median, type Round, rounded } from './support/measure.ts';

const ROUNDS = 7;
const DEALS = 1000;
const ON_A_FLOOR = 20;
const UNITS = 20_000;
const PRICED = 5000;

/** Runs work and says how long it took and how long the office's own thread could not answer meanwhile, at worst. */
async function watched<T>(work: () => Promise<T>): Promise<{ answer: T; ms: number; stall: number }> {
  let longest = 0;
  let last = performance.now();
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(look, 1);
  const began = last;
  const answer = await work();
  look();
  clearInterval(timer);
  return { answer, ms: last - began, stall: longest };
}

const idle = (ms: number) => () => new Promise((resolve) => setTimeout(resolve, ms));

type Written = { readonly ms: number; readonly stall: number; readonly undoMs: number; readonly undoStall: number };

/** A running project of a thousand deals and three thousand receipts into an office, and out again. */
async function project(): Promise<Written> {
  const desk = await testOffice();
  try {
    await buildHomes(desk, { floors: DEALS / ON_A_FLOOR, rooms: ON_A_FLOOR });
    const office = desk.as('backOffice', '何静');
    desk.as('consultant', '陈晓');
    const asked = { files: [await largeProject(DEALS, ON_A_FLOOR)], choices: [] };
    const { totals } = await office.imports.previewProject(asked);
    const written = await watched(() => office.imports.commitProject({ ...asked, totals }));
    const { importId, version } = written.answer;
    const undone = await watched(() => office.imports.undo({ importId, version }));
    return { ms: written.ms, stall: written.stall, undoMs: undone.ms, undoStall: undone.stall };
  } finally {
    await desk.close();
  }
}

/** A price list of twenty thousand units into an empty office, and out again. */
async function priceList(): Promise<Written> {
  const desk = await testOffice();
  try {
    const planner = desk.as('planner');
    const order = { file: await largePriceList(UNITS), sheet: null, mapping: null, alsoFiled: true };
    await planner.imports.preview(order);
    const written = await watched(() => planner.imports.commit({ ...order, leaveOutFaulty: false }));
    const { importId, version } = written.answer;
    const undone = await watched(() => planner.imports.undo({ importId, version }));
    return { ms: written.ms, stall: written.stall, undoMs: undone.ms, undoStall: undone.stall };
  } finally {
    await desk.close();
  }
}

/** A price batch of five thousand homes, which takes effect by the office's own clock. */
async function priceBatch(): Promise<Pick<Written, 'ms' | 'stall'>> {
  const desk = await testOffice();
  try {
    await buildHomes(desk, { floors: PRICED / ON_A_FLOOR, rooms: ON_A_FLOOR });
    await agreeToBatch(desk, byPercent(-20_000), addDays(dayOf(desk.clock()), 1));
    desk.clock.advance(24 * 3_600_000);
    const { ms, stall } = await watched(() => desk.office.clock.tick());
    return { ms, stall };
  } finally {
    await desk.close();
  }
}

async function run(): Promise<Measured> {
  const rounds: Round[] = [];
  const projects: Written[] = [];
  const lists: Written[] = [];
  const batches: Pick<Written, 'ms' | 'stall'>[] = [];
  while (rounds.length < ROUNDS) {
    const taken = await project();
    const list = await priceList();
    const batch = await priceBatch();
    projects.push(taken);
    batches.push(batch);
    lists.push(list);
    // The same thread for as long with nothing to do: what the machine itself stalls.
    const { stall } = await watched(idle(taken.ms));
    rounds.push({ ours: Math.max(taken.stall, list.stall, batch.stall), baseline: stall });
  }
  const of = (which: keyof Written, all: readonly Written[]) => rounded(median(all.map((one) => one[which])));
  const result = measured(rounds, 'ms at worst', {
    projectMs: of('ms', projects),
    projectStallMs: of('stall', projects),
    projectUndoMs: of('undoMs', projects),
    projectUndoStallMs: of('undoStall', projects),
    listMs: of('ms', lists),
    listStallMs: of('stall', lists),
    listUndoMs: of('undoMs', lists),
    listUndoStallMs: of('undoStall', lists),
    batchMs: rounded(median(batches.map(({ ms }) => ms))),
    batchStallMs: rounded(median(batches.map(({ stall }) => stall))),
  });
  return { ...result, judged: result.ours };
}

/** Writing the largest imports, and the largest price batch, on the second thread; judged is how long the office's own thread cannot answer meanwhile. */
export const imports: Bench = {
  name: 'imports',
  about: `taking over ${DEALS} deals, and writing ${UNITS} units, and new prices of ${PRICED} homes, against doing nothing; judged: the longest stall of the office's own thread, ms`,
  bound: 50,
  run,
};
