import documentModule, { type Face } from 'pdfmake/js/PDFDocument.js';
import inlinesModule, { type Inline } from 'pdfmake/js/TextInlines.js';
import { classIn } from './class-in.ts';
import { setAgainLightly } from './set-again.ts';
import { typefaceBytes } from './typeface-bytes.ts';

/** What a piece of a text has for itself; all else that it has is the style of its run. */
const own: ReadonlySet<string> = new Set(['text', 'lineEnd', 'noNewLine']);
/** Blanks at an end are measured apart by pdfmake. */
const blankEnd = /^\s|\s$/;
/** How many texts of a typeface are remembered; a contract has some three thousand. */
const MOST_LAYOUTS = 20_000;

/** The style of a run: properties with their values, in the order that pdfmake wrote them. */
type Style = readonly (readonly [string, unknown])[];

let quick = false;

/**
 * Lets pdfmake set papers faster, with the same pages to the byte: a typeface is read once for a thread and not once for
 * each paper, and the style of a run of text is looked up once and not for each of its signs (Chinese breaks after every
 * sign, so each is a piece of its own), and a paper that is set again for a head is not measured again. Reaches into pdfmake, whose version is therefore pinned; a test sets papers both ways.
 */
export function setQuickly(): void {
  if (quick) return;
  quick = true;
  readTypefacesOnce();
  lookStylesUpOnce();
  setAgainLightly();
}

function readTypefacesOnce(): void {
  const { prototype } = classIn(documentModule);
  const { provideFont } = prototype;
  const read = new Map<string, Pick<Face, 'font' | 'layoutCache' | 'constructor'>>();
  prototype.provideFont = function (family, bold, italics) {
    const type = this.getFontType(bold, italics);
    const inPaper = this.fontCache[family]?.[type];
    if (inPaper !== undefined) return inPaper;
    const file = this.getFontFile(family, bold, italics) ?? '';
    const known = read.get(file);
    if (known === undefined) {
      this.validateLocalFile(file);
      const here = this.fonts[family];
      // By its bytes, which the thread holds already: by its path pdfkit would read it once more.
      this.fonts[family] = { ...here, [type]: typefaceBytes(file) };
      const face = provideFont.call(this, family, bold, italics);
      if (here !== undefined) this.fonts[family] = here;
      this._fontFamilies[file] = face;
      // Not the face itself: it holds its whole paper.
      read.set(file, { font: face.font, layoutCache: face.layoutCache, constructor: face.constructor });
      return face;
    }
    // A file that serves two weights is one typeface of the paper: every one is written once, those of the register only.
    let face = this._fontFamilies[file];
    if (face === undefined) {
      this._fontCount += 1;
      face = new known.constructor(this, known.font, `F${this._fontCount}`);
    }
    // Numbers and names differ from paper to paper: what is remembered is let go when it has grown.
    if (Object.keys(known.layoutCache).length > MOST_LAYOUTS) known.layoutCache = Object.create(null);
    face.layoutCache = known.layoutCache;
    this._fontFamilies[file] = face;
    this._fontFamilies[face.name] ??= face;
    this.fontCache[family] = { ...this.fontCache[family], [type]: face };
    return face;
  };
}

function lookStylesUpOnce(): void {
  const { prototype } = classIn(inlinesModule);
  const { measure } = prototype;
  prototype.measure = function (inlines, styles) {
    // The first of each run, and those with blanks at an end, are measured by pdfmake; the others take after the first.
    const whole: Inline[] = [];
    const after: { readonly inline: Inline; readonly first: Inline }[] = [];
    let run: { readonly first: Inline; readonly style: Style } | undefined;
    for (const inline of inlines) {
      if (run === undefined || !takesAfter(inline, run.style)) {
        run = { first: inline, style: styleOf(inline) };
        whole.push(inline);
      } else if (blankEnd.test(inline.text)) whole.push(inline);
      else after.push({ inline, first: run.first });
    }
    measure.call(this, whole, styles);
    for (const { inline, first } of after) {
      takeStyle(inline, first);
      inline.width = this.widthOfText(inline.text, inline);
      inline.leadingCut = 0;
      inline.trailingCut = 0;
    }
    return inlines;
  };
}

function styleOf(inline: Inline): Style {
  return Object.entries(inline).filter(([property]) => !own.has(property));
}

function takesAfter(inline: Inline, style: Style): boolean {
  let seen = 0;
  for (const property in inline) {
    if (own.has(property)) continue;
    const [named, value] = style[seen] ?? [];
    if (named !== property || value !== inline[property as keyof Inline]) return false;
    seen += 1;
  }
  return seen === style.length;
}

/** What measuring takes from the style, named one by one: a loop over names costs a third of the measuring. */
function takeStyle(inline: Inline, first: Inline): void {
  inline.font = first.font;
  inline.alignment = first.alignment;
  inline.fontSize = first.fontSize;
  inline.fontFeatures = first.fontFeatures;
  inline.characterSpacing = first.characterSpacing;
  inline.color = first.color;
  inline.decoration = first.decoration;
  inline.decorationColor = first.decorationColor;
  inline.decorationStyle = first.decorationStyle;
  inline.decorationThickness = first.decorationThickness;
  inline.background = first.background;
  inline.link = first.link;
  inline.linkToPage = first.linkToPage;
  inline.linkToDestination = first.linkToDestination;
  inline.noWrap = first.noWrap;
  inline.opacity = first.opacity;
  inline.sup = first.sup;
  inline.sub = first.sub;
  inline.height = first.height;
}
