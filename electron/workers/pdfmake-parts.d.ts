/** A typeface in one document: what it shares with other documents is `font` and `layoutCache`. */
declare module 'pdfmake/js/PDFDocument.js' {
  /** A typeface of one document of pdfkit. */
  export type Face = {
    readonly name: string;
    /** The typeface as it was read from its file. */
    readonly font: object;
    /** Shapes and places of the texts that were laid out. */
    layoutCache: Record<string, unknown>;
    readonly constructor: new (document: PdfDocument, font: object, id: string) => Face;
  };

  export class PdfDocument {
    /** By family and type: paths of files, or bytes. */
    fonts: Record<string, Record<string, string | Uint8Array>>;
    fontCache: Record<string, Record<string, Face>>;
    _fontFamilies: Record<string, Face>;
    _fontCount: number;
    /** Throws where the policy does not let this file be read. */
    validateLocalFile(file: string): void;
    getFontType(bold: boolean, italics: boolean): string;
    getFontFile(family: string, bold: boolean, italics: boolean): string | null;
    provideFont(family: string, bold: boolean, italics: boolean): Face;
  }

  const module: typeof PdfDocument | { readonly default: typeof PdfDocument };
  export default module;
}

declare module 'pdfmake/js/TextInlines.js' {
  /** A word or sign of a text with its style; measuring adds what the style says and how wide it is. */
  export type Inline = {
    text: string;
    width: number;
    leadingCut: number;
    trailingCut: number;
    font: unknown;
    alignment: unknown;
    fontSize: unknown;
    fontFeatures: unknown;
    characterSpacing: unknown;
    color: unknown;
    decoration: unknown;
    decorationColor: unknown;
    decorationStyle: unknown;
    decorationThickness: unknown;
    background: unknown;
    link: unknown;
    linkToPage: unknown;
    linkToDestination: unknown;
    noWrap: unknown;
    /** True where the next piece stands in the same line. */
    noNewLine?: boolean;
    /** True where a new line was asked for behind it. */
    lineEnd?: boolean;
    opacity: unknown;
    sup: unknown;
    sub: unknown;
    height: unknown;
    /** How far a justified line moves it. */
    justifyShift?: number | undefined;
  };

  export class TextInlines {
    measure(inlines: Inline[], styles: unknown): Inline[];
    widthOfText(text: string, inline: Inline): number;
  }

  const module: typeof TextInlines | { readonly default: typeof TextInlines };
  export default module;
}

declare module 'pdfmake/js/ElementWriter.js' {
  import type { Inline } from 'pdfmake/js/TextInlines.js';

  /** A line of a text that is being set. */
  export type Line = {
    readonly inlines: (Inline & { readonly fontSize: number })[];
    /** Sum of the widths of its pieces. */
    inlineWidths: number;
    /** How wide the blank is that its last piece ends with. */
    trailingCut: number;
    lastLineInParagraph: boolean | undefined;
    getWidth(): number;
  };

  export class ElementWriter {
    context(): { readonly availableWidth: number };
    alignLine(line: Line): void;
  }

  const module: typeof ElementWriter | { readonly default: typeof ElementWriter };
  export default module;
}

declare module 'pdfmake/js/DocMeasure.js' {
  import type { Inline } from 'pdfmake/js/TextInlines.js';

  /** A text of a paper, measured; lines take its pieces from it. */
  export type Measured = { _inlines: Inline[] };

  export class DocMeasure {
    measureDocument(paper: object): object;
    measureLeaf(node: object): Measured;
  }

  const module: typeof DocMeasure | { readonly default: typeof DocMeasure };
  export default module;
}

declare module 'pdfmake/js/DocPreprocessor.js' {
  export class DocPreprocessor {
    preprocessDocument(paper: object): object;
  }

  const module: typeof DocPreprocessor | { readonly default: typeof DocPreprocessor };
  export default module;
}

declare module 'pdfmake/js/LayoutBuilder.js' {
  import type { Measured } from 'pdfmake/js/DocMeasure.js';
  import type { Line } from 'pdfmake/js/ElementWriter.js';

  type Pages = readonly object[];

  export class LayoutBuilder {
    writer: { context(): { readonly pages: Pages } };
    layoutDocument(
      paper: object,
      document: object,
      styles: object,
      defaultStyle: object,
      background: unknown,
      head: unknown,
      foot: unknown,
      watermark: unknown,
      pageBreakBefore: unknown,
    ): Pages;
    addHeadersAndFooters(head: unknown, foot: unknown): void;
    /** Takes the pieces of the next line from a text; nothing where none is left. */
    buildNextLine(text: Measured): Line | null;
  }

  const module: typeof LayoutBuilder | { readonly default: typeof LayoutBuilder };
  export default module;
}

declare module 'pdfmake/js/SVGMeasure.js' {
  type Size = { readonly width: number; readonly height: number };

  export class SVGMeasure {
    measureSVG(svg: string): Size;
    /** The drawing with its size written into it. */
    writeDimensions(svg: string, dimensions: Size): string;
  }

  const module: typeof SVGMeasure | { readonly default: typeof SVGMeasure };
  export default module;
}

declare module 'pdfmake/js/Renderer.js' {
  /** A drawing at its place on a page, in points. */
  export type Drawing = {
    readonly svg: string;
    readonly x: number;
    readonly y: number;
    readonly _width: number;
    readonly _height: number;
  };

  export class Renderer {
    readonly pdfDocument: {
      save(): unknown;
      restore(): unknown;
      translate(x: number, y: number): unknown;
      scale(x: number, y: number): unknown;
      fillColor(color: string, opacity: number): unknown;
      fill(): unknown;
      addContent(content: string): unknown;
    };
    renderSVG(drawing: Drawing): void;
  }

  const module: typeof Renderer | { readonly default: typeof Renderer };
  export default module;
}
