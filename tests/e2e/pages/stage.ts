import type { Locator, Page } from '@playwright/test';
import type { Post } from '#shared/domain/accounts/posts.ts';
import { resources } from '#shared/i18n/index.ts';

/** The program's sentences in a language, so that a driver presses what a person reads. */
export type Words = (typeof resources)['zh-CN'] | (typeof resources)['en'];

/** The sentences of a language. */
export function wordsOf(language: keyof typeof resources): Words {
  return resources[language];
}

/** A window at which people of the office take turns. */
export type Stage = {
  readonly page: Page;
  readonly words: Words;
  /** Lets somebody of a post sit down at the window. */
  readonly enter: (post: Post) => Promise<void>;
  /** Told at the moments worth a picture. */
  readonly scene: (name: string) => Promise<void>;
};

/** A sentence with its parameters put in. */
export function say(sentence: string, parameters: Readonly<Record<string, string | number>>): string {
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(parameters[name] ?? ''));
}

/** Opens a screen by its address. */
export async function goTo({ page }: Stage, address: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = `#${to}`;
  }, address);
}

/** The button of a name in a part of the window. */
export function button(within: Page | Locator, name: string): Locator {
  return within.getByRole('button', { name, exact: true });
}

/** The dialog or drawer that stands open. */
export function dialog(page: Page): Locator {
  return page.getByRole('dialog').last();
}

/** Says yes to what the dialog asks, and waits until it is gone. */
export async function confirm(page: Page, name: string): Promise<void> {
  const asking = dialog(page);
  await button(asking, name).click();
  await asking.waitFor({ state: 'hidden' });
}
