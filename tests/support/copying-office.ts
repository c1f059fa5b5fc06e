import { writeSync } from 'node:fs';
import { type BackupOrder, backUpOffice } from '#db/back-up-office.ts';

// A process that makes one backup of an office which another one works in; to be killed, or to have its calls fail.
// Argument: the order as JSON, the key in hexadecimal. Says the code of what it was refused with, or `made`.
const { fileKey, ...order } = JSON.parse(process.argv[2] ?? '') as Omit<BackupOrder, 'fileKey'> & { fileKey: string };
try {
  const whole = { ...order, fileKey: Buffer.from(fileKey, 'hex'), stop: new SharedArrayBuffer(4) } as BackupOrder;
  await backUpOffice(whole, () => undefined);
  writeSync(1, 'made\n');
} catch (error) {
  writeSync(1, `${String(Reflect.get(Object(error), 'code'))}\n`);
}
