import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cacheOf, inModules, root } from './paths.mjs';
import { Stop, say } from './say.mjs';
import { hasProgram, installSystem } from './system.mjs';

/**
 * SQLite's binding compiled for N-API 9, which the pinned Electron speaks: the one in the package needs 10 and would end
 * the process without a word. Compiled once for each version of the package, kept outside the project.
 */
export function sqliteBinding() {
  const source = inModules('better-sqlite3');
  const { name, version } = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8'));
  const folder = path.join(cacheOf(), `${name}-${version}-napi9`);
  const file = path.join(folder, 'better_sqlite3.node');
  if (existsSync(file)) return file;
  installSystem(['gcc', 'g++']);
  if (!hasProgram('g++'))
    throw new Stop('SQLite must be compiled for this Electron, and there is no g++ to do it with.');
  say('Compiling SQLite for this Electron (half a minute, once) …');
  mkdirSync(folder, { recursive: true });
  compile(source, folder, `${file}.part`);
  renameSync(`${file}.part`, file);
  return file;
}

function compile(source, folder, target) {
  const load = createRequire(path.join(root, 'package.json'));
  const addonApi = load(path.join(path.dirname(load.resolve('node-addon-api/package.json')), 'index.js')).include_dir;
  const headers = load('node-api-headers').include_dir;
  const gypi = readFileSync(path.join(source, 'deps/defines.gypi'), 'utf8');
  const defines = [...gypi.matchAll(/^\s+'([A-Z][^']*)',$/gm)].map(([, define]) => `-D${define}`);
  const include = [path.join(source, 'deps/sqlite3'), addonApi, headers].map((one) => `-I${one}`);
  const common = ['-c', '-O1', '-fPIC', '-w', '-DNDEBUG', ...defines, ...include];
  const engine = path.join(folder, 'sqlite.o');
  const glue = path.join(folder, 'binding.o');
  execFileSync('gcc', [...common, path.join(source, 'deps/sqlite3/sqlite3.c'), '-o', engine]);
  execFileSync('g++', [
    ...common,
    '-std=c++20',
    '-fvisibility=hidden',
    '-include',
    path.join(import.meta.dirname, 'napi9-compat.h'),
    '-DBUILDING_NODE_EXTENSION',
    '-DNAPI_DISABLE_CPP_EXCEPTIONS',
    '-DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
    path.join(source, 'src/better_sqlite3.cpp'),
    '-o',
    glue,
  ]);
  execFileSync('g++', ['-shared', '-Wl,-Bsymbolic', glue, engine, '-ldl', '-lpthread', '-o', target]);
}
