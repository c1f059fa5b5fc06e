import type { Page } from '@playwright/test';
import type { FullClient } from '../support/page-client.ts';

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
  await page.getByRole('main').waitFor();
}
