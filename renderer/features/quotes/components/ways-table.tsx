import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Money } from '#renderer/components/values.tsx';
import { formatPercent } from '#renderer/lib/format.ts';
import { usePlanTitle } from '#renderer/lib/plan-title.ts';
import type { RepaymentSummary } from '#shared/domain/loans/repayment.ts';
import { planCodeOf } from '#shared/domain/plans/naming.ts';
import { type PlanItem, planItems } from '#shared/domain/plans/states.ts';
import type { QuoteReckoning } from '#shared/domain/quotes/reckoning.ts';
import styles from './quotes.module.css';

/** A way to pay as the office reckons it. */
export type Way = QuoteReckoning['ways'][number];

const MONTHS = 12;
/** Shares have two decimals. */
const SHARE_STEP_PPM = 100;

type WaysTableProps = {
  ways: readonly Way[];
  /** Subscribes by one of the ways; without it the table only shows. */
  onSubscribe?: ((way: Way) => void) | undefined;
};

/** The ways to pay side by side: what is paid when, what is lent, what a month costs. */
export function WaysTable({ ways, onSubscribe }: WaysTableProps) {
  const { t } = useTranslation('quotes');
  const { t: labels } = useTranslation('labels');
  const title = usePlanTitle();
  const nameOf = (way: Way) => title({ planKind: way.planKind, planName: way.label });
  const lent = ways.some(({ loans }) => loans.length > 0);
  const row = (head: ReactNode, cell: (way: Way) => ReactNode, key: string) => (
    <tr key={key}>
      <th scope="row">{head}</th>
      {ways.map((way) => (
        <td key={planCodeOf(way)}>{cell(way)}</td>
      ))}
    </tr>
  );
  return (
    <table className={styles.ways} aria-label={t('compare')}>
      <colgroup>
        <col className={styles.wayHead} />
        {ways.map((way) => (
          <col key={planCodeOf(way)} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('way')}</th>
          {ways.map((way) => (
            <th key={planCodeOf(way)} scope="col">
              <span className={styles.wayName}>
                <b>{nameOf(way)}</b>
                {onSubscribe && (
                  <Button variant="subtle" size="compact-sm" onClick={() => onSubscribe(way)}>
                    {t('subscribeBy')}
                  </Button>
                )}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {row(
          t('self'),
          ({ downPayment }) => (
            <Pair name={t('selfShare', { ratePpm: Math.round(downPayment.ratePpm / SHARE_STEP_PPM) * SHARE_STEP_PPM })}>
              <Money value={downPayment.amount} strong />
            </Pair>
          ),
          'self',
        )}
        {placesOf(ways).map(({ item, nth }) =>
          row(
            labels(`planItems.${item}`),
            ({ plan }) => {
              const line = plan.filter((one) => one.item === item)[nth];
              return (
                line && (
                  <Pair name={line.dueOn}>
                    <Money value={line.amount} />
                  </Pair>
                )
              );
            },
            `${item} ${nth}`,
          ),
        )}
        {lent &&
          row(
            t('years'),
            ({ loans: [loan] }) =>
              loan ? <Pair name="">{t('yearsOf', { years: loan.months / MONTHS })}</Pair> : <Nothing />,
            'years',
          )}
        {lent &&
          row(
            t('rate'),
            ({ loans }) =>
              loans.map(({ kind, ratePpm }) => (
                <Pair key={kind} name={loans.length > 1 ? labels(`planItems.${kind}`) : ''}>
                  {formatPercent(ratePpm)}
                </Pair>
              )),
            'rate',
          )}
        {lent &&
          row(
            t('equalInstalments'),
            ({ repayment }) => repayment && <Repaid summary={repayment.equalInstalments} first={t('monthly')} />,
            'instalments',
          )}
        {lent &&
          row(
            t('equalPrincipal'),
            ({ repayment }) => repayment && <Repaid summary={repayment.equalPrincipal} first={t('first')} />,
            'principal',
          )}
      </tbody>
    </table>
  );
}

function Nothing() {
  const { t } = useTranslation('quotes');
  return <span className={styles.dim}>{t('noLoan')}</span>;
}

function Repaid({ summary, first }: { summary: RepaymentSummary; first: string }) {
  const { t } = useTranslation('quotes');
  return (
    <>
      <Pair name={first}>
        <Money value={summary.first} strong />
      </Pair>
      <Pair name={t('last')}>
        <Money value={summary.last} />
      </Pair>
      <Pair name={t('interest')}>
        <Money value={summary.interest} />
      </Pair>
    </>
  );
}

function Pair({ name, children }: { name: string; children: ReactNode }) {
  return (
    <span className={styles.pair}>
      <small>{name}</small>
      <span>{children}</span>
    </span>
  );
}

/** One row for each item of any plan, the first, second … of its kind beside that of the other ways. */
function placesOf(ways: readonly Way[]): { item: PlanItem; nth: number }[] {
  return planItems.flatMap((item) => {
    const most = Math.max(0, ...ways.map(({ plan }) => plan.filter((line) => line.item === item).length));
    return Array.from({ length: most }, (_, nth) => ({ item, nth }));
  });
}
