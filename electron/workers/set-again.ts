import measureModule, { type Measured } from 'pdfmake/js/DocMeasure.js';
import preprocessorModule from 'pdfmake/js/DocPreprocessor.js';
import builderModule from 'pdfmake/js/LayoutBuilder.js';
import type { Inline } from 'pdfmake/js/TextInlines.js';
import { classIn } from './class-in.ts';

/** A text as it was measured, before lines took its pieces: a line may cut one that is longer than itself. */
type Text = { readonly node: Measured; readonly pieces: readonly Inline[]; readonly cuts: readonly Cut[] };
type Cut = { readonly text: string; readonly width: number };

/**
 * A page break that a head asks for lets pdfmake set the whole paper again: it measures every text once more and draws heads
 * and feet for pages that change with the next one. Here a paper is measured once, and heads and feet are set when its pages
 * stand. No head or foot is company for a head of the text (see `keepHeads`), so the same pages come of it.
 */
export function setAgainLightly(): void {
  measureOnce();
  headsAndFeetAtTheEnd();
}

function measureOnce(): void {
  const prepared = new WeakMap<object, object>();
  const { prototype: preprocessor } = classIn(preprocessorModule);
  const { preprocessDocument } = preprocessor;
  preprocessor.preprocessDocument = function (paper) {
    const known = prepared.get(this) ?? preprocessDocument.call(this, paper);
    prepared.set(this, known);
    return known;
  };

  const measured = new WeakMap<object, { readonly paper: object; readonly texts: readonly Text[] }>();
  /** Texts of the paper that is measured now; blocks of single pages are not kept. */
  let texts: Text[] | undefined;
  const { prototype: measure } = classIn(measureModule);
  const { measureDocument, measureLeaf } = measure;
  measure.measureLeaf = function (node) {
    const leaf = measureLeaf.call(this, node);
    texts?.push({
      node: leaf,
      pieces: [...leaf._inlines],
      cuts: leaf._inlines.map(({ text, width }) => ({ text, width })),
    });
    return leaf;
  };
  measure.measureDocument = function (paper) {
    const known = measured.get(this);
    if (known !== undefined) {
      for (const text of known.texts) giveBack(text);
      return known.paper;
    }
    texts = [];
    try {
      const done = measureDocument.call(this, paper);
      measured.set(this, { paper: done, texts });
      return done;
    } finally {
      texts = undefined;
    }
  };
}

/** Gives a text its pieces again, as they were measured. */
function giveBack({ node, pieces, cuts }: Text): void {
  node._inlines = [...pieces];
  for (const [index, piece] of pieces.entries()) {
    const { text, width } = cuts[index] ?? piece;
    piece.text = text;
    piece.width = width;
    piece.justifyShift = undefined;
  }
}

function headsAndFeetAtTheEnd(): void {
  const { prototype } = classIn(builderModule);
  const { layoutDocument, addHeadersAndFooters } = prototype;
  prototype.layoutDocument = function (...given) {
    const [, , , , , head, foot] = given;
    this.addHeadersAndFooters = () => undefined;
    try {
      layoutDocument.apply(this, given);
    } finally {
      this.addHeadersAndFooters = addHeadersAndFooters;
    }
    this.addHeadersAndFooters(head, foot);
    return this.writer.context().pages;
  };
}
