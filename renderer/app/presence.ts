import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { isCut, linkNow } from '#renderer/lib/link-state.ts';
import { connectOffice } from '#renderer/lib/office.ts';
import type { OfficeClock } from '#renderer/lib/office-clock.ts';

/** How often the office is told that the person is there, at most. */
const TOUCH_MS = 30_000;

/** By what it is seen that somebody is there. */
const signs = ['keydown', 'pointerdown', 'wheel'] as const;

/** How often it is looked whether somebody is still there while the office is away, ms. */
const COVER_LOOK_MS = 5_000;

/** Covers the screen once nobody has touched it for a while and the office, which else does that, can't be asked. */
export function useCover(clock: OfficeClock, minutes: number, cover: () => void): void {
  const latest = useRef(cover);
  useEffect(() => {
    latest.current = cover;
  });
  useEffect(() => {
    let last = clock.now();
    const here = () => {
      last = clock.now();
    };
    const look = setInterval(() => {
      if (isCut(linkNow()) && clock.now() - last > minutes * 60_000) latest.current();
    }, COVER_LOOK_MS);
    for (const event of signs) window.addEventListener(event, here, { passive: true });
    return () => {
      clearInterval(look);
      for (const event of signs) window.removeEventListener(event, here);
    };
  }, [clock, minutes]);
}

/** Tells the office at most every half minute that somebody works here, and follows its clock. */
export function usePresence(clock: OfficeClock): void {
  const client = useQueryClient();
  useEffect(() => {
    let last = 0;
    const touch = () => {
      if (clock.now() - last < TOUCH_MS) return;
      last = clock.now();
      connectOffice()
        .then((office) => office.session.touch({}))
        .then(({ now }) => clock.setBy(now))
        .catch(() => client.invalidateQueries({ queryKey: ['session'] }));
    };
    const look = setInterval(() => void client.invalidateQueries({ queryKey: ['session', 'current'] }), TOUCH_MS);
    for (const event of signs) window.addEventListener(event, touch, { passive: true });
    return () => {
      clearInterval(look);
      for (const event of signs) window.removeEventListener(event, touch);
    };
  }, [client, clock]);
}
