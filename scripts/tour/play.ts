import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dayOf } from '#shared/kernel/local-date.ts';
import type { Numbers, Sale } from '#tests/e2e/pages/agreed.ts';
import { demoAsksWhoComes, demoSeat } from '#tests/e2e/pages/entrance.ts';
import { printPaper, savePaper } from '#tests/e2e/pages/papers.ts';
import type { OnPaper } from '#tests/e2e/pages/printed-papers.ts';
import { sellHome } from '#tests/e2e/pages/selling-a-home.ts';
import { type Stage, wordsOf } from '#tests/e2e/pages/stage.ts';
import { takeOverBooks } from '#tests/e2e/pages/taking-over.ts';
import { launch } from '#tests/e2e/support/launch.ts';
import { canServePrinters, startCups } from '#tests/support/cups.ts';
import { canReadPapers, textOfPaper } from '#tests/support/paper-text.ts';
import { tourHome } from './price-list.ts';
import { tourBooks } from './running-project.ts';

/** What the tour leaves. */
export type Played = {
  readonly numbers: Numbers;
  readonly files: readonly string[];
  /** The papers went through a print server; else they were saved. */
  readonly printed: boolean;
  /** The papers were read and compared with what was agreed. */
  readonly read: boolean;
};

/** How long a picture stands, so that somebody who watches can follow. */
const LOOK_MS = 400;

/** Plays the main line in the demo office's window, takes over a small running project, and leaves a picture of each scene and the printed papers. */
export async function playTour(out: string, language: 'zh-CN' | 'en'): Promise<Played> {
  const cups = canServePrinters ? await startCups() : undefined;
  const run = await launch({ args: ['--demo', '--as=nobody'], language, ...(cups && { env: cups.environment }) });
  const files: string[] = [];
  try {
    await demoAsksWhoComes(run.page);
    const scene = async (name: string): Promise<void> => {
      const file = `${String(files.length + 1).padStart(2, '0')}-${name}.png`;
      await run.page.waitForTimeout(LOOK_MS);
      await run.page.screenshot({ path: path.join(out, file) });
      files.push(file);
      console.log(`  ${file}`);
    };
    const stage: Stage = { page: run.page, words: wordsOf(language), enter: demoSeat(run.page), scene };
    const sale = saleOf(out);
    let printed = 0;
    const onPaper: OnPaper = async (paper) => {
      const name = `${paper}.pdf`;
      const target = path.join(out, name);
      if (cups === undefined) await savePaper(stage, run.app, target);
      else {
        await printPaper(stage);
        await stage.scene(`${paper}-printed`);
        printed += 1;
        writeFileSync(target, await cups.arrived(printed));
      }
      files.push(name);
      return canReadPapers ? textOfPaper(readFileSync(target)) : undefined;
    };
    const numbers = await sellHome({ stage, sale, onPaper });
    await stage.enter('backOffice');
    await takeOverBooks(stage, await tourBooks(sale.building));
    return {
      numbers,
      files: files.filter((file) => existsSync(path.join(out, file))),
      printed: cups !== undefined,
      read: canReadPapers,
    };
  } finally {
    await run.close();
    await cups?.close();
  }
}

function saleOf(folder: string): Sale {
  const address = '重庆市渝中区临江路 88 号';
  return {
    ...tourHome(folder),
    permit: '渝住建委（2026）预字第0618号',
    publishedOn: dayOf(Date.now()),
    deliveryOn: '2028-06-30',
    visitor: { name: '欧阳静怡', phone: '10061802618' },
    purchase: {
      buyers: [
        { name: '欧阳静怡', phone: '10061802618', identityNumber: '999999199003074523', address },
        { name: '诸葛承远', phone: '10061802619', identityNumber: '99999919880512361X', address },
      ],
      planPercent: '1',
      furtherPercent: '1',
      reason: '老业主推荐，一周内付清首期款。',
      deposit: '50000',
    },
    references: { deposit: '20261125-0618', firstPayment: '20261125-0619' },
    cityNumber: '渝网签2026-0618001',
  };
}
