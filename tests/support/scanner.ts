import path from 'node:path';
import { type ScanReader, scanReader } from '#electron/server/scans/scan-reader.ts';
import { workerModule } from './workers.ts';

const packages = path.resolve(import.meta.dirname, '../../node_modules');

/** What scans are read with, as the packages have it. */
export const scanning = {
  codeReader: path.join(packages, 'zxing-wasm/dist/reader/zxing_reader.wasm'),
  decoders: path.join(packages, 'pdfjs-dist/wasm'),
};

/** A reader of scans on its real thread. */
export function testScanner(timeoutMs?: number): ScanReader {
  return scanReader({
    worker: workerModule('read-scans'),
    ...scanning,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
}

let scanner: ScanReader | undefined;

/** The reader of all test offices of a process: it keeps nothing of a file. Its end is not the end of an office. */
export function sharedScanner(): ScanReader {
  scanner ??= testScanner();
  return { ...scanner, close: async () => undefined };
}
