import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { CheckLine, CheckLines, CheckNote } from '#renderer/components/check-lines.tsx';
import { ErrorState, RowsSkeleton } from '#renderer/components/data-states.tsx';
import { ScrollArea, Section } from '#renderer/components/page.tsx';
import { PriceTable } from '#renderer/components/price-table.tsx';
import { SectionPair } from '#renderer/components/record-body.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { Money } from '#renderer/components/values.tsx';
import type { quotes } from '#shared/api/quotes.ts';
import type { QuoteReckoning } from '#shared/domain/quotes/reckoning.ts';
import { capitalsOf } from '#shared/kernel/capitals.ts';
import { FeesTable } from './fees-table.tsx';
import styles from './quotes.module.css';
import { type Way, WaysTable } from './ways-table.tsx';

type Plan = z.output<typeof quotes.reckon.output>;

type PlanResultProps = {
  plan: Plan | undefined;
  /** The terms have changed and the office is reckoning anew. */
  reckoning: boolean;
  error: unknown;
  onRetry: () => void;
  /** What the form still lacks. */
  missing: readonly string[];
};

/** What the office reckons while the form is filled in: price, what stands in the way, ways to pay, taxes and fees. */
export function PlanResult({ plan, reckoning, error, onRetry, missing }: PlanResultProps) {
  const { t } = useTranslation('quotes');
  const { t: common } = useTranslation('common');
  if (plan === undefined)
    return (
      <section className={styles.result} aria-label={t('results')}>
        {error === null || error === undefined ? (
          <RowsSkeleton rows={12} />
        ) : (
          <ErrorState error={error} onRetry={onRetry} />
        )}
      </section>
    );
  return (
    <section className={styles.result} aria-busy={reckoning}>
      <ScrollArea label={t('results')}>
        <div className={styles.price} data-stale={reckoning || undefined}>
          <span>{t('price')}</span>
          <b>
            <Money value={plan.price} />
          </b>
          {plan.unitPrice !== null && (
            <span>
              <Money value={plan.unitPrice} /> {common('yuanPerSquareMetre')}
            </span>
          )}
          <span lang="zh-CN">{capitalsOf(plan.price)}</span>
        </div>
        <Checks plan={plan} reckoning={reckoning} missing={missing} />
        <PlanTables reckoning={plan} besideForm />
      </ScrollArea>
    </section>
  );
}

function Checks({ plan, reckoning, missing }: Pick<PlanResultProps, 'reckoning' | 'missing'> & { plan: Plan }) {
  const { t } = useTranslation('quotes');
  const clear = plan.refusals.length === 0 && missing.length === 0;
  return (
    <Section
      title={t('checks')}
      count={
        reckoning ? (
          <Signal tone="plain">{t('reckoning')}</Signal>
        ) : (
          clear && <Signal tone="ok">{t('clear', { untilOn: plan.validUntil })}</Signal>
        )
      }
    >
      <CheckLines>
        {plan.refusals.map((refusal) => (
          <CheckLine key={refusal.code} tone="seal">
            <RefusalText refusal={refusal} />
          </CheckLine>
        ))}
        {missing.map((text) => (
          <CheckLine key={text} tone="amber">
            <p>{text}</p>
          </CheckLine>
        ))}
        {plan.warnings.map((warning) => (
          <CheckLine key={warning.code} tone="plain">
            <RefusalText refusal={warning} />
          </CheckLine>
        ))}
        <CheckNote>{t('notReserved')}</CheckNote>
      </CheckLines>
    </Section>
  );
}

type PlanTablesProps = {
  reckoning: QuoteReckoning;
  onSubscribe?: ((way: Way) => void) | undefined;
  besideForm?: boolean;
};

/** The ways to pay side by side, the price line by line, taxes and fees. */
export function PlanTables({ reckoning, onSubscribe, besideForm = false }: PlanTablesProps) {
  const { t } = useTranslation('quotes');
  const { t: words } = useTranslation('subscriptions');
  return (
    <>
      <Section title={t('compare')} aside={t('compareNote')} flush>
        <WaysTable ways={reckoning.ways} onSubscribe={onSubscribe} />
      </Section>
      <SectionPair stacks={besideForm}>
        <Section title={words('composition')} aside={words('compositionNote')} flush>
          <PriceTable
            lines={reckoning.lines}
            listPrice={reckoning.listPrice}
            price={reckoning.price}
            belowListPpm={reckoning.belowListPpm}
          />
        </Section>
        <Section title={t('fees')} aside={t('feesNote')} flush>
          <FeesTable fees={reckoning.fees} feesTogether={reckoning.feesTogether} price={reckoning.price} />
        </Section>
      </SectionPair>
    </>
  );
}
