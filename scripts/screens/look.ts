import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { v7 } from 'uuid';
import type { Post } from '#shared/domain/accounts/posts.ts';
import { demoAsksWhoComes, enterDemo, type Person, passwordSeat, peopleOf } from '#tests/e2e/pages/entrance.ts';
import { type Words, wordsOf } from '#tests/e2e/pages/stage.ts';
import { foundOffice, officeWindow, PASSWORD } from '#tests/e2e/support/found-office.ts';
import { type Launched, launch } from '#tests/e2e/support/launch.ts';
import type { FullClient } from '#tests/e2e/support/page-client.ts';
import { contactSheet } from './contact-sheet.ts';
import { findOverflows } from './overflow.ts';
import { type Finding, type Office, type Screen, type Variant, variantName } from './screen.ts';
import { pairPcs } from './second-pc.ts';
import { settle } from './settle.ts';

/** How long a step may take before it counts as failed: on a busy computer far longer than it takes by itself. */
const PATIENCE_MS = 30_000;

/** How long a picture may take: on a busy computer longer than a step. */
const PICTURE_MS = 60_000;

/** How many places of one violation are named. */
const SHOWN_NODES = 3;

/** What a run of the program is asked to show. */
export type LookOptions = {
  readonly out: string;
  readonly screens: readonly Screen[];
  readonly variants: readonly Variant[];
};

type Booth = {
  readonly run: Launched;
  /** The office through a window of its own; absent where there is no office. */
  readonly office: FullClient | undefined;
  readonly people: readonly Person[];
  /** Lets somebody of the office sit down at the window where nobody sits. */
  readonly enter?: (person: Person, words: Words) => Promise<void>;
  /** Lets somebody of the office ask through the other window. */
  readonly become?: (person: Person) => Promise<void>;
};

/** Opens every screen in every variant, writes the pictures and answers what is wrong on them. */
export async function lookAt({ out, screens, variants }: LookOptions): Promise<Finding[]> {
  mkdirSync(out, { recursive: true });
  const findings: Finding[] = [];
  const pictures = new Map<string, string[]>(variants.map((variant) => [variantName(variant), []]));
  let sheetMaker: Launched | undefined;
  for (const kind of ['none', 'new', 'terminal', 'demo'] as const) {
    const shown = screens.filter(({ office = 'demo' }) => office === kind);
    if (shown.length === 0) continue;
    await sheetMaker?.close();
    const booth = await openBooth(kind);
    sheetMaker = booth.run;
    for (const variant of variants) {
      await dress(booth, variant);
      for (const screen of shown) {
        const file = await shoot(booth, screen, variant, out, findings);
        pictures.get(variantName(variant))?.push(file);
      }
    }
  }
  if (sheetMaker === undefined) return findings;
  for (const [name, files] of pictures) await contactSheet(sheetMaker.app, out, name, files);
  await sheetMaker.close();
  return findings;
}

async function openBooth(kind: Office): Promise<Booth> {
  if (kind === 'terminal') return openTerminal();
  if (kind !== 'demo')
    return kind === 'new' ? await openNewOffice() : { run: await launch(), office: undefined, people: [] };
  // As somebody whom the demo office does not know, so that it asks who comes.
  const run = await launch({ args: ['--demo', '--as=nobody'] });
  await demoAsksWhoComes(run.page);
  run.page.setDefaultTimeout(PATIENCE_MS);
  const office = await officeWindow(run);
  const people = await peopleOf(office);
  return {
    run,
    office,
    people,
    enter: (person) => enterDemo(run.page, person),
    become: async ({ id }) => void (await office.session.enterDemo({ requestId: v7(), data: { accountId: id } })),
  };
}

/** An office that has people and nothing else. */
async function openNewOffice(): Promise<Booth> {
  const run = await launch();
  await foundOffice(run, ['manager', 'consultant', 'finance']);
  run.page.setDefaultTimeout(PATIENCE_MS);
  const office = await officeWindow(run);
  const logIn = (loginName: string) =>
    office.session.login({ requestId: v7(), data: { loginName, password: PASSWORD } });
  await logIn('administrator');
  const people = await office.accounts.list({});
  const enter: Booth['enter'] = ({ post }, words) => passwordSeat(run.page, words, PASSWORD)(post as Post);
  return { run, office, people, enter, become: async ({ post }) => void (await logIn(post.toLowerCase())) };
}

/** Two PCs: what is looked at is the terminal, what is asked is its host. */
async function openTerminal(): Promise<Booth> {
  const host = await openNewOffice();
  const run = await launch();
  const office = await pairPcs(host.run, run);
  run.page.setDefaultTimeout(PATIENCE_MS);
  const enter: Booth['enter'] = ({ post }, words) => passwordSeat(run.page, words, PASSWORD)(post as Post);
  const close = async () => {
    await run.close();
    await host.run.close();
  };
  const become: Booth['become'] = async ({ post }) => {
    const data = { loginName: post.toLowerCase(), password: PASSWORD };
    await office.session.login({ requestId: v7(), data });
  };
  return { run: { ...run, close }, office, people: host.people, enter, become };
}

/** Gives the window its size, and everybody the language and colours of the variant. */
async function dress(booth: Booth, { language, scheme, width, height }: Variant): Promise<void> {
  const { run, people } = booth;
  await speak(booth, language);
  await run.app.evaluate(
    ({ BrowserWindow }, size) => {
      for (const shown of BrowserWindow.getAllWindows()) shown.setContentSize(size.width, size.height);
    },
    { width, height },
  );
  await run.page.evaluate(
    ([ids, chosen]) => {
      for (const key of ['preferences', ...ids.map((id) => `preferences.${id}`)]) localStorage.setItem(key, chosen);
    },
    [people.map(({ id }) => id), JSON.stringify({ language, colorScheme: scheme })] as const,
  );
  await leave(run.page);
}

/** Everybody's language is the office's to know, and follows them to every computer: each says it for themselves. */
async function speak({ office, people, become }: Booth, language: Variant['language']): Promise<void> {
  const asker = people.find(({ post }) => post === 'manager') ?? people[0];
  // Whoever asks for the records behind the screens comes last and stays.
  for (const person of [...people, asker]) {
    if (office === undefined || person === undefined) continue;
    await become?.(person);
    await office.session.setLanguage({ requestId: v7(), data: { language } });
  }
}

/** Back to where nobody is logged in: a session lives as long as its page. */
async function leave(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '';
  });
  await page.reload({ timeout: PICTURE_MS });
  entered.delete(page);
}

const entered = new WeakMap<Page, string>();

async function shoot(
  { run, office, people, enter }: Booth,
  screen: Screen,
  variant: Variant,
  out: string,
  findings: Finding[],
): Promise<string> {
  const { page } = run;
  const name = variantName(variant);
  const file = `${screen.name}.${name}.png`;
  const report = (check: Finding['check'], text: string) =>
    findings.push({ screen: screen.name, variant: name, check, text });
  const failed = (error: unknown) => report('failed', error instanceof Error ? error.message : String(error));
  const errors: string[] = [];
  const hear = (message: { type: () => string; text: () => string }) => {
    if (message.type() === 'error') errors.push(message.text());
  };
  page.on('console', hear);
  const crash = (error: Error) => errors.push(String(error));
  page.on('pageerror', crash);
  try {
    if (screen.post !== undefined && entered.get(page) !== screen.post) {
      if (entered.has(page)) await leave(page);
      const person = people.find(({ post }) => post === screen.post);
      if (person === undefined) throw new Error(`Nobody in the office is ${screen.post}`);
      await enter?.(person, wordsOf(variant.language));
      entered.set(page, screen.post);
    }
    if (screen.path !== undefined) {
      await office?.session.touch({});
      const address = typeof screen.path === 'string' || office === undefined ? screen.path : await screen.path(office);
      await page.evaluate((to) => {
        location.hash = `#${String(to)}`;
      }, address);
    }
    if (!(await settle(page))) report('failed', 'The screen did not come to rest');
    if (screen.steps !== undefined) {
      await screen.steps(page, wordsOf(variant.language), office);
      await settle(page);
    }
    for (const text of await page.evaluate(findOverflows)) report('overflow', text);
    for (const text of await axeFindings(page)) report('axe', text);
  } catch (error) {
    failed(error);
  }
  await page.screenshot({ path: path.join(out, file), timeout: PICTURE_MS }).catch(failed);
  page.off('console', hear);
  page.off('pageerror', crash);
  for (const text of new Set(errors)) report('console', text);
  await screen.after?.(page, wordsOf(variant.language), office).catch(failed);
  // What a screen's steps opened would stand over the next one.
  if (screen.steps !== undefined) await leave(page).catch(failed);
  return file;
}

/** axe-core's WCAG A, AA and best-practice rules. In the page itself: Electron can open no further page for it. */
async function axeFindings(page: Page): Promise<string[]> {
  const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  if (passes.length === 0) throw new Error('axe looked at nothing');
  return violations.map(({ id, help, nodes }) => {
    const why = nodes[0]?.failureSummary?.split('\n').slice(1).join(' ').trim().replaceAll(/\s+/g, ' ') ?? help;
    const where = nodes.slice(0, SHOWN_NODES).map(({ target }) => target.join(' '));
    const further = nodes.length > SHOWN_NODES ? ` and ${nodes.length - SHOWN_NODES} more` : '';
    return `${id}: ${where.join(', ')}${further}: ${why.slice(0, 200)}`;
  });
}
