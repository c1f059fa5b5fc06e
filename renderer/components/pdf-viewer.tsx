import { ActionIcon } from '@mantine/core';
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, RowsSkeleton } from './data-states.tsx';
import { PdfPage } from './pdf-page.tsx';
import styles from './pdf-viewer.module.css';
import { useInnerSize } from './use-inner-size.ts';
import { type OpenPdf, usePdf } from './use-pdf.ts';

/** A place on a page that something is said about; x, y, width and height as shares of the page, from its top left. */
export type PdfMark = { page: number; x: number; y: number; width: number; height: number; label: string };

type PdfViewerProps = {
  /** The file; undefined while it is being fetched. */
  bytes: Uint8Array | undefined;
  label?: string;
  marks?: readonly PdfMark[];
  thumbnails?: boolean;
  /** Quarter turns clockwise by which every page is turned. */
  turns?: number;
  /** The only page that is shown. */
  only?: number;
  /** At the right end of the bar. */
  aside?: ReactNode;
};

/** Widths of A4 at 100 %, in CSS px. */
const A4_WIDTH = 794;
const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3];

/** Zoom beyond which a page is not opened: on a wide screen less of it would be seen, larger than it reads well. */
const READING_ZOOM = 1.25;

/** The real pages of a paper: thumbnails, zoom, and marks on what is wrong. */
export function PdfViewer({ bytes, ...props }: PdfViewerProps) {
  const { t } = useTranslation('parts');
  const pdf = usePdf(bytes);
  if (pdf.state === 'failed') return <EmptyState title={t('print.document')} text={t('print.failed')} />;
  if (pdf.state === 'loading') return <RowsSkeleton />;
  return <OpenDocument pdf={pdf} {...props} />;
}

type OpenDocumentProps = Omit<PdfViewerProps, 'bytes'> & { pdf: Extract<OpenPdf, { state: 'open' }> };

function OpenDocument({ pdf, label, marks = [], thumbnails = true, turns = 0, only, aside }: OpenDocumentProps) {
  const { t } = useTranslation('parts');
  const [zoom, setZoom] = useState<'reading' | 'width' | 'page' | number>('reading');
  const [current, setCurrent] = useState(1);
  const pages = useRef<HTMLElement>(null);
  const { width: room, height: roomHeight } = useInnerSize(pages);
  const count = pdf.document.numPages;
  const all = Array.from({ length: count }, (_unused, index) => index + 1);
  const numbers = only === undefined ? all : all.filter((page) => page === only);
  const ratio = turns % 2 === 0 ? pdf.ratio : 1 / pdf.ratio;
  const widths = {
    reading: Math.min(room, A4_WIDTH * READING_ZOOM),
    width: room,
    page: Math.min(room, roomHeight / ratio),
  };
  const width = typeof zoom === 'number' ? A4_WIDTH * zoom : widths[zoom];
  const show = (page: number): void => {
    setCurrent(page);
    pages.current?.querySelector(`[data-page="${page}"]`)?.scrollIntoView({ block: 'start' });
  };
  const step = (direction: 1 | -1): void => {
    const now = width / A4_WIDTH;
    const next = direction === 1 ? zooms.find((one) => one > now + 0.01) : zooms.findLast((one) => one < now - 0.01);
    if (next !== undefined) setZoom(next);
  };
  const onScroll = (): void => {
    const top = pages.current?.getBoundingClientRect().top ?? 0;
    const seen = [...(pages.current?.querySelectorAll<HTMLElement>('[data-page]') ?? [])].find(
      (one) => one.getBoundingClientRect().bottom > top + 80,
    );
    if (seen) setCurrent(Number(seen.dataset['page']));
  };
  return (
    <div className={styles.viewer} data-bare={!thumbnails || undefined}>
      {thumbnails && (
        <nav className={styles.thumbnails} aria-label={t('print.thumbnails')}>
          {numbers.map((page) => (
            <button
              key={page}
              type="button"
              aria-label={t('print.page', { page })}
              aria-current={page === current ? 'page' : undefined}
              data-marked={marks.some((mark) => mark.page === page) || undefined}
              onClick={() => show(page)}
            >
              <span data-frame>
                <PdfPage
                  document={pdf.document}
                  page={page}
                  width={60}
                  oversample={4}
                  ratio={pdf.ratio}
                  label={t('print.page', { page })}
                />
              </span>
              <span aria-hidden="true">{page}</span>
            </button>
          ))}
        </nav>
      )}
      <div className={styles.main}>
        <div className={styles.bar}>
          <span>{t('print.pages', { page: only ?? current, count })}</span>
          <ActionIcon variant="subtle" color="gray" size={24} aria-label={t('print.zoomOut')} onClick={() => step(-1)}>
            <IconZoomOut size={15} />
          </ActionIcon>
          <span>{Math.round((width / A4_WIDTH) * 100)} %</span>
          <ActionIcon variant="subtle" color="gray" size={24} aria-label={t('print.zoomIn')} onClick={() => step(1)}>
            <IconZoomIn size={15} />
          </ActionIcon>
          <button
            type="button"
            className={styles.link}
            aria-pressed={zoom === 'width' || (zoom === 'reading' && width === room)}
            onClick={() => setZoom('width')}
          >
            {t('print.fitWidth')}
          </button>
          <button type="button" className={styles.link} aria-pressed={zoom === 'page'} onClick={() => setZoom('page')}>
            {t('print.fitPage')}
          </button>
          {aside !== undefined && <div className={styles.aside}>{aside}</div>}
        </div>
        {/* Reachable by keyboard, so that the arrow keys scroll the pages. */}
        <section
          className={styles.pages}
          ref={pages}
          tabIndex={0}
          aria-label={label ?? t('print.document')}
          onScroll={onScroll}
        >
          {numbers.map((page) => (
            <div key={page} data-page={page}>
              <PdfPage
                document={pdf.document}
                page={page}
                width={width}
                ratio={ratio}
                turns={turns}
                label={t('print.page', { page })}
              >
                {marks
                  .filter((mark) => mark.page === page)
                  .map((mark) => (
                    <span
                      key={`${mark.x} ${mark.y}`}
                      className={styles.mark}
                      role="img"
                      aria-label={mark.label}
                      title={mark.label}
                      style={{
                        left: `${mark.x * 100}%`,
                        top: `${mark.y * 100}%`,
                        width: `${mark.width * 100}%`,
                        height: `${mark.height * 100}%`,
                      }}
                    />
                  ))}
              </PdfPage>
            </div>
          ))}
        </section>
      </div>
    </div>
  );
}
