import { parseArgs } from 'node:util';
import { secretsOfEnvironment } from '#electron/main/host-mode.ts';
import { importFile } from './importing/import-file.ts';
import { importProject } from './importing/import-project.ts';
import { refusalText } from './office/refusal-text.ts';

const usage = `npm run import -- FILE [--data DIR] [--commit] [--leave-out-faulty] [--not-filed] [--sheet N]
npm run import -- --project FILE … --data DIR [--commit]

Reads a price list (XLSX, XLS, CSV) as the window does and says what it holds; the last line is one JSON object.
  --commit            writes it into the office of --data; nothing is written without it
  --data DIR          data folder of the program, the one that was given to npm start -- --data
  --leave-out-faulty  writes the rows without errors; otherwise a list with errors is refused whole
  --not-filed         the prices are not the filed prices (备案价)
  --sheet N           number of the sheet, from 1; otherwise the one with most units
  --project           the files are the lists of a running project: customers, subscriptions, contracts, receipts, balances.
                      They are checked against the office of --data; --commit takes them over when there is no error and
                      the office's own totals on a sheet 核对 agree to the fen
An office that asks for a passphrase takes it from ZHIYE_PASSPHRASE, or a recovery code from ZHIYE_RECOVERY_CODE.`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      sheet: { type: 'string' },
      commit: { type: 'boolean', default: false },
      'leave-out-faulty': { type: 'boolean', default: false },
      'not-filed': { type: 'boolean', default: false },
      project: { type: 'boolean', default: false },
    },
  });
  const [file] = positionals;
  if (file === undefined || (positionals.length > 1 && !values.project)) throw new Error(usage);
  const secrets = secretsOfEnvironment();
  const { data, commit } = values;
  const told = values.project
    ? await importProject({ files: positionals, data, commit, ...secrets })
    : await importFile({
        file,
        data,
        commit,
        sheet: sheetOf(values.sheet),
        leaveOutFaulty: values['leave-out-faulty'],
        alsoFiled: !values['not-filed'],
        ...secrets,
      });
  if (!told.committed) console.error('Nothing was written. --commit --data DIR writes it.');
  console.log(JSON.stringify(told));
} catch (error) {
  const refusal = refusalText(error);
  console.error(refusal.message);
  console.log(JSON.stringify(refusal));
  process.exitCode = 1;
}

function sheetOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new Error('--sheet takes the number of a sheet, from 1');
  return Number(text) - 1;
}
