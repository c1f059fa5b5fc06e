import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionBar } from '#renderer/components/action-bar.tsx';
import { Loaded } from '#renderer/components/data-states.tsx';
import { Page, PageHeader, ScrollArea, Section } from '#renderer/components/page.tsx';
import { type PlanLineStanding, PlanTable } from '#renderer/components/plan-table.tsx';
import { PriceTable } from '#renderer/components/price-table.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { StatePath } from '#renderer/components/state-path.tsx';
import { useRecordId } from '#renderer/lib/address.ts';
import { useToday } from '#renderer/lib/clock.tsx';
import { dueSign } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { ask } from '#renderer/lib/office.ts';
import type { Fen } from '#shared/kernel/money.ts';
import { ContractHistory } from '../components/contract-history.tsx';
import { ContractSide } from '../components/contract-side.tsx';
import { ContractBadge } from '../components/contract-state.tsx';
import { ContractBuyers, ContractHome } from '../components/deal-tables.tsx';
import { FilingDrawer } from '../components/filing-drawer.tsx';
import { SendBackDrawer } from '../components/send-back-drawer.tsx';
import { TermsDrawer } from '../components/terms-drawer.tsx';
import { TermsSection } from '../components/terms-section.tsx';
import type { ContractDetail } from '../contract-types.ts';
import { useContractActs } from '../hooks/use-contract-acts.tsx';
import { useContractPath } from '../hooks/use-contract-path.ts';
import { articlesOf } from '../terms.ts';
import styles from './contract.module.css';

/** In a contract every line has a deadline that binds. */
function standingOf({ amount, received }: { readonly amount: Fen; readonly received: Fen }): PlanLineStanding {
  return received >= amount ? 'paid' : 'running';
}

/** One contract: who buys what at which price, its terms, check, review, papers, signatures and filing. */
export function ContractScreen() {
  const contractId = useRecordId('contractId');
  const detail = useQuery(ask.contracts.detail({ contractId }));
  return (
    <Loaded query={detail} whole>
      {(found) => <OpenContract key={contractId} detail={found} />}
    </Loaded>
  );
}

type Opened = { readonly what: 'sendBack' | 'file' } | { readonly what: 'terms'; readonly article: number };

function OpenContract({ detail }: { detail: ContractDetail }) {
  const { t } = useTranslation('contracts');
  const { t: form } = useTranslation('contractForm');
  const { t: labels } = useTranslation('labels');
  const navigate = useNavigate();
  const [opened, setOpened] = useState<Opened>();
  const close = () => setOpened(undefined);
  const acts = useContractActs(detail, {
    sendBack: () => setOpened({ what: 'sendBack' }),
    file: () => setOpened({ what: 'file' }),
  });
  const path = useContractPath(detail);
  const { row, draft } = detail;
  const go = (to: string) => void navigate({ to });
  const edit = detail.can['edit'] === true ? (article: number) => setOpened({ what: 'terms', article }) : undefined;
  const articles = articlesOf(draft);
  const all = articles.reduce((sum, { names }) => sum + names.length, 0);
  const open = articles.reduce((sum, one) => sum + one.open.length, 0);
  const header = (
    <PageHeader
      title={row.number}
      state={
        <>
          <ContractBadge state={row.state} />
          <SignBy detail={detail} />
        </>
      }
      sub={`${row.unit} · ${row.buyers} · ${t('consultantOf', { name: row.consultant.name })}`}
      actions={<ActionBar can={detail.can} actions={acts.head} />}
    >
      <StatePath {...path} />
    </PageHeader>
  );
  return (
    <Page header={header}>
      <div className={styles.body}>
        <ScrollArea label={row.number}>
          <Section
            title={t('buyers')}
            count={draft.buyers.length}
            aside={t('ownership', {
              kind: form(`ownership.${draft.ownership}`),
              order: draft.buyers.map((_one, index) => index + 1).join('、'),
            })}
            flush
          >
            <ContractBuyers detail={detail} onOpen={(customerId) => go(`/reception/customers/${customerId}`)} />
          </Section>
          <div className={styles.pair}>
            <Section title={t('composition')} flush>
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
              <ContractHome detail={detail} />
            </Section>
          </div>
          <Section
            title={t('plan')}
            aside={
              detail.firstPayment.missing > 0 && row.signedOn === null ? (
                <Signal tone="amber">{t('firstMissing', { missingFen: detail.firstPayment.missing })}</Signal>
              ) : (
                labels(`planKinds.${row.planKind}`)
              )
            }
            flush
          >
            <PlanTable lines={detail.plan} standingOf={standingOf} />
          </Section>
          <Section title={t('terms')} aside={t('termsAside', { filled: all - open, all })} flush>
            <TermsSection detail={detail} onEdit={edit} />
          </Section>
          <Section title={t('history')} count={detail.history.length}>
            <ContractHistory history={detail.history} />
          </Section>
        </ScrollArea>
        <ContractSide detail={detail} review={acts.review} onFix={edit} />
      </div>
      {opened?.what === 'sendBack' && <SendBackDrawer detail={detail} onClose={close} />}
      {opened?.what === 'file' && <FilingDrawer detail={detail} onClose={close} />}
      {opened?.what === 'terms' && (
        <TermsDrawer key={opened.article} detail={detail} article={opened.article} onClose={close} />
      )}
    </Page>
  );
}

/** Until when it must be signed, or why it was dropped. */
function SignBy({ detail }: { detail: ContractDetail }) {
  const { t } = useTranslation('contracts');
  const { row, endReason } = detail;
  const sign = dueSign(row.signBy, useToday(), useLanguage(), 2);
  if (endReason !== '') return <Signal tone="plain">{t('endedBecause', { reason: endReason })}</Signal>;
  if (row.filingNumber !== '') return <Signal tone="plain">{row.filingNumber}</Signal>;
  if (row.signedOn !== null) return null;
  return (
    <Signal tone={sign.tone} solid={sign.tone === 'seal'}>
      {t('signBefore', { dueOn: row.signBy })} · {sign.text}
    </Signal>
  );
}
