import { Button } from '@mantine/core';
import { IconReceipt2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { ActionBar } from '#renderer/components/action-bar.tsx';
import { ChangeShortcuts } from '#renderer/components/change-shortcuts.tsx';
import { ConditionsList } from '#renderer/components/conditions-list.tsx';
import { confirmAct } from '#renderer/components/confirm.tsx';
import { Loaded } from '#renderer/components/data-states.tsx';
import { BuyersTable } from '#renderer/components/deal-facts.tsx';
import { Page, PageHeader, Section } from '#renderer/components/page.tsx';
import { PlanTable } from '#renderer/components/plan-table.tsx';
import { PriceTable } from '#renderer/components/price-table.tsx';
import { ReceiveDrawer } from '#renderer/components/receive-drawer.tsx';
import { RecordBody, SectionPair } from '#renderer/components/record-body.tsx';
import { RefusalText } from '#renderer/components/refusal-text.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { StatePath } from '#renderer/components/state-path.tsx';
import { Unbroken } from '#renderer/components/unbroken.tsx';
import { useSignsText } from '#renderer/components/use-signs-text.ts';
import { useRecordId } from '#renderer/lib/address.ts';
import { useToday } from '#renderer/lib/clock.tsx';
import { dueSign } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { act, ask } from '#renderer/lib/office.ts';
import { usePlanTitle } from '#renderer/lib/plan-title.ts';
import { useCommand } from '#renderer/lib/use-command.ts';
import type { subscriptions } from '#shared/api/subscriptions.ts';
import { ApprovalBlock } from '../components/approval-block.tsx';
import { BuyerSigner } from '../components/buyer-signer.tsx';
import { DealLetters } from '../components/deal-letters.tsx';
import { DealMoney } from '../components/deal-money.tsx';
import { DealPapers } from '../components/deal-papers.tsx';
import { SubscribedHome } from '../components/home-facts.tsx';
import { ReviewFiles } from '../components/review-files.tsx';
import { SubscriptionHistory } from '../components/subscription-history.tsx';
import { SubscriptionBadge } from '../components/subscription-state.tsx';
import { useSubscriptionPath } from '../hooks/use-subscription-path.ts';
import { type PlanLineFacts, planLineStanding } from '../plan-standing.ts';
import styles from './subscription.module.css';

type Detail = z.output<typeof subscriptions.detail.output>;

/** One subscription: who buys what at which price, what was paid, what may be done next. */
export function SubscriptionScreen() {
  const subscriptionId = useRecordId('subscriptionId');
  const detail = useQuery(ask.subscriptions.detail({ subscriptionId }));
  return (
    <Loaded query={detail} whole>
      {(found) => <OpenSubscription detail={found} />}
    </Loaded>
  );
}

function OpenSubscription({ detail }: { detail: Detail }) {
  const { t } = useTranslation('subscriptions');
  const planTitle = usePlanTitle();
  const navigate = useNavigate();
  const [receiving, setReceiving] = useState(false);
  const [signing, setSigning] = useState<number>();
  const signsText = useSignsText();
  const { t: approvals } = useTranslation('approvals');
  const { t: changes } = useTranslation('changes');
  const { row, buyers, approval } = detail;
  const go = (to: string) => void navigate({ to });
  const standingOf = useCallback((line: PlanLineFacts) => planLineStanding(line, row.state), [row.state]);
  return (
    <Page header={<RecordHeader detail={detail} onReceive={() => setReceiving(true)} />}>
      <RecordBody
        label={row.number}
        sideLabel={t('more')}
        side={
          <>
            {approval !== null && <ApprovalBlock approval={approval} />}
            {detail.conditions.length > 0 && (
              <Section title={approvals('conditions.title')}>
                <ConditionsList conditions={detail.conditions} />
              </Section>
            )}
            <Section title={t('papers')}>
              <DealPapers detail={detail} />
            </Section>
            <Section title={t('files')}>
              <ReviewFiles detail={detail} />
            </Section>
            {Object.keys(detail.changes).length > 0 && (
              <Section title={changes('make.action')}>
                <ChangeShortcuts subscriptionId={row.id} changes={detail.changes} />
              </Section>
            )}
            {row.state !== 'inReview' && <DealLetters row={row} />}
            <Section title={t('history')} count={detail.history.length}>
              <SubscriptionHistory history={detail.history} />
            </Section>
            <Section title={t('more')}>
              <ul className={styles.more}>
                {detail.consent && <li>{t('consentGiven')}</li>}
                {detail.mortgageDisclosed && <li>{t('mortgageDisclosed')}</li>}
              </ul>
            </Section>
          </>
        }
      >
        {detail.warnings.length > 0 && (
          <div className={styles.warnings} role="status">
            {detail.warnings.map((warning) => (
              <RefusalText key={warning.code} refusal={warning} />
            ))}
          </div>
        )}
        <Section title={t('buyers')} count={buyers.length} aside={t(buyers.length > 1 ? 'byShares' : 'sole')} flush>
          <BuyersTable
            buyers={buyers}
            onOpen={(customerId) => go(`/reception/customers/${customerId}`)}
            signs={({ signer, identityKind }) => signsText(signer, identityKind === 'businessLicence')}
            act={detail.can['nameSigner'] === true ? { label: t('signer.action'), onRun: setSigning } : undefined}
          />
        </Section>
        <SectionPair>
          <Section title={t('composition')} aside={t('compositionNote')} flush>
            <PriceTable
              lines={detail.lines}
              listPrice={detail.listPrice}
              price={row.price}
              belowListPpm={detail.belowListPpm}
            />
          </Section>
          <Section
            title={t('home')}
            aside={
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => void navigate({ to: '/sales/board' as string, search: { unit: row.unitId } as never })}
              >
                {row.unit}
              </Button>
            }
          >
            <SubscribedHome detail={detail} />
          </Section>
        </SectionPair>
        <Section title={t('plan')} aside={planTitle(detail)} flush>
          <PlanTable lines={detail.plan} standingOf={standingOf} />
        </Section>
        <DealMoney detail={detail} />
      </RecordBody>
      {signing !== undefined && (
        <BuyerSigner detail={detail} customerId={signing} onClose={() => setSigning(undefined)} />
      )}
      {receiving && <ReceiveDrawer subscriptionId={row.id} onClose={() => setReceiving(false)} />}
    </Page>
  );
}

function RecordHeader({ detail, onReceive }: { detail: Detail; onReceive: () => void }) {
  const { t } = useTranslation('subscriptions');
  const { row, endReason, contract, change } = detail;
  const { t: changes } = useTranslation('changes');
  const path = useSubscriptionPath(detail);
  const { t: contracts } = useTranslation('contracts');
  const navigate = useNavigate();
  const cancel = useCommand(act.subscriptions.cancel);
  const openContract = (contractId: number) => void navigate({ to: `/contracts/contracts/${contractId}` as string });
  const draft = useCommand(act.contracts.draft, { onDone: ({ contractId }) => openContract(contractId) });
  const askDraft = () =>
    confirmAct({
      title: contracts('draftTitle', { unit: row.unit }),
      consequence: <Unbroken text={contracts('draftConsequence', { number: row.number })} />,
      confirmLabel: contracts('draftIt'),
      onConfirm: () => draft.sendOrThrow({ subscriptionId: row.id, version: detail.version }),
    });
  const askCancel = () =>
    confirmAct({
      title: t('cancelTitle', { number: row.number }),
      consequence: (
        <>
          <p>
            <Unbroken text={t('cancelConsequence', { unit: row.unit, number: row.number })} />
          </p>
          {detail.approval?.state === 'pending' && <p>{t('cancelRequest')}</p>}
        </>
      ),
      confirmLabel: t('cancel'),
      cancelLabel: t('keep'),
      danger: true,
      reason: 'required',
      onConfirm: (reason) => cancel.sendOrThrow({ subscriptionId: row.id, version: detail.version, reason }),
    });
  const { state } = row;
  const ended = state === 'cancelled' || state === 'forfeited' || state === 'expired';
  return (
    <PageHeader
      title={row.number}
      state={
        <>
          <SubscriptionBadge state={state} />
          {ended ? (
            <Signal tone="plain">{t(`ended.${state}`, { reason: endReason })}</Signal>
          ) : (
            <SignBy detail={detail} />
          )}
        </>
      }
      sub={`${row.unit} · ${row.buyers} · ${t('consultantOf', { name: row.consultant.name })}`}
      actions={
        <>
          {change !== null && (
            <Button
              variant="default"
              onClick={() => void navigate({ to: `/contracts/changes/${change.id}` as string })}
            >
              {change.number}
            </Button>
          )}
          {contract !== null && state === 'converted' && (
            <Button variant="default" onClick={() => openContract(contract.id)}>
              {contracts('openIt', { number: contract.number })}
            </Button>
          )}
          <ActionBar
            can={ended ? {} : detail.can}
            actions={[
              { id: 'cancel', label: t('cancel'), look: 'danger', onRun: askCancel },
              {
                id: 'resubmit',
                label: t('resubmit'),
                look: 'primary',
                onRun: () =>
                  void navigate({
                    to: `/contracts/subscribe/${row.unitId}` as string,
                    search: { again: row.id } as never,
                  }),
              },
              {
                id: 'change',
                label: changes('make.action'),
                onRun: () => void navigate({ to: `/contracts/change/${row.id}` as string }),
              },
              {
                id: 'draftContract',
                label: contracts('draftIt'),
                look: state === 'depositComplete' ? 'primary' : 'default',
                onRun: askDraft,
              },
              {
                id: 'receiveMoney',
                label: t(state === 'approved' ? 'receive' : 'receiveMoney'),
                look: state === 'depositComplete' ? 'default' : 'primary',
                icon: <IconReceipt2 size={15} aria-hidden="true" />,
                onRun: onReceive,
              },
            ]}
          />
        </>
      }
    >
      <StatePath {...path} />
    </PageHeader>
  );
}

/** Until when it must be signed, and how many days are left. */
function SignBy({ detail }: { detail: Detail }) {
  const { t } = useTranslation('subscriptions');
  const sign = dueSign(detail.row.signBy, useToday(), useLanguage(), 2);
  if (detail.row.state === 'converted') return null;
  if (detail.warnings.some(({ code }) => code === 'PERIODS_STAND_STILL'))
    return <Signal tone="amber">{t('standsStill')}</Signal>;
  return (
    <Signal tone={sign.tone} solid={sign.tone === 'seal'}>
      {t('signBefore', { dueOn: detail.row.signBy })} · {sign.text}
    </Signal>
  );
}
