import { build } from './bootstrap/build.mjs';
import { needsDisplay } from './bootstrap/display.mjs';
import { launchArguments, launchNotes, playsTour } from './bootstrap/launch.mjs';
import { prepare, run, runNode, withDisplay } from './bootstrap/run-node.mjs';
import { main, say } from './bootstrap/say.mjs';

// npm start: installs what is missing, builds, finds an Electron and opens the application. What follows `--` goes to it:
// --demo [DIR], --as POST-OR-NAME, --data DIR. With --tour [--out DIR] [--lang zh-CN|en] a script plays the main line in
// its window.
await main(async () => {
  const given = process.argv.slice(2);
  const env = await prepare();
  await build(env);
  say(`Electron ${env.ZHIYE_ELECTRON}`);
  const circumstances = {
    asRoot: process.platform === 'linux' && process.getuid() === 0,
    blind: needsDisplay(env),
  };
  for (const note of launchNotes(circumstances)) say(note);
  return withDisplay(env, (seeing) =>
    playsTour(given, circumstances)
      ? runNode(['scripts/tour.ts', ...given], seeing)
      : run(env.ELECTRON_EXEC_PATH, launchArguments(given, circumstances), seeing),
  );
});
