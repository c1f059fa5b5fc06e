import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Section } from '#renderer/components/page.tsx';
import { DueSignal, Signal } from '#renderer/components/signal.tsx';
import { Money } from '#renderer/components/values.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatDateShort } from '#renderer/lib/format.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import type { CustomerDetail } from '../history.ts';
import styles from './customers.module.css';

/** What the customer owes, has paid and still owes, line by line. */
export function MoneySection({ money }: { money: CustomerDetail['money'] }) {
  const { t } = useTranslation('customers');
  const { t: common } = useTranslation('common');
  const { t: labels } = useTranslation('labels');
  const today = useToday();
  if (money === null)
    return (
      <Section title={t('money.title')} flush>
        <p className={styles.note}>{t('money.hidden')}</p>
      </Section>
    );
  const several = new Set(money.lines.map(({ subscriptionId }) => subscriptionId)).size > 1;
  return (
    <Section title={t('money.title')} aside={common('yuan')} flush>
      <dl className={styles.sums}>
        {(['due', 'paid', 'open'] as const).map((one) => (
          <div key={one}>
            <dt>{t(`money.${one}`)}</dt>
            <dd>
              <Money value={money[one]} strong={one === 'open'} />
            </dd>
          </div>
        ))}
      </dl>
      {money.lines.length > 0 && (
        <table className={styles.table} aria-label={t('money.title')}>
          <thead>
            <tr>
              <th scope="col">{t('money.item')}</th>
              <th scope="col">{t('money.dueOn')}</th>
              <th scope="col" data-num>
                {t('money.amount')}
              </th>
              <th scope="col">{t('list.stateColumn')}</th>
            </tr>
          </thead>
          <tbody>
            {money.lines.map((line) => (
              <tr key={`${line.subscriptionId} ${line.position}`}>
                <td className={styles.cut} title={`${line.unit} ${labels(`planItems.${line.item}`)}`}>
                  <Link to={`/contracts/subscriptions/${line.subscriptionId}` as string}>
                    {several && `${line.unit} `}
                    {labels(`planItems.${line.item}`)}
                  </Link>
                </td>
                <td>{formatDateShort(line.dueOn, today)}</td>
                <td data-num>
                  <Money value={line.amount} />
                </td>
                <td>
                  <LineState line={line} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {money.receipts.length > 0 && <Receipts receipts={money.receipts} />}
    </Section>
  );
}

/** What was received, newest first; a voided receipt is struck through. */
function Receipts({ receipts }: { receipts: NonNullable<CustomerDetail['money']>['receipts'] }) {
  const { t } = useTranslation('customers');
  const { t: labels } = useTranslation('labels');
  const today = useToday();
  return (
    <table className={`${styles.table} ${styles.receipts}`} aria-label={t('money.receipts')}>
      <thead>
        <tr>
          <th scope="col">{t('money.receipt')}</th>
          <th scope="col">{t('money.receivedOn')}</th>
          <th scope="col" data-num>
            {t('money.amount')}
          </th>
          <th scope="col">{t('money.item')}</th>
        </tr>
      </thead>
      <tbody>
        {receipts.map((receipt) => (
          <tr key={receipt.id} data-void={receipt.state === 'voided' || undefined}>
            <td title={receipt.unit}>
              {receipt.subscriptionId === null ? (
                receipt.number
              ) : (
                <Link to={`/contracts/subscriptions/${receipt.subscriptionId}` as string}>{receipt.number}</Link>
              )}
            </td>
            <td>{formatDateShort(dayOf(receipt.at), today)}</td>
            <td data-num>
              <Money value={receipt.amount} />
            </td>
            <td className={styles.cut}>
              {receipt.state === 'voided' ? t('money.voided') : labels(`receiptItems.${receipt.item}`)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function LineState({ line }: { line: NonNullable<CustomerDetail['money']>['lines'][number] }) {
  const { t } = useTranslation('customers');
  if (line.open === 0) return <Signal tone="ok">{t('money.received')}</Signal>;
  if (line.loan) return <Signal tone="plain">{t('money.expected')}</Signal>;
  return line.open < line.amount ? <Signal tone="amber">{t('money.partly')}</Signal> : <DueSignal dueOn={line.dueOn} />;
}
