import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { ActionBar } from '#renderer/components/action-bar.tsx';
import { Loaded } from '#renderer/components/data-states.tsx';
import { Facts, Page, PageHeader, ScrollArea, Section } from '#renderer/components/page.tsx';
import { HouseTypePlan } from '#renderer/components/plan-picture.tsx';
import { QuoteBadge } from '#renderer/components/quote-list.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { SubjectPapers } from '#renderer/components/subject-papers.tsx';
import { DateText } from '#renderer/components/values.tsx';
import { useRecordId } from '#renderer/lib/address.ts';
import { ask } from '#renderer/lib/office.ts';
import type { quotes } from '#shared/api/quotes.ts';
import { planCodeOf } from '#shared/domain/plans/naming.ts';
import { PlanTables } from '../components/plan-result.tsx';
import styles from '../components/quotes.module.css';
import type { Way } from '../components/ways-table.tsx';

type Detail = z.output<typeof quotes.detail.output>;

/** One purchase plan as it was given: its figures, its sheet, and the way to a subscription. */
export function QuoteScreen() {
  const quoteId = useRecordId('quoteId');
  const detail = useQuery(ask.quotes.detail({ quoteId }));
  return (
    <Loaded query={detail} whole>
      {(found) => <OpenQuote detail={found} />}
    </Loaded>
  );
}

/** Width of a drawn plan beside the plan, in CSS px. */
const PICTURE_WIDTH = 340;

function OpenQuote({ detail }: { detail: Detail }) {
  const { t } = useTranslation('quotes');
  const { t: labels } = useTranslation('labels');
  const navigate = useNavigate();
  const { row, reckoning, can, subscriptionId } = detail;
  const subscribe = (way: Pick<Way, 'planKind' | 'planCode'>) =>
    void navigate({
      to: `/contracts/subscribe/${row.unitId}` as string,
      search: { quote: row.id, way: planCodeOf(way) } as never,
    });
  const home = useQuery(ask.units.detail({ unitId: row.unitId }));
  const [first] = reckoning.ways;
  const allowed = can['subscribe'];
  return (
    <Page
      header={
        <PageHeader
          title={row.number}
          state={
            <>
              <QuoteBadge state={row.state} />
              {row.state === 'valid' && <Signal tone="plain">{t('until', { untilOn: row.validUntil })}</Signal>}
            </>
          }
          sub={`${row.unit} · ${row.customer.name} · ${t('by', { name: row.consultant.name })}`}
          actions={
            subscriptionId === null ? (
              <ActionBar
                can={allowed === undefined ? {} : { subscribe: allowed }}
                actions={[
                  {
                    id: 'subscribe',
                    label: t('subscribe'),
                    look: 'primary',
                    onRun: () => first !== undefined && subscribe(first),
                  },
                ]}
              />
            ) : (
              <Button
                variant="default"
                onClick={() => void navigate({ to: `/contracts/subscriptions/${subscriptionId}` as string })}
              >
                {t('toSubscription')}
              </Button>
            )
          }
        />
      }
    >
      <div className={styles.body}>
        <ScrollArea label={row.number}>
          <PlanTables reckoning={reckoning} onSubscribe={allowed === true ? subscribe : undefined} />
          <p className={styles.note}>{t('ratesFrom', { quotedOn: row.quotedOn })}</p>
        </ScrollArea>
        <aside className={styles.side} aria-label={t('facts')}>
          <Section title={t('facts')}>
            <Facts
              items={[
                {
                  label: t('customer'),
                  value: <Link to={`/reception/customers/${row.customer.id}` as string}>{row.customer.name}</Link>,
                },
                {
                  label: t('home'),
                  value: <Link to={`/sales/board?unit=${row.unitId}` as string}>{row.unit}</Link>,
                },
                { label: t('quotedOn'), value: <DateText day={row.quotedOn} /> },
                { label: t('validUntil'), value: <DateText day={row.validUntil} /> },
                { label: t('homeOrder'), value: labels(`homeOrders.${detail.homeOrder}`) },
              ]}
            />
          </Section>
          <Section title={t('picture')}>
            {home.data && (
              <HouseTypePlan
                houseTypeId={home.data.houseTypeId}
                houseType={home.data.cell.houseType}
                width={PICTURE_WIDTH}
              />
            )}
          </Section>
          <Section title={t('papers')}>
            <SubjectPapers
              noun="quotes"
              subjectId={row.id}
              kinds={['purchasePlan', 'expenseEstimate']}
              allowed={can['issuePlan']}
            />
          </Section>
        </aside>
      </div>
    </Page>
  );
}
