import { useComputedColorScheme } from '@mantine/core';
import { useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { unitCommercialStates } from '#shared/domain/units/states.ts';
import { drawMarks, type MarkImages, markFont } from '../board/mark-images.ts';

/** A display of another scale under the window, or another zoom, changes the window's size in px too. */
function onResize(tell: () => void): () => void {
  window.addEventListener('resize', tell);
  return () => window.removeEventListener('resize', tell);
}

/** The marks in the person's language, the current scheme and the display's scale; undefined until their letters are there. */
export function useMarkImages(): MarkImages | undefined {
  const { t } = useTranslation('unitStates');
  const scheme = useComputedColorScheme();
  const scale = useSyncExternalStore(onResize, () => window.devicePixelRatio);
  const [images, setImages] = useState<MarkImages>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scheme decides what is read from the page
  useLayoutEffect(() => {
    let current = true;
    const letters = unitCommercialStates.map((state) => t(`mark.${state}`)).join('');
    const show = (): void => {
      if (current) setImages(drawMarks((state) => t(`mark.${state}`), scale));
    };
    // A letter that cannot be loaded is drawn with what there is.
    document.fonts.load(markFont(scale), letters).then(show, show);
    return () => {
      current = false;
    };
  }, [t, scheme, scale]);
  return images;
}
