import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hostExitCode, hostExitCodes, secretsOfEnvironment } from '#electron/main/host-mode.ts';
import { languageOf } from '#shared/i18n/index.ts';
import { parseHostArguments, UsageError } from './host/arguments.ts';
import { type RunningHost, runHost } from './host/run-host.ts';
import { refusalText } from './office/refusal-text.ts';

/** Resolves with the name of the signal that asks this process to end; further ones do not cut the closing short. */
function toldToStop(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
  });
}

/** Says where terminals reach it, to people on stderr and to programs on stdout. */
function tell({ officeName, port, addresses, code }: RunningHost): void {
  console.error(`${officeName} lets terminals in at port ${port}: ${addresses.join(', ') || 'on this PC only'}`);
  if (code !== undefined) console.error(`Pairing code: ${code}`);
  console.error('Ctrl+C stops it.');
  console.log(JSON.stringify({ listening: true, pid: process.pid, port, addresses, code: code ?? null }));
}

const version = String(JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../package.json'), 'utf8')).version);
const stop = toldToStop();
let doubted: (refusal: Error) => void = () => undefined;
const doubt = new Promise<never>((_resolve, reject) => {
  doubted = reject;
});
// Nobody may be waiting for it yet.
doubt.catch(() => undefined);
let running: RunningHost | undefined;
process.on('uncaughtException', (error) => {
  running?.log('error', error.stack ?? error.message);
  console.error(error);
  process.exit(hostExitCodes.fault);
});
try {
  running = await runHost(parseHostArguments(process.argv.slice(2)), secretsOfEnvironment(), version, doubted);
  tell(running);
  running.log('info', `host begins on port ${running.port}, version ${version}`);
  const signal = await Promise.race([stop, doubt]);
  console.error('Closing the office …');
  await running.close();
  running.log('info', `host ends: ${signal}`);
  console.log(JSON.stringify({ closed: true }));
} catch (error) {
  await running?.close().catch(() => undefined);
  const refusal = refusalText(error, languageOf(process.env.LANG ?? 'en'));
  console.error(refusal.message);
  if (refusal.refused === 'HOST_ELSEWHERE') console.error('To take over without a window: --take-over');
  console.log(JSON.stringify(refusal));
  process.exitCode = error instanceof UsageError ? hostExitCodes.usage : hostExitCode(error);
}
