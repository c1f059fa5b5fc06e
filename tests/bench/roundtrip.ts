import { readFileSync, rmSync } from 'node:fs';
import { v7 } from 'uuid';
import { demoAsksWhoComes, peopleOf } from '#tests/e2e/pages/entrance.ts';
import { officeWindow } from '#tests/e2e/support/found-office.ts';
import { BARE, launch } from '#tests/e2e/support/launch.ts';
import { type Bench, measured, median, type Round } from './support/measure.ts';
import { roundtripOverTls } from './support/over-tls.ts';
import { bundlePage } from './support/page-bundle.ts';

const ROUNDS = 9;
const TIMES_A_ROUND = 30;

async function roundsInThePage(): Promise<Round[]> {
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
    return rounds;
  } finally {
    await program.close();
    rmSync(bundle.folder, { recursive: true, force: true });
  }
}

async function run() {
  const rounds = await roundsInThePage();
  const overTls = await roundtripOverTls();
  return measured(rounds, 'ms at p50', {
    tlsRatio: overTls.ratio,
    tlsBaseline: overTls.baseline,
    tlsOurs: overTls.ours,
  });
}

/**
 * From the page to the database and back, against a procedure that does nothing over the same port; and, told beside it,
 * from a terminal to the database of its host and back over TLS, against the echo of a bare wss.
 */
export const roundtrip: Bench = {
  name: 'roundtrip',
  about: "asking for a unit's cell, as the board does after a change, against reading one value in memory of this PC",
  bound: 1.5,
  run,
};
