import { useComputedColorScheme } from '@mantine/core';
import { useLayoutEffect, useState } from 'react';
import { type MapColours, readMapColours } from '../board/minimap.ts';

/** Colours of the small maps in the current scheme; read again when it changes. */
export function useMapColours(): MapColours | undefined {
  const scheme = useComputedColorScheme();
  const [colours, setColours] = useState<MapColours>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scheme decides what is read from the page
  useLayoutEffect(() => setColours(readMapColours()), [scheme]);
  return colours;
}
