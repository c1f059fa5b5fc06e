import { IconPhone, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionBar } from '#renderer/components/action-bar.tsx';
import { Loaded } from '#renderer/components/data-states.tsx';
import { Page, PageHeader, ScrollArea, Section } from '#renderer/components/page.tsx';
import { ReadingNote } from '#renderer/components/reading-note.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { UnitStateBadge } from '#renderer/components/unit-state.tsx';
import { useRecordId } from '#renderer/lib/address.ts';
import { ask } from '#renderer/lib/office.ts';
import { liveSubscriptionStates } from '#shared/domain/subscriptions/states.ts';
import type { FollowUpMethod } from '#shared/domain/visits/states.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { CasesSection } from '../components/cases-section.tsx';
import { ConsentsSection } from '../components/consents-section.tsx';
import styles from '../components/customers.module.css';
import { DealsSection } from '../components/deals-section.tsx';
import { DisclosuresSection } from '../components/disclosures-section.tsx';
import { EditDrawer } from '../components/edit-drawer.tsx';
import { FollowPlan } from '../components/follow-plan.tsx';
import { HistorySection } from '../components/history-section.tsx';
import { HouseholdSection } from '../components/household-section.tsx';
import { IdentitySection } from '../components/identity-section.tsx';
import { IntentsSection } from '../components/intents-section.tsx';
import { MoneySection } from '../components/money-section.tsx';
import { PapersSection } from '../components/papers-section.tsx';
import { PrivacySection } from '../components/privacy-section.tsx';
import { QuotesSection } from '../components/quotes-section.tsx';
import { ReferralsSection } from '../components/referrals-section.tsx';
import { RulingRequest } from '../components/ruling-request.tsx';
import { ScansSection } from '../components/scans-section.tsx';
import type { CustomerDetail } from '../history.ts';

/** The file of a customer: who it is, what is planned and what happened, what was bought and is owed. */
export function CustomerScreen() {
  const customerId = useRecordId('customerId');
  const detail = useQuery(ask.customers.detail({ customerId }));
  return (
    <Loaded query={detail} whole>
      {(found) => <Customer key={customerId} detail={found} />}
    </Loaded>
  );
}

function Customer({ detail }: { detail: CustomerDetail }) {
  const { t } = useTranslation('customers');
  const { t: labels } = useTranslation('labels');
  const [editing, setEditing] = useState(false);
  const [method, setMethod] = useState<FollowUpMethod>('phone');
  const entry = useRef<HTMLInputElement>(null);
  const { customer, subscriptions, can } = detail;
  const session = useQuery(ask.session.current({}));
  const permissions = session.data?.state === 'open' ? session.data.person.permissions : [];
  const live: readonly string[] = liveSubscriptionStates;
  const deal = subscriptions.find(({ state }) => live.includes(state));
  const writeDown = (by?: FollowUpMethod) => {
    if (by !== undefined) setMethod(by);
    entry.current?.focus();
  };
  const allowed = can['followUp'];
  return (
    <Page
      header={
        <PageHeader
          title={customer.name}
          state={
            <>
              {deal && <UnitStateBadge state={deal.unitState} note={deal.unit} />}
              <Signal tone="ink">{t('page.grade', { rating: customer.rating })}</Signal>
              {deal === undefined && <Signal tone="plain">{labels(`customerStates.${customer.state}`)}</Signal>}
            </>
          }
          sub={t('page.customerNo', {
            id: `KH-${String(customer.id).padStart(5, '0')}`,
            owner: customer.owner?.name ?? t('page.nobody'),
            day: dayOf(detail.createdAt),
          })}
          actions={
            <>
              <RulingRequest customerId={customer.id} name={customer.name} ownerId={customer.owner?.id ?? null} />
              <ActionBar
                can={allowed === undefined ? {} : { call: allowed, followUp: allowed }}
                actions={[
                  {
                    id: 'call',
                    label: t('page.logCall'),
                    icon: <IconPhone size={15} aria-hidden="true" />,
                    onRun: () => writeDown('phone'),
                  },
                  {
                    id: 'followUp',
                    label: t('page.logFollowUp'),
                    icon: <IconPlus size={15} aria-hidden="true" />,
                    look: 'primary',
                    onRun: () => writeDown(),
                  },
                ]}
              />
            </>
          }
        />
      }
    >
      <ReadingNote />
      <div className={styles.file}>
        <div className={styles.column}>
          <ScrollArea label={t('identity.title')}>
            <IdentitySection detail={detail} onEdit={() => setEditing(true)} />
            <HouseholdSection detail={detail} />
            <ReferralsSection referrals={detail.referrals} />
            <ConsentsSection detail={detail} />
            <DisclosuresSection detail={detail} />
            <PrivacySection detail={detail} />
            <Section
              title={t('intent.title')}
              aside={<Signal tone="ink">{labels(`ratings.${customer.rating}`)}</Signal>}
            >
              <p className={styles.text} data-none={detail.intent === '' || undefined}>
                {detail.intent === '' ? t('intent.none') : detail.intent}
              </p>
            </Section>
          </ScrollArea>
        </div>
        <div className={styles.column}>
          <FollowPlan detail={detail} onContact={() => writeDown()} />
          <HistorySection detail={detail} method={method} onMethod={setMethod} inputRef={entry} />
        </div>
        <div className={styles.column}>
          <ScrollArea label={t('deals.title')}>
            <DealsSection deals={subscriptions} customer={customer.name} />
            {permissions.includes('subscriptions.read') && (
              <QuotesSection
                customerId={customer.id}
                mayMake={permissions.includes('subscriptions.write') && can['update'] === true}
              />
            )}
            <IntentsSection intents={detail.intents} />
            <MoneySection money={detail.money} />
            <CasesSection cases={detail.cases} />
            <PapersSection papers={detail.documents} />
            <ScansSection customerId={customer.id} anonymous={customer.state === 'anonymised'} />
          </ScrollArea>
        </div>
      </div>
      {editing && <EditDrawer detail={detail} onClose={() => setEditing(false)} />}
    </Page>
  );
}
