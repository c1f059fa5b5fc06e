import { type RefObject, useEffect } from 'react';

/**
 * Takes pictures and files that are pasted while a place is on the screen: a scan that was copied needs no file. Text
 * fields keep what is pasted into them, and of several places the one in the open drawer, the last, takes it.
 */
export function usePaste(
  active: boolean,
  place: RefObject<HTMLElement | null>,
  onFiles: (files: File[]) => void,
): void {
  useEffect(() => {
    if (!active) return;
    const onPaste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      const places = document.querySelectorAll('[data-takes-paste]');
      if (files.length === 0 || places.item(places.length - 1) !== place.current) return;
      event.preventDefault();
      onFiles(files);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  });
}
