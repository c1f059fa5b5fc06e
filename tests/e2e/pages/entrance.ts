import type { Locator, Page } from '@playwright/test';
import type { Post } from '#shared/domain/accounts/posts.ts';
import { chinese, english } from '#shared/i18n/index.ts';
import type { FullClient } from '../support/page-client.ts';
import { button, type Words } from './stage.ts';

/** Somebody of the demo office. */
export type Person = { readonly id: number; readonly name: string; readonly post: string };

/** The people of the demo office, asked through a connection on which nobody is logged in. */
export async function peopleOf(office: FullClient): Promise<readonly Person[]> {
  const session = await office.session.current({});
  if (session.state !== 'login')
    throw new Error(`The demo office cannot be entered: it is in the state ${session.state}`);
  return session.names;
}

/** How long the demo office may take to be furnished. */
const FURNISHING_MS = 120_000;

/** Waits until the demo office is furnished and asks who comes. */
export async function demoAsksWhoComes(page: Page): Promise<void> {
  await page.locator('button:has(b)').first().waitFor({ timeout: FURNISHING_MS });
}

/** Becomes somebody of the demo office, on a page that asks who comes. */
export async function enterDemo(page: Page, person: Person): Promise<void> {
  await page
    .locator('button', { has: page.locator(`b:text-is("${person.name}")`) })
    .first()
    .click();
  await page.getByRole('banner').waitFor();
}

/** A name in the list of those who may sit down, by the post that stands below it. */
function inTheList(page: Page, post: Post): Locator {
  const names = new RegExp(`(${chinese.labels.posts[post]}|${english.labels.posts[post]})$`);
  return page.getByRole('button', { name: names }).first();
}

/** Lets whoever sits at the window leave it, and the first of a post sit down. */
export function demoSeat(page: Page): (post: Post) => Promise<void> {
  let taken = false;
  return async (post) => {
    if (taken) await leave(page);
    taken = true;
    await inTheList(page, post).click();
    await page.getByRole('banner').waitFor();
  };
}

/** The same in an office whose people have given their password on this computer today, and come back by PIN. */
export function pinSeat(page: Page, words: Words, pin: string): (post: Post) => Promise<void> {
  let taken = false;
  return async (post) => {
    if (taken) await leave(page);
    taken = true;
    await inTheList(page, post).click();
    await page.getByRole('textbox', { name: words.entrance.pin, exact: true }).fill(pin);
    await button(page, words.entrance.logIn).click();
    await page.getByRole('banner').waitFor();
  };
}

/** Gives the login name, which is the post, and the password at the entrance. */
export async function givePassword(page: Page, words: Words, post: Post, password: string): Promise<void> {
  await page.getByLabel(words.entrance.loginName).fill(post.toLowerCase());
  await page.getByRole('textbox', { name: words.entrance.password, exact: true }).fill(password);
  await page.getByRole('button', { name: words.entrance.logIn, exact: true }).click();
}

/** The same in an office with passwords; the login name of a person is their post, the password everybody's. */
export function passwordSeat(page: Page, words: Words, password: string): (post: Post) => Promise<void> {
  let taken = false;
  return async (post) => {
    if (taken) await leave(page);
    taken = true;
    await givePassword(page, words, post, password);
    await page.getByRole('banner').waitFor();
  };
}

/** Leaves the seat to somebody else by the person menu. */
export async function leave(page: Page): Promise<void> {
  await page.getByRole('banner').locator('button[aria-haspopup=menu]').last().click();
  const names = [chinese, english].map(({ shell }) => shell.person.switchPerson);
  await page.getByRole('menuitem', { name: new RegExp(names.join('|')) }).click();
  await page.getByRole('banner').waitFor({ state: 'hidden' });
}
