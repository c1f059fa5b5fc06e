import { useIsMutating } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClock, useNow, useToday } from '#renderer/lib/clock.tsx';
import { formatDateTime, formatDateTimeShort } from '#renderer/lib/format.ts';
import { isCut, logAlarmOf, supersededOf, useLink } from '#renderer/lib/link-state.ts';
import type { Superseded } from '#shared/domain/terminals/standing.ts';

/** A link that is back within this, ms, moves no screen. */
const BLIP_MS = 1_500;
const MINUTE_MS = 60_000;

/** Since when the office is away, in this PC's time; undefined while it is there, and for a blink after. */
export function useCutSince(): number | undefined {
  const link = useLink();
  const since = isCut(link) && link.kind !== 'local' ? link.since : undefined;
  const [shown, setShown] = useState<number>();
  useEffect(() => {
    if (since === undefined) return setShown(undefined);
    const timer = setTimeout(() => setShown(since), BLIP_MS);
    return () => clearTimeout(timer);
  }, [since]);
  return since === undefined ? undefined : shown;
}

/** What is wrong with the log of the office, as this PC remembers it; undefined while nothing is. */
export function useLogAlarm() {
  return logAlarmOf(useLink());
}

/** Since when another PC serves the office that is open on this one; undefined while none does. */
export function useSuperseded(): Superseded | undefined {
  return supersededOf(useLink());
}

/** Another PC has taken this office over: nothing counts that is done here, and what is to be done. */
export function SupersededText({ since }: Superseded) {
  const { t } = useTranslation('shell');
  const when = since === null ? t('superseded.now') : t('superseded.since', { time: formatDateTime(since) });
  return (
    <>
      <b>{when}</b> {t('superseded.todo')}
    </>
  );
}

/** The host has another log than this PC was told of. */
export function LogBanner() {
  const { t } = useTranslation('shell');
  return <>{t('logAlarm')}</>;
}

/** From when what is on the screen is, that it can only be read, and that acts in between are being asked after. */
export function LinkBanner({ since }: { since: number }) {
  const { t } = useTranslation('shell');
  const clock = useClock();
  const today = useToday();
  const now = useNow(MINUTE_MS / 4);
  const unsure = useIsMutating();
  // The link is timed by this PC's clock, which may be wrong: what is shown is the office's.
  const cutAt = clock.ofThisPc(since);
  const minutes = Math.max(0, Math.floor((now - cutAt) / MINUTE_MS));
  const time = formatDateTimeShort(cutAt, today);
  return (
    <>
      {minutes === 0 ? t('cut.now', { time }) : t('cut.since', { time, count: minutes })} {t('cut.readOnly')}
      {unsure > 0 && <b> {t('cut.unsure', { count: unsure })}</b>}
    </>
  );
}
