import type { KernelPorts } from './ports.ts';

/** Something the office does by itself when its time has come. */
export type Chore = { readonly name: string; run(now: number): Promise<unknown> };

/** The office's own clock: every few seconds each chore looks whether its time has come. */
export type OfficeClock = { readonly tick: () => Promise<void>; readonly stop: () => void };

const EVERY_MS = 2000;

/** Starts the chores; a chore that fails is logged and tried again at the next tick. Tests call `tick` themselves. */
export function startOfficeClock(
  ports: KernelPorts,
  chores: readonly Chore[],
  everyMs: number | null = EVERY_MS,
): OfficeClock {
  let running = false;
  const tick = async (): Promise<void> => {
    if (running) return;
    running = true;
    try {
      for (const chore of chores) {
        try {
          await chore.run(ports.clock());
        } catch (error) {
          ports.log('error', `${chore.name}: ${error instanceof Error ? error.message : 'failed'}`);
        }
      }
    } finally {
      running = false;
    }
  };
  const timer = everyMs === null ? undefined : setInterval(() => void tick(), everyMs);
  timer?.unref();
  return { tick, stop: () => clearInterval(timer) };
}
