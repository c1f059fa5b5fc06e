import { createHash } from 'node:crypto';
import { checkPaper, type PaperRequest } from '#shared/documents/index.ts';
import type { JoinOrder, PageText, RenderOrder, StampOrder } from '#shared/documents/rendering.ts';
import { DomainError } from '#shared/kernel/errors.ts';
import type { Turn } from '../kernel/worker-pool.ts';

/** Pages of a paper, ready to be stored. */
export type RenderedPaper = {
  readonly bytes: Uint8Array;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string;
  readonly pages: number;
  /** SHA-256 of the canonical data and template, hexadecimal: what the page codes carry. */
  readonly dataSha256: string;
};

/** Pages of one print, each copy marked. */
export type StampedCopies = { readonly bytes: Uint8Array; readonly sha256: string; readonly pages: number };

/**
 * Makes pages, outside of the office's own thread (decision 5). Rejects with DomainError: PAPER_DATA_INVALID, GLYPH_MISSING,
 * RENDER_TIMEOUT, RENDER_FAILED.
 */
export type RenderPort = {
  /** The pages of a paper without marks of a copy; one of a batch waits until nobody in front of a screen does. */
  render(order: Omit<RenderOrder, 'job'>, turn?: Turn): Promise<RenderedPaper>;
  /** The pages of one print of a paper: every copy with number, time and operator, and 补打 where it is one. */
  stamp(order: Omit<StampOrder, 'job'>): Promise<StampedCopies>;
  /** Some papers in one file, as they are, one after the other. */
  join(parts: JoinOrder['parts']): Promise<StampedCopies>;
  /** Signs of some texts that no typeface has; asked before a paper takes its number. */
  missingSigns(texts: readonly string[]): Promise<readonly string[]>;
  /** What stands on the pages of a PDF that was made, as text; asked before it is sealed. */
  readBack(bytes: Uint8Array, turn?: Turn): Promise<readonly PageText[]>;
  /** Ends the threads. */
  close(): Promise<void>;
};

/** The same port for a rehearsal: its papers say across every page that they are worth nothing. */
export function rehearsedRendering(port: RenderPort): RenderPort {
  return { ...port, render: (order, turn) => port.render({ ...order, rehearsal: true }, turn) };
}

/** SHA-256 of bytes, hexadecimal. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * The canonical text of a paper's kind, template and data as bytes, and their SHA-256: what a paper stores beside its
 * pages, and what its page codes carry. Throws PAPER_DATA_INVALID for data that contradict themselves.
 */
export function paperData(request: PaperRequest): { bytes: Uint8Array; sha256: string } {
  try {
    const bytes = new TextEncoder().encode(checkPaper(request).canonical);
    return { bytes, sha256: sha256Of(bytes) };
  } catch (error) {
    if (error instanceof Error && error.name === 'ZodError') throw new DomainError('PAPER_DATA_INVALID');
    throw error;
  }
}

/** The port of an office that makes no papers: every order is refused. */
export const noRendering: RenderPort = {
  render: () => Promise.reject(new DomainError('RENDER_FAILED')),
  stamp: () => Promise.reject(new DomainError('RENDER_FAILED')),
  join: () => Promise.reject(new DomainError('RENDER_FAILED')),
  missingSigns: () => Promise.reject(new DomainError('RENDER_FAILED')),
  readBack: () => Promise.reject(new DomainError('RENDER_FAILED')),
  close: () => Promise.resolve(),
};
