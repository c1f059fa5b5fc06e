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
  'tests/host/crash.test.ts',
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
for (const proof of wrong.length === 0 ? chosen : []) {
  const started = performance.now();
  const { ok, text } = runTool('vitest', ['run', proof, '--testTimeout=3600000', '--reporter=dot'], {
    env: { ZHIYE_PROOFS: 'full', ZHIYE_FIGURES: figures, ...told },
  });
  if (!ok) {
    failed += 1;
    console.log(text.trimEnd());
  }
  console.log(`${ok ? '✓' : '✗'} ${proof} ${((performance.now() - started) / 1000).toFixed(0)} s`);
}
console.log(`${chosen.length - failed} passed, ${failed} failed`);
if (existsSync(figures)) console.log(readFileSync(figures, 'utf8').trimEnd());
rmSync(folder, { recursive: true, force: true });
process.exitCode = failed === 0 && chosen.length > 0 ? 0 : 1;
