import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { CheckLine, CheckLines, CheckNote } from '#renderer/components/check-lines.tsx';
import { ErrorState, RowsSkeleton } from '#renderer/components/data-states.tsx';
import { Section } from '#renderer/components/page.tsx';
import { PriceTable } from '#renderer/components/price-table.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { Money } from '#renderer/components/values.tsx';
import type { subscriptions } from '#shared/api/subscriptions.ts';
import { capitalsOf } from '#shared/kernel/capitals.ts';
import type { Refusal } from '#shared/kernel/errors.ts';
import styles from './quote-panel.module.css';

/** What the office reckons for some terms. */
export type Quote = z.output<typeof subscriptions.quote.output>;

type QuotePanelProps = {
  quote: Quote | undefined;
  error: unknown;
  onRetry: () => void;
  /** The terms have changed and the office is reckoning anew. */
  reckoning: boolean;
  /** What the form still lacks, beside what the office refuses. */
  missing: readonly Refusal[];
};

/** The price line by line, the plan with its days, and everything that stands in the way, while the form is filled in. */
export function QuotePanel({ quote, error, onRetry, reckoning, missing }: QuotePanelProps) {
  const { t } = useTranslation('subscriptions');
  return (
    <aside className={styles.panel} aria-label={t('make.reckonings')} aria-busy={reckoning}>
      {quote === undefined ? (
        error === null || error === undefined ? (
          <RowsSkeleton rows={8} />
        ) : (
          <ErrorState error={error} onRetry={onRetry} />
        )
      ) : (
        <Reckoned quote={quote} reckoning={reckoning} missing={missing} />
      )}
    </aside>
  );
}

type ReckonedProps = { quote: Quote; reckoning: boolean; missing: readonly Refusal[] };

function Reckoned({ quote, reckoning, missing }: ReckonedProps) {
  const { t } = useTranslation('subscriptions');
  const { t: common } = useTranslation('common');
  return (
    <>
      <div className={styles.price} data-stale={reckoning || undefined}>
        <span>{t('make.price')}</span>
        <b>
          <Money value={quote.price} />
        </b>
        <span>
          {quote.unitPrice !== null && (
            <>
              <Money value={quote.unitPrice} /> {common('yuanPerSquareMetre')}
            </>
          )}
        </span>
        <p lang="zh-CN">{capitalsOf(quote.price)}</p>
      </div>
      <Checks quote={quote} missing={missing} reckoning={reckoning} />
      <Section title={t('composition')} aside={t('compositionNote')} flush>
        <PriceTable
          lines={quote.lines}
          listPrice={quote.listPrice}
          price={quote.price}
          belowListPpm={quote.belowListPpm}
        />
      </Section>
      <Section title={t('plan')} flush>
        <PlanLines plan={quote.plan} />
      </Section>
    </>
  );
}

/** What stands in the way first, then who must agree, then what is worth a word. */
function Checks({ quote, missing, reckoning }: ReckonedProps) {
  const { t } = useTranslation('subscriptions');
  const { t: labels } = useTranslation('labels');
  const { refusals, warnings, needsApprovalOf } = quote;
  const clear = refusals.length === 0 && missing.length === 0;
  const post = labels(`posts.${needsApprovalOf ?? 'supervisor'}`);
  return (
    <Section
      title={t('make.checks')}
      count={
        reckoning ? (
          <Signal tone="plain">{t('make.reckoning')}</Signal>
        ) : (
          clear && <Signal tone="ok">{t('make.allClear')}</Signal>
        )
      }
    >
      <CheckLines>
        {[...refusals, ...missing].map((refusal) => (
          <CheckLine key={refusal.code} tone={refusals.includes(refusal) ? 'seal' : 'amber'}>
            <RefusalText refusal={refusal} />
          </CheckLine>
        ))}
        {needsApprovalOf !== null && (
          <CheckLine tone="amber">
            <p>
              <b>{t('make.needsApproval', { post })}</b>
            </p>
            <p>
              {quote.belowFloor
                ? t('make.belowFloor', { post })
                : t('make.needsApprovalText', { belowPpm: quote.belowListPpm })}
            </p>
          </CheckLine>
        )}
        {warnings.map((warning) => (
          <CheckLine key={warning.code} tone="plain">
            <RefusalText refusal={warning} />
          </CheckLine>
        ))}
        {clear && needsApprovalOf === null && <CheckNote>{t('make.afterSend', { post })}</CheckNote>}
      </CheckLines>
    </Section>
  );
}

function PlanLines({ plan }: { plan: Quote['plan'] }) {
  const { t } = useTranslation('subscriptions');
  const { t: labels } = useTranslation('labels');
  return (
    <table className={styles.plan} aria-label={t('plan')}>
      <thead>
        <tr>
          <th scope="col">{t('planItem')}</th>
          <th scope="col">{t('dueOn')}</th>
          <th scope="col" data-num>
            {t('due')}
          </th>
        </tr>
      </thead>
      <tbody>
        {plan.map(({ position, item, dueOn, amount }) => (
          <tr key={position}>
            <th scope="row">{labels(`planItems.${item}`)}</th>
            <td>{dueOn}</td>
            <td data-num>
              <Money value={amount} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
