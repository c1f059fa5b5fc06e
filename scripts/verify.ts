import { parseArgs } from 'node:util';
import { hostExitCode, secretsOfEnvironment } from '#electron/main/host-mode.ts';
import { languageOf } from '#shared/i18n/index.ts';
import { refusalText } from './office/refusal-text.ts';
import { headsOf, verifyFolder } from './verifying/verify-folder.ts';

const usage = `npm run verify -- --data DIR [--head NUMBER:HASH …]

Checks the event log of an office that is not open, from its first entry to its last, without changing anything: every hash,
every head that --head names (as it stands on a daily close, its first groups suffice), and that the tables hold what the
log says. On stdout there is one JSON object: verdict is whole, changed, cut or otherOffice.
  --data DIR          data folder of the program, the one that was given to npm start -- --data
  --head NUMBER:HASH  an entry that somebody remembers; may be given several times
An office that asks for a passphrase takes it from ZHIYE_PASSPHRASE, or a recovery code from ZHIYE_RECOVERY_CODE.
Ends with 0 when all is whole, 1 when it is not, 2 for a wrong command line, 3 when the program has the office open, 4 when
it can't be opened with what was given.`;

try {
  const { values } = parseArgs({
    args: process.argv.slice(2),
    options: { data: { type: 'string' }, head: { type: 'string', multiple: true, default: [] } },
  });
  const heads = headsOf(values.head);
  if (values.data === undefined || heads === undefined) throw new TypeError(usage);
  const found = await verifyFolder(values.data, secretsOfEnvironment(), heads);
  console.log(JSON.stringify(found));
  process.exitCode = found.verdict === 'whole' && found.tables.length === 0 ? 0 : 1;
} catch (error) {
  const refusal = refusalText(error, languageOf(process.env.LANG ?? 'en'));
  console.error(refusal.message);
  console.log(JSON.stringify(refusal));
  process.exitCode = error instanceof TypeError ? 2 : hostExitCode(error);
}
