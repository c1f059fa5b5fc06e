import path from 'node:path';
import { openDatabase } from '#db/connection.ts';
import { readMigrations, schemaVersion } from '#db/migrate.ts';
import { officeKeys } from '#electron/server/keys.ts';
import { openOffice } from '#electron/server/office.ts';

// A newer program opens an office of an older one, in a process of its own whose writes are recorded. Arguments: folder,
// root key (hex), migrations; and `careless` for a control run, which commits statement by statement.
const [folder = '', root = '', migrations = '', how = ''] = process.argv.slice(2);
const rootKey = Buffer.from(root, 'hex');
if (how === 'careless') {
  const { client, close } = openDatabase({ file: path.join(folder, 'office.db'), key: officeKeys(rootKey).file });
  client.pragma('foreign_keys = OFF');
  const current = schemaVersion(client);
  for (const { version, sql } of readMigrations(migrations)) {
    if (version <= current) continue;
    client.exec(sql);
    client.pragma(`user_version = ${version}`);
  }
  close();
} else {
  const office = openOffice({
    folder,
    rootKey,
    migrations,
    tickEveryMs: null,
    ports: { clock: Date.now, newId: () => 'none', log: () => undefined },
  });
  await office.close();
}
