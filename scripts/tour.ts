import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { playTour } from './tour/play.ts';

// npm start -- --tour [--out DIR]: plays the main line, from price list to signed contract, by itself in the demo office's
// window, takes over a small running project there, and leaves pictures and papers.
const { values } = parseArgs({
  args: process.argv.slice(2),
  options: { out: { type: 'string' }, lang: { type: 'string' } },
  // What belongs to the program itself, such as --demo, is not the tour's.
  strict: false,
});
const out = typeof values.out !== 'string' ? mkdtempSync(path.join(tmpdir(), 'zhiye-tour-')) : path.resolve(values.out);
mkdirSync(out, { recursive: true });
const language = values.lang === 'en' ? 'en' : 'zh-CN';
const { numbers, files, printed, read } = await playTour(out, language);
console.log(
  printed
    ? 'The papers went through a print server of the tour’s own (CUPS); what arrived at its printer is kept.'
    : 'There is no print server (CUPS) on this machine, so the papers were saved as PDF instead of printed.',
);
console.log(
  read
    ? 'Every paper was read back and says what was agreed: parties, home, money in figures and capitals, numbers.'
    : 'There is no pdftotext (poppler-utils) on this machine, so the papers were not read back.',
);
const { plan, subscription, contract } = numbers;
console.log(`Sold by plan ${plan}, subscription ${subscription} and contract ${contract}.`);
console.log(`${files.length} pictures and papers in ${out}:`);
for (const file of files) console.log(`  ${file}`);
