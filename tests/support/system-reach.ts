import { readFileSync } from 'node:fs';

/** By which system calls a process reaches beyond itself; those that a processor does not have are left out. */
const calls = ['open', 'openat', 'openat2', 'creat', 'execve', 'execveat', 'socket', 'connect', 'bind', 'sendto'];

/** How strace is told to keep what a process and all its threads reach for. */
export const watching = (log: string): readonly string[] => [
  ...['-f', '-s', '4096', '-e', `trace=${calls.map((call) => `?${call}`).join(',')}`, '-o', log],
];

/** What a process reached for. */
export type Reached = {
  /** Paths of the files that it opened or tried to open, each once. */
  readonly opened: readonly string[];
  /** The calls that made, named or used a socket, as strace writes them. */
  readonly sockets: readonly string[];
  /** Paths of the programs that it began. */
  readonly programs: readonly string[];
};

const form = /^(?:\d+ +)?(\w+)\((.*)/;

/**
 * Reads from the log of strace what was reached for between the openings of two files. Throws where one of these is not in
 * the log, or a line is not understood: a log with gaps proves nothing.
 */
export function reachedIn(log: string, from: string, to: string): Reached {
  const lines = readFileSync(log, 'utf8').split('\n');
  const placeOf = (file: string): number => {
    const at = lines.findIndex((line) => line.includes(`"${file}"`));
    if (at < 0) throw new Error(`${file} was not opened`);
    return at;
  };
  const opened = new Set<string>();
  const sockets: string[] = [];
  const programs: string[] = [];
  for (const line of lines.slice(placeOf(from), placeOf(to))) {
    // The end of a call whose beginning stands above, a signal, the end of a thread.
    if (/<\.\.\. \w+ resumed>|^\d+ +(?:---|\+\+\+)/.test(line)) continue;
    const [, call = '', words = ''] = form.exec(line) ?? [];
    const path = /"((?:[^"\\]|\\.)*)"/.exec(words)?.[1];
    if (['socket', 'connect', 'bind', 'sendto'].includes(call)) sockets.push(`${call}(${words}`);
    else if (call === '' || path === undefined) throw new Error(`Not understood: ${line}`);
    else if (call.startsWith('exec')) programs.push(path);
    else opened.add(path);
  }
  return { opened: [...opened], sockets, programs };
}
