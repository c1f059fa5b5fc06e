import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { connectOffice } from '#renderer/lib/office.ts';

/** Before the feed is asked for anew, once it has ended. */
const AGAIN_MS = 1_000;
/** What changes within so long is shown together: on a launch day homes go by the second. */
const TOGETHER_MS = 250;

/** Keeps what the customers' screen shows true while it is mounted: the office says that something changed, and no more. */
export function useShownChanges(): void {
  const client = useQueryClient();
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void client.invalidateQueries({ queryKey: ['kiosk'] });
      }, TOGETHER_MS);
    };
    const follow = async (): Promise<void> => {
      while (!signal.aborted) {
        try {
          const office = await connectOffice();
          for await (const _change of await office.kiosk.changes({}, { signal })) show();
        } catch {
          // The way to the office is gone; it is tried again below.
        }
        if (signal.aborted) return;
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
        // What was missed meanwhile.
        show();
      }
    };
    void follow();
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [client]);
}
