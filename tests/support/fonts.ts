import { symlinkSync } from 'node:fs';
import path from 'node:path';
import type { RenderPort } from '#electron/server/documents/render-port.ts';
import { type RenderWorkerOptions, renderWorker } from '#electron/server/documents/render-worker.ts';
import { workerModule } from './workers.ts';

const root = path.resolve(import.meta.dirname, '../..');
const faces = [
  ['noto-serif-sc', '400Regular', 'NotoSerifSC_400Regular.ttf'],
  ['noto-serif-sc', '700Bold', 'NotoSerifSC_700Bold.ttf'],
  ['noto-sans-sc', '400Regular', 'NotoSansSC_400Regular.ttf'],
  ['noto-sans-sc', '700Bold', 'NotoSansSC_700Bold.ttf'],
] as const;

/** The character maps of pdf.js, which a build lays beside its page. */
const characterMaps = path.join(root, 'node_modules/pdfjs-dist/cmaps');

/** Lays the typefaces of the papers into a folder, as a build does. */
export function fontsInto(folder: string): string {
  for (const [family, weight, file] of faces)
    symlinkSync(path.join(root, 'node_modules/@expo-google-fonts', family, weight, file), path.join(folder, file));
  return folder;
}

/** A render port on its real thread, with its typefaces in a folder of the test. Close it. */
export function testRenderer(folder: string, more: Partial<RenderWorkerOptions> = {}): RenderPort {
  const worker = workerModule('render-pdf');
  return renderWorker({ worker, fonts: fontsInto(folder), characterMaps, ...more });
}
