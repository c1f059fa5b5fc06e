import { describe, expect, it } from 'vitest';
import { deskPages } from '#renderer/app/desk-pages.ts';
import { addresses, helpOf, outline } from '#renderer/features/help/outline.ts';
import { everywhere, helpParts, pageOf, searchHelp } from '#renderer/features/help/search.ts';
import { workDeskOf, workDesks } from '#shared/domain/accounts/desks.ts';
import { posts } from '#shared/domain/accounts/posts.ts';
import { languages } from '#shared/i18n/index.ts';

const pages = new Map(
  Object.values(deskPages)
    .flat()
    .map(({ path, name }) => [path, name] as const),
);

describe('the help', () => {
  it.each(languages.flatMap((language) => workDesks.map((desk) => [desk, language] as const)))(
    'has a page for the desk %s in %s that says what to do first, which keys, and what then',
    (desk, language) => {
      const { name, about, parts } = pageOf(desk, language);
      expect([name, about].every((text) => text.trim() !== '')).toBe(true);
      for (const part of helpParts) {
        expect(parts[part].length).toBeGreaterThan(0);
        for (const { text } of parts[part]) expect(text.trim()).not.toBe('');
      }
      expect(parts.first.every(({ place }) => place !== null)).toBe(true);
      expect(parts.keys.every(({ keys }) => keys !== null)).toBe(true);
    },
  );

  it('says the same in every language, line by line', () => {
    for (const desk of workDesks)
      for (const part of helpParts) {
        const [chinese = [], english = []] = languages.map((language) =>
          pageOf(desk, language).parts[part].map(({ id }) => id),
        );
        expect(english).toEqual(chinese);
      }
  });

  it('leads only to pages that the program has, under the names they bear', () => {
    for (const [name, path] of Object.entries(addresses)) expect([path, pages.get(path)]).toEqual([path, name]);
  });

  it('leads to every page of every desk, so that nothing is left unexplained', () => {
    const named = workDesks.flatMap((desk) => Object.values(outline[desk].places)).map((name) => addresses[name]);
    expect([...pages.keys()].filter((path) => !named.some((one) => one === path))).toEqual([]);
  });

  it.each([
    ['/reception', 'frontDesk'],
    ['/reception/customers/12', 'frontDesk'],
    ['/sales/board', 'salesControl'],
    ['/sales/quote/5', 'salesControl'],
    ['/sales/import', 'planningFinance'],
    ['/contracts/subscriptions/3', 'backOffice'],
    ['/money', 'planningFinance'],
    ['/administration/events', 'administration'],
    ['/today', 'manager'],
    ['/today/approvals/4', 'manager'],
  ])('opens at %s the page of its desk, on Today that of the person’s own', (path, desk) => {
    expect(helpOf(path, 'manager')).toBe(desk);
  });

  it('knows the desk of every post, and no desk is nobody’s', () => {
    const known = new Set(posts.map(workDeskOf));
    expect(workDesks.filter((desk) => !known.has(desk))).toEqual([]);
  });

  it('finds lines of all desks by words and by keys, and nothing for nothing', () => {
    expect(searchHelp('打印', 'zh-CN').map(({ desk }) => desk)).toContain('warrants');
    expect(searchHelp('f8', 'en').map(({ id }) => id)).toEqual(['nextError', 'lastError']);
    expect(searchHelp('deposit  book', 'en').map(({ id }) => id)).toEqual(['papers']);
    expect(searchHelp('grey', 'en').map(({ desk, id }) => [desk, id])).toEqual([['everywhere', 'disabled']]);
    expect(searchHelp('  ', 'en')).toEqual([]);
    expect(searchHelp('xyz', 'en')).toEqual([]);
  });

  it('names the key that opens it', () => {
    expect(everywhere('en').keys.map(({ keys }) => keys)).toContain('F1');
  });
});
