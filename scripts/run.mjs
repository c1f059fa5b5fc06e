import { existsSync } from 'node:fs';
import path from 'node:path';
import { build } from './bootstrap/build.mjs';
import { root } from './bootstrap/paths.mjs';
import { prepare, runNode, withDisplay } from './bootstrap/run-node.mjs';
import { main, Stop } from './bootstrap/say.mjs';

/** Scripts that run the built program in a window; those that only ask about Electron; programs that others call. */
const windowed = new Set(['screens', 'bench', 'package']);
const asking = new Set(['bindings']);
const programsOf = { documents: ['pdftotext', 'pdftoppm'], prove: ['sslscan', 'strace'] };

// node scripts/run.mjs <name> …: makes the machine ready and runs scripts/<name>.ts on Node 24.
await main(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  const script = path.join('scripts', `${name}.ts`);
  if (!/^[a-z-]+$/.test(name) || !existsSync(path.join(root, script))) throw new Stop(`There is no script ${name}.`);
  const electron = windowed.has(name) || asking.has(name);
  const env = await prepare({ electron, programs: programsOf[name] ?? [] });
  if (!windowed.has(name)) return runNode([script, ...args], env);
  await build(env);
  return withDisplay(env, (seeing) => runNode([script, ...args], seeing));
});
