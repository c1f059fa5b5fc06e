import type { z } from 'zod';
import type { Tone } from '#renderer/components/signal.tsx';
import type { intents, launches } from '#shared/api/launches.ts';
import type { IntentState, LaunchState } from '#shared/domain/launches/states.ts';

/** A launch as its page shows it. */
export type LaunchPage = z.output<typeof launches.detail.output>;
/** An intent as a row of its launch. */
export type IntentRow = z.output<typeof intents.list.output>[number];

/** How the state of a launch is coloured. */
export const launchTones: Readonly<Record<LaunchState, Tone>> = {
  planning: 'plain',
  registering: 'ink',
  listed: 'ink',
  drawn: 'ink',
  running: 'ok',
  paused: 'amber',
  ended: 'plain',
};

/** How the state of an intent is coloured. */
export const intentTones: Readonly<Record<IntentState, Tone>> = {
  registered: 'plain',
  paid: 'ink',
  called: 'amber',
  picked: 'ok',
  passed: 'plain',
  noShow: 'plain',
  converted: 'ok',
  withdrawn: 'plain',
};

/** The path of a launch; a pause is a part of the picking. */
export const launchPath = ['planning', 'registering', 'listed', 'drawn', 'running', 'ended'] as const;

/** Where on its path a launch is. */
export function placeOnPath(state: LaunchState): number {
  return launchPath.indexOf(state === 'paused' ? 'running' : state);
}

/** Names of desks as they are typed, one in each line; empty lines are nobody's. */
export function deskNames(text: string): string[] {
  return text
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Desks as they are saved: the first line is the first desk, whatever it is called now. */
export function savedDesks(
  names: readonly string[],
  there: readonly { readonly id: number; readonly name: string }[],
): { id: number | null; name: string }[] {
  const left = there.filter(({ name }) => !names.includes(name));
  return names.map((name) => ({ id: (there.find((desk) => desk.name === name) ?? left.shift())?.id ?? null, name }));
}
