import { cpSync, createReadStream, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const root = import.meta.dirname;
const modules = path.join(root, 'node_modules');

/** Native modules keep their own files; Electron comes with the runtime. Everything else is bundled. */
const external = ['electron', /^electron\/.+/, 'better-sqlite3', '@node-rs/argon2', /^node:/];

/** Stands for the nonce in the built page; the app protocol replaces it at each load. */
const noncePlaceholder = '__ZHIYE_NONCE__';

/** The typefaces of the printed papers (regular and bold, with and without serifs), in the names pdfmake is given. */
const fonts = [
  '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
];

/** The typeface of rare signs and its licence; papers and pages read the same file. */
const rareFonts = ['HanaMinB.ttf', 'HanaMinB.LICENSE.txt'];

/** What pdf.js fetches while it draws: character maps, standard fonts, decoders, colour profiles. */
const pdfjsFolders = ['cmaps', 'standard_fonts', 'wasm', 'iccs'];

function copy(from: string, to: string): void {
  // What an earlier build left there goes first: a migration that is gone would still run.
  rmSync(to, { recursive: true, force: true });
  mkdirSync(path.dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true });
}

/** Files that the main process and its workers read at run time: fonts, migrations, the reader of codes, and the metrics pdfkit looks for. */
function mainResources(): Plugin {
  return {
    name: 'zhiye-main-resources',
    apply: 'build',
    closeBundle() {
      for (const font of fonts)
        copy(path.join(modules, font), path.join(root, 'out/resources/fonts', path.basename(font)));
      for (const font of rareFonts) copy(path.join(root, 'fonts', font), path.join(root, 'out/resources/fonts', font));
      copy(
        path.join(modules, 'zxing-wasm/dist/reader/zxing_reader.wasm'),
        path.join(root, 'out/resources/zxing_reader.wasm'),
      );
      copy(path.join(modules, 'pdfkit/js/data'), path.join(root, 'out/main/chunks/data'));
      const migrations = path.join(root, 'db/migrations');
      if (existsSync(migrations)) copy(migrations, path.join(root, 'out/resources/migrations'));
    },
  };
}

/** Serves `/pdfjs/*` from the package in development and copies it beside the page in a build. */
function pdfjsAssets(): Plugin {
  const packageFolder = path.join(modules, 'pdfjs-dist');
  return {
    name: 'zhiye-pdfjs-assets',
    configureServer(server) {
      server.middlewares.use('/pdfjs', (request, response, next) => {
        const file = path.join(packageFolder, path.normalize(new URL(request.url ?? '/', 'http://localhost').pathname));
        const known = pdfjsFolders.some((folder) => file.startsWith(path.join(packageFolder, folder) + path.sep));
        if (!known || !existsSync(file) || !statSync(file).isFile()) return next();
        if (file.endsWith('.js')) response.setHeader('Content-Type', 'text/javascript');
        createReadStream(file).pipe(response);
      });
    },
    closeBundle() {
      if (this.environment.mode !== 'build') return;
      for (const folder of pdfjsFolders)
        copy(path.join(packageFolder, folder), path.join(root, 'out/renderer/pdfjs', folder));
    },
  };
}

/** Serves `/fonts/*` in development; in a build the program's own scheme does it. */
function rareFontAsset(): Plugin {
  return {
    name: 'zhiye-rare-font',
    configureServer(server) {
      server.middlewares.use('/fonts', (request, response, next) => {
        const name = rareFonts.find((font) => request.url === `/${font}`);
        if (name === undefined) return next();
        createReadStream(path.join(root, 'fonts', name)).pipe(response);
      });
    },
  };
}

export default defineConfig({
  main: {
    plugins: [mainResources()],
    build: {
      outDir: 'out/main',
      minify: 'oxc',
      // `input` and not `lib`: with `lib` every worker imported by `?modulePath` fails the build.
      rolldownOptions: { input: { index: path.join(root, 'electron/main/index.ts') }, external },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      minify: 'oxc',
      // A sandboxed preload is one CommonJS file that can require nothing but Electron.
      externalizeDeps: false,
      lib: { entry: path.join(root, 'electron/preload/index.ts'), formats: ['cjs'], fileName: () => 'index.cjs' },
      rolldownOptions: { external: ['electron'] },
    },
  },
  renderer: {
    root: path.join(root, 'renderer'),
    plugins: [react(), pdfjsAssets(), rareFontAsset()],
    html: { cspNonce: noncePlaceholder },
    build: {
      outDir: path.join(root, 'out/renderer'),
      emptyOutDir: true,
      minify: 'oxc',
      // Nothing inlined, so that fonts and pictures need no `data:` in the page's policy.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input: path.join(root, 'renderer/index.html') },
    },
  },
});
