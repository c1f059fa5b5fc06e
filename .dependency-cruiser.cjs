/** Who may import whom: one rule for each room of the house, with the sentence why. */
const forbid = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: to },
});

/** The same with exceptions: `except` may be entered all the same. */
const forbidBut = (name, comment, from, to, except) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: to, pathNot: except },
});

const node = (name, comment, from) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { dependencyTypes: ['core'] },
});

const electronPackage = '^(electron|electron/main|electron/renderer)$|(^|/)node_modules/electron/';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or lack a third. Types may refer to each other.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolved',
      comment: 'A path that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(modulePath|url|worker)|^electron$|^electron/main$' },
    },

    forbid(
      'kernel-alone',
      'The kernel is what everything stands on; it stands on small libraries only.',
      '^shared/kernel/',
      '^(shared/(domain|api|documents|i18n)|db|electron|renderer|tests|scripts)/',
    ),
    forbid(
      'domain-pure',
      'A rule knows no screen, table, carrier or paper: only other rules and the kernel.',
      '^shared/domain/',
      '^(shared/(api|documents|i18n)|db|electron|renderer|tests|scripts)/',
    ),
    forbidBut(
      'domain-without-libraries',
      'Rules are plain calculations over plain data; zod describes the data, nothing else is needed.',
      '^shared/domain/',
      '(^|/)node_modules/',
      '(^|/)node_modules/zod/',
    ),
    forbid(
      'api-declares',
      'The declarations are data over the domain.',
      '^shared/api/',
      '^(shared/documents|db|electron|renderer|tests|scripts)/',
    ),
    forbid(
      'documents-pure',
      'A paper is built from its data alone.',
      '^shared/documents/',
      '^(shared/api|db|electron|renderer|tests|scripts)/',
    ),
    forbid(
      'i18n-alone',
      'Sentences depend on nothing but the codes they speak for.',
      '^shared/i18n/',
      '^(shared/(domain|api|documents)|db|electron|renderer|tests|scripts)/',
    ),
    forbid(
      'shared-runs-anywhere',
      'shared/ runs in the window, the main process, workers and tests: no electron, react or database in it.',
      '^shared/',
      `${electronPackage}|(^|/)node_modules/(react|react-dom|drizzle-orm|better-sqlite3)/`,
    ),
    node('shared-without-node', 'shared/ runs in the sandboxed window too, where Node is not.', '^shared/'),

    forbid('db-below', 'The database knows the rules, not who asks.', '^db/', '^(electron|renderer|tests|scripts)/'),
    forbid('db-without-shell', 'The database also lives in tests and headless.', '^db/', electronPackage),
    forbid(
      'db-without-paper-and-api',
      'Tables are built from the rules; how they are asked or printed is not theirs.',
      '^db/(schema|repositories)/',
      '^shared/(api|documents)/',
    ),

    forbid(
      'server-without-electron',
      "The office's brain runs headless and in tests as well.",
      '^electron/(server|workers|transports)/',
      electronPackage,
    ),
    forbid(
      'server-below',
      'The brain does not know its shell.',
      '^electron/server/',
      '^electron/(main|preload|transports|device|workers)/',
    ),
    forbid(
      'workers-below',
      'A worker reads and renders; it knows neither the shell nor the brain. The second thread is a part of the brain.',
      '^electron/workers/(?!long-acts\\.ts$)',
      '^electron/(main|preload|transports|device|server)/',
    ),
    forbid(
      'transports-carry',
      'Bytes in, router call, envelope out.',
      '^electron/transports/',
      '^(db|electron/(main|preload|device|workers))/',
    ),
    forbid(
      'device-below',
      'What this machine can do knows neither wiring nor office.',
      '^electron/device/',
      '^(db|electron/(main|preload|transports|workers|server))/',
    ),
    forbidBut(
      'preload-one-bridge',
      'The preload runs beside the page: it knows the declarations of the api and nothing else.',
      '^electron/preload/',
      '^(db|shared|renderer|electron)/',
      '^(shared/api|electron/preload)/',
    ),
    forbid(
      'shell-without-screens',
      'The main process opens the window; it does not reach into it.',
      '^electron/',
      '^renderer/',
    ),

    forbid(
      'screens-ask',
      'A screen asks over the api; it never reaches into the office.',
      '^renderer/',
      '^(db|electron|tests|scripts)/',
    ),
    node('renderer-without-node', 'The window is sandboxed.', '^renderer/'),
    forbid(
      'renderer-without-electron',
      'What a screen needs of the machine comes over the bridge.',
      '^renderer/',
      `${electronPackage}|(^|/)node_modules/(drizzle-orm|better-sqlite3|@node-rs)/`,
    ),
    forbid(
      'parts-below-features',
      'Parts and helpers of the window serve all features and know none.',
      '^renderer/(components|lib|theme)/',
      '^renderer/(features|app)/',
    ),
    forbid('lib-below-parts', 'What every part uses knows no part.', '^renderer/lib/', '^renderer/(components|theme)/'),
    forbidBut(
      'features-keep-to-themselves',
      "A feature uses nothing of another feature's insides.",
      '^renderer/features/([^/]+)/',
      '^renderer/features/',
      '^renderer/features/$1/',
    ),
    forbid(
      'features-below-app',
      'Desks compose features, not the other way round.',
      '^renderer/features/',
      '^renderer/app/',
    ),

    forbid(
      'product-without-tests',
      'What is shipped never needs a test or a script.',
      '^(electron|renderer|shared|db)/',
      '^(tests|scripts)/',
    ),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|release|node_modules/.cache)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      conditionNames: ['import', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
