import type { z } from 'zod';
import type { DocumentKindName, UnissuedName } from '#shared/domain/documents/states.ts';
import type { CanonicalValue } from '#shared/kernel/canonical-json.ts';
import type { Definition, Marks } from './kit/definition.ts';
import type { ExpectedBlank, PageFrame } from './kit/expected.ts';
import type { PaperName } from './kit/paper.ts';

/** A kind of paper: what it is called, numbered and printed on, and how it is built from its data. */
export type DocumentKind<Data extends CanonicalValue, Papers extends PaperName = PaperName> = {
  readonly kind: DocumentKindName;
  readonly title: string;
  /** First part of its number: `RG-2026-0018`. */
  readonly numberPrefix: string;
  /** Edition of words and layout; part of the hash in the page code. */
  readonly templateVersion: string;
  /** Copies printed when nobody says otherwise; the parts of a receipt come of one print. */
  readonly copies: number;
  /** Sheets it can be printed on; the first is the usual one. */
  readonly papers: readonly [Papers, ...Papers[]];
  readonly schema: z.ZodType<Data>;
  readonly build: (data: Data, marks: Marks, paper: Papers) => Definition;
  /** Names of the blanks that nobody has filled in and the paper strikes. */
  readonly openBlanks: (data: Data) => readonly string[];
  /** The text says how many pages it has, so it is laid out once to count them. */
  readonly countsPages?: true;
  /** What the finished pages must say: every blank with the words around it. They are read back before they are sealed. */
  readonly expected: (data: Data, number: string, paper: Papers) => readonly ExpectedBlank[];
  /** What stands on every page beside its text; a sheet that is a paper by itself has none. */
  readonly frame?: (data: Data) => PageFrame;
  /** What else must hold on the finished pages, by the names of what is wrong. */
  readonly contradictions?: (pages: readonly string[], data: Data) => readonly string[];
  /** It says how things stand, so a new one takes the place of one whose data have changed since. */
  readonly follows?: true;
  /** It is usually printed on both sides. */
  readonly duplex?: true;
  /** A deal that never was, for specimens and tests. */
  readonly sample: Data;
  /** Others of them that show another form or layout, by what they show. */
  readonly variants?: Readonly<Record<string, Data>>;
};

/** A paper that is printed without being issued: nobody numbers, copies or keeps it. */
export type UnissuedKind<Data extends CanonicalValue> = Omit<
  DocumentKind<Data, PaperName>,
  'kind' | 'numberPrefix' | 'copies'
> & { readonly kind: UnissuedName };

/** True for a kind of paper that is usually printed on both sides. */
export function usuallyDuplex(kind: object): boolean {
  return 'duplex' in kind && kind.duplex === true;
}
