import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

// The keys of an office are changed in a process of its own, which is killed before its n-th change on the disk. Arguments:
// data folder, place of the backups, n (0: never). Tells how many changes there were.
const [data = '', backups = '', at = '0'] = process.argv.slice(2);
const killAt = Number(at);
let done = 0;

/** Every call by which the program changes a name or writes a byte, SQLite's own apart. */
const changing = [
  'renameSync',
  'writeSync',
  'writeFileSync',
  'mkdirSync',
  'rmSync',
  'copyFileSync',
  'fsyncSync',
] as const;
const counting: Record<string, unknown> = {};
for (const name of changing) {
  const original = fs[name] as (...args: unknown[]) => unknown;
  counting[name] = (...args: unknown[]) => {
    done += 1;
    if (done === killAt) process.kill(process.pid, 'SIGKILL');
    return original(...args);
  };
}
Object.assign(fs, counting);
syncBuiltinESMExports();

const { rotateHeadless } = await import('#scripts/keys/run-rotate.ts');
const steps: Record<string, number> = {};
const figures = await rotateHeadless(
  { data, backups, reason: '有人离职' },
  {
    secrets: { passphrase: undefined, recoveryCode: process.env['ZHIYE_RECOVERY_CODE'] },
    newPassphrase: undefined,
    readBack: (code) => {
      // What was printed is on the paper, whatever happens from here on.
      fs.appendFileSync(process.env['ZHIYE_PAPER'] ?? '', code);
      return Promise.resolve(code.toLowerCase().replaceAll('-', ' '));
    },
    tell: ({ step }) => {
      steps[step] ??= done;
    },
  },
);
console.log(JSON.stringify({ ...figures, done, steps }));
