// npm run bindings: makes Electron and the SQLite binding that fits it, and says where they are. `--json` for programs.
const { ELECTRON_EXEC_PATH, ELECTRON_MAJOR_VER, APP_SQLITE_BINDING, ZHIYE_ELECTRON } = process.env;

if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ ELECTRON_EXEC_PATH, ELECTRON_MAJOR_VER, APP_SQLITE_BINDING }));
} else {
  console.log(`Electron ${ZHIYE_ELECTRON}`);
  console.log(`  program         ${ELECTRON_EXEC_PATH}`);
  console.log(`  SQLite binding  ${APP_SQLITE_BINDING ?? 'the one in the package'}`);
}
