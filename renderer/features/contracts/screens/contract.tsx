import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ActionBar } from '#renderer/components/action-bar.tsx';
import { Loaded } from '#renderer/components/data-states.tsx';
import { BuyersTable, HomeFacts } from '#renderer/components/deal-facts.tsx';
import { useWantedFile } from '#renderer/components/file-list.tsx';
import { Page, PageHeader, Section } from '#renderer/components/page.tsx';
import { type PlanLineStanding, PlanTable } from '#renderer/components/plan-table.tsx';
import { PriceTable } from '#renderer/components/price-table.tsx';
import { RecordBody, SectionPair } from '#renderer/components/record-body.tsx';
import { Signal } from '#renderer/components/signal.tsx';
import { StatePath } from '#renderer/components/state-path.tsx';
import { useAddressState, useRecordId } from '#renderer/lib/address.ts';
import { useToday } from '#renderer/lib/clock.tsx';
import { dueSign, joinWords } from '#renderer/lib/format.ts';
import { useLanguage } from '#renderer/lib/i18n.ts';
import { ask } from '#renderer/lib/office.ts';
import { usePlanTitle } from '#renderer/lib/plan-title.ts';
import type { Fen } from '#shared/kernel/money.ts';
import { AgreementsSection } from '../components/agreements-section.tsx';
import { AnnexesSection } from '../components/annexes-section.tsx';
import { ConfirmationsSection } from '../components/confirmations-section.tsx';
import { ContractDrawers, type OpenedDrawer } from '../components/contract-drawers.tsx';
import { ContractHistory } from '../components/contract-history.tsx';
import { ContractSide } from '../components/contract-side.tsx';
import { ContractBadge } from '../components/contract-state.tsx';
import { TermsSection } from '../components/terms-section.tsx';
import { TextLine } from '../components/text-line.tsx';
import { contractBuyers } from '../contract-buyers.ts';
import type { ContractDetail } from '../contract-types.ts';
import { useContractActs } from '../hooks/use-contract-acts.tsx';
import { useContractPath } from '../hooks/use-contract-path.ts';
import { addressOfRecord, type Remedy, remedySchema } from '../remedies.ts';
import { articlesOf } from '../terms.ts';

/** What another page asks to be put right at once. */
const addressSchema = z.object({ fix: remedySchema.optional() });

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

function OpenContract({ detail }: { detail: ContractDetail }) {
  const { t } = useTranslation('contracts');
  const { t: form } = useTranslation('contractForm');
  const { t: annexes } = useTranslation('contractAnnexes');
  const navigate = useNavigate();
  const [{ fix: asked }, change] = useAddressState(addressSchema);
  const [opened, setOpened] = useState<OpenedDrawer>();
  const scans = useWantedFile();
  const acts = useContractActs(detail, {
    addScan: scans.want,
    sendBack: () => setOpened({ what: 'sendBack' }),
    file: () => setOpened({ what: 'file' }),
  });
  const path = useContractPath(detail);
  const { row, draft } = detail;
  const go = (to: string) => void navigate({ to });
  const openFile = (customerId: number) => go(`/reception/customers/${customerId}`);
  const mayEdit = detail.can['edit'] === true;
  const fix = (remedy: Remedy): void => {
    // It is confirmed on the page itself: the button takes the focus and comes into view.
    if (remedy.what === 'weightyTerms') document.querySelector<HTMLElement>('[data-weighty-terms]')?.focus();
    else if (remedy.what !== 'record') setOpened(remedy);
    else {
      const { to, search } = addressOfRecord(remedy, row);
      void navigate(search === undefined ? { to } : { to, search: search as never });
    }
  };
  useEffect(() => {
    if (asked === undefined) return;
    // It is opened once: whoever comes back to this page finds it as they left it.
    change({ fix: undefined }, { replace: true });
    if (mayEdit) fix(asked);
  });
  const buyerAct = useMemo(
    () => ({
      label: annexes('buyerEdit'),
      onRun: (customerId: number) => setOpened({ what: 'buyer', customerId }),
    }),
    [annexes],
  );
  const buyers = useMemo(() => contractBuyers(draft), [draft]);
  const language = useLanguage();
  const planTitle = usePlanTitle();
  const articles = articlesOf(detail.text, draft);
  const all = articles.reduce((sum, { asked }) => sum + asked.length, 0);
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
      <RecordBody
        label={row.number}
        sideLabel={t('review')}
        sideWidth={400}
        side={<ContractSide detail={detail} review={acts.review} onFix={mayEdit ? fix : undefined} scans={scans} />}
      >
        <Section
          title={t('buyers')}
          count={draft.buyers.length}
          aside={
            <>
              {t('ownership', {
                kind: form(`ownership.${draft.ownership}`),
                order: joinWords(
                  draft.buyers.map((_one, index) => String(index + 1)),
                  language,
                ),
              })}
              {mayEdit && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={`${annexes('ownershipEdit')} ${annexes('ownership')}`}
                  onClick={() => setOpened({ what: 'ownership' })}
                >
                  {annexes('ownershipEdit')}
                </Button>
              )}
            </>
          }
          flush
        >
          <BuyersTable buyers={buyers} onOpen={openFile} act={mayEdit ? buyerAct : undefined} />
        </Section>
        <SectionPair>
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
            <HomeFacts home={detail.unit} deal={detail} price={row.price} />
          </Section>
        </SectionPair>
        <Section
          title={t('plan')}
          aside={
            detail.firstPayment.missing > 0 && row.signedOn === null ? (
              <Signal tone="amber">{t('firstMissing', { missingFen: detail.firstPayment.missing })}</Signal>
            ) : (
              planTitle(row)
            )
          }
          flush
        >
          <PlanTable lines={detail.plan} standingOf={standingOf} />
        </Section>
        <Section title={t('terms')} aside={t('termsAside', { filled: all - open, all })} flush>
          <TextLine detail={detail} onTake={mayEdit ? () => setOpened({ what: 'text' }) : undefined} />
          <TermsSection
            detail={detail}
            onEdit={mayEdit ? (article) => setOpened({ what: 'terms', article }) : undefined}
          />
        </Section>
        <Section title={annexes('title')} flush>
          <AnnexesSection
            detail={detail}
            onEdit={mayEdit ? (annex) => setOpened({ what: 'annex', annex }) : undefined}
          />
        </Section>
        {row.signedOn !== null && (
          <AgreementsSection detail={detail} onCancelFiling={() => setOpened({ what: 'cancelFiling' })} />
        )}
        {detail.can['drop'] !== undefined && <ConfirmationsSection detail={detail} onOpen={setOpened} />}
        <Section title={t('history')} count={detail.history.length}>
          <ContractHistory history={detail.history} />
        </Section>
      </RecordBody>
      <ContractDrawers
        detail={detail}
        opened={opened}
        onClose={() => setOpened(undefined)}
        onOpenFile={openFile}
        onAdd={scans.want}
      />
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
