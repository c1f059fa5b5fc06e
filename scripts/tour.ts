import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { playTour } from './tour/play.ts';

// npm start -- --tour [--out DIR]: sells a home by itself in the demo office's window and leaves pictures and papers.
const { values } = parseArgs({
  args: process.argv.slice(2),
  options: { out: { type: 'string' }, lang: { type: 'string' } },
  // What belongs to the program itself, such as --demo, is not the tour's.
  strict: false,
});
const out = typeof values.out !== 'string' ? mkdtempSync(path.join(tmpdir(), 'zhiye-tour-')) : path.resolve(values.out);
mkdirSync(out, { recursive: true });
const language = values.lang === 'en' ? 'en' : 'zh-CN';
const { number, files, printed } = await playTour(out, language);
console.log(
  printed
    ? 'The papers went through a print server of the tour’s own (CUPS); what arrived at its printer is kept.'
    : 'There is no print server (CUPS) on this machine, so the papers were saved as PDF instead of printed.',
);
console.log(`Sold: subscription ${number}. ${files.length} pictures and papers in ${out}:`);
for (const file of files) console.log(`  ${file}`);
