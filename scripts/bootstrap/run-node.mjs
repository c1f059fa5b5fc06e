import { spawn } from 'node:child_process';
import path from 'node:path';
import { needsDisplay, startDisplay } from './display.mjs';
import { electronEnvironment, findElectron } from './electron.mjs';
import { checkNode, installModules, node24 } from './modules.mjs';
import { inModules, root } from './paths.mjs';
import { installSystem } from './system.mjs';

/** Makes the machine ready: packages, system packages of a window, Electron. Answers the environment to go on with. */
export async function prepare({ electron = true, programs = [] } = {}) {
  checkNode();
  installModules();
  const env = { ...process.env, PATH: `${inModules('.bin')}${path.delimiter}${process.env.PATH ?? ''}` };
  installSystem(electron && needsDisplay() ? ['Xvfb', ...programs] : programs, { windows: electron });
  if (!electron) return env;
  const found = await findElectron();
  return { ...env, ...electronEnvironment(found) };
}

/** Runs a program of the packages or of the system and answers its exit code. */
export function run(program, args, env, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env, stdio: 'inherit', ...options });
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal === null ? 0 : 1)));
  });
}

/** Runs a script on Node 24. */
export function runNode(args, env) {
  return run(node24(), args, env);
}

/**
 * Runs with a screen: the one there is, or as many in memory as are asked for, for as long as it takes. Their names are in
 * ZHIYE_SCREENS, for those who open windows side by side: one that takes the focus takes it on its own screen.
 */
export async function withDisplay(env, task, count = 1) {
  if (!needsDisplay(env)) return task(env);
  const screens = [];
  try {
    while (screens.length < count) screens.push(await startDisplay());
    const names = screens.map(({ display }) => display);
    return await task({ ...env, DISPLAY: names[0], ZHIYE_SCREENS: names.join(' ') });
  } finally {
    for (const screen of screens) screen.stop();
  }
}
