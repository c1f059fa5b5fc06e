import { runTool } from './testing/tool.ts';

// npm run prove [-- NAME …]: the proofs at full size, which npm test runs small: many people at once, damaged input, a
// changed log, killed processes. Names narrow by file.
const proofs = [
  'tests/service/kernel/replay.test.ts',
  'tests/service/kernel/every-procedure.test.ts',
  'tests/service/kernel/event-log.test.ts',
  'tests/host/pulled-plug.test.ts',
  'tests/unit/units/random-walk.test.ts',
];
const wanted = process.argv.slice(2);
const chosen = proofs.filter((proof) => wanted.length === 0 || wanted.some((name) => proof.includes(name)));
let failed = 0;
for (const proof of chosen) {
  const started = performance.now();
  const { ok, text } = runTool('vitest', ['run', proof, '--testTimeout=3600000', '--reporter=dot'], {
    env: { ZHIYE_PROOFS: 'full' },
  });
  if (!ok) {
    failed += 1;
    console.log(text.trimEnd());
  }
  console.log(`${ok ? '✓' : '✗'} ${proof} ${((performance.now() - started) / 1000).toFixed(0)} s`);
}
console.log(`${chosen.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 && chosen.length > 0 ? 0 : 1;
