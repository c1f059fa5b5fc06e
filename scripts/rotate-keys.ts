import { createInterface } from 'node:readline/promises';
import { hostExitCode, hostExitCodes, secretsOfEnvironment } from '#electron/main/host-mode.ts';
import { languageOf } from '#shared/i18n/index.ts';
import { UsageError } from './host/arguments.ts';
import { parseRotateArguments } from './keys/arguments.ts';
import { rotateHeadless } from './keys/run-rotate.ts';
import { refusalText } from './office/refusal-text.ts';

// npm run rotate-keys -- --data DIR --backups DIR --reason TEXT: a new key for an office, without a window.
const began = performance.now();
const lines = createInterface({ input: process.stdin, terminal: false });
try {
  const asked = parseRotateArguments(process.argv.slice(2));
  const figures = await rotateHeadless(asked, {
    secrets: secretsOfEnvironment(),
    newPassphrase: process.env.ZHIYE_NEW_PASSPHRASE,
    readBack: async (code) => {
      console.error(
        `The new recovery code: ${code}\nWrite it down and type it back. The old one opens the backups made before.`,
      );
      for await (const line of lines) return line;
      return '';
    },
    tell: ({ step, percent }) => console.error(`${step} ${percent} %`),
  });
  const seconds = Number(((performance.now() - began) / 1000).toFixed(1));
  console.log(JSON.stringify({ changed: true, ...figures, seconds }));
} catch (error) {
  const refusal = refusalText(error, languageOf(process.env.LANG ?? 'en'));
  console.error(refusal.message);
  console.log(JSON.stringify(refusal));
  process.exitCode = error instanceof UsageError ? hostExitCodes.usage : hostExitCode(error);
} finally {
  lines.close();
}
