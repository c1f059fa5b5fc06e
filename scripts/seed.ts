import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { volumeSize } from '#db/seed/plan-office.ts';
import { officePaths } from '#electron/device/office-folder.ts';
import { officeGate } from '#electron/device/office-gate.ts';
import { lockOffice } from '#electron/device/office-lock.ts';
import { processIdentity } from '#electron/device/process-identity.ts';
import { type Seeded, seedOffice } from '#electron/server/seed/seed-office.ts';
import { DomainError } from '#shared/kernel/errors.ts';

// npm run seed -- --data DIR [--units N] [--customers N] [--years N] [--seed N]: a volume office of invented people in
// DIR, the same for the same seed and sizes. It has the key of a demonstration: npm start -- --data DIR opens it, and
// anybody may be any of its people. The last line is one JSON object.

const usage = 'npm run seed -- --data DIR [--units 5000] [--customers 20000] [--years 3] [--seed 1]';

function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at > 0 ? process.argv[at + 1] : undefined;
}

function whole(name: string, usual: number, most: number): number {
  const text = option(name) ?? String(usual);
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || value > most)
    throw new Error(`--${name} takes a whole number from 1 to ${most}. ${usage}`);
  return value;
}

/** Says how far it is, at most every two seconds. */
function progress(began: number): (done: number) => void {
  let told = began;
  return (done) => {
    // The first acts are the slow ones: new price lists and the passwords of the staff.
    if (performance.now() - told < 2000 || done < 0.01) return;
    told = performance.now();
    const left = ((told - began) * (1 - done)) / done / 1000;
    console.log(`· ${Math.floor(done * 100)} %, about ${Math.ceil(left)} s left`);
  };
}

async function seed(data: string): Promise<Seeded & { readonly seconds: number }> {
  const size = volumeSize({
    units: whole('units', 5000, 100_000),
    customers: whole('customers', 20_000, 1_000_000),
    years: whole('years', 3, 20),
  });
  const paths = officePaths(path.join(data, 'office'));
  // A generation that was interrupted left its page and no data.
  if (existsSync(paths.header) && !existsSync(paths.database)) rmSync(paths.header);
  const began = performance.now();
  let seeded: Seeded | undefined;
  const noKeychain = () => Promise.reject(new DomainError('OFFICE_KEY_WRONG'));
  const gate = officeGate({
    folder: paths.folder,
    keychain: { backend: 'none', available: () => Promise.resolve(false), seal: noKeychain, open: noKeychain },
    lock: (file) =>
      lockOffice(file, { pid: process.pid, host: hostname(), now: Date.now, token: randomUUID, processIdentity }),
    random: randomBytes,
    newOfficeId: randomUUID,
    now: Date.now,
    start: async ({ rootKey }) => {
      seeded = await seedOffice({
        folder: paths.folder,
        rootKey,
        migrations: path.resolve(import.meta.dirname, '../db/migrations'),
        seed: whole('seed', 1, 2 ** 31),
        now: Date.now(),
        size,
        log: (level, line) => console.log(`${level} ${line}`),
        onProgress: progress(began),
      });
    },
  });
  try {
    await gate.found({ demo: true });
    if (seeded === undefined) throw new Error('Nothing was made');
    return { ...seeded, seconds: Math.round((performance.now() - began) / 100) / 10 };
  } finally {
    gate.release();
  }
}

try {
  const data = option('data');
  if (data === undefined) throw new Error(usage);
  const folder = path.resolve(data);
  const made = await seed(folder);
  console.log(`Open it with: npm start -- --data ${folder}`);
  console.log(JSON.stringify(made));
} catch (error) {
  const codeOf = (thrown: unknown): unknown => Reflect.get(Object(thrown), 'code');
  const refused = codeOf(error) ?? (error instanceof Error ? error.message : String(error));
  // An act of the past that was refused names itself; why, its cause does.
  const cause = error instanceof Error ? error.cause : undefined;
  const why = cause === undefined ? {} : { cause: codeOf(cause), params: Reflect.get(Object(cause), 'params') };
  console.log(JSON.stringify({ refused, ...why }));
  process.exitCode = 1;
}
