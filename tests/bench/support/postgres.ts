import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '#tests/support/free-port.ts';

/** Where systems keep the programs of PostgreSQL when they are not in PATH. */
const usualPlaces = ['/usr/lib/postgresql', '/usr/local/pgsql', '/opt/homebrew/opt/postgresql'];

/** The folder with `initdb`, `postgres` and `pgbench`; undefined where PostgreSQL is not installed. */
export function postgresPrograms(): string | undefined {
  const versions = usualPlaces.flatMap((place) => {
    if (!existsSync(place)) return [];
    const inside = readdirSync(place).toSorted((a, b) => Number(b) - Number(a));
    return [place, ...inside.map((name) => path.join(place, name))].map((folder) => path.join(folder, 'bin'));
  });
  const places = [...(process.env['PATH'] ?? '').split(path.delimiter), ...versions];
  const needed = ['initdb', 'postgres', 'pgbench', 'psql'];
  return places.find((folder) => needed.every((name) => existsSync(path.join(folder, name))));
}

/** A cluster of PostgreSQL in a temporary folder, with everything as it comes: it flushes at each commit. */
export type Cluster = {
  readonly version: string;
  readonly sql: (text: string) => string;
  /** Clients that each carry out a script some times, over TLS; how long the run and each of its transactions took, ms. */
  readonly bench: (
    script: string,
    clients: number,
    times: number,
  ) => Promise<{ readonly elapsedMs: number; readonly took: readonly number[] }>;
  readonly close: () => Promise<void>;
};

/** Nobody may run PostgreSQL as root: there it runs as a user of its own. */
function userOfCluster(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout.trim());
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('PostgreSQL does not run as root, and there is no other user');
}

/** Starts a cluster that shows a certificate of the bench's. */
export async function postgresCluster(
  programs: string,
  { clients, cert, key }: { readonly clients: number; readonly cert: string; readonly key: string },
): Promise<Cluster> {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhiye-pg-'));
  const as = userOfCluster();
  // Its user has no home here, where it would look for certificates.
  const options = { ...as, cwd: folder, env: { ...process.env, HOME: folder, PGSSLMODE: 'require' } };
  /** A file of the cluster's user that nobody else reads. */
  const write = (file: string, text: string): void => {
    writeFileSync(file, text, { mode: 0o600 });
    if (as !== undefined) chownSync(file, as.uid, as.gid);
  };
  if (as !== undefined) chownSync(folder, as.uid, as.gid);
  const run = (name: string, args: readonly string[], input = ''): string => {
    const ran = spawnSync(path.join(programs, name), args, { ...options, encoding: 'utf8', input });
    if (ran.status !== 0) throw new Error(`${name} ended with ${ran.status}: ${ran.stderr}`);
    return ran.stdout;
  };
  const data = path.join(folder, 'data');
  run('initdb', ['-D', data, '-U', 'bench', '--auth=trust', '--no-instructions']);
  write(path.join(data, 'server.crt'), cert);
  write(path.join(data, 'server.key'), key);
  const port = await freePort();
  const settings = [`port=${port}`, 'ssl=on', `max_connections=${clients + 20}`, `unix_socket_directories=${folder}`];
  const server = spawn(
    path.join(programs, 'postgres'),
    ['-D', data, '-h', '127.0.0.1', ...settings.flatMap((one) => ['-c', one])],
    { ...options, stdio: 'ignore' },
  );
  const to = ['-h', '127.0.0.1', '-p', String(port), '-U', 'bench'];
  const isReady = () =>
    spawnSync(path.join(programs, 'psql'), [...to, '-d', 'postgres', '-c', 'select 1'], options).status === 0;
  while (!isReady()) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode}`);
    await wait(200);
  }
  const logs = () => readdirSync(folder).filter((name) => name.startsWith('took.'));
  return {
    version: run('postgres', ['--version']).trim(),
    sql: (text) => run('psql', [...to, '-d', 'postgres', '-qAt', '-v', 'ON_ERROR_STOP=1', '-f', '-'], text),
    bench: async (text, count, times) => {
      const script = path.join(folder, 'script.sql');
      write(script, text);
      for (const name of logs()) rmSync(path.join(folder, name));
      const args = ['-n', '-f', script, '-c', String(count), '-j', '2', '-t', String(times), '-M', 'prepared'];
      const child = spawn(
        path.join(programs, 'pgbench'),
        [...args, '-l', '--log-prefix=took', ...to, 'postgres'],
        options,
      );
      const tps = Number(/tps = ([\d.]+)/.exec(await outputOf(child))?.[1]);
      const took = logs()
        .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').trimEnd().split('\n'))
        .map((line) => Number(line.split(' ')[2]) / 1000);
      return { elapsedMs: (count * times * 1000) / tps, took };
    },
    close: async () => {
      const gone = once(server, 'exit');
      server.kill('SIGINT');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function outputOf(child: ChildProcess): Promise<string> {
  let said = '';
  let complaints = '';
  child.stdout?.on('data', (part) => {
    said += String(part);
  });
  child.stderr?.on('data', (part) => {
    complaints += String(part);
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`pgbench ended with ${code}: ${complaints}`);
  return said;
}
