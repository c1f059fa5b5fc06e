import type { Page } from '@playwright/test';
import type { Post } from '#shared/domain/accounts/posts.ts';
import type { Words } from '#tests/e2e/pages/stage.ts';
import type { FullClient } from '#tests/e2e/support/page-client.ts';

/** Kinds of office that are looked at. */
export type Office = 'demo' | 'new' | 'none' | 'terminal';

/** One picture of the program: who looks, where, and what is done there first. */
export type Screen = {
  /** Name of the picture's file. */
  readonly name: string;
  /** Whose screen it is; nobody is logged in when it is left out. */
  readonly post?: Post;
  /** The address behind `#`, or how to find it: for a record that the demo office must be asked for. */
  readonly path?: string | ((office: FullClient) => Promise<string>);
  /** What is done before the picture is taken, with the words of the language that is shown. */
  readonly steps?: (page: Page, words: Words, office: FullClient | undefined) => Promise<void>;
  /** What is done after the picture, where its steps changed more than the window. */
  readonly after?: (page: Page, words: Words, office: FullClient | undefined) => Promise<void>;
  /**
   * Where it is seen: in the demo office, in an office that was founded just now, where there is none yet, or at a terminal
   * of a new office; there `office` is a window of its host.
   */
  readonly office?: Office;
};

/** One way the screens are looked at. */
export type Variant = {
  readonly language: 'zh-CN' | 'en';
  readonly scheme: 'light' | 'dark';
  readonly width: number;
  readonly height: number;
};

/** What a variant is called in names of files: `zh.light.1366`. */
export function variantName({ language, scheme, width }: Variant): string {
  return `${language.slice(0, 2)}.${scheme}.${width}`;
}

/** Something wrong on a picture. */
export type Finding = {
  readonly screen: string;
  readonly variant: string;
  /** `overflow`, `axe`, `console` or `failed`: which check found it. */
  readonly check: 'overflow' | 'axe' | 'console' | 'failed';
  readonly text: string;
};
