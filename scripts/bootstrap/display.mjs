import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Stop } from './say.mjs';

/** True when windows need a screen made for them. */
export function needsDisplay(env = process.env, platform = process.platform) {
  return platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY;
}

/** Starts a screen in memory on a free number and answers its name and how to end it. */
export async function startDisplay() {
  for (let number = 90; number < 190; number += 1) {
    if (existsSync(`/tmp/.X11-unix/X${number}`) || existsSync(`/tmp/.X${number}-lock`)) continue;
    const server = spawn('Xvfb', [`:${number}`, '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
      stdio: 'ignore',
    });
    let ended = false;
    server.on('exit', () => {
      ended = true;
    });
    server.on('error', () => {
      ended = true;
    });
    for (let tries = 0; tries < 100 && !ended; tries += 1) {
      if (existsSync(`/tmp/.X11-unix/X${number}`)) return { display: `:${number}`, stop: () => server.kill() };
      await wait(50);
    }
    server.kill();
  }
  throw new Stop('No screen in memory could be started (Xvfb). Install xvfb, or run with a display.');
}
