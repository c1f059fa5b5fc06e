import type { Locator, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { drawScan } from '#electron/server/seed/draw-scan.ts';
import { addDays, dayOf } from '#shared/kernel/local-date.ts';
import { cityPdf } from '#tests/support/city-pdf.ts';
import { buildBuyer, plainTerms, approve as review, subscribeOn, takeDeposit } from '#tests/support/deal-builders.ts';
import { draftContract, openContract } from './pages/contracts.ts';
import { openSubscription } from './pages/deals.ts';
import { pinSeat } from './pages/entrance.ts';
import { letFall, removeScan, scanPlace } from './pages/scans.ts';
import { button, dialog, goTo, type Stage, say, wordsOf } from './pages/stage.ts';
import { foundOffice } from './support/found-office.ts';
import { furnishersOf, openForSale } from './support/furnish.ts';
import { type Launched, launch } from './support/launch.ts';

const words = wordsOf('zh-CN');
const { templates, contracts } = words;
const homes = { '101': 1_000_000, '102': 1_000_000 };
const PIN = '258036';
const name = '2027 年版';
const said = '契税由买受人按规定缴纳。';
const note = '签订本合同前，出卖人应当向买受人出示商品房预售许可证和其他证件的原件。';
const annex = '关于采光和遮挡的说明';
const chapter = '商品房价款和付款';
const identityCard = drawScan('identity', 1).toString('base64');
const household = Buffer.from(cityPdf('户口簿')).toString('base64');
const meaning = '出卖人为展示交付标准而装修的房屋。';

describe('the text of a contract that an office words itself, and the scans of such a contract', () => {
  let run: Launched;
  let stage: Stage;
  const deals: string[] = [];
  let earlier = '';
  beforeAll(async () => {
    run = await launch();
    await foundOffice(run, ['manager', 'consultant', 'backOffice'], PIN);
    const people = await furnishersOf(run, ['manager', 'consultant', 'backOffice']);
    const units = await openForSale(people.as('manager'), { building: '8栋', homes });
    const consultant = people.as('consultant');
    for (const [buyerName, room] of [
      ['上官婉清', '101'],
      ['司徒明远', '102'],
    ] as const) {
      const buyer = await buildBuyer(consultant, buyerName);
      const terms = plainTerms(units.get(room) ?? 0, addDays(dayOf(Date.now()), 7));
      const deal = await subscribeOn(consultant, terms, buyer);
      // The office has no supervisor: the manager reviews in their place.
      await review({ as: (post) => people.as(post === 'supervisor' ? 'manager' : post) }, deal.approvalId);
      await takeDeposit(people, deal.subscriptionId, buyer);
      deals.push(deal.number);
    }
    await people.leave();
    await run.page.reload();
    const { page } = run;
    stage = { page, words, enter: pinSeat(page, words, PIN), scene: () => Promise.resolve() };
  }, 180_000);
  afterAll(() => run.close());
  afterEach(() => expect(run.consoleErrors()).toEqual([]));

  const ofHomes = () =>
    stage.page
      .getByRole('region', { name: templates.forms.presaleHome })
      .or(stage.page.locator('section').filter({ hasText: templates.forms.presaleHome }))
      .first();
  const turnTo = (title: string) =>
    stage.page.getByRole('navigation', { name: templates.outline }).getByTitle(title, { exact: true }).click();
  /** A part of the comparison, by what its heading begins with. */
  const compared = (within: Page | Locator, heading: string) =>
    within
      .locator('section')
      .filter({ has: stage.page.getByRole('heading', { name: heading }) })
      .last();
  const openText = async () => {
    await goTo(stage, '/contracts/templates');
    const line = ofHomes().getByRole('listitem').filter({ hasText: name });
    await button(line, templates.open).click();
  };

  it('is written by the back office, its notes, words and titles too, kept while one types unless the law forbids it, compared, and approved by a manager', async () => {
    const { page, enter } = stage;
    await enter('consultant');
    await openSubscription(stage, deals[0] ?? '');
    earlier = await draftContract(stage);

    await enter('backOffice');
    await goTo(stage, '/contracts/templates');
    await button(ofHomes(), templates.copy).first().click();
    await dialog(page).getByRole('textbox', { name: templates.name }).fill(name);
    await button(dialog(page), templates.create).click();
    await page.getByRole('navigation', { name: templates.outline }).getByTitle('税费', { exact: false }).click();
    await button(page, templates.addParagraph).last().click();
    const paragraph = page.getByRole('textbox', { name: templates.paragraph }).last();
    await paragraph.fill(said);
    await page.getByText(templates.saved, { exact: true }).waitFor();

    await turnTo(templates.parts.notes);
    await page.getByRole('textbox', { name: say(templates.note, { number: 2 }), exact: true }).fill(note);
    await turnTo(templates.parts.annexes);
    const title = say(templates.annexTitle, { annex: say(templates.annexNo, { number: 10 }) });
    await page.getByRole('textbox', { name: title, exact: true }).fill(annex);
    await page.getByText(templates.saved, { exact: true }).waitFor();

    await turnTo('买受人信息保护');
    await page.getByRole('textbox', { name: templates.paragraph }).first().fill('出卖人可以公开买受人的个人信息。');
    await page.getByText(templates.notSaved, { exact: true }).waitFor();
    const [weakened = ''] = templates.problems.clauseWeakened.split('[[');
    await page.getByRole('complementary', { name: templates.findings }).getByText(weakened).first().waitFor();
    await button(page, `${templates.undo} Ctrl+Z`).click();
    await page.getByText(templates.saved, { exact: true }).waitFor();

    await turnTo(templates.parts.glossary);
    await page.getByText(templates.partHints.glossary).waitFor();
    const meanings = page.getByRole('region', { name: templates.parts.glossary });
    expect(await meanings.getByRole('textbox').count()).toBe(0);
    await button(meanings, templates.addWord).click();
    await meanings.getByRole('textbox', { name: templates.word, exact: true }).fill('样板间');
    await meanings.getByRole('textbox', { name: templates.meaning, exact: true }).fill(meaning);
    await turnTo(templates.parts.chapters);
    const chapterOf = say(templates.chapterTitle, { chapter: say(templates.chapter, { number: 3 }) });
    // A blank at the end is typed on the way to the next word, and is no part of the title.
    await page.getByRole('textbox', { name: chapterOf, exact: true }).fill(`${chapter} `);
    await page.getByText(templates.saved, { exact: true }).waitFor();

    await page.getByText(templates.compare, { exact: true }).click();
    await page.getByText(say(templates.compareCount_other, { count: 5 })).waitFor();
    await compared(page, templates.parts.notes).locator('ins', { hasText: '证件' }).waitFor();
    await compared(page, templates.parts.glossary).locator('ins', { hasText: meaning }).waitFor();
    await compared(page, templates.parts.chapters).locator('ins', { hasText: '付款' }).waitFor();
    await compared(page, templates.parts.annexes).locator('ins', { hasText: '采光' }).waitFor();
    await button(page, templates.submit).click();
    await page.getByText(templates.states.inApproval, { exact: true }).first().waitFor();

    await enter('manager');
    await openText();
    await button(page.getByRole('main'), templates.approve).click();
    await button(dialog(page), templates.approve).click();
    await page.getByText(templates.inForce, { exact: true }).first().waitFor();
  });

  it('is that of the next contract, while the earlier one keeps its own until it is taken over', async () => {
    const { page, enter } = stage;
    await enter('consultant');
    await openSubscription(stage, deals[1] ?? '');
    await draftContract(stage);
    await page.getByText(name).first().waitFor();
    expect(await button(page, contracts.text.look).count()).toBe(0);

    await openContract(stage, earlier);
    await button(page, contracts.text.look).click();
    const drawer = dialog(page);
    await drawer.locator('ins', { hasText: said }).waitFor();
    expect(await compared(drawer, '税费').locator('del').count()).toBe(0);
    await compared(drawer, templates.parts.annexes).locator('ins', { hasText: '采光' }).waitFor();
    await button(drawer, contracts.text.take).click();
    await drawer.waitFor({ state: 'hidden' });
    await button(page, contracts.text.look).waitFor({ state: 'detached' });
    await page.getByText(name).first().waitFor();
  });

  it('come to it from the line of what lacks, are turned through with the arrow keys, and come back when they were taken off', async () => {
    const { page, words } = stage;
    const { attachments, contracts, parts } = words;
    const panel = page.getByRole('complementary', { name: contracts.review });
    const nameOf = (kind: 'identity' | 'household', ending: string) => `${attachments.kinds[kind]}.${ending}`;
    const lacking = button(panel, say(attachments.addOne, { kind: attachments.kinds.identity }));
    await lacking.click();
    const choose = button(scanPlace(stage), parts.files.choose);
    await expect.poll(() => choose.evaluate((one) => one === document.activeElement)).toBe(true);
    const kind = panel.getByRole('combobox', { name: attachments.kind });
    expect(await kind.inputValue()).toBe(attachments.kinds.identity);
    await letFall(stage, [{ name: '上官婉清.png', type: 'image/png', base64: identityCard }]);
    const card = nameOf('identity', 'png');
    const picture = button(panel, say(attachments.open, { name: card })).getByRole('presentation');
    await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(100);
    await lacking.waitFor({ state: 'detached' });

    await kind.click();
    await page.getByRole('option', { name: attachments.kinds.household, exact: true }).click();
    await letFall(stage, [{ name: '户口簿.pdf', type: 'application/pdf', base64: household }]);
    const book = nameOf('household', 'pdf');
    await button(panel, say(attachments.open, { name: book }))
      .locator('canvas')
      .waitFor();

    await kind.click();
    await page.screenshot({ path: '/tmp/shots-texts/a2.png' });
    await button(panel, card).click();
    const at = (place: number) =>
      panel.getByText(say(attachments.place, { number: place, of: 2 }), { exact: true }).waitFor();
    await at(1);
    await page.keyboard.press('ArrowRight');
    await at(2);
    await panel.locator('canvas').waitFor();
    await page.keyboard.press('ArrowLeft');
    await at(1);
    await page.keyboard.press('Escape');

    await removeScan(stage, say(attachments.removeLabel, { name: card }), '扫描不清楚');
    await lacking.waitFor();
    await button(panel, say(attachments.removedFiles_other, { count: 1 })).click();
    await panel.getByText('扫描不清楚').waitFor();
    await panel.getByText('扫描不清楚').scrollIntoViewIfNeeded();
    await button(page, attachments.undo).click();
    await button(panel, card).waitFor();
    await lacking.waitFor({ state: 'detached' });
    expect(await panel.getByText('扫描不清楚').count()).toBe(0);
  });
});
