import { build } from './bootstrap/build.mjs';
import { prepare, runNode, withDisplay } from './bootstrap/run-node.mjs';
import { main, say } from './bootstrap/say.mjs';

/** Screens in memory: windows of so many tests stand side by side (`vitest.config.ts`). */
const SCREENS = 3;
/** Suites that open windows, and programs that others run. */
const windowed = ['e2e'];
const programsOf = {
  host: ['sslscan', 'strace', 'ip', 'tc'],
  documents: ['pdftotext', 'pdftoppm', 'strace'],
  e2e: ['pdftotext', 'cupsd', 'lp', 'cupsfilter'],
};

// npm test: makes the machine ready, builds, and runs every suite; `npm test -- unit service` runs those named.
await main(
  async () => {
    const wanted = process.argv.slice(2);
    const runs = (name) => wanted.length === 0 || wanted.includes(name);
    const programs = Object.entries(programsOf).flatMap(([name, needed]) => (runs(name) ? needed : []));
    const electron = windowed.some(runs);
    const env = await prepare({ electron, programs });
    const suites = ['scripts/testing/suites.ts', ...wanted];
    if (!electron) return runNode(suites, env);
    say(`Electron ${env.ZHIYE_ELECTRON}`);
    await build(env);
    return withDisplay(env, (seeing) => runNode(suites, seeing), SCREENS);
  },
  { lastLine: '0 passed, 1 failed' },
);
