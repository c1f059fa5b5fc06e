import type { Locator } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { canServePrinters, startCups, type TestCups } from '../support/cups.ts';
import { canReadPapers, textOfPaper } from '../support/paper-text.ts';
import { emptySheet, jpegSheets, jpegStack } from '../support/scanned.ts';
import {
  addressOf,
  askForClause,
  distributeOriginals,
  doWith,
  draftSupplement,
  signAgreement,
} from './pages/agreements.ts';
import { openChange, sendChange } from './pages/changes.ts';
import { answeredBy, answerTransfer, giveToBuyer, sendByBook, signForCopies, tellToCollect } from './pages/custody.ts';
import { approveOpen } from './pages/deals.ts';
import { demoAsksWhoComes, demoSeat } from './pages/entrance.ts';
import { backToRecord, issuePaper, printPaper, seePages } from './pages/papers.ts';
import { letFall } from './pages/scans.ts';
import { button, dialog, goTo, type Stage, say, wordsOf } from './pages/stage.ts';
import { type Launched, launch } from './support/launch.ts';

const words = wordsOf('zh-CN');
const { agreements, changes, custody, tasks, transfers } = words;
const clause = '出卖人应当在交付前三十日把交付时间书面通知买受人。';

describe.skipIf(!canServePrinters || !canReadPapers)('a signed contract of the demonstration', () => {
  let cups: TestCups;
  let run: Launched;
  let stage: Stage;

  beforeAll(async () => {
    cups = await startCups();
    run = await launch({ env: cups.environment, args: ['--demo', '--as=nobody'] });
    await demoAsksWhoComes(run.page);
    stage = { page: run.page, words, enter: demoSeat(run.page), scene: () => Promise.resolve() };
  }, 420_000);
  afterAll(async () => {
    await run.close();
    await cups.close();
  });
  afterEach(() => expect(run.consoleErrors()).toEqual([]));

  const row = (...texts: string[]) =>
    texts.reduce<Locator>((rows, hasText) => rows.filter({ hasText }), stage.page.getByRole('row')).first();
  const state = (word: string) => stage.page.getByText(word, { exact: true }).first();
  const todo = (sentence: string) => stage.page.getByRole('link').filter({ hasText: sentence });

  it('is changed by a supplementary agreement: asked for, agreed to, looked through, printed, signed by all', async () => {
    const { page, enter } = stage;
    await enter('backOffice');
    await goTo(stage, '/contracts/contracts');
    await row(words.contracts.states.signed).dblclick();
    await page.waitForURL(/contracts\/contracts\/\d+/);
    await button(page.getByRole('main'), agreements.askChange).click();
    await askForClause(stage, clause);
    const change = await sendChange(stage, '买受人希望早些知道交付时间');

    await enter('manager');
    await openChange(stage, change);
    await page.getByRole('link', { name: changes.openApproval }).click();
    await approveOpen(stage, '同意变更');

    await enter('backOffice');
    await openChange(stage, change);
    const number = await draftSupplement(stage);
    await doWith(stage, agreements.actions.submit);
    const address = await addressOf(stage);
    await enter('manager');
    await goTo(stage, address);
    await doWith(stage, agreements.actions.approve);

    await enter('backOffice');
    await goTo(stage, address);
    await issuePaper(stage, 'supplementAgreement');
    await printPaper(stage);
    const paper = textOfPaper(await cups.arrived(1)).replaceAll(/\s+/g, '');
    expect([number, clause, '不得倒签日期'].filter((one) => !paper.includes(one))).toEqual([]);
    await backToRecord(stage, 'agreements');
    await signAgreement(stage);
    await state(agreements.states.inForce).waitFor();

    // Its copies are handed on with the originals of the contract, which says from now on what the agreement says.
    await button(page, custody.atContract).click();
    await page.getByRole('link', { name: number }).waitFor();
    await distributeOriginals(stage, '田晓雨');
    await goTo(stage, address);
    const originals = page.getByRole('listitem').filter({ hasText: custody.papers.supplementAgreement });
    await originals.first().getByText(custody.places.buyer, { exact: true }).waitFor();
  }, 240_000);

  it('has its original collected by a buyer who signs on the screen, and papers pass to another department', async () => {
    const { page, enter } = stage;
    await enter('backOffice');
    await goTo(stage, '/contracts/changes');
    await row(changes.kinds.cancellation, changes.states.approved).dblclick();
    await page.getByRole('link', { name: /JC-\d{4}-\d+/ }).click();
    await page.waitForURL(/agreements\/\d+/);
    await button(page.getByRole('main'), agreements.openContract).click();
    await page.waitForURL(/contracts\/contracts\/\d+/);
    await tellToCollect(stage, '周三下午来取');
    await page.getByText('周三下午来取').waitFor();
    const copy = await giveToBuyer(stage);
    await signForCopies(stage);
    const given = page.getByRole('listitem').filter({ hasText: copy }).first();
    await given.getByText(custody.places.buyer, { exact: true }).waitFor();

    const onPaper = await sendByBook(stage, custody.places.warrants, '撤销备案申请书');
    await answerTransfer(stage, onPaper, '田晓雨');
    await answeredBy(stage, onPaper, '田晓雨').getByText(transfers.states.received, { exact: true }).waitFor();
    const inPerson = await sendByBook(stage, custody.places.warrants, '解除协议复印件');
    await enter('warrantOfficer');
    await answerTransfer(stage, inPerson);
    await answeredBy(stage, inPerson, '田晓雨').getByText(transfers.states.received, { exact: true }).waitFor();
  }, 240_000);

  it('is one of those whose papers are made, printed and found good together, and one comes back from the scanner', async () => {
    const { page, enter } = stage;
    const { documents, scans, parts } = words;
    await enter('backOffice');
    await goTo(stage, '/contracts/subscriptions');
    const deals = page.getByRole('row').filter({ hasText: /RG-/ });
    for (const nth of [0, 1]) await deals.nth(nth).getByLabel(parts.table.selectRow).check();
    await button(page, say(documents.batch.button_other, { count: 2 })).click();
    const drawer = dialog(page);
    await drawer.getByRole('combobox', { name: documents.batch.kind }).click();
    await page.getByRole('option', { name: documents.kinds.contactSheet, exact: true }).click();
    await button(drawer, say(documents.batch.begin_other, { count: 2 })).click();
    await drawer.getByText(say(documents.batch.sums, { done: 2, of: 2, made: 2, there: 0, failed: 0 })).waitFor();

    const before = cups.count();
    await drawer.getByRole('button', { name: /^打印 2 份单据/ }).click();
    const allGood = button(drawer, documents.batch.allGood);
    await allGood.waitFor({ timeout: 60_000 });
    const paper = await cups.arrived(before + 1);
    await cups.arrived(before + 2);
    // The queue may hold a job a moment longer than the printer has it: whoever is told so says it again.
    const said = async () => {
      if ((await allGood.isVisible()) && (await allGood.isEnabled())) await allGood.click();
      return allGood.isVisible();
    };
    await expect.poll(said, { timeout: 30_000, interval: 1000 }).toBe(false);
    expect(cups.count()).toBe(before + 2);
    expect(textOfPaper(paper)).toContain(documents.kinds.contactSheet);
    await button(drawer, documents.open).first().click();
    await seePages(stage);
    const printed = page.url();

    // The sheet of the printer goes through the scanner, with one on which nothing is to be read behind it.
    await goTo(stage, '/contracts/scans');
    const stack = await jpegStack([...jpegSheets(paper).slice(0, 1), emptySheet]);
    await letFall(stage, [{ name: '扫描.pdf', type: 'application/pdf', base64: stack }], page.getByRole('main'));
    const taken = page.getByRole('status').filter({ hasText: say(scans.doneTitle_other, { count: 2 }) });
    await taken.getByText(say(scans.doneWaiting_other, { count: 1 })).waitFor({ timeout: 60_000 });
    await taken.getByText(say(scans.done_other, { count: 1 })).waitFor();
    await goTo(stage, new URL(printed).hash.slice(1));
    await page.getByText(scans.setComplete, { exact: true }).waitFor();
  }, 240_000);

  it('is ended: all sign, whoever files hears of it, and with the filing its money is asked for', async () => {
    const { page, enter } = stage;
    await enter('backOffice');
    await goTo(stage, '/contracts/changes');
    await row(changes.kinds.cancellation, changes.states.approved).dblclick();
    await page.getByRole('link', { name: /JC-\d{4}-\d+/ }).click();
    await page.getByRole('table', { name: agreements.settlement.title }).getByText('20,000.00').first().waitFor();
    await signAgreement(stage);
    await state(agreements.states.inForce).waitFor();

    await enter('warrantOfficer');
    await goTo(stage, '/today');
    await todo(tasks.sentences.filingToCancel).click();
    await button(page.getByRole('main'), agreements.cancelFiling).click();
    await dialog(page).getByLabel(agreements.cancelNumber).fill('CX-20261127-01');
    await button(dialog(page), agreements.save).click();
    await dialog(page).waitFor({ state: 'hidden' });
    await goTo(stage, '/today');
    await todo(tasks.sentences.filingToCancel).waitFor({ state: 'detached' });

    await enter('director');
    await goTo(stage, '/today/approvals');
    await row(words.approvals.kinds.refund).waitFor();
  }, 240_000);
});
