import { execFile } from 'node:child_process';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Printer, PrintPort } from './print-port.ts';

/** How long a command of CUPS may take in milliseconds. */
const PATIENCE_MS = 20_000;

type Spoken = { readonly code: number | 'absent'; readonly out: string; readonly complaint: string };

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
    return readPrinters(spoken.out);
  }

  return {
    printers,
    print: async (order) => {
      const { printer } = order;
      if (!(await printers()).some((one) => one.name === printer))
        throw new DomainError('PRINTER_NOT_FOUND', { printer });
      const sides = order.duplex ? 'two-sided-long-edge' : 'one-sided';
      // The paper goes from memory to CUPS: a program that is killed meanwhile leaves nothing of it on the disk.
      const spoken = await run(
        'lp',
        [
          ...['-d', printer, '-n', String(order.copies), '-t', order.title],
          ...['-o', `media=${order.media}`, '-o', `sides=${sides}`, '-o', 'print-scaling=none'],
        ],
        order.bytes,
      );
      const jobId = /request id is (\S+)/.exec(spoken.out)?.[1];
      if (spoken.code !== 0 || jobId === undefined) throw new DomainError('PRINT_FAILED', { printer });
      return { jobId };
    },
  };
}

/** The printers in what `lpstat -l -p -d` says. */
export function readPrinters(text: string): Printer[] {
  const usual = /^system default destination: (\S+)/m.exec(text)?.[1];
  return text.split(/^(?=printer )/m).flatMap((part): Printer[] => {
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
