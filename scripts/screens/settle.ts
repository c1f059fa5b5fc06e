import type { Page } from '@playwright/test';

const QUIET_MS = 300;
const PATIENCE_MS = 8000;

/** Waits until a page has drawn what it shows: fonts loaded, nothing loading, nothing changing. False after long. */
export function settle(page: Page): Promise<boolean> {
  return page.evaluate(
    ([quiet, patience]) =>
      new Promise<boolean>((resolve) => {
        const began = performance.now();
        let changed = began;
        const observer = new MutationObserver(() => {
          changed = performance.now();
        });
        observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
        const look = setInterval(() => {
          const now = performance.now();
          const loading = document.querySelector('.mantine-Skeleton-root, [aria-busy=true], [data-loading=true]');
          const quietNow = now - changed > quiet && loading === null && document.fonts.status === 'loaded';
          if (!quietNow && now - began < patience) return;
          clearInterval(look);
          observer.disconnect();
          resolve(quietNow);
        }, 50);
      }),
    [QUIET_MS, PATIENCE_MS] as const,
  );
}
