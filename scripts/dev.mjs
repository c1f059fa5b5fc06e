import { forgetBuild } from './bootstrap/build.mjs';
import { inModules } from './bootstrap/paths.mjs';
import { prepare, runNode, withDisplay } from './bootstrap/run-node.mjs';
import { main } from './bootstrap/say.mjs';

// npm run dev: the application with hot reload.
await main(async () => {
  const env = await prepare();
  forgetBuild();
  const asRoot = process.platform === 'linux' && process.getuid() === 0;
  const args = [
    inModules('electron-vite/bin/electron-vite.js'),
    'dev',
    ...(asRoot ? ['--noSandbox'] : []),
    '--',
    ...process.argv.slice(2),
  ];
  return withDisplay({ ...env, ...(asRoot ? { NO_SANDBOX: '1' } : {}) }, (seeing) => runNode(args, seeing));
});
