import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { useEffect, useState } from 'react';

/** A document being opened, opened, or refused by the reader. */
export type OpenPdf =
  | { state: 'loading' }
  | { state: 'open'; document: PDFDocumentProxy; ratio: number }
  | { state: 'failed' };

/**
 * Opens a PDF from its bytes, in the reader's worker. The legacy build, for the window may run an older Chromium than
 * the reader's normal build asks for; without WebAssembly, which the page's policy forbids.
 */
async function open(bytes: Uint8Array): Promise<{ document: PDFDocumentProxy; ratio: number }> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;
  const asset = (folder: string): string => new URL(`/pdfjs/${folder}/`, document.baseURI).href;
  const opened = await pdfjs.getDocument({
    // The reader hands its bytes to the worker and empties them here, so it gets a copy.
    data: bytes.slice(),
    cMapUrl: asset('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: asset('standard_fonts'),
    iccUrl: asset('iccs'),
    wasmUrl: asset('wasm'),
    useWasm: false,
    enableXfa: false,
  }).promise;
  const first = (await opened.getPage(1)).getViewport({ scale: 1 });
  return { document: opened, ratio: first.height / first.width };
}

/**
 * The document of these bytes; closed when the screen goes. While other bytes are opened the earlier document stays open, so
 * that pages made anew take the place of those that are read. `ratio` is height by width of page 1.
 */
export function usePdf(bytes: Uint8Array | undefined): OpenPdf {
  const [result, setResult] = useState<OpenPdf>({ state: 'loading' });
  useEffect(() => {
    if (!bytes) {
      setResult({ state: 'loading' });
      return undefined;
    }
    let gone = false;
    open(bytes).then(
      (opened) => {
        if (gone) void opened.document.loadingTask.destroy();
        else setResult({ state: 'open', ...opened });
      },
      () => {
        if (!gone) setResult({ state: 'failed' });
      },
    );
    return () => {
      gone = true;
    };
  }, [bytes]);
  const shown = result.state === 'open' ? result.document : undefined;
  useEffect(() => () => void shown?.loadingTask.destroy(), [shown]);
  return result;
}
