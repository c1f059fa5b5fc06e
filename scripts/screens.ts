import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chooseScreens, chooseVariants } from './screens/choice.ts';
import { screens } from './screens/declared.ts';
import { lookAt } from './screens/look.ts';

// npm run screens -- --out DIR: pictures of every screen of the demo office, with checks; ends badly when one finds
// something. --only narrows by name or address, --lang, --scheme and --size by variant.
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'screens-out' },
    only: { type: 'string' },
    lang: { type: 'string' },
    scheme: { type: 'string' },
    size: { type: 'string' },
  },
});
const out = path.resolve(values.out);
const chosen = chooseScreens(screens, values.only);
const variants = chooseVariants(values);
console.log(`${chosen.length} screens in ${variants.length} variants …`);
const findings = await lookAt({ out, screens: chosen, variants });
writeFileSync(path.join(out, 'findings.json'), `${JSON.stringify(findings, null, 2)}\n`);
for (const { screen, variant, check, text } of findings) console.log(`✗ ${screen} ${variant} ${check}: ${text}`);
console.log(`${chosen.length * variants.length} pictures in ${out}, ${findings.length} findings`);
process.exitCode = findings.length === 0 ? 0 : 1;
