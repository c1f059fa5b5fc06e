import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTool } from './testing/tool.ts';

// npm run prove [-- NAME … [--OPTION N]]: the proofs at full size, which npm test runs small: many people at once, damaged
// input, a changed log, killed processes, cut wires. Names narrow by file; an option tells a proof how much (`lan --cuts
// 500`). A proof that counts prints its figures as one line of JSON, the last one.
const proofs = [
  'tests/service/kernel/replay.test.ts',
  'tests/service/kernel/every-procedure.test.ts',
  'tests/service/kernel/event-log.test.ts',
  'tests/service/kernel/chain.test.ts',
  'tests/service/kernel/fuzz.test.ts',
  'tests/service/kernel/rights.test.ts',
  'tests/service/documents/prints.test.ts',
  'tests/host/crash.test.ts',
  'tests/host/leaks.test.ts',
  'tests/host/powercut.test.ts',
  'tests/host/race.test.ts',
  'tests/host/history.test.ts',
  'tests/host/launch.test.ts',
  'tests/host/damaged-file.test.ts',
  'tests/host/failing-disk.test.ts',
  'tests/host/cut-migrations.test.ts',
  'tests/host/restore.test.ts',
  'tests/host/key-change.test.ts',
  'tests/host/backups/bad-places.test.ts',
  'tests/host/lan/cuts.test.ts',
  'tests/host/log-in-tries.test.ts',
  'tests/host/twenty-terminals.test.ts',
  'tests/unit/units/random-walk.test.ts',
];

const names: string[] = [];
const told: Record<string, string> = {};
const words = process.argv.slice(2);
for (let word = words.shift(); word !== undefined; word = words.shift()) {
  const option = /^--([\w-]+)(?:=(.*))?$/.exec(word);
  if (option === null) names.push(word);
  else told[`ZHIYE_PROOF_${String(option[1]).replaceAll('-', '_').toUpperCase()}`] = option[2] ?? words.shift() ?? '';
}
const wrong = Object.entries(told).filter(([, value]) => !/^[1-9]\d*$/.test(value));
for (const [name, value] of wrong) console.log(`✗ ${name} must be a whole number above 0, not “${value}”.`);

const chosen = proofs.filter((proof) => names.length === 0 || names.some((name) => proof.includes(name)));
const folder = mkdtempSync(path.join(tmpdir(), 'zhiye-figures-'));
const figures = path.join(folder, 'figures');
let failed = wrong.length;
/** Proofs that this machine can't run, or a part of them: they are not counted as passed. */
let notRun = 0;
for (const proof of wrong.length === 0 ? chosen : []) {
  const started = performance.now();
  const { ok, text } = await runTool('vitest', ['run', proof, '--testTimeout=3600000', '--reporter=dot'], {
    env: { ZHIYE_PROOFS: 'full', ZHIYE_FIGURES: figures, ...told },
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  if (!ok) {
    failed += 1;
    console.log(text.trimEnd());
  }
  const missing = readIfThere(`${figures}.not-run`);
  if (ok && missing !== '') notRun += 1;
  console.log(`${ok ? (missing === '' ? '✓' : '–') : '✗'} ${proof} ${seconds} s`);
  if (missing !== '') console.log(missing.trimEnd().replaceAll(/^/gm, '    '));
  rmSync(`${figures}.not-run`, { force: true });
}
const passed = chosen.length - failed - notRun;
console.log(`${passed} passed, ${failed} failed${notRun > 0 ? `, ${notRun} not run or only in part` : ''}`);
const counted = readIfThere(figures).trimEnd();
if (counted !== '') console.log(counted);
rmSync(folder, { recursive: true, force: true });
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

function readIfThere(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
