import { Button, Slider, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateInput } from '#renderer/components/date-input.tsx';
import { useNow, useToday } from '#renderer/lib/clock.tsx';
import { formatDateShort, formatDateTime, formatDateTimeShort } from '#renderer/lib/format.ts';
import { ask } from '#renderer/lib/office.ts';
import { dayOf, instantOf, timeOf } from '#shared/kernel/local-date.ts';
import { marksOf } from '../board/moments.ts';
import styles from './time-bar.module.css';

const MINUTE_MS = 60_000;
/** A key moves by an hour: a minute would be a day's work. */
const KEY_MINUTES = 60;
/** How long one rests while dragging before the board follows. */
const REST_MS = 180;

type TimeBarProps = {
  /** The minute that is shown; undefined is now. */
  at: number | undefined;
  onAt: (at: number | undefined) => void;
  /** At the right end while it is now. */
  children: ReactNode;
};

/** The board's time: any minute of the past, by dragging, by key, or by typing day and time. */
export function TimeBar({ at, onAt, children }: TimeBarProps) {
  const { t } = useTranslation('units');
  const today = useToday();
  const now = Math.floor(useNow(30_000) / MINUTE_MS);
  const moments = useQuery(ask.units.boardMoments({}));
  const from = Math.floor((moments.data?.from ?? now * MINUTE_MS) / MINUTE_MS);
  const [dragged, setDragged] = useState<number>();
  const shown = dragged ?? (at === undefined ? now : Math.floor(at / MINUTE_MS));
  const latest = useRef(onAt);
  useEffect(() => {
    latest.current = onAt;
  });
  useEffect(() => {
    if (dragged === undefined) return undefined;
    const timer = setTimeout(() => {
      latest.current(dragged >= now ? undefined : dragged * MINUTE_MS);
      setDragged(undefined);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [dragged, now]);
  const marks = marksOf(moments.data?.releases ?? [], from * MINUTE_MS, now * MINUTE_MS, dayOf);
  const past = at !== undefined;
  return (
    <div className={styles.bar} data-past={past || undefined}>
      <Button
        variant={past ? 'default' : 'transparent'}
        className={past ? undefined : styles.now}
        size="xs"
        aria-pressed={!past}
        onClick={() => onAt(undefined)}
      >
        {past ? t('time.toNow') : t('time.now')}
      </Button>
      <Slider
        className={styles.slider}
        classNames={{ markLabel: styles.markLabel, label: styles.label }}
        size={2}
        thumbSize={13}
        min={from}
        max={Math.max(now, from + 1)}
        step={1}
        value={shown}
        disabled={now <= from}
        thumbLabel={t('time.label')}
        label={(minute) => formatDateTime(minute * MINUTE_MS)}
        marks={[
          ...marks.map((mark) => ({
            value: Math.floor(mark.at / MINUTE_MS),
            label: t(mark.launch ? 'time.launch' : 'time.release', {
              day: formatDateShort(dayOf(mark.at), today),
              count: mark.units,
            }),
          })),
          { value: now, label: formatDateTimeShort(now * MINUTE_MS, today) },
        ]}
        onChange={setDragged}
        onKeyDownCapture={(event) => {
          const step = { ArrowLeft: -KEY_MINUTES, ArrowRight: KEY_MINUTES }[event.key];
          if (step === undefined || event.shiftKey) return;
          event.preventDefault();
          event.stopPropagation();
          setDragged(Math.min(now, Math.max(from, shown + step)));
        }}
      />
      {past ? <Typed at={at} onAt={onAt} /> : <div className={styles.end}>{children}</div>}
    </div>
  );
}

/** Day and minute to be typed. */
function Typed({ at, onAt }: { at: number; onAt: (at: number) => void }) {
  const { t } = useTranslation('units');
  const [time, setTime] = useState(timeOf(at));
  const [seen, setSeen] = useState(at);
  if (seen !== at) {
    setSeen(at);
    setTime(timeOf(at));
  }
  const go = (day = dayOf(at), clock = time) => {
    const [hours = 0, minutes = 0] = clock.split(':').map(Number);
    if (/^\d{1,2}:\d{2}$/.test(clock) && hours < 24 && minutes < 60) onAt(instantOf(day, hours * 60 + minutes));
  };
  return (
    <div className={styles.typed}>
      <DateInput label={t('time.day')} value={dayOf(at)} required onChange={(day) => day !== null && go(day)} />
      <TextInput
        label={t('time.clock')}
        value={time}
        inputMode="numeric"
        maxLength={5}
        onChange={(event) => setTime(event.currentTarget.value)}
        onBlur={() => go()}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) go();
        }}
      />
    </div>
  );
}
