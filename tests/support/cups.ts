import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './free-port.ts';
import { has } from './page-codes.ts';

const cupsd = ['/usr/sbin/cupsd', '/sbin/cupsd'].find((file) => existsSync(file));
const lpadmin = ['/usr/sbin/lpadmin', '/sbin/lpadmin'].find((file) => existsSync(file));

/** True where a print server can be started: Debian's packages cups and cups-client. */
export const canServePrinters = cupsd !== undefined && lpadmin !== undefined && has('lp') && has('lpstat');

/** A print server of a test, with one queue that keeps what arrives. */
export type TestCups = {
  readonly environment: { readonly CUPS_SERVER: string };
  readonly queue: string;
  /** The first paper that the queue's printer was sent, or a later one; once it has arrived. */
  arrived(nth?: number): Promise<Uint8Array>;
  /** How many papers have arrived. */
  count(): number;
  /** The port that it listens at. */
  readonly port: number;
  /** Stops the queue's printer, as somebody does at the printer or CUPS after a fault. */
  stop(): void;
  /** Starts it again. */
  start(): void;
  /** Jobs that wait in the queue, by their names. */
  waiting(): string[];
  /** What a job was ordered with, as CUPS keeps it: `sides = two-sided-long-edge`. */
  ordered(jobId: string): string;
  /** Ends the print server at once, as a fall of the computer does; the job that it had taken stays on its disk. */
  kill(): Promise<void>;
  /** Starts it again after that, on the same disk. */
  revive(): Promise<void>;
  /** Waits until the printer has the first pages of a paper whose end may never come. */
  begun(): Promise<void>;
  close(): Promise<void>;
};

/**
 * Starts a cupsd of its own on a free port of this computer, in a folder of its own; `spool` where its jobs are to lie, `deaf` where
 * its printer is switched off, so that a job waits; `filter` what it puts the pages through on the way, a shell script that gets them as
 * its input.
 */
export async function startCups(options: { spool?: string; deaf?: boolean; filter?: string } = {}): Promise<TestCups> {
  if (cupsd === undefined || lpadmin === undefined) throw new Error('There is no cupsd on this computer');
  const folder = mkdtempSync(path.join(tmpdir(), 'zhiye-cups-'));
  const port = await freePort();
  const owner = userInfo();
  const user = owner.uid === 0 ? 'lp' : owner.username;
  chmodSync(folder, 0o755);
  for (const name of ['', 'spool', 'spool/tmp', 'cache', 'state', 'log', 'root']) giveTo(user, folder, name);
  if (options.spool !== undefined) giveTo(user, options.spool, 'tmp');
  if (options.spool !== undefined) giveTo(user, options.spool, '');
  const printer = await networkPrinter();
  writeFileSync(path.join(folder, 'cupsd.conf'), conf(port, folder));
  writeFileSync(path.join(folder, 'cups-files.conf'), files(user, folder, options.spool ?? `${folder}/spool`));
  const args = ['-f', '-c', path.join(folder, 'cupsd.conf'), '-s', path.join(folder, 'cups-files.conf')];
  const begin = () => spawn(cupsd, args, { stdio: 'ignore' });
  let server = begin();
  const environment = { CUPS_SERVER: `127.0.0.1:${port}` };
  const close = async () => {
    await ended(server);
    printer.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const queue = 'Keeper';
    await untilDone(() =>
      execFileSync(
        lpadmin,
        [
          '-p',
          queue,
          '-E',
          '-v',
          `socket://127.0.0.1:${options.deaf === true ? 1 : printer.port}/?waiteof=false&snmp=false`,
          ...(options.filter === undefined ? ['-m', 'raw'] : ['-P', filtered(folder, options.filter)]),
          '-D',
          '合同室打印机',
        ],
        {
          env: { ...process.env, ...environment },
          stdio: 'ignore',
        },
      ),
    );
    const env = { ...process.env, ...environment, LC_ALL: 'C.UTF-8' };
    const says = (program: string, ...args: string[]) => execFileSync(program, args, { env, encoding: 'utf8' });
    return {
      ...{ environment, queue, close, port, arrived: printer.arrived, count: printer.count },
      begun: printer.begun,
      kill: async () => {
        // It writes down what it has only once it has nothing else to do.
        const spool = options.spool ?? `${folder}/spool`;
        await untilDone(() => {
          accessSync(path.join(folder, 'root/printers.conf'));
          if (!readdirSync(spool).some((name) => name.startsWith('c'))) throw new Error('No job is written down.');
        });
        await ended(server, 'SIGKILL');
      },
      revive: async () => {
        server = begin();
        await untilDone(() => void says('lpstat', '-r', '-p', queue));
      },
      stop: () => void says('cupsdisable', queue),
      start: () => void says('cupsenable', queue),
      waiting: () =>
        says('lpstat', '-o', queue)
          .split('\n')
          .flatMap((line) => line.split(' ')[0] || []),
      ordered: (jobId) => {
        const asked = path.join(folder, 'job.test');
        writeFileSync(asked, jobQuestion);
        const place = `ipp://127.0.0.1:${port}/jobs/${jobId.split('-').at(-1)}`;
        return says('ipptool', '-tv', place, asked);
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A description of a printer whose pages go through a filter of our own. */
function filtered(folder: string, script: string): string {
  // CUPS runs only what lies in a folder that nobody else can write to.
  const safe = path.join(folder, 'filters');
  mkdirSync(safe, { recursive: true, mode: 0o755 });
  const [program, description] = [path.join(safe, 'filter'), path.join(safe, 'filtered.ppd')];
  writeFileSync(program, `#!/bin/sh\nexec < "$6"\n${script}\n`, { mode: 0o755 });
  const lines = ['*PPD-Adobe: "4.3"', '*FormatVersion: "4.3"', '*FileVersion: "1.0"', '*LanguageVersion: English'];
  lines.push(
    '*LanguageEncoding: ISOLatin1',
    '*PCFileName: "KEEPER.PPD"',
    '*Manufacturer: "Keeper"',
    '*Product: "(Keeper)"',
  );
  lines.push('*ModelName: "Keeper"', '*ShortNickName: "Keeper"', '*NickName: "Keeper"', '*PSVersion: "(3010.000) 0"');
  lines.push(`*cupsFilter: "application/pdf 0 ${program}"`, '*DefaultPageSize: A4');
  lines.push('*OpenUI *PageSize/Media Size: PickOne', '*PageSize A4/A4: ""', '*CloseUI: *PageSize', '');
  writeFileSync(description, lines.join('\n'));
  return description;
}

/** Asks CUPS what it keeps of a job. */
const jobQuestion = `{
  NAME "job"
  OPERATION Get-Job-Attributes
  GROUP operation-attributes-tag
  ATTR charset attributes-charset utf-8
  ATTR language attributes-natural-language en
  ATTR uri job-uri $uri
  ATTR name requesting-user-name test
  STATUS successful-ok
}
`;

function giveTo(user: string, folder: string, name: string): void {
  const full = path.join(folder, name);
  mkdirSync(full, { recursive: true, mode: 0o755 });
  if (process.getuid?.() !== 0) return;
  const id = (flag: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));
  chownSync(full, id('-u'), id('-g'));
}

function conf(port: number, folder: string): string {
  return `Listen 127.0.0.1:${port}
PidFile ${folder}/cupsd.pid
LogLevel warn
DirtyCleanInterval 0
DefaultAuthType None
WebInterface No
Browsing No
<Location />
  Order allow,deny
  Allow all
</Location>
<Location /admin>
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`;
}

function files(user: string, folder: string, spool: string): string {
  return `Sandboxing relaxed
User ${user}
Group ${user === 'lp' ? 'lp' : execFileSync('id', ['-gn'], { encoding: 'utf8' }).trim()}
SystemGroup root
ServerRoot ${folder}/root
RequestRoot ${spool}
TempDir ${spool}/tmp
CacheDir ${folder}/cache
StateDir ${folder}/state
AccessLog ${folder}/log/access
ErrorLog ${folder}/log/error
PageLog ${folder}/log/page
`;
}

async function untilDone(act: () => void): Promise<void> {
  for (let attempt = 0; ; attempt += 1)
    try {
      return act();
    } catch (error) {
      if (attempt >= 50) throw error;
      await wait(200);
    }
}

type NetworkPrinter = {
  port: number;
  arrived: (nth?: number) => Promise<Uint8Array>;
  count: () => number;
  begun: () => Promise<void>;
  close: () => void;
};

/** A printer as they stand in a network: it takes what comes on a port and keeps it in the order of arrival. */
function networkPrinter(): Promise<NetworkPrinter> {
  return new Promise((resolve, reject) => {
    const papers: Uint8Array[] = [];
    const waiting: (() => void)[] = [];
    let begun = false;
    const arrived = async (nth = 1): Promise<Uint8Array> => {
      for (;;) {
        const paper = papers[nth - 1];
        if (paper !== undefined) return paper;
        await new Promise<void>((wake) => waiting.push(wake));
      }
    };
    const keep = (paper: Uint8Array): void => {
      papers.push(paper);
      for (const wake of waiting.splice(0)) wake();
    };
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      const parts: Uint8Array[] = [];
      socket.on('data', (part) => {
        parts.push(Buffer.from(part));
        begun = true;
        for (const wake of waiting.splice(0)) wake();
      });
      socket.on('error', () => undefined);
      socket.on('end', () => {
        socket.end();
        if (parts.length > 0) keep(Buffer.concat(parts));
      });
    });
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address !== 'object' || address === null) return reject(new Error('No port'));
      resolve({
        ...{ port: address.port, arrived, count: () => papers.length },
        begun: async () => {
          while (!begun) await new Promise<void>((wake) => waiting.push(wake));
        },
        close: () => {
          server.close();
          for (const socket of sockets) socket.destroy();
        },
      });
    });
  });
}

function ended(server: ChildProcess, how: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill(how);
  });
}
