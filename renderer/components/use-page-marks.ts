import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useMemo, useState } from 'react';
import {
  firstFound,
  type PagePart,
  pagesOfWords,
  type SearchedPages,
  searchedPages,
  type WantedWords,
} from './find-words.ts';

/** Something that is said about words of a paper. */
export type PdfPlace = {
  readonly key: string;
  /** Words that it is found by; the first that the pages say count. */
  readonly wanted: readonly WantedWords[];
  readonly label: string;
  /** Red for what must be put right, amber for what is worth a look. */
  readonly tone: 'seal' | 'amber';
};

/** Where it stands on the pages: a part for each of its lines. */
export type PdfMark = Pick<PdfPlace, 'key' | 'label' | 'tone'> & { readonly parts: readonly [PagePart, ...PagePart[]] };

/**
 * Where places stand on the pages of a document, in the order in which one reads; those that no page says are left out.
 * Undefined until its pages were searched.
 */
export function usePageMarks(document: PDFDocumentProxy, places: readonly PdfPlace[]): readonly PdfMark[] | undefined {
  const [searched, setSearched] = useState<SearchedPages>();
  const wanted = places.length > 0;
  useEffect(() => {
    if (!wanted) return undefined;
    let gone = false;
    // Pages that can't be read have no marks; they are shown all the same.
    pagesOfWords(document).then(
      (pages) => !gone && setSearched(searchedPages(pages)),
      () => !gone && setSearched(undefined),
    );
    return () => {
      gone = true;
    };
  }, [document, wanted]);
  return useMemo(() => {
    if (searched === undefined) return undefined;
    const marks = places.flatMap(({ key, label, tone, wanted: words }): PdfMark[] => {
      const [first, ...more] = firstFound(searched, words);
      return first === undefined ? [] : [{ key, label, tone, parts: [first, ...more] }];
    });
    return marks.toSorted(({ parts: [a] }, { parts: [b] }) => a.page - b.page || a.y - b.y || a.x - b.x);
  }, [searched, places]);
}
