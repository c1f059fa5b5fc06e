import { type Language, languageOf } from '#shared/i18n/index.ts';

/** What the command line asked for. Folders are as typed. */
export type CommandLine = {
  /** Folder of everything this run keeps: settings of the PC and the office. */
  readonly data?: string;
  /** A demonstration office; with a folder of its own, or in the usual place. */
  readonly demo?: { readonly folder?: string };
  /** Login name or post of the person a demonstration is entered as. */
  readonly as?: string;
  readonly language?: Language;
  /** Size of the page in pixels. */
  readonly windowSize?: { readonly width: number; readonly height: number };
  /** Begun with the PC: the host works in the tray and opens no window. */
  readonly background?: true;
  /** Lets terminals in and opens no window; at this port and on this network, or as last time. */
  readonly host?: true;
  readonly port?: number;
  readonly network?: string;
  /** Folder for the backups of an office that is served without a window; the one this PC remembers without it. */
  readonly backup?: string;
  /** Although another PC served the office last. */
  readonly takeOver?: true;
  /** What was not understood, to be said in the log; the program starts all the same. */
  readonly ignored: readonly string[];
};

/**
 * Reads the arguments behind the program's name: `--data DIR`, `--demo [DIR]`, `--as NAME`, `--lang zh-CN|en`,
 * `--window-size 1366x768`, `--background`, `--host [--port N] [--interface NAME] [--backup DIR] [--take-over]`;
 * also as `--name=value`. Chromium's own switches and file names pass by.
 */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const found: { -readonly [K in keyof CommandLine]: CommandLine[K] } = { ignored: [] };
  const ignored: string[] = [];
  const rest = args.flatMap(splitAtEquals);
  for (let at = 0; at < rest.length; at++) {
    const next = rest[at + 1];
    const value = next !== undefined && !next.startsWith('-') ? next : undefined;
    switch (rest[at]) {
      case '--data':
        if (value === undefined) ignored.push('--data');
        else found.data = value;
        break;
      case '--demo':
        found.demo = value === undefined ? {} : { folder: value };
        break;
      case '--as':
        if (value === undefined) ignored.push('--as');
        else found.as = value;
        break;
      case '--lang':
        if (value === undefined) ignored.push('--lang');
        else found.language = languageOf(value);
        break;
      case '--host':
        found.host = true;
        break;
      case '--port': {
        const port = portOf(value);
        if (port === undefined) ignored.push(`--port ${value ?? ''}`.trimEnd());
        else found.port = port;
        break;
      }
      case '--interface':
        if (value === undefined) ignored.push('--interface');
        else found.network = value;
        break;
      case '--backup':
        if (value === undefined) ignored.push('--backup');
        else found.backup = value;
        break;
      case '--take-over':
        found.takeOver = true;
        break;
      case '--background':
        found.background = true;
        break;
      case '--window-size': {
        const size = sizeOf(value);
        if (size === undefined) ignored.push(`--window-size ${value ?? ''}`.trimEnd());
        else found.windowSize = size;
        break;
      }
      default:
        break;
    }
  }
  return { ...found, ignored };
}

/** The arguments without the program: behind `electron .` when it runs from sources, behind the program when packaged. */
export function ownArguments(argv: readonly string[], packaged: boolean): readonly string[] {
  if (packaged) return argv.slice(1);
  // Electron's own options may stand before the app's folder; ours come after it.
  const app = argv.findIndex((each, index) => index > 0 && !each.startsWith('-') && !isLoader(argv[index - 1]));
  return app === -1 ? [] : argv.slice(app + 1);
}

function isLoader(option: string | undefined): boolean {
  return option === '-r' || option === '--require';
}

const known = new Set(['--data', '--demo', '--as', '--lang', '--window-size', '--port', '--interface', '--backup']);

function splitAtEquals(argument: string): string[] {
  const at = argument.indexOf('=');
  if (at === -1 || !known.has(argument.slice(0, at))) return [argument];
  return [argument.slice(0, at), argument.slice(at + 1)];
}

function portOf(text: string | undefined): number | undefined {
  const port = /^[1-9]\d{0,4}$/.test(text ?? '') ? Number(text) : undefined;
  return port === undefined || port > 65_535 ? undefined : port;
}

function sizeOf(text: string | undefined): { width: number; height: number } | undefined {
  const match = /^(\d{3,4})[x*,](\d{3,4})$/.exec(text ?? '');
  return match === null ? undefined : { width: Number(match[1]), height: Number(match[2]) };
}
