import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Section } from '#renderer/components/page.tsx';
import { UnitMark } from '#renderer/components/unit-state.tsx';
import { AreaText, Money } from '#renderer/components/values.tsx';
import type { CustomerDetail } from '../history.ts';
import styles from './customers.module.css';

type Deal = CustomerDetail['subscriptions'][number];

/** The homes that the household has subscribed, with their state on the board, their subscription and their contract. */
export function DealsSection({ deals, customer }: { deals: readonly Deal[]; customer: string }) {
  const { t } = useTranslation('customers');
  const first = deals[0];
  return (
    <Section
      title={t('deals.title')}
      count={deals.length}
      aside={
        <Link to={(first === undefined ? '/sales/board' : `/sales/board?unit=${first.unitId}`) as string}>
          {t('page.onBoard')}
        </Link>
      }
      flush
    >
      {deals.length === 0 ? (
        <p className={styles.note}>{t('deals.noneText')}</p>
      ) : (
        <ul className={styles.deals} aria-label={t('deals.title')}>
          {deals.map((deal) => (
            <li key={deal.id}>
              <div>
                <span className={styles.unit}>
                  <Link to={`/sales/board?unit=${deal.unitId}` as string}>{deal.unit}</Link>
                  <UnitMark state={deal.unitState} />
                </span>
                <AreaText value={deal.builtArea} unit />
                {deal.price === null ? (
                  <span className={styles.dim}>{t('deals.of', { consultant: deal.consultant })}</span>
                ) : (
                  <Money value={deal.price} />
                )}
              </div>
              {deal.mayOpen && <Papers deal={deal} customer={customer} />}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** The records of a deal, each to be opened, and who buys besides the customer. */
function Papers({ deal, customer }: { deal: Deal; customer: string }) {
  const { t } = useTranslation('customers');
  const { t: labels } = useTranslation('labels');
  const { t: contracts } = useTranslation('contracts');
  return (
    <div className={styles.records}>
      <Link to={`/contracts/subscriptions/${deal.id}` as string}>{deal.number}</Link>
      <span className={styles.dim}>{labels(`subscriptionStates.${deal.state}`)}</span>
      {deal.contract !== null && (
        <>
          <Link to={`/contracts/contracts/${deal.contract.id}` as string}>{deal.contract.number}</Link>
          <span className={styles.dim}>{contracts(`states.${deal.contract.state}`)}</span>
        </>
      )}
      {deal.buyers !== customer && (
        <span className={styles.buyers} title={deal.buyers}>
          {t('deals.buyers', { names: deal.buyers })}
        </span>
      )}
    </div>
  );
}
