/** Pages that name tests as `` `folder/file.test.ts › sentence` ``, the file below `tests/`, the sentence from its beginning. */
export const pagesThatNameTests = ['docs/ASVS.md', 'docs/PROOFS.md'] as const;

const named = /`([\w./-]+\.test\.tsx?)(?: › ([^`]*))?`/g;

/** The tests that a page names and that do not exist; `read` gives the text of a file of the project, where there is one. */
export function missingTests(page: string, read: (name: string) => string | undefined): string[] {
  const missing: string[] = [];
  for (const [, file = '', sentence = ''] of page.matchAll(named)) {
    const text = read(`tests/${file}`);
    if (text === undefined) missing.push(`there is no tests/${file}`);
    else if (!text.includes(sentence)) missing.push(`tests/${file} has no “${sentence}”`);
  }
  return missing;
}
