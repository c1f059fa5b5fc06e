import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { quotes } from '#shared/api/quotes.ts';
import type { QuoteState } from '#shared/domain/quotes/states.ts';
import styles from './quote-list.module.css';
import { StatusBadge, type Tone } from './signal.tsx';
import { Unbroken } from './unbroken.tsx';
import { Money } from './values.tsx';

type Row = z.output<typeof quotes.list.output>[number];

const tones: Readonly<Record<QuoteState, Tone>> = { valid: 'ink', expired: 'plain', subscribed: 'ok' };

/** The state of a purchase plan as a badge. */
export function QuoteBadge({ state }: { state: QuoteState }) {
  const { t } = useTranslation('labels');
  return <StatusBadge tone={tones[state]}>{t(`quoteStates.${state}`)}</StatusBadge>;
}

type QuoteListProps = {
  rows: readonly Row[];
  beside: 'customer' | 'unit';
  /** The customer whose file it is: plans of the others of the household name them. */
  ofId?: number;
};

/** Purchase plans beside the record they belong to; `beside` names what each line need not repeat. */
export function QuoteList({ rows, beside, ofId }: QuoteListProps) {
  const { t } = useTranslation('quotes');
  return (
    <ul className={styles.list} aria-label={t('title')}>
      {rows.map((row) => (
        <li key={row.id}>
          <span className={styles.what}>
            <Link to={`/sales/quotes/${row.id}` as string}>{row.number}</Link>
            <small>
              {beside === 'customer' ? row.unit : row.customer.name}
              {ofId !== undefined && ofId !== row.customer.id && ` · ${row.customer.name}`}
              {row.state === 'valid' && <Unbroken text={` · ${t('until', { untilOn: row.validUntil })}`} />}
            </small>
          </span>
          <span className={styles.price}>
            <Money value={row.price} />
          </span>
          <QuoteBadge state={row.state} />
        </li>
      ))}
    </ul>
  );
}
