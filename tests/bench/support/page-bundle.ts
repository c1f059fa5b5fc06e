import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const root = path.resolve(import.meta.dirname, '../../..');

/** A page of a bench, bundled from the program's own sources as a build bundles them; the folder is the caller's. */
export type PageBundle = { readonly folder: string; readonly script: string; readonly address: string };

/** Bundles tests/bench/pages/<name> into a folder with a page that runs it. */
export async function bundlePage(name: string): Promise<PageBundle> {
  const folder = mkdtempSync(path.join(tmpdir(), 'zhiye-bench-page-'));
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [react()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: folder,
      emptyOutDir: false,
      minify: 'oxc',
      assetsInlineLimit: 100_000_000,
      cssCodeSplit: false,
      lib: {
        entry: path.join(root, 'tests/bench/pages', name),
        formats: ['iife'],
        name: 'bench',
        fileName: () => 'page.js',
        cssFileName: 'page',
      },
    },
  });
  const page = path.join(folder, 'page.html');
  writeFileSync(
    page,
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><link rel="stylesheet" href="page.css"></head>' +
      '<body><div id="root"></div><script src="page.js"></script></body></html>',
  );
  return { folder, script: path.join(folder, 'page.js'), address: pathToFileURL(page).href };
}
