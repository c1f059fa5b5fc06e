import { readFileSync, rmSync } from 'node:fs';
import { v7 } from 'uuid';
import { demoAsksWhoComes, peopleOf } from '#tests/e2e/pages/entrance.ts';
import { BARE, officeWindow } from '#tests/e2e/support/found-office.ts';
import { launch } from '#tests/e2e/support/launch.ts';
import { type Bench, measured, median, type Round } from './support/measure.ts';
import { bundlePage } from './support/page-bundle.ts';

const ROUNDS = 9;
const TIMES_A_ROUND = 30;

async function run() {
  const bundle = await bundlePage('roundtrip.ts');
  const program = await launch({ args: ['--demo', '--as=nobody'] });
  try {
    await demoAsksWhoComes(program.page);
    const people = await peopleOf(await officeWindow(program));
    const manager = people.find(({ post }) => post === 'manager');
    const page = await program.newWindow();
    await page.goto(BARE);
    // By the debugger: the page's own policy, which lets nobody add a script, stays as it is.
    await page.evaluate(readFileSync(bundle.script, 'utf8'));
    const wire = { requestId: v7(), data: { accountId: manager?.id ?? 0 } };
    const unitIds = await page.evaluate((given) => window.roundtrip.enter(given), wire);
    const calls = Array.from({ length: TIMES_A_ROUND }, (_, index) => unitIds[(index * 37) % unitIds.length] ?? 0);
    const once = () => page.evaluate((given) => window.roundtrip.round(given), calls);
    await once();
    const rounds: Round[] = [];
    while (rounds.length < ROUNDS) {
      const { ours, baseline } = await once();
      rounds.push({ ours: median(ours), baseline: median(baseline) });
    }
    return measured(rounds, 'ms at p50');
  } finally {
    await program.close();
    rmSync(bundle.folder, { recursive: true, force: true });
  }
}

/** From the page to the database and back, against a procedure that does nothing over the same port. */
export const roundtrip: Bench = {
  name: 'roundtrip',
  about: "asking for a unit's cell, as the board does after a change, against reading one value in memory of this PC",
  bound: 1.5,
  run,
};
