import { expect, it } from 'vitest';
import { copiesLeft, sheetsOf } from '#renderer/features/documents/components/print-set.tsx';

type Line = Parameters<typeof sheetsOf>[0][number];

const paper = (pages: number, copiesDue = 4, copiesPrinted = 0) =>
  ({ pages, copiesDue, copiesPrinted }) as Line['paper'];

it('Papers that are printed together take sheets for each copy by itself, two pages on a sheet of both sides', () => {
  const lines = [
    { paper: paper(15), copies: 6 },
    { paper: paper(2), copies: 1 },
  ];
  expect(sheetsOf(lines, true)).toBe(6 * 8 + 1);
  expect(sheetsOf(lines, false)).toBe(6 * 15 + 2);
});

it('A paper goes along with the copies that are still to be printed, and not at all once all are', () => {
  expect(copiesLeft(paper(2, 4, 1))).toBe(3);
  expect(copiesLeft(paper(2, 4, 5))).toBe(0);
});
