import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dayOf } from '#shared/kernel/local-date.ts';
import { printPaper, savePaper } from '#tests/e2e/pages/deals.ts';
import { demoAsksWhoComes, demoSeat } from '#tests/e2e/pages/entrance.ts';
import { type OnPaper, type Sale, sellHome } from '#tests/e2e/pages/selling-a-home.ts';
import { type Stage, wordsOf } from '#tests/e2e/pages/stage.ts';
import { launch } from '#tests/e2e/support/launch.ts';
import { canServePrinters, startCups, type TestCups } from '#tests/support/cups.ts';
import { TOUR_BUILDING, writePriceList } from './price-list.ts';

/** What the tour leaves. */
export type Played = { readonly number: string; readonly files: readonly string[]; readonly printed: boolean };

type Kind = Parameters<OnPaper>[0];

/** The order in which they are printed. */
const order: readonly Kind[] = ['depositReceipt', 'subscriptionBook'];

/** How long a picture stands, so that somebody who watches can follow. */
const LOOK_MS = 400;

/** Plays the main job in the demo office's window and leaves a picture of each scene and the printed papers. */
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
    const onPaper: OnPaper = async (kind) => {
      const name = `${kind}.pdf`;
      const target = path.join(out, name);
      if (cups === undefined) await savePaper(stage, run.app, target);
      else await printInto(target, stage, cups, kind);
      files.push(name);
    };
    const number = await sellHome(stage, saleOf(writePriceList(out)), onPaper);
    return { number, files: files.filter((file) => existsSync(path.join(out, file))), printed: cups !== undefined };
  } finally {
    await run.close();
    await cups?.close();
  }
}

/** Prints a paper and keeps what reached the printer. */
async function printInto(target: string, stage: Stage, cups: TestCups, kind: Kind): Promise<void> {
  await printPaper(stage);
  await stage.scene(`${kind}-printed`);
  writeFileSync(target, await cups.arrived(order.indexOf(kind) + 1));
}

function saleOf(list: string): Sale {
  return {
    list,
    building: TOUR_BUILDING,
    floor: 16,
    room: '1602',
    unit: '6-1-1602',
    permit: '渝住建委（2026）预字第0618号',
    publishedOn: dayOf(Date.now()),
    visitor: { name: '欧阳静怡', phone: '10061802618' },
    purchase: {
      buyer: { name: '欧阳静怡', identityNumber: '999999199003074523', address: '重庆市渝中区临江路88号' },
      discountPercent: '2',
      reason: '老业主推荐，一周内付清首期款。',
      deposit: '50000',
    },
    reference: '20261125-0618',
  };
}
