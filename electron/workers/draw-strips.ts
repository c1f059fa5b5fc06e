import rendererModule, { type Drawing } from 'pdfmake/js/Renderer.js';
import measureModule from 'pdfmake/js/SVGMeasure.js';
import { classIn } from './class-in.ts';

/** A drawing of black strips alone, as a Data Matrix is written (`data-matrix.ts`). */
const STRIPS = /^<svg [^>]*viewBox="0 0 (\d+) (\d+)"><path d="((?:M\d+ \d+h\d+v1h-\d+)+)"\/><\/svg>$/;
const STRIP = /M(\d+) (\d+)h(\d+)/g;

type Strips = { readonly width: number; readonly height: number; readonly path: string };

/** What a drawing is that has nothing but strips; undefined for any other. */
function stripsOf(svg: string): Strips | undefined {
  const [, width, height, path] = STRIPS.exec(svg) ?? [];
  return path === undefined ? undefined : { width: Number(width), height: Number(height), path };
}

/**
 * Lets pdfmake draw strips as rectangles of the page, without reading them three times as XML and once as outlines: each
 * page of a contract has such a code, and its reading took a tenth of the whole paper. Other drawings are drawn as before.
 */
export function drawStripsAsTheyAre(): void {
  const { prototype: measure } = classIn(measureModule);
  const { measureSVG, writeDimensions } = measure;
  measure.measureSVG = function (svg) {
    return stripsOf(svg) ?? measureSVG.call(this, svg);
  };
  measure.writeDimensions = function (svg, dimensions) {
    return stripsOf(svg) === undefined ? writeDimensions.call(this, svg, dimensions) : svg;
  };

  const { prototype: renderer } = classIn(rendererModule);
  const { renderSVG } = renderer;
  renderer.renderSVG = function (drawing: Drawing) {
    const strips = stripsOf(drawing.svg);
    if (strips === undefined) return renderSVG.call(this, drawing);
    const { pdfDocument: page } = this;
    const rectangles = [...strips.path.matchAll(STRIP)].map(([, x, y, length]) => `${x} ${y} ${length} 1 re`);
    page.save();
    page.translate(drawing.x, drawing.y);
    page.scale(drawing._width / strips.width, drawing._height / strips.height);
    page.fillColor('#000000', 1);
    page.addContent(rectangles.join('\n'));
    page.fill();
    page.restore();
  };
}
