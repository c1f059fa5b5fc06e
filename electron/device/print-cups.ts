import { execFile } from 'node:child_process';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Printer, PrintPort } from './print-port.ts';

/** How long a command of CUPS may take in milliseconds. */
const PATIENCE_MS = 20_000;

type Spoken = { readonly code: number | 'absent' | 'late'; readonly out: string; readonly complaint: string };

/**
 * Printers by CUPS, on Linux and macOS: `lp` and `lpstat` without a shell. `environment` is added to the process's own,
 * such as CUPS_SERVER.
 */
export function cupsPrintPort(options: { readonly environment?: Readonly<Record<string, string>> } = {}): PrintPort {
  // Its sentences are read, so they must be the English ones.
  const env = { ...process.env, ...options.environment, LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8' };

  const run = (program: string, args: readonly string[], handed: Uint8Array = new Uint8Array()) =>
    new Promise<Spoken>((resolve) => {
      const { stdin } = execFile(program, [...args], { env, timeout: PATIENCE_MS }, (error, out, complaint) => {
        if (error === null) resolve({ code: 0, out, complaint });
        else if (error.code === 'ENOENT') resolve({ code: 'absent', out, complaint });
        else if (error.killed === true) resolve({ code: 'late', out, complaint });
        else resolve({ code: typeof error.code === 'number' ? error.code : 1, out, complaint });
      });
      // A program that is not there or ends early closes its end: how it ended says why.
      stdin?.on('error', () => undefined);
      stdin?.end(handed);
    });

  async function printers(): Promise<Printer[]> {
    const spoken = await run('lpstat', ['-l', '-p', '-d']);
    if (spoken.code === 'absent' || /scheduler is not running|unable to connect/i.test(spoken.complaint))
      throw new DomainError('PRINTING_UNAVAILABLE');
    return Promise.all(
      readPrinters(spoken.out).map(async (one) => ({
        ...one,
        trays: readTrays((await run('lpoptions', ['-p', one.name, '-l'])).out),
      })),
    );
  }

  /** The jobs of a printer with their sizes in bytes, those that are over too; undefined where CUPS does not answer. */
  async function jobs(printer: string): Promise<ReadonlyMap<string, number> | undefined> {
    const lists = ['completed', 'not-completed'].map((which) => run('lpstat', ['-W', which, '-o', printer]));
    const asked = await Promise.all(lists);
    if (asked.some(({ code }) => code !== 0)) return undefined;
    const lines = asked.flatMap(({ out }) => [...out.matchAll(/^(\S+)\s+\S+\s+(\d+)\s/gm)]);
    return new Map(lines.map(([, job = '', size]) => [job, Number(size)]));
  }

  /**
   * True when CUPS says that it kept nothing of what was being handed to it: its jobs since then have no pages, and are
   * taken out of the queue.
   */
  async function keptNothing(printer: string, before: ReadonlyMap<string, number> | undefined): Promise<boolean> {
    const now = await jobs(printer);
    if (before === undefined || now === undefined) return false;
    const fresh = [...now].filter(([job]) => !before.has(job));
    if (fresh.some(([, size]) => size > 0)) return false;
    for (const [job] of fresh) await run('cancel', [job]);
    return true;
  }

  return {
    printers,
    print: async (order) => {
      const { printer } = order;
      const found = (await printers()).find((one) => one.name === printer);
      if (found === undefined) throw new DomainError('PRINTER_NOT_FOUND', { printer });
      // It would be kept and come out some day, when nobody waits for it any more.
      if (found.state === 'stopped') throw new DomainError('PRINTER_STOPPED', { printer: found.title });
      const before = await jobs(printer);
      const sides = order.duplex ? 'two-sided-long-edge' : 'one-sided';
      // The paper goes from memory to CUPS: a program that is killed meanwhile leaves nothing of it on the disk.
      const spoken = await run(
        'lp',
        [
          ...['-d', printer, '-n', String(order.copies), '-t', order.title],
          ...['-o', `media=${order.media}`, '-o', `sides=${sides}`, '-o', 'print-scaling=none'],
          // CUPS parts its options at spaces; none of its own trays has one in its name.
          ...(/^[\w.-]+$/.test(order.tray) ? ['-o', `InputSlot=${order.tray}`] : []),
        ],
        order.bytes,
      );
      const jobId = /request id is (\S+)/.exec(spoken.out)?.[1];
      if (spoken.code === 0 && jobId !== undefined) return { jobId };
      throw refusalOf(spoken, found.title, await keptNothing(printer, before));
    },
    withdraw: async (jobId) => {
      const { code, complaint } = await run('cancel', [jobId]);
      if (code === 0) return true;
      if (/does not exist|is already (canceled|aborted|completed)/i.test(complaint)) return false;
      // CUPS that is down has the job on its disk, and prints it once it is back.
      throw new DomainError('PRINT_QUEUE_SILENT');
    },
    unfinished: async (jobIds) => {
      const [open, over] = await Promise.all(
        ['not-completed', 'completed'].map((which) => run('lpstat', ['-l', '-W', which, '-o'])),
      );
      if (open?.code !== 0 || over?.code !== 0) throw new DomainError('PRINT_QUEUE_SILENT');
      const held = readJobs(open.out).map(({ job }) => [job, 'held'] as const);
      const failed = readJobs(over.out).flatMap(({ job, gaveUp }) => (gaveUp ? [[job, 'failed'] as const] : []));
      return new Map([...held, ...failed].filter(([job]) => jobIds.includes(job)));
    },
  };
}

/** The jobs in what `lpstat -l -o` says, and whether CUPS or somebody gave them up. */
export function readJobs(text: string): { job: string; gaveUp: boolean }[] {
  return text.split(/^(?=\S)/m).flatMap((part) => {
    const job = /^(\S+-\d+)\s/.exec(part)?.[1];
    return job === undefined ? [] : [{ job, gaveUp: /^\s+Alerts:.*\b(aborted|canceled)-by\b/m.test(part) }];
  });
}

/** Why `lp` did not say the name of a job: nothing was taken, CUPS broke off and kept nothing, or nobody knows. */
function refusalOf({ code, complaint }: Spoken, printer: string, nothingKept: boolean): DomainError {
  const cut = code === 'late' || /connection|broken pipe|bad file descriptor|reset|closed|timed? ?out/i.test(complaint);
  const full = /no space left|too large|not enough (free )?(disk )?space/i.test(complaint);
  if (full || (cut && nothingKept)) return new DomainError('PRINT_BROKEN_OFF', { printer });
  return new DomainError(cut ? 'PRINT_OUTCOME_UNKNOWN' : 'PRINT_FAILED', { printer });
}

/** The trays in what `lpoptions -l` says of a printer. */
export function readTrays(text: string): string[] {
  const said = /^(?:InputSlot|media-source)\/[^:]*:(.*)$/m.exec(text)?.[1] ?? '';
  return said.split(/\s+/).flatMap((word) => (word === '' ? [] : [word.replace(/^\*/, '')]));
}

/** The printers in what `lpstat -l -p -d` says. */
export function readPrinters(text: string): Omit<Printer, 'trays'>[] {
  const usual = /^system default destination: (\S+)/m.exec(text)?.[1];
  return text.split(/^(?=printer )/m).flatMap((part): Omit<Printer, 'trays'>[] => {
    const [, name, state = ''] = /^printer (\S+) (.*)/.exec(part) ?? [];
    if (name === undefined) return [];
    const title = /^\s+Description:[ \t]*(.*)$/m.exec(part)?.[1]?.trim();
    return [
      {
        name,
        title: title === undefined || title === '' ? name : title,
        isDefault: name === usual,
        state: stateOf(state),
      },
    ];
  });
}

function stateOf(words: string): Printer['state'] {
  if (words.includes('disabled')) return 'stopped';
  return words.includes('now printing') ? 'busy' : 'ready';
}
