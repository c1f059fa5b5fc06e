import { hostExitCode, hostExitCodes, secretsOfEnvironment } from '#electron/main/host-mode.ts';
import { languageOf } from '#shared/i18n/index.ts';
import { UsageError } from './host/arguments.ts';
import { refusalText } from './office/refusal-text.ts';
import { parseRestoreArguments } from './restore/arguments.ts';
import { restoreHeadless } from './restore/run-restore.ts';

// npm run restore -- --from DIR --data DIR: an office from its backups, without a window. One JSON object a line on stdout.
const began = performance.now();
try {
  const asked = parseRestoreArguments(process.argv.slice(2));
  const { found, aside } = await restoreHeadless(asked, secretsOfEnvironment(), (progress) =>
    console.error(`${progress.step} ${progress.percent} %`),
  );
  console.log(JSON.stringify({ found }));
  if (aside === undefined) console.error('Nothing was changed: add --replace to put it in the place of the office.');
  else {
    if (aside !== null) console.error(`What was here before is kept in ${aside}`);
    const seconds = Number(((performance.now() - began) / 1000).toFixed(1));
    console.log(JSON.stringify({ restored: true, stamp: found.stamp, aside, seconds }));
  }
} catch (error) {
  const refusal = refusalText(error, languageOf(process.env.LANG ?? 'en'));
  console.error(refusal.message);
  console.log(JSON.stringify(refusal));
  process.exitCode = error instanceof UsageError ? hostExitCodes.usage : hostExitCode(error);
}
