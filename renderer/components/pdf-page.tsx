import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './pdf-viewer.module.css';

type PdfPageProps = {
  document: PDFDocumentProxy;
  page: number;
  /** Width in CSS px. */
  width: number;
  /** Height by width, until the page itself is known. */
  ratio: number;
  label: string;
  /** Draws finer than the screen and lets it step back: small pages keep their hairlines thin. */
  oversample?: number;
  /** Quarter turns clockwise beyond those of the page itself. */
  turns?: number;
  children?: ReactNode;
};

/** One page on a canvas, drawn when it comes near the view and sharp at the screen's own resolution. */
export function PdfPage({ document, page, width, ratio, label, oversample = 1, turns = 0, children }: PdfPageProps) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(false);
  // Height by width of this page, once it is known: it may lie where the first stands.
  const [own, setOwn] = useState<number>();
  useEffect(() => {
    if (!frame.current) return undefined;
    const observer = new IntersectionObserver((entries) => setNear(entries.some((entry) => entry.isIntersecting)), {
      rootMargin: '600px 0px',
    });
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (!near || width <= 0) return undefined;
    let gone = false;
    let task: RenderTask | undefined;
    const draw = async (): Promise<void> => {
      const drawn = await document.getPage(page);
      const target = canvas.current;
      if (gone || !target) return;
      const rotation = (drawn.rotate + turns * 90) % 360;
      const natural = drawn.getViewport({ scale: 1, rotation });
      const viewport = drawn.getViewport({
        scale: (width / natural.width) * window.devicePixelRatio * oversample,
        rotation,
      });
      setOwn(natural.height / natural.width);
      // Drawn aside, so that what is read stays until the new page is whole.
      const sheet = window.document.createElement('canvas');
      sheet.width = Math.floor(viewport.width);
      sheet.height = Math.floor(viewport.height);
      task = drawn.render({ canvas: sheet, viewport });
      await task.promise;
      target.width = sheet.width;
      target.height = sheet.height;
      target.getContext('2d')?.drawImage(sheet, 0, 0);
    };
    // Drawing that is given up because one scrolled on ends in a rejection that means nothing.
    draw().catch(() => undefined);
    return () => {
      gone = true;
      task?.cancel();
    };
  }, [document, page, width, near, oversample, turns]);
  return (
    <div ref={frame} className={styles.page} style={{ width, height: width * (own ?? ratio) }}>
      {near && <canvas ref={canvas} role="img" aria-label={label} />}
      {children}
    </div>
  );
}
