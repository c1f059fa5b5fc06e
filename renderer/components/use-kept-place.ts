import { type RefObject, useCallback, useRef, useState } from 'react';

/** How large pages are shown: as they read well, to a side of the view, or at a share of their size. */
export type Zoom = 'reading' | 'width' | 'page' | number;

/** How pages were left: their zoom, and how far they were scrolled as a share of all. */
type Place = { readonly zoom: Zoom; readonly share: number };

/** Where pages were left, by their name; as long as the window is open. */
const left = new Map<string, Place>();

type KeptPlace = {
  readonly zoom: Zoom;
  readonly setZoom: (zoom: Zoom) => void;
  /** Keeps how far the pages are scrolled now. */
  readonly onScrolled: () => void;
  /** Puts the pages back to where they were. */
  readonly putBack: () => void;
};

/** The zoom of pages and the place one reads at: kept when they are drawn larger or smaller, and under a name when they are left. */
export function useKeptPlace(pages: RefObject<HTMLElement | null>, name: string | undefined): KeptPlace {
  const before = name === undefined ? undefined : left.get(name);
  const place = useRef<Place>(before ?? { zoom: 'reading', share: 0 });
  const [zoom, setZoomNow] = useState<Zoom>(place.current.zoom);
  const keep = useCallback(
    (change: Partial<Place>): void => {
      place.current = { ...place.current, ...change };
      if (name !== undefined) left.set(name, place.current);
    },
    [name],
  );
  const setZoom = (next: Zoom): void => {
    keep({ zoom: next });
    setZoomNow(next);
  };
  const onScrolled = (): void => {
    const { scrollTop = 0, scrollHeight = 0 } = pages.current ?? {};
    if (scrollHeight > 0) keep({ share: scrollTop / scrollHeight });
  };
  const putBack = useCallback((): void => {
    pages.current?.scrollTo({ top: place.current.share * pages.current.scrollHeight, behavior: 'instant' });
  }, [pages]);
  return { zoom, setZoom, onScrolled, putBack };
}
