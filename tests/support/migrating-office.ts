import { openOffice } from '#electron/server/office.ts';

// A newer program opens an office of an older one, in a process of its own whose writes are recorded. Arguments: folder,
// root key (hex), migrations.
const [folder = '', rootKey = '', migrations = ''] = process.argv.slice(2);
const office = openOffice({
  folder,
  rootKey: Buffer.from(rootKey, 'hex'),
  migrations,
  tickEveryMs: null,
  ports: { clock: Date.now, newId: () => 'none', log: () => undefined },
});
await office.close();
