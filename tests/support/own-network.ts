import { execFileSync } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { has } from './page-codes.ts';

/** A wire between this computer and a network of its own in it, which a test can pull out and make slow. */
export type OwnNetwork = {
  /** The address of whoever is in the network, as this side reaches it. */
  readonly address: string;
  /** What starts a program inside, before the program's own name. */
  readonly inside: readonly string[];
  readonly pull: () => void;
  readonly plug: () => void;
  /** Both ways no faster than so many kbit a second. */
  readonly slow: (kbit: number) => void;
};

const [here, there] = ['10.213.77.1', '10.213.77.2'];

function network(name: string) {
  const ip = (...args: string[]) => void execFileSync('ip', args, { stdio: 'ignore' });
  const [near, far] = [`${name}a`, `${name}b`];
  return {
    ...{ ip, near, far },
    make: () => {
      ip('netns', 'add', name);
      ip('link', 'add', near, 'type', 'veth', 'peer', 'name', far, 'netns', name);
      ip('addr', 'add', `${here}/30`, 'dev', near);
      ip('-n', name, 'addr', 'add', `${there}/30`, 'dev', far);
      for (const device of ['lo', far]) ip('-n', name, 'link', 'set', device, 'up');
      ip('link', 'set', near, 'up');
    },
    drop: () => {
      for (const args of [
        ['link', 'del', near],
        ['netns', 'del', name],
      ])
        try {
          ip(...args);
        } catch {
          // It was not made, or is gone with the other.
        }
    },
  };
}

/** True where this test may make networks of its own: Linux, as root, with `ip` and `tc` and a kernel that lets it. */
export const canMakeNetworks = ((): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !has('ip') || !has('tc')) return false;
  const tried = network(`zyt${process.pid % 10_000}`);
  try {
    tried.make();
    execFileSync('tc', ['qdisc', 'add', 'dev', tried.near, 'root', ...bucket(256)], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    tried.drop();
  }
})();

function bucket(kbit: number): string[] {
  return ['tbf', 'rate', `${kbit}kbit`, 'burst', '16kbit', 'latency', '400ms'];
}

/** Makes a network of its own, which goes with the test. */
export function ownNetwork(): OwnNetwork {
  const name = `zyn${process.pid % 10_000}`;
  const { ip, make, drop, near, far } = network(name);
  onTestFinished(drop);
  make();
  const inside = ['ip', 'netns', 'exec', name];
  return {
    address: there,
    inside,
    pull: () => ip('-n', name, 'link', 'set', far, 'down'),
    plug: () => ip('-n', name, 'link', 'set', far, 'up'),
    slow: (kbit) => {
      const limit = (device: string) => ['qdisc', 'replace', 'dev', device, 'root', ...bucket(kbit)];
      execFileSync('tc', limit(near), { stdio: 'ignore' });
      execFileSync('tc', ['-n', name, ...limit(far)], { stdio: 'ignore' });
    },
  };
}
