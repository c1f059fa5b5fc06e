import { useComputedColorScheme } from '@mantine/core';
import { useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { unitCommercialStates } from '#shared/domain/units/states.ts';
import { type BoardPalette, loadFaces, readPalette } from '../board/palette.ts';

/** A display of another scale under the window, or another zoom, changes the window's size in px too. */
function onResize(tell: () => void): () => void {
  window.addEventListener('resize', tell);
  return () => window.removeEventListener('resize', tell);
}

/**
 * What cells are drawn with in the person's language, the current scheme and the display's scale; undefined until the letters are
 * there, and another one when more of them have come, since what was drawn without them is to be drawn again.
 */
export function useBoardPalette(): BoardPalette | undefined {
  const { t } = useTranslation('unitStates');
  const scheme = useComputedColorScheme();
  const scale = useSyncExternalStore(onResize, () => window.devicePixelRatio);
  const [palette, setPalette] = useState<BoardPalette>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scheme decides what is read from the page
  useLayoutEffect(() => {
    let current = true;
    const letters = unitCommercialStates.map((state) => t(`mark.${state}`)).join('');
    const read = () => {
      if (current) setPalette(readPalette((state) => t(`mark.${state}`), scale));
    };
    // A name may be written with letters of a part of the face that only comes once it is asked for.
    const { fonts } = document;
    void loadFaces(letters, scale).then(() => {
      read();
      if (current) fonts.addEventListener('loadingdone', read);
    });
    return () => {
      current = false;
      fonts.removeEventListener('loadingdone', read);
    };
  }, [t, scheme, scale]);
  return palette;
}
