import { parentPort, workerData } from 'node:worker_threads';
import PDFDocument from 'pdfkit';

/** The lines of each page. */
export type PlainOrder = { readonly pages: readonly (readonly string[])[] };
/** What came of it. */
export type PlainDone = { readonly bytes: number };

const MARGIN = 50;
const LEADING = 14;

// The least that a PDF with this text costs: a font, positions, no layout, no tables, no checks.
function setPlain({ pages }: PlainOrder): Promise<PlainDone> {
  return new Promise((resolve) => {
    const document = new PDFDocument({ size: 'A4', autoFirstPage: false });
    document.registerFont('text', workerData.font);
    let bytes = 0;
    document.on('data', (part: Buffer) => {
      bytes += part.length;
    });
    document.on('end', () => resolve({ bytes }));
    for (const lines of pages) {
      document.addPage();
      document.font('text').fontSize(10.5);
      lines.forEach((line, index) => {
        document.text(line, MARGIN, MARGIN + index * LEADING, { lineBreak: false });
      });
    }
    document.end();
  });
}

parentPort?.on('message', async (order: PlainOrder) => {
  const done = await setPlain(order);
  parentPort?.postMessage(done);
});
