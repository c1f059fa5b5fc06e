import type { DocumentKindName, UnissuedName } from '#shared/domain/documents/states.ts';
import type { PaperName } from './kit/paper.ts';

/** Order to render a paper. */
export type RenderOrder = {
  readonly job: 'render';
  readonly kind: DocumentKindName | UnissuedName;
  readonly data: unknown;
  readonly number: string;
  readonly version: number;
  readonly paper?: PaperName | undefined;
  /** A specimen: every page says 草稿. */
  readonly draft?: boolean | undefined;
  /** Made in a rehearsal: every page says 演练 无效. */
  readonly rehearsal?: boolean | undefined;
};

/** Order to mark the copies of a paper for one print. */
export type StampOrder = {
  readonly job: 'stamp';
  readonly bytes: Uint8Array;
  /** Number of the first copy of this print, from 1, and how many this print makes. */
  readonly firstCopy: number;
  readonly copies: number;
  /** How many copies the paper has in all. */
  readonly of: number;
  /** Which reprint this is, from 1; 0 for a first print. */
  readonly reprint: number;
  readonly operator: string;
  /** When it is printed, UTC milliseconds. */
  readonly at: number;
  /** Both sides: each copy then begins on a sheet of its own. */
  readonly duplex: boolean;
  /** A sample (样张): its pages say so in the place of the number of a copy. */
  readonly sample?: boolean | undefined;
};

/** Order to say which signs of some text no typeface of the office can print. */
export type SignsOrder = { readonly job: 'signs'; readonly texts: readonly string[] };

/** Order to say what stands on the pages of a PDF. */
export type ReadOrder = { readonly job: 'read'; readonly bytes: Uint8Array };

/** Order to join some papers into one file; `turns`: quarter turns clockwise that set the pages of a part upright. */
export type JoinOrder = {
  readonly job: 'join';
  readonly parts: readonly { readonly bytes: Uint8Array; readonly turns: number }[];
};

/** What the render worker is asked. */
export type WorkerOrder = RenderOrder | StampOrder | SignsOrder | ReadOrder | JoinOrder;

/** One page of a PDF as text: its lines from top to bottom, and all of it without blanks for comparing. */
export type PageText = { readonly page: number; readonly text: string; readonly bare: string };

/** What the render worker answers: pages, signs that it cannot print, or what it read. */
export type WorkerValue = WorkerPages | readonly string[] | { readonly read: readonly PageText[] };

/** Pages made. `hash`: of the canonical data and template, as in the page codes; empty for stamped copies. */
export type WorkerPages = { readonly bytes: Uint8Array; readonly pages: number; readonly hash: string };

/** A file that several threads hold once: the first that wants it reads it, into memory that all of them see. */
export type SharedFile = {
  readonly file: string;
  readonly bytes: SharedArrayBuffer;
  /** One number: where the reading stands. */
  readonly state: SharedArrayBuffer;
};

/** What the render worker is started with. */
export type WorkerStart = {
  /** Folder of the typefaces. */
  readonly fonts: string;
  /** Folder of the character maps that PDFs of others need to be read: Chinese systems name them instead of carrying them. */
  readonly characterMaps?: string | undefined;
  /** Typefaces that all threads of the pool hold together; each reads its own where left out. */
  readonly sharedFiles?: readonly SharedFile[];
};
