import { symlinkSync } from 'node:fs';
import path from 'node:path';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { type RenderWorkerOptions, renderWorker } from '#electron/server/documents/render-worker.ts';
import { fontsInto } from '#scripts/office/fonts-into.ts';
import { workerModule } from './workers.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** The character maps of pdf.js, which a build lays beside its page. */
const characterMaps = path.join(root, 'node_modules/pdfjs-dist/cmaps');

/** A render port on its real thread, with its typefaces in a folder of the test. Close it. */
export function testRenderer(folder: string, more: Partial<RenderWorkerOptions> = {}): RenderPort {
  const worker = workerModule('render-pdf');
  return renderWorker({ worker, fonts: fontsInto(folder, symlinkSync), characterMaps, ...more });
}
