import { board } from '#tests/bench/board.ts';
import { command } from '#tests/bench/command.ts';
import { contractBatch } from '#tests/bench/contract-batch.ts';
import { contractPdf } from '#tests/bench/contract-pdf.ts';
import { imports } from '#tests/bench/imports.ts';
import { launch } from '#tests/bench/launch.ts';
import { live } from '#tests/bench/live.ts';
import { roundtrip } from '#tests/bench/roundtrip.ts';
import { startup } from '#tests/bench/startup.ts';
import { type Bench, holds, lineOf } from '#tests/bench/support/measure.ts';

const benches: readonly Bench[] = [
  command,
  roundtrip,
  board,
  startup,
  contractPdf,
  contractBatch,
  imports,
  live,
  launch,
];

// npm run bench -- NAME: one JSON line last; ends badly when the bound is missed.
const [name] = process.argv.slice(2);
const bench = benches.find((one) => one.name === name);
if (bench === undefined) {
  console.error(`Which bench? There are: ${benches.map((one) => `${one.name} (${one.about})`).join('; ')}`);
  process.exitCode = 1;
} else {
  console.log(`${bench.name}: ${bench.about}; at most ${bench.bound}`);
  const result = await bench.run();
  console.log(lineOf(bench, result));
  process.exitCode = holds(bench.bound, result) ? 0 : 1;
}
