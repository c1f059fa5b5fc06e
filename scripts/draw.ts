import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { drawList, drawPlaces, drawText, readDrawList, seedRefusal, seedText } from '#shared/domain/launches/draw.ts';

const usage = `npm run draw -- --seed S --list F [--json]

Repeats the draw of a launch (摇号) from what was published, without the office: the list and the seed.
  --seed S  the public seed, exactly as it was published
  --list F  the published list as a file: a line for each queue number, "0001 3f9a1c2e"
  --json    one JSON object instead of lines
On stdout: the hash of the list and of one example, then place, queue number and digest, line by line. The same comes of
any tool that knows SHA-256: a digest is that of "seed|hash of the list|queue number", and places are their order.`;

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

try {
  const { values } = parseArgs({
    args: process.argv.slice(2),
    options: { seed: { type: 'string' }, list: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const { seed, list, json } = values;
  if (seed === undefined || list === undefined) throw new TypeError(usage);
  if (seedRefusal(seed) !== undefined) throw new TypeError(`The seed is too short.\n\n${usage}`);
  const entries = readDrawList(readFileSync(list, 'utf8'));
  if (entries === undefined) throw new TypeError(`${list} is no published list.\n\n${usage}`);
  const listHash = sha256(drawList(entries));
  const places = drawPlaces(seed, entries, sha256);
  if (json) console.log(JSON.stringify({ seed: seedText(seed), listHash, places }));
  else {
    const [first] = places;
    console.log(`list ${listHash}`);
    if (first !== undefined) console.log(`example ${drawText(seed, listHash, first.queueNo)} = ${first.digest}`);
    for (const { place, queueNo, digest } of places)
      console.log(`${String(place)} ${String(queueNo).padStart(4, '0')} ${digest}`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
