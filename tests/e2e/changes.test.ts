import type { Locator } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '#shared/kernel/local-date.ts';
import { buildBuyer, plainTerms, approve as review, subscribeOn, takeDeposit } from '#tests/support/deal-builders.ts';
import { canServePrinters, startCups, type TestCups } from '../support/cups.ts';
import { canReadPapers, textOfPaper } from '../support/paper-text.ts';
import {
  askForChange,
  carryOut,
  chooseOtherHome,
  openChange,
  payRefund,
  sendChange,
  takeBackPaper,
} from './pages/changes.ts';
import { approve, openSubscription } from './pages/deals.ts';
import { pinSeat } from './pages/entrance.ts';
import { issuePaper, printPaper, seePages } from './pages/papers.ts';
import { cellOf, showBuilding } from './pages/sales-control.ts';
import { button, type Stage, say, wordsOf } from './pages/stage.ts';
import { foundOffice } from './support/found-office.ts';
import { furnishersOf, openForSale } from './support/furnish.ts';
import { type Launched, launch } from './support/launch.ts';

const words = wordsOf('zh-CN');
const { changes, documents, exits, payments, subscriptions } = words;
const decidedByManager = say(changes.make.decidedBy, { post: words.labels.posts.manager });
const tooMuchKept = /最多可没收/;
const exchanged = words.labels.receiptStates.exchanged;
const signBy = addDays(dayOf(Date.now()), 7);
const building = '8栋';
/** The home of who moves and the dearer one to which they move, and the home of who gives it back. */
const homes = { '101': 1_000_000, '102': 1_000_000, '202': 1_100_000 };
const mover = '上官婉清';
const leaver = '司徒明远';
const PIN = '258036';

describe.skipIf(!canServePrinters || !canReadPapers)('a deal whose deposit is complete', () => {
  let cups: TestCups;
  let run: Launched;
  let stage: Stage;
  let board: Stage;
  const numbers = new Map<string, string>();

  beforeAll(async () => {
    cups = await startCups();
    run = await launch({ env: cups.environment });
    await foundOffice(run, ['manager', 'consultant', 'backOffice', 'finance'], PIN);
    const people = await furnishersOf(run, ['manager', 'consultant', 'backOffice']);
    const units = await openForSale(people.as('manager'), { building, homes });
    const consultant = people.as('consultant');
    for (const [name, room] of [
      [mover, '101'],
      [leaver, '102'],
    ] as const) {
      const buyer = await buildBuyer(consultant, name);
      const deal = await subscribeOn(consultant, plainTerms(units.get(room) ?? 0, signBy), buyer);
      // The office has no supervisor: the manager reviews in their place.
      await review({ as: (post) => people.as(post === 'supervisor' ? 'manager' : post) }, deal.approvalId);
      await takeDeposit(people, deal.subscriptionId, buyer);
      numbers.set(name, deal.number);
    }
    await people.leave();
    await run.page.reload();
    const scene = () => Promise.resolve();
    stage = { page: run.page, words, enter: pinSeat(run.page, words, PIN), scene };
    const page = await run.newWindow();
    board = { page, words, enter: pinSeat(page, words, PIN), scene };
    await board.enter('manager');
    await showBuilding(board, building);
  }, 180_000);
  afterAll(async () => {
    await run.close();
    await cups.close();
  });
  afterEach(() => expect(run.consoleErrors()).toEqual([]));

  const home = (room: keyof typeof homes, state: string) =>
    cellOf(board.page, Number(room[0]), room).and(board.page.locator(`[data-shown=${state}]`));
  const deal = (name: string) => numbers.get(name) ?? '';

  /** Those of some words that a part of a window does not show. */
  const missing = async (part: Locator, shown: readonly string[]) => {
    const text = (await part.innerText()).replaceAll(/\s+/g, '');
    return shown.filter((one) => !text.includes(one));
  };

  it('goes over to another home with what is paid, once its old book is back', async () => {
    const { page, enter } = stage;
    await enter('backOffice');
    await openSubscription(stage, deal(mover));
    await issuePaper(stage, 'subscriptionBook');
    await printPaper(stage);
    expect(textOfPaper(await cups.arrived(1))).toContain('1,000,000.00');

    await enter('consultant');
    await openSubscription(stage, deal(mover));
    const simulation = await askForChange(stage, 'unitChange');
    await chooseOtherHome(stage, '8-1-202');
    await simulation.getByText(decidedByManager).waitFor();
    const { received, toPay } = changes.cashNames;
    const reckoned = ['1,000,000.00', '1,100,000.00', `${received}50,000.00`, `${toPay}100,000.00`, signBy, '4份在外'];
    expect(await missing(simulation, reckoned)).toEqual([]);
    const change = await sendChange(stage, '家里老人要住，换到二楼');

    await enter('manager');
    await approve(stage, mover, '同意换房');
    await enter('backOffice');
    await openChange(stage, change);
    // Until the old book is back, the deal stays where it is, and the other home is kept for it.
    await button(page, changes.execute).and(page.locator('[aria-disabled=true], :disabled')).waitFor();
    await home('101', 'subscribed').waitFor();
    await home('202', 'held').waitFor();
    await takeBackPaper(stage, change, 4);
    await carryOut(stage);
    await home('101', 'available').waitFor();
    await home('202', 'subscribed').waitFor();

    await openSubscription(stage, deal(mover));
    await page.getByText(/^8-1-202 · /).waitFor();
    await page.getByText(documents.states.voided, { exact: true }).waitFor();
    const receipts = page.getByRole('table').filter({ hasText: payments.receivedAt });
    expect(await missing(receipts, ['SJ-', exchanged, '50,000.00'])).toEqual([]);
    await issuePaper(stage, 'subscriptionBook');
    await printPaper(stage);
    const book = textOfPaper(await cups.arrived(2)).replaceAll(/\s+/g, '');
    const agreed = ['8栋1单元202室', '¥1,100,000.00', '壹佰壹拾万元整', '尾款', '1,050,000.00'];
    expect(agreed.filter((one) => !book.includes(one))).toEqual([]);
  }, 120_000);

  it('ends with a part kept and the rest paid back, and its home is on sale again', async () => {
    const { page, enter } = stage;
    const reason = '工作调动，不再购房';
    await enter('backOffice');
    await openSubscription(stage, deal(leaver));
    await page.getByRole('button', { name: new RegExp(say(payments.paperOf, { number: '.+' })) }).click();
    await seePages(stage);
    await printPaper(stage);

    await enter('consultant');
    await openSubscription(stage, deal(leaver));
    const simulation = await askForChange(stage, 'cancellation');
    await page.getByRole('radio', { name: exits.causes.buyer }).click();
    // More than the deposit cannot be kept, and nothing is sent.
    await page.getByLabel(exits.keep).fill('50000.01');
    await simulation.getByText(tooMuchKept).waitFor();
    await page.getByLabel(exits.keep).fill('10000');
    await simulation.getByText(decidedByManager).waitFor();
    const { received, toReturn, kept } = changes.cashNames;
    const reckoned = [`${received}50,000.00`, `${toReturn}40,000.00`, `${kept}10,000.00`, '1份在外'];
    expect(await missing(simulation, reckoned)).toEqual([]);
    const change = await sendChange(stage, reason);

    await enter('manager');
    await approve(stage, leaver, '同意退房');
    await enter('finance');
    await payRefund(stage, { payee: leaver, amount: '40,000.00', reference: '0618-0009' });
    await home('102', 'subscribed').waitFor();

    await enter('backOffice');
    await openChange(stage, change);
    await takeBackPaper(stage, change, 1);
    await carryOut(stage);
    await home('102', 'available').waitFor();
    await openSubscription(stage, deal(leaver));
    await page.getByText(say(subscriptions.ended.cancelled, { reason })).waitFor();
    const held = say(payments.heldLine, {
      ...{ heldFen: '0.00', backFen: '40,000.00', keptFen: '10,000.00', promisedFen: '0.00' },
    });
    await page.getByText(held).waitFor();
  }, 120_000);
});
