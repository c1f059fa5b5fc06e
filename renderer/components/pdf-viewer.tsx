import { ActionIcon } from '@mantine/core';
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHotkey } from '../lib/hotkeys.ts';
import { EmptyState, RowsSkeleton } from './data-states.tsx';
import { HotkeyHint } from './hotkey-hint.tsx';
import { PdfPage } from './pdf-page.tsx';
import styles from './pdf-viewer.module.css';
import { useInnerSize } from './use-inner-size.ts';
import { useKeptPlace } from './use-kept-place.ts';
import { type PdfMark, type PdfPlace, usePageMarks } from './use-page-marks.ts';
import { type OpenPdf, usePdf } from './use-pdf.ts';

type PdfViewerProps = {
  /** The file; undefined while it is being fetched. */
  bytes: Uint8Array | undefined;
  label?: string;
  /** What something is said about: it is marked where the pages say it, and stepped through. */
  places?: readonly PdfPlace[] | undefined;
  /** Which of them stand on which pages, once that is known. */
  onFound?: ((marks: readonly PdfMark[]) => void) | undefined;
  /** The mark that is shown; another object with the same name shows it again. */
  shown?: { readonly key: string } | undefined;
  thumbnails?: boolean;
  /** Quarter turns clockwise by which every page is turned. */
  turns?: number;
  /** Name under which it is opened again, while the window is open, where it was left. */
  keptAs?: string | undefined;
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

const nothing: readonly PdfPlace[] = [];
const noMarks: readonly PdfMark[] = [];

function OpenDocument({ pdf, label, thumbnails = true, turns = 0, only, aside, ...props }: OpenDocumentProps) {
  const { t } = useTranslation('parts');
  const [current, setCurrent] = useState(1);
  const pages = useRef<HTMLElement>(null);
  const { places = nothing, onFound, shown, keptAs } = props;
  const { zoom, setZoom, onScrolled, putBack } = useKeptPlace(pages, keptAs);
  const found = usePageMarks(pdf.document, places);
  const marks = found ?? noMarks;
  const parts = marks.flatMap(({ parts: of, ...mark }) => of.map((part) => ({ ...mark, ...part })));
  const [at, setAt] = useState<string>();
  const goTo = useCallback((key: string): void => {
    setAt(key);
    pages.current?.querySelector(`[data-mark="${key}"]`)?.scrollIntoView({ block: 'center' });
  }, []);
  useEffect(() => {
    if (found !== undefined) onFound?.(found);
  }, [onFound, found]);
  useEffect(() => {
    if (shown !== undefined) goTo(shown.key);
  }, [shown, goTo]);
  const next = (step: 1 | -1): void => {
    const now = marks.findIndex(({ key }) => key === at);
    const first = step === 1 ? 0 : marks.length - 1;
    const mark = marks[now < 0 ? first : (now + step + marks.length) % marks.length];
    if (mark !== undefined) goTo(mark.key);
  };
  useHotkey('F8', marks.length > 0 ? () => next(1) : undefined);
  useHotkey('Shift+F8', marks.length > 0 ? () => next(-1) : undefined);
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
  // Before it is seen at its new width: one reads on where one was.
  useLayoutEffect(() => {
    if (width > 0) putBack();
  }, [width, putBack]);
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
    onScrolled();
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
              data-marked={parts.find((part) => part.page === page && part.tone === 'seal')?.tone}
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
          {marks.length > 0 && <span className={styles.legend}>{t('print.marked')}</span>}
          {(aside !== undefined || marks.length > 0) && (
            <div className={styles.aside}>
              {aside}
              {marks.length > 0 && (
                <button type="button" className={styles.link} onClick={() => next(1)}>
                  {t('print.nextMark')}
                  <HotkeyHint keys="F8" />
                </button>
              )}
            </div>
          )}
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
                {parts
                  .filter((part) => part.page === page)
                  .map((part) => (
                    <span
                      key={`${part.key} ${part.y}`}
                      className={styles.mark}
                      data-mark={part.key}
                      data-tone={part.tone}
                      data-at={part.key === at || undefined}
                      role="img"
                      aria-label={part.label}
                      title={part.label}
                      style={{
                        left: `${part.x * 100}%`,
                        top: `${part.y * 100}%`,
                        width: `${part.width * 100}%`,
                        height: `${part.height * 100}%`,
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
