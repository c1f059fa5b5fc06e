import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangeFigures } from '#renderer/components/change-figures.tsx';
import { ConditionsList } from '#renderer/components/conditions-list.tsx';
import { Loaded } from '#renderer/components/data-states.tsx';
import { Page, PageHeader, ScrollArea, Section } from '#renderer/components/page.tsx';
import { SidePanel } from '#renderer/components/panel.tsx';
import { Signal, StatusBadge } from '#renderer/components/signal.tsx';
import { useRecordId } from '#renderer/lib/address.ts';
import { useNow } from '#renderer/lib/clock.tsx';
import { formatDateTimeShort } from '#renderer/lib/format.ts';
import { ask } from '#renderer/lib/office.ts';
import { noConditions } from '#shared/domain/approvals/conditions.ts';
import { dayOf } from '#shared/kernel/local-date.ts';
import { type ApprovalPage, approvalTones, useWaiting } from '../approval-words.ts';
import styles from '../components/approval-page.module.css';
import { AskSection, DealSection } from '../components/ask-section.tsx';
import { ConditionsFields } from '../components/conditions-fields.tsx';
import { CustomerSection } from '../components/customer-section.tsx';
import { Decision } from '../components/decision.tsx';
import { EffectsTable } from '../components/effects-table.tsx';
import { LadderSteps } from '../components/ladder-steps.tsx';
import { SimilarDeals } from '../components/similar-deals.tsx';

/** One request to a second person, with what whoever decides must know, and the decision. */
export function ApprovalScreen() {
  const approvalId = useRecordId('approvalId');
  const page = useQuery(ask.approvals.detail({ approvalId }));
  return (
    <Loaded query={page} whole>
      {(found) => <OpenApproval key={approvalId} page={found} />}
    </Loaded>
  );
}

function OpenApproval({ page }: { page: ApprovalPage }) {
  const { t } = useTranslation('approvals');
  const session = useQuery(ask.session.current({}));
  const me = session.data?.state === 'open' ? session.data.person.name : undefined;
  const [conditions, setConditions] = useState(noConditions);
  const { approval, deal, price, similar, customer } = page;
  const isReview = approval.kind === 'subscriptionReview' || approval.kind === 'contractReview';
  const dealSection = deal !== null && <DealSection deal={deal} />;
  return (
    <Page header={<ApprovalHeader page={page} />}>
      <div className={styles.columns}>
        <ScrollArea label={t('ask')}>
          <AskSection page={page} />
          {page.change !== null && <ChangeFigures {...page.change} />}
          {isReview && dealSection}
          {price !== null && <EffectsTable price={price} />}
          {price !== null && <SimilarDeals similar={similar} />}
          {!isReview && dealSection}
        </ScrollArea>
        <SidePanel
          width={400}
          label={t('ladder')}
          title={t('ladder')}
          foot={<Decision page={page} conditions={conditions} />}
        >
          <LadderSteps page={page} me={me} />
          {customer !== null && (
            <div className={styles.below}>
              <CustomerSection customer={customer} />
            </div>
          )}
          {page.conditions.length > 0 && (
            <Section title={t(approval.state === 'pending' ? 'conditions.given' : 'conditions.title')}>
              <ConditionsList conditions={page.conditions} />
            </Section>
          )}
          {page.can['approve'] === true && deal !== null && page.change === null && (
            <ConditionsFields value={conditions} onChange={setConditions} deal={deal} />
          )}
        </SidePanel>
      </div>
    </Page>
  );
}

function ApprovalHeader({ page: { approval } }: { page: ApprovalPage }) {
  const { t } = useTranslation('approvals');
  const { t: labels } = useTranslation('labels');
  const now = useNow(30_000);
  const { tone, left, until } = useWaiting()(approval.expiresAt, now);
  const facts = [
    approval.title,
    approval.unit,
    approval.customer,
    t('askedBy', { name: approval.requestedBy.name, at: formatDateTimeShort(approval.requestedAt, dayOf(now)) }),
  ];
  return (
    <PageHeader
      title={t(`kinds.${approval.kind}`)}
      state={
        approval.state === 'pending' ? (
          <Signal tone={tone} solid={tone === 'seal'}>
            {tone === 'seal' ? left : t('before', { at: until, left })}
          </Signal>
        ) : (
          <StatusBadge tone={approvalTones[approval.state]}>{labels(`approvalStates.${approval.state}`)}</StatusBadge>
        )
      }
      sub={facts.filter(Boolean).join(' · ')}
      actions={<Queue approvalId={approval.id} />}
    />
  );
}

/** The way through what waits for me, the most urgent first; a decided request has left the queue. */
function Queue({ approvalId }: { approvalId: number }) {
  const { t } = useTranslation('approvals');
  const navigate = useNavigate();
  const list = useQuery(ask.approvals.list({ scope: 'forMe', state: 'pending' }));
  const queue = (list.data ?? []).toSorted((a, b) => a.expiresAt - b.expiresAt || a.id - b.id);
  const at = queue.findIndex(({ id }) => id === approvalId);
  const previous = at > 0 ? queue[at - 1] : undefined;
  const next = queue[at + 1];
  if (queue.length === 0) return null;
  const open = (approval: { id: number } | undefined) =>
    approval && void navigate({ to: `/today/approvals/${approval.id}` as string });
  return (
    <>
      {at >= 0 && <span className={styles.position}>{t('position', { index: at + 1, count: queue.length })}</span>}
      <Button variant="default" disabled={previous === undefined} onClick={() => open(previous)}>
        {t('previous')}
      </Button>
      <Button variant="default" disabled={next === undefined} onClick={() => open(next)}>
        {t('next')}
      </Button>
    </>
  );
}
