import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { paperData, type RenderPort, sha256Of } from '#electron/server/documents/render-port.ts';
import { documentKinds } from '#shared/documents/index.ts';
import type { RenderOrder, StampOrder } from '#shared/documents/rendering.ts';
import { testPage } from '#shared/documents/test-page/kind.ts';
import { DomainError } from '#shared/kernel/errors.ts';

/** What goes wrong with a paper the next time the press or the disk is asked. */
export type PaperFault = 'beforeNumber' | 'rendering' | 'readBack' | 'storing' | 'stamping';

/** The marks of a print, instead of pages. */
export type Stamped = Pick<StampOrder, 'firstCopy' | 'copies' | 'of' | 'reprint'>;

/**
 * A press without pages: what it makes says what the paper must say, and nothing is typeset. It fails where it is told to,
 * once; `storing` makes the disk of the office fail while the finished pages are laid down.
 */
export class StubPress {
  fault: PaperFault | undefined;
  readonly #made = new Map<string, Pick<RenderOrder, 'kind' | 'data' | 'number'>>();
  #folder = '';

  /** Where the office lies whose disk is to fail. */
  set folder(folder: string) {
    this.#folder = path.join(folder, 'blobs');
  }

  #fails(fault: PaperFault): boolean {
    if (this.fault !== fault) return false;
    this.fault = undefined;
    return true;
  }

  /** After a paper was made or not: the disk works again. */
  mend(): void {
    if (this.fault === 'storing') this.fault = undefined;
    const aside = `${this.#folder}.aside`;
    try {
      renameSync(aside, aside);
    } catch {
      return;
    }
    rmSync(this.#folder, { recursive: true, force: true });
    renameSync(aside, this.#folder);
  }

  readonly port: RenderPort = {
    missingSigns: async () => {
      if (this.#fails('beforeNumber')) throw new DomainError('RENDER_FAILED');
      return [];
    },
    render: async ({ kind, data, number, version }) => {
      if (this.#fails('rendering')) throw new DomainError('RENDER_TIMEOUT');
      const bytes = new TextEncoder().encode(JSON.stringify({ kind, number, version }));
      this.#made.set(sha256Of(bytes), { kind, data, number });
      return { bytes, sha256: sha256Of(bytes), pages: 1, dataSha256: paperData({ kind, data }).sha256 };
    },
    readBack: async (bytes) => {
      const made = this.#made.get(sha256Of(bytes));
      if (made === undefined || this.#fails('readBack')) return [{ page: 1, text: '', bare: '' }];
      if (this.#fails('storing')) {
        renameSync(this.#folder, `${this.#folder}.aside`);
        writeFileSync(this.#folder, 'no folder');
      }
      const bare = saidBy(made);
      return [{ page: 1, text: bare, bare }];
    },
    stamp: async ({ firstCopy, copies, of, reprint }) => {
      if (this.#fails('stamping')) throw new DomainError('RENDER_FAILED');
      const bytes = new TextEncoder().encode(JSON.stringify({ firstCopy, copies, of, reprint } satisfies Stamped));
      return { bytes, sha256: sha256Of(bytes), pages: copies };
    },
    join: async (parts) => {
      const bytes = Buffer.concat(parts.map((part) => part.bytes));
      return { bytes, sha256: sha256Of(bytes), pages: parts.length };
    },
    close: async () => undefined,
  };
}

type AnyKind = {
  readonly papers: readonly [never, ...never[]];
  readonly schema: { parse(data: unknown): never };
  readonly expected: (data: never, number: string, paper: never) => readonly { words: string; times?: number }[];
  readonly frame?: (data: never) => { readonly head: string; readonly foot: string };
};

/** A page that says everything that the paper must say, in whatever order. */
function saidBy({ kind, data, number }: Pick<RenderOrder, 'kind' | 'data' | 'number'>): string {
  const definition = (kind === 'testPage' ? testPage : documentKinds[kind]) as unknown as AnyKind;
  const checked = definition.schema.parse(data);
  const words = definition
    .expected(checked, number, definition.papers[0])
    .flatMap(({ words: said, times = 1 }) => Array.from({ length: times }, () => said));
  const frame = definition.frame?.(checked);
  const head = frame === undefined ? '' : `${frame.head}编号：${number}页码校验${frame.foot}第1页共1页`;
  return `${words.join('')}${head}`.replaceAll(/\s/gu, '');
}

/** What really lies in the tray of the printer: for each paper, how often each copy came out, and as which reprint. */
export class PaperTray {
  readonly copies = new Map<number, Map<number, number[]>>();

  /** The printer prints some copies of a job. */
  comesOut(documentId: number, { firstCopy, reprint }: Stamped, many: number): void {
    const paper = this.copies.get(documentId) ?? new Map<number, number[]>();
    this.copies.set(documentId, paper);
    for (let copy = firstCopy; copy < firstCopy + many; copy += 1)
      paper.set(copy, [...(paper.get(copy) ?? []), reprint]);
  }

  /** Which copies of a job lie there. */
  of(documentId: number, firstCopy: number, copies: number): number[] {
    const numbers = Array.from({ length: copies }, (_unused, at) => firstCopy + at);
    return numbers.filter((copy) => this.copies.get(documentId)?.has(copy) === true);
  }
}
