import { useTranslation } from 'react-i18next';
import type { Area } from '#shared/kernel/area.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Fen } from '#shared/kernel/money.ts';
import { useNow, useToday } from '../lib/clock.tsx';
import {
  formatArea,
  formatDateTime,
  formatDateTimeShort,
  formatPercent,
  formatRemaining,
  moneyParts,
} from '../lib/format.ts';
import styles from './values.module.css';

function Nothing() {
  return <span className={styles.none}>–</span>;
}

type MoneyProps = {
  value: Fen | null | undefined;
  strong?: boolean;
  /** Shows a plus on gains, for differences. */
  signed?: boolean;
};

/** An amount in yuan: tabular, separators, the cents one step back. The unit stands in the column's head. */
export function Money({ value, strong, signed }: MoneyProps) {
  if (value === null || value === undefined) return <Nothing />;
  const { sign, whole, cents } = moneyParts(value);
  return (
    <span className={styles.number} data-strong={strong || undefined}>
      {sign === '' && signed && value > 0 ? '+' : sign}
      {whole}
      <small>.{cents}</small>
    </span>
  );
}

/** An area; `unit` adds m² where no column head or label says it. */
export function AreaText({ value, unit }: { value: Area | null | undefined; unit?: boolean }) {
  if (value === null || value === undefined) return <Nothing />;
  return (
    <span className={styles.number}>
      {formatArea(value)}
      {unit && ' m²'}
    </span>
  );
}

/** A rate in parts per million as a percentage. */
export function Percent({ ppm }: { ppm: number | null | undefined }) {
  if (ppm === null || ppm === undefined) return <Nothing />;
  return <span className={styles.number}>{formatPercent(ppm)}</span>;
}

/** A day, `2026-11-23`. */
export function DateText({ day }: { day: LocalDate | null | undefined }) {
  return day ? <time dateTime={day}>{day}</time> : <Nothing />;
}

/** An instant on the office's clock; `short` leaves out what today makes plain. */
export function DateTimeText({ at, short }: { at: number | null | undefined; short?: boolean }) {
  const today = useToday();
  if (at === null || at === undefined) return <Nothing />;
  return (
    <time title={formatDateTime(at)} className={styles.number}>
      {short ? formatDateTimeShort(at, today) : formatDateTime(at)}
    </time>
  );
}

/** Seconds left to an instant by the office's clock, `4:32`; afterwards the word for it. */
export function Countdown({ expiresAt, expired }: { expiresAt: number; expired?: string }) {
  const { t } = useTranslation('common');
  const now = useNow(1000);
  const left = expiresAt - now;
  return (
    <span className={styles.number} role="timer">
      {left > 0 ? formatRemaining(left) : (expired ?? t('expired'))}
    </span>
  );
}
