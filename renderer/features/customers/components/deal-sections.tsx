import { IconFileText } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Section } from '#renderer/components/page.tsx';
import { DueSignal, Signal, StatusBadge } from '#renderer/components/signal.tsx';
import { UnitMark } from '#renderer/components/unit-state.tsx';
import { AreaText, Money } from '#renderer/components/values.tsx';
import { useToday } from '#renderer/lib/clock.tsx';
import { formatDateShort } from '#renderer/lib/format.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import type { CustomerDetail } from '../history.ts';
import styles from './customers.module.css';

/** The homes that the customer has subscribed, with their state on the board. */
export function DealsSection({ deals }: { deals: CustomerDetail['subscriptions'] }) {
  const { t } = useTranslation('customers');
  const { t: labels } = useTranslation('labels');
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
        <table className={styles.table} aria-label={t('deals.title')}>
          <thead>
            <tr>
              <th scope="col">{t('deals.unit')}</th>
              <th scope="col" data-num>
                {t('deals.area')}
              </th>
              <th scope="col" data-num>
                {t('deals.price')}
              </th>
              <th scope="col">{t('list.stateColumn')}</th>
            </tr>
          </thead>
          <tbody>
            {deals.map((deal) => (
              <tr key={deal.id}>
                <td>
                  <span className={styles.unit}>
                    <Link to={`/contracts/subscriptions/${deal.id}` as string}>{deal.unit}</Link>
                    <UnitMark state={deal.unitState} />
                  </span>
                </td>
                <td data-num>
                  <AreaText value={deal.builtArea} />
                </td>
                <td data-num>
                  <Money value={deal.price} />
                </td>
                <td>{labels(`subscriptionStates.${deal.state}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

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
                <td title={line.unit}>
                  {several && `${line.unit} `}
                  {labels(`planItems.${line.item}`)}
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
    </Section>
  );
}

function LineState({ line }: { line: NonNullable<CustomerDetail['money']>['lines'][number] }) {
  const { t } = useTranslation('customers');
  if (line.open === 0) return <Signal tone="ok">{t('money.received')}</Signal>;
  if (line.loan) return <Signal tone="plain">{t('money.expected')}</Signal>;
  return line.open < line.amount ? <Signal tone="amber">{t('money.partly')}</Signal> : <DueSignal dueOn={line.dueOn} />;
}

/** The papers of the customer's deals. */
export function PapersSection({ papers }: { papers: CustomerDetail['documents'] }) {
  const { t } = useTranslation('customers');
  const { t: documents } = useTranslation('documents');
  const today = useToday();
  return (
    <Section title={t('papers.title')} count={papers.length} flush>
      {papers.length === 0 && <p className={styles.note}>{t('papers.none')}</p>}
      <ul className={styles.lines} aria-label={t('papers.title')}>
        {papers.map((paper) => (
          <li key={paper.id}>
            <IconFileText size={15} stroke={1.6} aria-hidden="true" />
            <Link to={`/contracts/documents/${paper.id}` as string}>
              {documents(`kinds.${paper.kind}`)} {paper.number}
            </Link>
            <span className={styles.dim}>
              {paper.state === 'issued' ? (
                paper.copiesPrinted > 0 ? (
                  t('papers.copies', { count: paper.copiesPrinted })
                ) : (
                  formatDateShort(dayOf(paper.issuedAt), today)
                )
              ) : (
                <StatusBadge tone={paper.state === 'issuing' ? 'amber' : 'plain'}>
                  {documents(`states.${paper.state}`)}
                </StatusBadge>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
